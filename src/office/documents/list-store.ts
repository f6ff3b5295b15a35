import { sql } from 'kysely'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import type { PaperFilter, PaperLine } from './contract.ts'
import type { IssuedPaper } from './model.ts'
import { papersOf, placesIn } from './store.ts'

const unserved = sql<boolean>`issued_paper.state = 'issued' and exists (select 1 from service_receipt r where r.paper = issued_paper.id and r.served_on is null)`

function fitting(read: Reader, filter: PaperFilter) {
  let query = read.selectFrom('issuedPaper')
  if (filter.kind.length > 0) query = query.where('kind', 'in', filter.kind)
  if (filter.state.length > 0) query = query.where('state', 'in', filter.state)
  if (filter.secrecy.length > 0) query = query.where('secrecy', 'in', filter.secrecy)
  if (filter.from) query = query.where('paperOn', '>=', filter.from)
  if (filter.until) query = query.where('paperOn', '<=', filter.until)
  if (filter.unserved) query = query.where(unserved)
  if (!filter.q) return query
  const like = `%${likeText(filter.q)}%`
  return query.where((is) => is.or([is('title', 'like', like), is('number', 'like', like)]))
}

const sorts = { number: 'number', title: 'title', paperOn: 'paperOn', state: 'state', kind: 'kind' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

const counting = (read: Reader) =>
  read
    .selectFrom('serviceReceipt')
    .groupBy('paper')
    .select((of) => ['paper', of.fn.countAll<number>().as('sent'), of.fn.count<number>('servedOn').as('served')])
type Served = Awaited<ReturnType<ReturnType<typeof counting>['execute']>>
/** How many recipients each paper was sent to, and how many of them are served. */
const servedOf = (read: Reader, papers: readonly string[]): Promise<Served> =>
  papers.length === 0
    ? Promise.resolve([])
    : counting(read)
        .where('paper', 'in', [...papers])
        .execute()

/** Papers as lines of a list, with how far their service has come. */
function asLines(papers: readonly IssuedPaper[], counts: Served): PaperLine[] {
  const counted = new Map(counts.map((row) => [row.paper, { sent: Number(row.sent), served: Number(row.served) }]))
  return papers.map(({ head, fieldValues: _, ...paper }) => ({
    ...paper,
    issuers: head.issuers,
    ...(counted.get(paper.id) ?? { sent: 0, served: 0 }),
  }))
}

/** One page of the register, newest day first unless sorted otherwise; drafts, which have no day yet, stand on top. */
export async function listPapers(read: Reader, filter: PaperFilter): Promise<{ rows: PaperLine[]; total: number }> {
  const total = await countOf(fitting(read, filter).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '-paperOn').replace(/^-/, '')
  const downward = (filter.sort ?? '-paperOn').startsWith('-')
  const rows = await fitting(read, filter)
    .selectAll('issuedPaper')
    .orderBy(isSort(key) ? sorts[key] : 'paperOn', (by) => (downward ? by.desc().nullsFirst() : by.asc().nullsLast()))
    .orderBy('issuedPaper.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const served = await servedOf(
    read,
    rows.map(({ id }) => id),
  )
  return { total, rows: asLines(rows, served) }
}

/** The papers of one subject as lines, oldest first; both questions are asked at once. */
export async function linesOfSubject(read: Reader, subject: string): Promise<PaperLine[]> {
  const about = read.selectFrom('issuedPaper').select('id').where('subject', '=', subject)
  const [papers, served] = await Promise.all([papersOf(read, subject), counting(read).where('paper', 'in', about).execute()])
  return asLines(papers, served)
}

export const frozenPapers = (read: Reader, place: string) =>
  read
    .selectFrom('issuedPaper')
    .where('jurisdiction', 'like', placesIn(place))
    .where('sha256', 'is not', null)
    .select(['issuedPaper.id', 'number', 'title', 'sha256'])
    .orderBy('issuedPaper.id')
    .execute()
