import { sql } from 'kysely'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import type { MentionLine, PostLine, QueueFilters } from './contract.ts'
import type { Mention, MentionVerdict, RegisterPrint, Standing } from './model.ts'

/** Mentions with the person's verdict about the same span of the same bytes; of the reader's place and places below. */
const known = (read: Reader) =>
  read
    .selectFrom('mention')
    .innerJoin('document', 'document.id', 'mention.document')
    .leftJoin('mentionVerdict', (join) =>
      join
        .onRef('mentionVerdict.sha256', '=', 'mention.sha256')
        .onRef('mentionVerdict.kind', '=', 'mention.kind')
        .onRef('mentionVerdict.start', '=', 'mention.start')
        .onRef('mentionVerdict.end', '=', 'mention.end'),
    )

const standingNow = sql<Standing>`coalesce(mention_verdict.verdict, mention.decision)`
const meantNow = sql<
  string | null
>`case when mention_verdict.id is not null then mention_verdict.target when mention.decision = 'link' then mention.target end`

const lines = (read: Reader) =>
  known(read)
    .leftJoin('official', (join) => join.on((is) => is('official.id', '=', meantNow)))
    .leftJoin('unit', (join) => join.on((is) => is('unit.id', '=', meantNow)))
    .leftJoin('regulation', (join) => join.on((is) => is('regulation.id', '=', meantNow)))
    .select([
      'mention.id',
      'mention.document',
      'mention.sha256',
      'mention.paragraph',
      'mention.start',
      'mention.end',
      'mention.surface',
      'mention.kind',
      'mention.adverse',
      'document.name as documentName',
      'document.title as documentTitle',
      standingNow.as('standing'),
      meantNow.as('target'),
      sql<string | null>`coalesce(official.name, unit.name, regulation.title)`.as('name'),
      sql<string | null>`coalesce(official.number, unit.number)`.as('number'),
    ])

const fitting = (read: Reader, filters: Omit<QueueFilters, 'standing'>) =>
  known(read)
    .where('mention.kind', '=', filters.kind)
    .$if(filters.document !== undefined, (query) => query.where('mention.document', '=', filters.document ?? ''))
    .$if(Boolean(filters.q), (query) => query.where('mention.surface', 'like', `%${likeText(filters.q ?? '')}%`))

export async function queueOf(read: Reader, filters: QueueFilters & { offset: number; limit: number }) {
  const wanted: readonly Standing[] = filters.standing.length > 0 ? filters.standing : ['review']
  const ids = fitting(read, filters).where(standingNow, 'in', wanted)
  const total = await countOf(ids.select((is) => is.fn.countAll().as('count')))
  const page = await ids
    .select('mention.id')
    .orderBy('document.importedOn', 'desc')
    .orderBy('document.id')
    .orderBy('mention.start')
    .limit(filters.limit)
    .offset(filters.offset)
    .execute()
  return {
    rows: await linesFor(
      read,
      page.map(({ id }) => id),
    ),
    total,
  }
}

async function linesFor(read: Reader, ids: readonly string[]): Promise<MentionLine[]> {
  if (ids.length === 0) return []
  const found = await lines(read).where('mention.id', 'in', ids).execute()
  const order = new Map(ids.map((id, k) => [id, k]))
  return found.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
}

export async function countsOf(read: Reader, filters: Omit<QueueFilters, 'standing'>): Promise<Record<Standing, number>> {
  const rows = await fitting(read, filters)
    .select((is) => [standingNow.as('standing'), is.fn.countAll().as('count')])
    .groupBy(standingNow)
    .execute()
  const counts = { link: 0, review: 0, none: 0, confirmed: 0, rejected: 0, reassigned: 0 }
  for (const { standing, count } of rows) counts[standing] = Number(count)
  return counts
}

export const findLine = (read: Reader, id: string): Promise<MentionLine | undefined> =>
  lines(read).where('mention.id', '=', id).executeTakeFirst()

export const linesInDocument = (read: Reader, document: string): Promise<MentionLine[]> =>
  lines(read).where('mention.document', '=', document).orderBy('mention.start').orderBy('mention.end').execute()

/** Mentions that mean this official as things stand, with the scorer's figures. */
export const linesOfOfficial = (read: Reader, official: string) =>
  lines(read)
    .select(['mention.score', 'mention.decision'])
    .where('mention.kind', '=', 'official')
    .where(meantNow, '=', official)
    .orderBy('document.year')
    .orderBy('document.name')
    .orderBy('mention.start')
    .execute()

export const findMention = (read: Reader, id: string): Promise<Mention | undefined> =>
  read.selectFrom('mention').selectAll().where('id', '=', id).executeTakeFirst()

type Place = Pick<Mention, 'sha256' | 'kind' | 'start' | 'end'>
export const findVerdict = (read: Reader, at: Place): Promise<MentionVerdict | undefined> =>
  read
    .selectFrom('mentionVerdict')
    .selectAll()
    .where('sha256', '=', at.sha256)
    .where('kind', '=', at.kind)
    .where('start', '=', at.start)
    .where('end', '=', at.end)
    .executeTakeFirst()

export async function dropVerdict(tx: Writer, at: Place): Promise<void> {
  await tx
    .deleteFrom('mentionVerdict')
    .where('sha256', '=', at.sha256)
    .where('kind', '=', at.kind)
    .where('start', '=', at.start)
    .where('end', '=', at.end)
    .execute()
}

export async function keepVerdict(tx: Writer, verdict: MentionVerdict): Promise<void> {
  await dropVerdict(tx, verdict)
  await tx.insertInto('mentionVerdict').values(verdict).execute()
}

export const textOf = (read: Reader, document: string) =>
  read.selectFrom('documentText').select('text').where('document', '=', document).executeTakeFirst()
export const passageOf = (read: Reader, document: string, no: number) =>
  read.selectFrom('paragraph').select(['startsAt', 'endsAt']).where('document', '=', document).where('no', '=', no).executeTakeFirst()

export const spansBetween = (read: Reader, about: { document: string; from: number; to: number }) =>
  known(read)
    .select(['mention.start', 'mention.end', standingNow.as('standing')])
    .where('mention.document', '=', about.document)
    .where('mention.kind', '=', 'official')
    .where('mention.start', '>=', about.from)
    .where('mention.end', '<=', about.to)
    .orderBy('mention.start')
    .execute()

export type Named = { target: string; number: string; name: string; posts: PostLine[] }
/** Officials or units by id, officials with their posts, latest first. */
export async function namedBy(read: Reader, kind: Mention['kind'], ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return []
  if (kind === 'regulation') {
    const rows = await read.selectFrom('regulation').select(['id', 'title']).where('id', 'in', ids).execute()
    return rows.map(({ id, title }) => ({ target: id, number: '', name: title, posts: [] }))
  }
  const rows = await read.selectFrom(kind).select(['id', 'number', 'name']).where('id', 'in', ids).execute()
  const posts = kind === 'official' ? await postsOf(read, ids) : new Map<string, PostLine[]>()
  return rows.map(({ id, number, name }) => ({ target: id, number, name, posts: posts.get(id) ?? [] }))
}

async function postsOf(read: Reader, officials: readonly string[]): Promise<Map<string, PostLine[]>> {
  const rows = await read
    .selectFrom('tenure')
    .innerJoin('unit', 'unit.id', 'tenure.unit')
    .select(['tenure.official', 'unit.name as unit', 'tenure.post', 'tenure.startsOn', 'tenure.endsOn'])
    .where('tenure.official', 'in', officials)
    .orderBy('tenure.startsOn', 'desc')
    .execute()
  const posts = new Map<string, PostLine[]>()
  for (const { official, ...post } of rows) posts.set(official, [...(posts.get(official) ?? []), post])
  return posts
}

export const isOfficial = async (read: Reader, id: string): Promise<boolean> =>
  (await read.selectFrom('official').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

const chunk = 500
/** Puts a scan's mentions in the place of the paper's former ones; a mention of the same span keeps its id. */
export async function replaceMentions(tx: Writer, document: string, mentions: readonly Mention[]): Promise<void> {
  const former = await tx.selectFrom('mention').select(['id', 'kind', 'start', 'end']).where('document', '=', document).execute()
  const ids = new Map(former.map(({ id, kind, start, end }) => [`${kind}:${start}:${end}`, id]))
  await tx.deleteFrom('mention').where('document', '=', document).execute()
  for (let i = 0; i < mentions.length; i += chunk) {
    const rows = mentions.slice(i, i + chunk).map((mention) => ({
      ...mention,
      id: ids.get(`${mention.kind}:${mention.start}:${mention.end}`) ?? mention.id,
      candidates: json(mention.candidates),
    }))
    await tx.insertInto('mention').values(rows).execute()
  }
}

export const printsKept = (read: Reader): Promise<RegisterPrint[]> => read.selectFrom('registerPrint').selectAll().execute()

export async function keepPrints(tx: Writer, prints: readonly RegisterPrint[]): Promise<void> {
  await tx.deleteFrom('registerPrint').execute()
  for (let i = 0; i < prints.length; i += 2000)
    await tx
      .insertInto('registerPrint')
      .values(prints.slice(i, i + 2000).map((each) => ({ ...each, names: json(each.names) })))
      .execute()
}

/** Readable papers whose folded text holds any of these folded names. */
export async function papersSpeakingOf(read: Reader, names: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (let i = 0; i < names.length; i += 200) {
    const patterns = names.slice(i, i + 200).map((name) => `%${likeText(name)}%`)
    const rows = await read
      .selectFrom('documentText')
      .select('document')
      .where(sql<boolean>`folded like any (${sql.val(patterns)})`)
      .execute()
    for (const { document } of rows) found.add(document)
  }
  return [...found].sort()
}

export const allPapers = async (read: Reader): Promise<string[]> =>
  (await read.selectFrom('documentText').select('document').orderBy('document').execute()).map(({ document }) => document)
