import type { PageStart } from '../model.ts'
import { headingsIn, type Line } from './headings.ts'
import { han, headingStop } from './lexicon.ts'

export type Passage = { no: number; start: number; end: number; page: number | null; heading: number | null }

const longestTitle = 60
const leastTitle = 4
const leastBody = 40

/**
 * Cuts a text into paragraphs: at line breaks, before every heading that stands inside a line, and behind a heading's
 * title when the body follows it after white space. Every character that is not white space belongs to exactly one.
 */
export function paragraphsIn(text: string, pages: readonly PageStart[] = []): Passage[] {
  const lines = linesIn(text)
  const headings = headingsIn(text, lines)
  const levels = new Map(headings.map(({ at, level }) => [at, level]))
  let next = 0
  const spans = lines.flatMap((line) => {
    const cuts: number[] = []
    for (; next < headings.length && (headings[next]?.at ?? line.end) < line.end; next += 1) cuts.push(headings[next]?.at ?? line.start)
    return piecesOf(text, line, cuts)
  })
  const pageAt = pageFinder(pages)
  return spans.map(({ start, end }, i) => ({ no: i + 1, start, end, page: pageAt(start), heading: levels.get(start) ?? null }))
}

function linesIn(text: string): Line[] {
  return [...text.matchAll(/[^\n\r\f\v\u2028\u2029]+/g)].flatMap(({ index, 0: words }) =>
    trimmed(text, { start: index, end: index + words.length }),
  )
}

function trimmed(text: string, span: Line): Line[] {
  const words = text.slice(span.start, span.end)
  const start = span.start + words.length - words.trimStart().length
  const end = span.end - (words.length - words.trimEnd().length)
  return start < end ? [{ start, end }] : []
}

function piecesOf(text: string, line: Line, cuts: readonly number[]): Line[] {
  const starts = [...new Set([line.start, ...cuts])]
  return starts.flatMap((start, i) => {
    const piece = { start, end: starts[i + 1] ?? line.end }
    const split = cuts.includes(start) ? titleEnd(text, piece) : null
    const parts =
      split === null
        ? [piece]
        : [
            { start, end: split },
            { start: split, end: piece.end },
          ]
    return parts.flatMap((part) => trimmed(text, part))
  })
}

/** Where a heading's title ends and its body begins after white space; null when they do not stand so. */
function titleEnd(text: string, piece: Line): number | null {
  const words = text.slice(piece.start, Math.min(piece.end, piece.start + longestTitle))
  const stop = words.search(headingStop)
  if (stop < leastTitle || !/\s/.test(words.charAt(stop))) return null
  const body = text.slice(piece.start + stop, piece.end).trimStart()
  if (body.length < leastBody || !han.test(words.charAt(stop - 1)) || !han.test(body.charAt(0))) return null
  return piece.start + stop
}

function pageFinder(pages: readonly PageStart[]): (at: number) => number | null {
  let next = 0
  return (at) => {
    while (next < pages.length && (pages[next]?.start ?? 0) <= at) next += 1
    return pages[next - 1]?.page ?? null
  }
}

/** What an outline shows of a heading: its words up to the end of the first sentence. */
export function headingTitle(text: string, passage: { start: number; end: number }): string {
  const words = text.slice(passage.start, passage.end)
  const stop = words.search(/[。！？\n]/)
  const title = stop < 0 ? words : words.slice(0, stop)
  return title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title
}
