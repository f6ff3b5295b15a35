import type { HistoryLine, Provision, ProvisionKind } from '../model.ts'
import { historyOf } from './history.ts'
import { type Line, linesOf } from './lines.ts'
import { numberFrom } from './numerals.ts'
import { shape } from './structure.words.ts'

/** A piece of a law text, not yet given to a version. */
export type Piece = Omit<Provision, 'id' | 'regulationVersion'>
export type ParsedLaw = { title: string; history: readonly HistoryLine[]; pieces: readonly Piece[]; articles: number }

type Reading = {
  pieces: Piece[]
  title: string
  /** Positions of what is open now, by level. */
  open: Partial<Record<ProvisionKind, number>>
  article: number
  suffix: number
  paragraph: number
  inContents: Set<string> | null
  part: 'head' | 'body' | 'annex'
}

/**
 * Reads a law text: title, history, preamble, chapters, articles, paragraphs and items, each with its offsets. Nothing
 * that can be seen is left out: a line that is none of these stays a preamble, a further paragraph or an annex.
 */
export function parseLaw(text: string): ParsedLaw {
  const lines = linesOf(text)
  const reading: Reading = { pieces: [], title: '', open: {}, article: 0, suffix: 0, paragraph: 0, inContents: null, part: 'head' }
  const head = headOf(lines)
  reading.title = titleOf(head.lines)
  for (const line of head.lines.map(withoutMark)) add(reading, isTitle(reading, line) ? 'title' : 'history', line)
  reading.part = 'body'
  for (const line of lines.slice(head.next)) readLine(reading, line)
  closeEnds(reading.pieces)
  const history = head.lines.filter((line) => !isTitle(reading, line)).flatMap((line) => historyOf(line.text))
  return {
    title: reading.title,
    history,
    pieces: reading.pieces,
    articles: reading.pieces.filter((piece) => piece.kind === 'article').length,
  }
}

function headOf(lines: readonly Line[]): { lines: Line[]; next: number } {
  const marker = lines.findIndex((line) => line.text === shape.infoEnd)
  if (marker >= 0) return { lines: lines.slice(0, marker), next: marker + 1 }
  const body = lines.findIndex((line) => startsBody(withoutMark(line)))
  const next = body < 0 ? Math.min(1, lines.length) : body
  return { lines: lines.slice(0, next), next }
}

const startsBody = ({ text }: Line) =>
  shape.heading.test(text) || shape.looseHeading.test(text) || shape.contents.test(text) || shape.article.test(text)

function titleOf(head: readonly Line[]): string {
  const named = head.map(withoutMark).map((line) => line.text)
  const marked = head.find((line) => shape.mark.test(line.text))
  if (marked) return squeezed(withoutMark(marked).text)
  return squeezed(named.find((text) => shape.title.test(text)) ?? named[0] ?? '')
}
const squeezed = (text: string) => text.replace(/[\s\u3000\u200b]+/g, '')
const isTitle = (reading: Reading, line: Line) => reading.title !== '' && squeezed(withoutMark(line).text) === reading.title

function withoutMark(line: Line): Line {
  const mark = shape.mark.exec(line.text)?.[0].length ?? 0
  return { text: line.text.slice(mark), start: line.start + mark, end: line.end }
}

function readLine(reading: Reading, given: Line) {
  const line = withoutMark(given)
  if (isTitle(reading, line)) return add(reading, 'title', line)
  if (inContents(reading, line)) return add(reading, 'contents', line)
  if (shape.annex.test(line.text)) return startAnnex(reading, line)
  if (reading.part === 'annex') return add(reading, 'annex', line)
  const heading = shape.heading.exec(line.text)
  if (heading && (line !== given || !shape.endsLikeSentence.test(line.text))) return startHeading(reading, line, heading)
  if (shape.looseHeading.test(line.text))
    return add(reading, 'chapter', line, { label: squeezed(line.text), at: line.text.length, closes: true })
  const article = shape.article.exec(line.text)
  if (article && opensArticle(reading, article)) return startArticle(reading, line, article)
  readInside(reading, line)
}

/** Between the word for contents and the first heading that comes a second time. */
function inContents(reading: Reading, line: Line): boolean {
  if (shape.contents.test(line.text)) {
    reading.inContents = new Set()
    return true
  }
  if (!reading.inContents) return false
  const key = squeezed(line.text)
  const again = reading.inContents.has(key) || shape.article.test(line.text)
  reading.inContents.add(key)
  if (again) reading.inContents = null
  return !again
}

/** The next number in order, or a number followed by a space: not a sentence that happens to begin with one. */
function opensArticle(reading: Reading, [, words = '', suffix, space]: RegExpExecArray): boolean {
  const article = numberFrom(words)
  if (article === null) return false
  return space !== '' || article === reading.article + 1 || (suffix !== undefined && article === reading.article)
}

function startHeading(reading: Reading, line: Line, [whole, , sign = '', name]: RegExpExecArray) {
  const kind = [...shape.levels].find(([each]) => each === sign)?.[1] ?? 'chapter'
  const at = name === undefined ? whole.length : whole.length - name.length
  add(reading, kind, line, { label: squeezed(line.text.slice(0, at)), at, closes: true })
}

function startAnnex(reading: Reading, line: Line) {
  reading.part = 'annex'
  reading.open = {}
  add(reading, 'annex', line, { label: squeezed(line.text), at: line.text.length, closes: false })
}

function startArticle(reading: Reading, line: Line, [label, words = '', suffix]: RegExpExecArray) {
  reading.article = numberFrom(words) ?? 0
  reading.suffix = suffix ? (numberFrom(suffix) ?? 0) : 0
  reading.paragraph = 0
  reading.open = { ...holders(reading), article: reading.pieces.length }
  add(reading, 'article', line, { label: squeezed(label), at: label.length, closes: false })
  const rest = { text: line.text.slice(label.length), start: line.start + label.length, end: line.end }
  if (rest.text !== '') readInside(reading, rest)
}

const holders = ({ open }: Reading): Reading['open'] => ({
  ...(open.part === undefined ? {} : { part: open.part }),
  ...(open.chapter === undefined ? {} : { chapter: open.chapter }),
  ...(open.section === undefined ? {} : { section: open.section }),
})

function readInside(reading: Reading, line: Line) {
  if (reading.open.article === undefined) return add(reading, 'preamble', line)
  const item = shape.item.exec(line.text)
  if (item && reading.open.paragraph !== undefined) return startItem(reading, line, { kind: 'item', label: item[0], count: item[1] ?? '' })
  const subitem = shape.subitem.exec(line.text)
  if (subitem && reading.open.item !== undefined)
    return startItem(reading, line, { kind: 'subitem', label: subitem[0], count: subitem[1] ?? '' })
  reading.paragraph++
  const { item: _item, subitem: _subitem, ...open } = reading.open
  reading.open = { ...open, paragraph: reading.pieces.length }
  add(reading, 'paragraph', line)
}

function startItem(reading: Reading, line: Line, { kind, label, count }: { kind: 'item' | 'subitem'; label: string; count: string }) {
  reading.open = { ...reading.open, [kind]: reading.pieces.length }
  add(reading, kind, line, { label: squeezed(label), at: label.length, closes: false, count: numberFrom(count) })
}

type Mark = { label: string; at: number; closes: boolean; count?: number | null }
const order: readonly ProvisionKind[] = ['part', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem']

function add(reading: Reading, kind: ProvisionKind, line: Line, mark: Mark = { label: '', at: 0, closes: false }) {
  const { open } = reading
  const level = order.indexOf(kind)
  if (mark.closes) {
    for (const lower of order.slice(level)) delete open[lower]
  }
  const parent =
    level < 0
      ? null
      : (order
          .slice(0, level)
          .map((each) => open[each])
          .filter((each) => each !== undefined && each !== reading.pieces.length)
          .at(-1) ?? null)
  const inArticle = level >= order.indexOf('article')
  const within = (each: ProvisionKind) => level >= order.indexOf(each)
  if (mark.closes) open[kind] = reading.pieces.length
  reading.pieces.push({
    position: reading.pieces.length,
    parent,
    kind,
    label: mark.label,
    article: inArticle ? reading.article : null,
    suffix: inArticle ? reading.suffix : 0,
    paragraph: within('paragraph') ? reading.paragraph : null,
    item: kind === 'item' ? (mark.count ?? null) : kind === 'subitem' ? (reading.pieces[parent ?? -1]?.item ?? null) : null,
    subitem: kind === 'subitem' ? (mark.count ?? null) : null,
    startsAt: line.start,
    textAt: line.start + mark.at,
    endsAt: line.end,
  })
}

/** What holds others ends where its last part ends. */
function closeEnds(pieces: Piece[]) {
  for (const piece of pieces.toReversed()) {
    const holder = piece.parent === null ? undefined : pieces[piece.parent]
    if (holder && holder.endsAt < piece.endsAt) holder.endsAt = piece.endsAt
  }
}
