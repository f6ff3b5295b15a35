import { type Folded, fold, isHan, type Span, unfold } from '../../../kernel/fold.ts'
import { endsLine, startsItem } from './lexicon.ts'

/** A paper ready for linking: its decoded text, the folded text all rules read, and where sentences and paragraphs end in it. */
export type Paper = {
  original: string
  text: string
  folded: Folded
  /** True when something that was white space stands before folded unit i. */
  gapBefore(i: number): boolean
  /** True when a line ends before folded unit i and the line was not merely wrapped. */
  lineBefore(i: number): boolean
  sentenceAt(i: number): Span
  paragraphAt(i: number): Span
  /** Folded span -> span of the decoded text. */
  back(span: Span): Span
}

export function openPaper(original: string): Paper {
  const folded = fold(original)
  const text = folded.text
  const breaks = lineBreaks(original, folded)
  const gapBefore = (i: number) => i <= 0 || text[i - 1] === ' ' || text[i] === ' ' || (folded.at[i] ?? 0) > (folded.ends[i - 1] ?? 0)
  const lineBefore = (i: number) => i <= 0 || breaks.has(i)
  const paragraphs = Uint32Array.from([...new Set([0, ...breaks])].filter((i) => i < text.length || i === 0)).sort()
  const sentences = sentenceStarts(text, paragraphs)
  return {
    original,
    text,
    folded,
    gapBefore,
    lineBefore,
    sentenceAt: (i) => around(sentences, i, text.length),
    paragraphAt: (i) => around(paragraphs, i, text.length),
    back: (span) => unfold(folded, span),
  }
}

/** Where each sentence (or line) of the folded text begins, ascending. */
function sentenceStarts(text: string, lines: Uint32Array): Uint32Array {
  const found: number[] = []
  let line = 0
  for (let i = 1; i < text.length; i += 1) {
    const unit = text.charCodeAt(i - 1)
    if (!(unit === 0x3002 || unit === 0x21 || unit === 0x3f)) continue
    while (line < lines.length && (lines[line] ?? 0) < i) found.push(lines[line++] ?? 0)
    if (lines[line] !== i) found.push(i)
  }
  return Uint32Array.from([...found, ...lines.subarray(line)])
}

function around(begins: Uint32Array, at: number, length: number): Span {
  let low = 0
  let high = begins.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((begins[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return { start: begins[low] ?? 0, end: begins[low + 1] ?? length }
}

/** Folded units that begin a line. A single line feed inside a long line of running text is taken for mere wrapping. */
function lineBreaks(original: string, folded: Folded): ReadonlySet<number> {
  const breaks = new Set<number>()
  let unit = 0
  let lineStart = 0
  for (let feed = original.indexOf('\n'); feed >= 0; feed = original.indexOf('\n', feed + 1)) {
    unit = firstUnitAfter(folded, feed, unit)
    if (!isWrap(original, { lineStart, feed })) breaks.add(unit)
    lineStart = feed + 1
  }
  return breaks
}

function firstUnitAfter(folded: Folded, feed: number, from: number): number {
  let unit = from
  let high = folded.text.length
  while (unit < high) {
    const middle = (unit + high) >> 1
    if ((folded.ends[middle] ?? 0) <= feed || folded.text[middle] === ' ') unit = middle + 1
    else high = middle
  }
  return unit
}

const shortestWrapped = 18
function isWrap(original: string, line: { lineStart: number; feed: number }): boolean {
  const { lineStart, feed } = line
  if (feed - lineStart < shortestWrapped) return false
  const before = original.slice(lineStart, feed).trimEnd()
  const after = original.slice(feed + 1, feed + 40)
  if (before === '' || /^\s*\n/.test(after) || /^[ \t\u3000]{2,}/.test(after) || startsItem.test(after)) return false
  const last = before.at(-1) ?? ''
  return !endsLine.has(last) && (isHan(last.codePointAt(0) ?? 0) || /[\w%]/.test(last))
}
