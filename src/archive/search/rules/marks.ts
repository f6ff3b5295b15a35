import { type Folded, type Span, unfold } from '../../../kernel/fold.ts'
import type { Mark } from '../model.ts'

/** Where a term stands in a folded text, left to right, none inside another. */
export function placesOf(folded: string, term: string): number[] {
  const places: number[] = []
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) places.push(at)
  return places
}

/** All places of all terms as spans of folded units, in order; overlapping ones of different terms become one. */
export function spansOf(folded: string, terms: readonly string[]): Span[] {
  const all = terms.flatMap((term) => placesOf(folded, term).map((start) => ({ start, end: start + term.length })))
  const merged: Span[] = []
  for (const span of all.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}

/** The same spans in the original text. */
export const marksOf = (folded: Folded, terms: readonly string[]): Mark[] =>
  spansOf(folded.text, terms).map((span) => {
    const { start, end } = unfold(folded, span)
    return [start, end]
  })

/** The index of the last number that is not greater; -1 when all are. */
export function lastUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
