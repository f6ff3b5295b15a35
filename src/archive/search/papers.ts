import { sql } from 'kysely'
import { fold } from '../../kernel/fold.ts'
import type { Reader } from '../../platform/db.ts'
import { paragraphsIn } from '../reports/rules/paragraphs.ts'
import { groupedBy } from './rules/grouped.ts'
import { lastUpTo } from './rules/marks.ts'
import type { Candidate } from './searchable.ts'

/** A paragraph; in a law, also the article it stands in. */
export type Spot = { no: number; start: number; end: number; article?: number | null; suffix?: number }
/** A text as it is shown from: its words and its paragraphs. */
export type Sheet = { text: string; spots: readonly Spot[] }
/** What ranking and counting need of a text: its folding, and at which folded unit each paragraph begins. */
export type Outline = { folded: string; begins: Uint32Array }

/** Words and paragraphs of these texts; a law is cut into paragraphs as a paper is. */
export async function sheetsOf(read: Reader, wanted: readonly Candidate[]): Promise<ReadonlyMap<string, Sheet>> {
  const ids = (room: Candidate['room']) => wanted.filter((each) => each.room === room).map(({ id }) => id)
  return new Map([...(await reportSheets(read, ids('reports'))), ...(await lawSheets(read, ids('regulations')))])
}

async function reportSheets(read: Reader, ids: readonly string[]): Promise<[string, Sheet][]> {
  if (ids.length === 0) return []
  const texts = await read
    .selectFrom('documentText')
    .select(['document', 'text'])
    .where('document', 'in', [...ids])
    .execute()
  const rows = await read
    .selectFrom('paragraph')
    .select(['document', 'no', 'startsAt as start', 'endsAt as end'])
    .where('document', 'in', [...ids])
    .orderBy('document')
    .orderBy('no')
    .execute()
  const spots = groupedBy(rows, ({ document }) => document)
  return texts.map(({ document, text }) => [document, { text, spots: spots.get(document) ?? [] }])
}

async function lawSheets(read: Reader, ids: readonly string[]): Promise<[string, Sheet][]> {
  if (ids.length === 0) return []
  const texts = await read
    .selectFrom('regulationVersion')
    .select(['id', 'text'])
    .where('id', 'in', [...ids])
    .execute()
  const articles = await read
    .selectFrom('provision')
    .select(['regulationVersion', 'startsAt', 'endsAt', 'article', 'suffix'])
    .where('regulationVersion', 'in', [...ids])
    .where('kind', '=', 'article')
    .orderBy('startsAt')
    .execute()
  const ofVersion = groupedBy(articles, ({ regulationVersion }) => regulationVersion)
  return texts.map(({ id, text }) => [id, { text, spots: lawSpots(text, ofVersion.get(id) ?? []) }])
}

type Article = { startsAt: number; endsAt: number; article: number | null; suffix: number }

function lawSpots(text: string, articles: readonly Article[]): Spot[] {
  const starts = articles.map(({ startsAt }) => startsAt)
  return paragraphsIn(text).map(({ no, start, end }) => {
    const holder = articles[lastUpTo(starts, start)]
    const inside = holder && start < holder.endsAt ? holder : null
    return { no, start, end, article: inside?.article ?? null, suffix: inside?.suffix ?? 0 }
  })
}

/** A text with the offsets at which its paragraphs begin: all that an outline is made of, one row a text. */
type Bare = { id: string; text: string; starts: readonly number[] }

async function bareTexts(read: Reader, wanted: readonly Candidate[]): Promise<Bare[]> {
  const ids = (room: Candidate['room']) => wanted.filter((each) => each.room === room).map(({ id }) => id)
  const starts = sql<
    number[]
  >`coalesce((select array_agg(p.starts_at order by p.no) from paragraph as p where p.document = t.document), '{}')`
  const reports = await read
    .selectFrom('documentText as t')
    .select(['t.document as id', 't.text', starts.as('starts')])
    .where('t.document', 'in', [nobody, ...ids('reports')])
    .execute()
  const laws = await read
    .selectFrom('regulationVersion')
    .select(['id', 'text'])
    .where('id', 'in', [nobody, ...ids('regulations')])
    .execute()
  return [...reports, ...laws.map(({ id, text }) => ({ id, text, starts: paragraphsIn(text).map(({ start }) => start) }))]
}
const nobody = '00000000-0000-0000-0000-000000000000'

function outlineOf({ text, starts }: Bare): Outline {
  const folded = fold(text)
  const begins = Uint32Array.from(starts, (start) => {
    const at = lastUpTo(folded.at, start)
    return (folded.at[at] ?? start) < start ? at + 1 : firstOf(folded.at, at)
  })
  return { folded: folded.text, begins }
}

/** A character that folds to several units: the first of them. */
function firstOf(at: Uint32Array, index: number): number {
  let first = index
  while (first > 0 && at[first - 1] === at[index]) first -= 1
  return first
}

/** Outlines stay in memory under the text's own print, so that they are never stale; the oldest go first. */
const kept = new Map<string, Outline>()
let keptUnits = 0
const mostUnits = 80_000_000
const keyOf = ({ id, sha256 }: Candidate) => `${id} ${sha256}`
const chunk = 200

export async function outlinesOf(read: Reader, wanted: readonly Candidate[]): Promise<ReadonlyMap<string, Outline>> {
  const outlines = new Map(wanted.flatMap((each) => entryOf(each.id, kept.get(keyOf(each)))))
  const missing = wanted.filter(({ id }) => !outlines.has(id))
  for (let i = 0; i < missing.length; i += chunk) {
    const part = missing.slice(i, i + chunk)
    const keys = new Map(part.map((each) => [each.id, keyOf(each)]))
    for (const bare of await bareTexts(read, part)) {
      const outline = outlineOf(bare)
      outlines.set(bare.id, outline)
      keep(keys.get(bare.id) ?? bare.id, outline)
    }
  }
  return outlines
}
const entryOf = (id: string, outline: Outline | undefined): [string, Outline][] => (outline ? [[id, outline]] : [])

function keep(key: string, outline: Outline): void {
  kept.set(key, outline)
  keptUnits += outline.folded.length
  for (const [oldest, { folded }] of kept) {
    if (keptUnits <= mostUnits) return
    kept.delete(oldest)
    keptUnits -= folded.length
  }
}
