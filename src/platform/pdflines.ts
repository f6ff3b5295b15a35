import type { PageStart, ReadText } from './reading.ts'

/** A piece of text where it stands on its page; points from the lower left. */
export type PlacedText = { str: string; x: number; y: number; width: number; fontSize: number; hasEOL: boolean }
export type VisualLine = { text: string; page: number; left: number; right: number; size: number; y: number }

const glue = (before: string, after: string) => (/[A-Za-z0-9,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '')

function lineOf(items: readonly PlacedText[], page: number): VisualLine {
  const shown = items.filter(({ str }) => str.trim() !== '')
  const text = items
    .map(({ str }) => str)
    .join('')
    .trim()
  return {
    text,
    page,
    left: Math.min(...shown.map(({ x }) => x)),
    right: Math.max(...shown.map(({ x, width }) => x + width)),
    size: Math.max(...shown.map(({ fontSize }) => fontSize), 1),
    y: shown[0]?.y ?? 0,
  }
}

/** A dash-number-dash, or the page's own number, alone at the top or the foot of a page. */
function isPageNumber(line: VisualLine, at: { first: boolean; last: boolean; pages: number }): boolean {
  if (!at.first && !at.last) return false
  const found = /^([-\u2014\u2013\u2015\u2500\s\u00b7]*)(\d{1,4})([-\u2014\u2013\u2015\u2500\s\u00b7]*)$/.exec(line.text)
  if (!found) return false
  return (found[1] ?? '').trim() !== '' || Math.abs(Number(found[2]) - line.page) <= 2 || Number(found[2]) <= at.pages
}

/** The lines of one page as the eye sees them, without the page number. */
export function visualLines(items: readonly PlacedText[], place: { page: number; pages: number }): VisualLine[] {
  const lines: VisualLine[] = []
  let open: PlacedText[] = []
  const close = () => {
    if (open.some(({ str }) => str.trim() !== '')) lines.push(lineOf(open, place.page))
    open = []
  }
  for (const item of items) {
    const last = open.findLast(({ str }) => str.trim() !== '')
    if (last && item.str.trim() !== '' && Math.abs(last.y - item.y) > Math.max(last.fontSize, item.fontSize) * 0.6) close()
    open.push(item)
    if (item.hasEOL) close()
  }
  close()
  const end = lines.length - 1
  return lines.filter((line, at) => !isPageNumber(line, { first: at === 0, last: at === end, pages: place.pages }))
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const full = 26
const sentenceEnd = /[\u3002\uff01\uff1f\uff1b\uff1a.!?;:]$/

type Block = { left: number; right: number; size: number }
function blockOf(lines: readonly VisualLine[]): Block {
  const long = lines.filter(({ text }) => text.length >= 15)
  const of = long.length > 0 ? long : lines
  return {
    left: Math.min(...of.map(({ left }) => left)),
    right: Math.max(...of.map(({ right }) => right)),
    size: middle(of.map(({ size }) => size)),
  }
}

/**
 * Whether a paragraph goes on in the next line: this one reaches the right edge and the next is not set in.
 * Without a usable edge (ragged text) a line of 26 signs that ends no sentence goes on.
 */
function goesOn(line: VisualLine, next: VisualLine, block: Block): boolean {
  const sameSize = Math.abs(line.size - next.size) < block.size * 0.15
  const setIn = next.left > block.left + block.size * 1.2
  if (!sameSize || setIn) return false
  if (line.right >= block.right - block.size * 2.2) return true
  return line.text.length >= full && !sentenceEnd.test(line.text) && line.right >= block.right - block.size * 5
}

/** Joins visual lines to paragraphs, also over the end of a page, and says where each page begins. */
export function joinLines(lines: readonly VisualLine[]): ReadText {
  const block = blockOf(lines)
  const pages: PageStart[] = []
  let text = ''
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (before) text += goesOn(before, line, block) ? glue(before.text, line.text) : '\n'
    if (pages.at(-1)?.page !== line.page) pages.push({ start: text.length, page: line.page })
    text += line.text
  })
  return { text, pages }
}
