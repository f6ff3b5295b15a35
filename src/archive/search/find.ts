import { fold, foldedText } from '../../kernel/fold.ts'
import type { Tongue } from '../../kernel/say.ts'
import type { Reader } from '../../platform/db.ts'
import type { Found } from './contract.ts'
import type { Engine } from './engine.ts'
import type { Hit, Mark } from './model.ts'
import { type Outline, outlinesOf, type Sheet, sheetsOf } from './papers.ts'
import { groupedBy } from './rules/grouped.ts'
import { lastUpTo, marksOf, spansOf } from './rules/marks.ts'
import { fieldsIn, positiveTerms, type Query } from './rules/query.ts'
import type { Candidate } from './searchable.ts'
import { papersWaiting, unsearchableIn } from './unsearchable.ts'

/** A matching text with what ranks it; `paragraphs` are the indexes of those with a match, or the first when none has one. */
type Ranked = { candidate: Candidate; titleHits: number; count: number; paragraphs: readonly number[] }
type Page = { offset: number; limit: number }
/** The query as given and as read, for a reader of this place. */
export type Asked = Page & { given: string; query: Query; tongue: Tongue }

function rank(candidate: Candidate, outline: Outline, terms: readonly string[]): Ranked {
  const spans = spansOf(outline.folded, terms)
  const paragraphs = new Set(spans.map(({ start }) => Math.max(0, lastUpTo(outline.begins, start))))
  const title = foldedText(candidate.title)
  const titleHits = terms.filter((term) => title.includes(term)).length
  return { candidate, titleHits, count: spans.length, paragraphs: paragraphs.size > 0 ? [...paragraphs] : [0] }
}

/** Terms in the title first, then the number of matches, then the newer, then the id: the same order every time. */
const inOrder = (a: Ranked, b: Ranked): number =>
  b.titleHits - a.titleHits ||
  b.count - a.count ||
  (b.candidate.year ?? 0) - (a.candidate.year ?? 0) ||
  (a.candidate.id < b.candidate.id ? -1 : 1)

/** The hits of this page: which paragraphs of which texts. */
function onPage(ranked: readonly Ranked[], { offset, limit }: Page): { candidate: Candidate; indexes: readonly number[] }[] {
  let skip = offset
  let room = limit
  const page: { candidate: Candidate; indexes: readonly number[] }[] = []
  for (const { candidate, paragraphs } of ranked) {
    if (room <= 0) return page
    const indexes = paragraphs.slice(skip, skip + room)
    skip = Math.max(0, skip - paragraphs.length)
    room -= indexes.length
    if (indexes.length > 0) page.push({ candidate, indexes })
  }
  return page
}

function hitsIn(candidate: Candidate, sheet: Sheet, { indexes, terms }: { indexes: readonly number[]; terms: readonly string[] }): Hit[] {
  const marks = marksOf(fold(sheet.text), terms)
  const starts = sheet.spots.map(({ start }) => start)
  const byParagraph = groupedBy(marks, ([start]) => Math.max(0, lastUpTo(starts, start)))
  const { id, room, kind, year, title, name, regulation } = candidate
  return indexes.flatMap((index) => {
    const spot = sheet.spots[index]
    const own: Mark[] = byParagraph.get(index) ?? []
    if (!spot) return []
    const { no, start, end, article = null, suffix = 0 } = spot
    const place = { paragraph: no, start, end, text: sheet.text.slice(start, end), marks: own }
    return [{ document: name, title, ...place, id, room, kind, year, regulation, article, suffix }]
  })
}

const counted = <K>(values: readonly K[]): { value: K; count: number }[] =>
  [...groupedBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }))

/** Everything a search answers: the matching texts exactly counted, one page of their paragraphs, and what could not be searched. */
export async function findIn(read: Reader, engine: Engine, asked: Asked): Promise<Found> {
  const found = await engine.matching(asked.query)
  const terms = positiveTerms(asked.query)
  const outlines = await outlinesOf(read, found)
  const ranked = found.flatMap((each) => rankedOf(each, outlines.get(each.id), terms)).toSorted(inOrder)
  const page = onPage(ranked, asked)
  const sheets = await sheetsOf(
    read,
    page.map(({ candidate }) => candidate),
  )
  return {
    query: asked.given,
    total: found.length,
    paragraphs: ranked.reduce((sum, each) => sum + each.paragraphs.length, 0),
    ...(await gaps(read, asked)),
    hits: page.flatMap(({ candidate, indexes }) => hitsIn(candidate, sheets.get(candidate.id) ?? noSheet, { indexes, terms })),
    ...facets(found),
  }
}
const noSheet: Sheet = { text: '', spots: [] }

async function gaps(read: Reader, { query, tongue }: Asked) {
  const unsearchable = await unsearchableIn(read, tongue)
  const asksNames = fieldsIn(query).some(({ field }) => field === 'person' || field === 'law')
  const waiting = asksNames ? await papersWaiting(read) : 0
  return { complete: unsearchable.length === 0 && waiting === 0, waiting, unsearchable }
}

const facets = (found: readonly Candidate[]) => ({
  kinds: counted(found.map(({ kind }) => kind)).map(({ value, count }) => ({ kind: value, count })),
  years: counted(found.map(({ year }) => year))
    .map(({ value, count }) => ({ year: value, count }))
    .toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)),
})
const rankedOf = (candidate: Candidate, outline: Outline | undefined, terms: readonly string[]): Ranked[] =>
  outline ? [rank(candidate, outline, terms)] : []
