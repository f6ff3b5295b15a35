import { sql } from 'kysely'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { ReportFilters, ReportLine } from './contract.ts'
import type { Document, DocumentEdition, DocumentText } from './model.ts'
import type { Passage } from './rules/paragraphs.ts'

const knownIn = (read: Reader) => read.selectFrom('document')

const lines = (read: Reader) =>
  knownIn(read).leftJoin('unit', 'unit.id', 'document.unit').selectAll('document').select('unit.name as unitName')

function fitting(read: Reader, filters: ReportFilters) {
  const word = `%${likeText(filters.q ?? '')}%`
  return lines(read)
    .where('state', '=', 'read')
    .$if(Boolean(filters.q), (query) =>
      query.where((is) => is.or([is('title', 'ilike', word), is('document.name', 'ilike', word), is('document.number', 'ilike', word)])),
    )
    .$if(filters.kind.length > 0, (query) => query.where('kind', 'in', filters.kind))
    .$if(filters.unit !== undefined, (query) => query.where('unit', '=', filters.unit ?? ''))
    .$if(filters.year !== undefined, (query) => query.where('year', '=', filters.year ?? 0))
}

const sortColumns = { title: 'document.title', year: 'document.year', importedOn: 'document.importedOn', name: 'document.name' } as const
const isSortKey = (key: string): key is keyof typeof sortColumns => key in sortColumns

export async function reportsThatFit(read: Reader, filters: ReportFilters & { offset: number; limit: number }) {
  const found = fitting(read, filters)
  const total = await countOf(found.clearSelect().select((is) => is.fn.countAll().as('count')))
  const key = filters.sort.replace('-', '')
  const rows = await found
    .orderBy(isSortKey(key) ? sortColumns[key] : 'document.importedOn', (by) =>
      filters.sort.startsWith('-') ? by.desc().nullsLast() : by.asc().nullsLast(),
    )
    .orderBy('document.id', 'desc')
    .limit(filters.limit)
    .offset(filters.offset)
    .execute()
  return { rows, total }
}

export const findReport = (read: Reader, id: string): Promise<ReportLine | undefined> =>
  lines(read).where('document.id', '=', id).executeTakeFirst()

export const findDocument = (read: Reader, id: string): Promise<Document | undefined> =>
  read.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()

/** Papers imported under this file name, the newest first; more than one when folders held files of one name. */
export const documentsNamed = (read: Reader, name: string): Promise<Document[]> =>
  read.selectFrom('document').selectAll().where('name', '=', name).orderBy('id', 'desc').execute()

export async function unreadableReports(read: Reader, page: { offset: number; limit: number }) {
  const found = knownIn(read).where('state', '=', 'unreadable')
  const total = await countOf(found.select((is) => is.fn.countAll().as('count')))
  return { rows: await found.selectAll('document').orderBy('name').orderBy('id').limit(page.limit).offset(page.offset).execute(), total }
}

export const findText = (read: Reader, document: string): Promise<DocumentText | undefined> =>
  read.selectFrom('documentText').selectAll().where('document', '=', document).executeTakeFirst()

/** A paper's paragraphs in order, all of them or a page. */
export const passagesOf = (read: Reader, document: string, page?: { from: number; limit: number }) =>
  read
    .selectFrom('paragraph')
    .select(['no', 'startsAt', 'endsAt', 'page', 'heading'])
    .where('document', '=', document)
    .$if(page !== undefined, (query) => query.where('no', '>=', page?.from ?? 1).limit(page?.limit ?? 1))
    .orderBy('no')
    .execute()

/** The paragraph that holds this offset, or the last one that begins before it. */
export const passageAt = (read: Reader, document: string, offset: number) =>
  read
    .selectFrom('paragraph')
    .select(['no', 'startsAt', 'endsAt', 'page', 'heading'])
    .where('document', '=', document)
    .where('startsAt', '<=', offset)
    .orderBy('startsAt', 'desc')
    .limit(1)
    .executeTakeFirst()

export const headingsOf = (read: Reader, document: string) =>
  read
    .selectFrom('paragraph')
    .select(['no', 'startsAt', 'endsAt', 'heading'])
    .where('document', '=', document)
    .where('heading', 'is not', null)
    .orderBy('no')
    .execute()

export const editionsOf = (read: Reader, document: string): Promise<DocumentEdition[]> =>
  read.selectFrom('documentEdition').selectAll().where('document', '=', document).orderBy('id', 'desc').execute()

export const findEdition = (read: Reader, document: string, sha256: string): Promise<DocumentEdition | undefined> =>
  read.selectFrom('documentEdition').selectAll().where('document', '=', document).where('sha256', '=', sha256).executeTakeFirst()

/** Other papers with the same bytes. */
export const twinsOf = (read: Reader, paper: Pick<Document, 'id' | 'sha256'>) =>
  knownIn(read)
    .select(['document.id', 'document.name', 'document.title'])
    .where('document.sha256', '=', paper.sha256)
    .where('document.id', '<>', paper.id)
    .orderBy('document.name')
    .limit(20)
    .execute()

export const lockDocument = (tx: Writer, id: string): Promise<Document | undefined> =>
  tx.selectFrom('document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type Facts = Pick<Document, 'id' | 'title' | 'number' | 'kind' | 'unit' | 'year' | 'guessed' | 'version'>
export const changeFacts = (tx: Writer, { id, guessed, version, ...facts }: Facts) =>
  tx
    .updateTable('document')
    .set({ ...facts, guessed: json(guessed), version: version + 1 })
    .where('id', '=', id)
    .execute()

const chunk = 2000

/** Writes down a paper's paragraphs; the former ones must have been dropped before. */
export async function addPassages(tx: Writer, document: string, passages: readonly Passage[]): Promise<void> {
  for (let i = 0; i < passages.length; i += chunk) {
    const rows = passages
      .slice(i, i + chunk)
      .map(({ no, start, end, page, heading }) => ({ id: newId(), document, no, startsAt: start, endsAt: end, page, heading }))
    await tx.insertInto('paragraph').values(rows).execute()
  }
}

export const passageIds = async (tx: Writer, document: string): Promise<string[]> =>
  (await tx.selectFrom('paragraph').select('id').where('document', '=', document).execute()).map(({ id }) => id)

export const addUnreadable = (tx: Writer, paper: Document) =>
  tx
    .insertInto('document')
    .values({
      ...paper,
      guessed: json(paper.guessed),
      silentPages: json(paper.silentPages),
      reasonFacts: paper.reasonFacts && json(paper.reasonFacts),
    })
    .execute()

export const dropDocument = (tx: Writer, id: string) => tx.deleteFrom('document').where('id', '=', id).execute()

/** Before a batch is undone: its unreadable files go, and the paragraphs of papers it gave a new edition, which come back as they were. */
export async function forgetDerived(tx: Writer, batch: string): Promise<string[]> {
  await tx.deleteFrom('document').where('batch', '=', batch).where('state', '=', 'unreadable').execute()
  const replaced = await tx.selectFrom('documentEdition').select('document').where('batch', '=', batch).execute()
  const ids = replaced.map(({ document }) => document)
  if (ids.length > 0) await tx.deleteFrom('paragraph').where('document', 'in', ids).execute()
  return ids
}

/** One writer at a time may take in a paper of this name. */
export const lockName = (tx: Writer, name: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`document:${name}`}, 0))`.execute(tx)
