import { sql } from 'kysely'
import { likeText, type Reader, type Writer } from '../../platform/db.ts'
import type { IssuedPaper, PaperEdition, PaperState, PaperTemplate, ServiceReceipt } from './model.ts'

const prefixOf = (place: string): string => (place.length > 6 ? place.replace(/000$/, '') : place.replace(/(00)+$/, ''))

/** Text that begins every jurisdiction code of a place and of the places inside it, for LIKE (GB/T 2260). */
export const placesIn = (place: string): string => (place === '*' ? '%' : `${likeText(prefixOf(place))}%`)

/** Whether a place lies within another, or is it; `*` is everywhere. */
export const liesWithin = (code: string, place: string): boolean => place === '*' || code.startsWith(prefixOf(place))

export const findPaper = (read: Reader, id: string): Promise<IssuedPaper | undefined> =>
  read.selectFrom('issuedPaper').selectAll().where('id', '=', id).executeTakeFirst()

export const lockPaper = (tx: Writer, id: string): Promise<IssuedPaper | undefined> =>
  tx.selectFrom('issuedPaper').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type Which = { kinds?: readonly string[]; states?: readonly PaperState[] }
/**
 * The papers of a subject such as `project:<id>`, oldest first; narrowed to some document types or states when asked.
 * A procedure asks it what is out: `papersOf(read, subject, { kinds: ['auditNotice'], states: ['issued'] })`.
 */
export function papersOf(read: Reader, subject: string, which: Which = {}): Promise<IssuedPaper[]> {
  let query = read.selectFrom('issuedPaper').selectAll().where('subject', '=', subject)
  if (which.kinds) query = query.where('kind', '=', sql<string>`any(${[...which.kinds]}::text[])`)
  if (which.states) query = query.where('state', '=', sql<PaperState>`any(${[...which.states]}::text[])`)
  return query.orderBy('draftedOn').orderBy('id').execute()
}

/** The service receipts of papers, in the order they were sent. */
export const receiptsOf = (read: Reader, papers: readonly string[]): Promise<ServiceReceipt[]> =>
  papers.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('serviceReceipt')
        .selectAll()
        .where('paper', '=', sql<string>`any(${[...papers]}::uuid[])`)
        .orderBy('sentOn')
        .orderBy('id')
        .execute()

export const editionsOf = (read: Reader, paper: string): Promise<PaperEdition[]> =>
  read.selectFrom('paperEdition').selectAll().where('paper', '=', paper).orderBy('edition').execute()

/** The template an office uses for a document type now; undefined means the house's own. */
export const activeTemplate = (read: Reader, about: { kind: string; jurisdiction: string }): Promise<PaperTemplate | undefined> =>
  read
    .selectFrom('paperTemplate')
    .selectAll()
    .where('kind', '=', about.kind)
    .where('jurisdiction', 'in', [about.jurisdiction, '*'])
    .where('state', '=', 'active')
    .orderBy((by) => by('jurisdiction', '=', '*'))
    .executeTakeFirst()

/** The names behind accounts; an account that is gone keeps its own sign. */
export async function namesOf(read: Reader, accounts: readonly (string | null)[]): Promise<Record<string, string>> {
  const asked = accounts.filter((each) => each !== null)
  if (asked.length === 0) return {}
  const rows = await read.selectFrom('account').select(['account', 'name']).where('account', 'in', asked).execute()
  return Object.fromEntries(rows.map(({ account, name }) => [account, name]))
}

const ofProject = ['evidence', 'workingPaper', 'talk', 'correction'] as const
/** The project a paper belongs to: the one it is about, or that of the sheet, working paper, talk or correction it is about. */
async function projectIdOf(read: Reader, subject: string): Promise<string | undefined> {
  const [table, id = ''] = subject.split(':')
  if (table === 'project') return id
  const part = ofProject.find((each) => each === table)
  if (!part) return undefined
  return (await read.selectFrom(part).select('project').where('id', '=', id).executeTakeFirst())?.project
}

/** Whether a subject is a project or a part of one, so that a paper about it needs the project to be known. */
export const isOfProject = (subject: string): boolean => ['project', ...ofProject].includes(subject.split(':')[0] ?? '')

/** The jurisdiction, number and auditing organ of the project a paper belongs to, if it belongs to one. */
export async function projectOf(
  read: Reader,
  subject: string,
): Promise<{ id: string; jurisdiction: string; number: string | null; auditedBy: string } | undefined> {
  const id = await projectIdOf(read, subject)
  if (id === undefined) return undefined
  return read.selectFrom('project').select(['id', 'jurisdiction', 'number', 'auditedBy']).where('id', '=', id).executeTakeFirst()
}
