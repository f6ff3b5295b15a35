import { dashes, leadDate, leadIn, openEnd, smallerUnit, spoken, strayDashes, study, unitThenPost } from './lexicon.ts'

/** A name index: who may be meant by the longest registered name at the start of a text. */
export type Register = { empty: boolean; startOf(text: string, on: string | null): { name: string; units: readonly RegisterUnit[] } | null }
export type RegisterUnit = { id: string; number: string; name: string }

export type ResumeLine = {
  text: string
  /** 2015-07, or 2015 where only the year is written; null when no date could be read. */
  from: string | null
  /** Null with `from` given = the present post. */
  to: string | null
  /** The registered full name when it was matched, else the words of the resume. */
  unit: string | null
  post: string | null
  understood: boolean
  /** Stands in brackets inside another line: study, secondment. */
  nested: boolean
  matched: RegisterUnit | null
  why: 'notUnderstood' | 'unitUnknown' | 'unitNotAlone' | 'nested' | 'study' | null
}

const date = `(?:19|20)\\d{2}(?:\\s*(?:\\.{1,2}|/|${spoken.year})\\s*\\d{1,2}(?:\\s*(?:[./]\\s*\\d{1,2}|${spoken.month}))?|${spoken.year})?`
const dash = `\\s*${dashes}(?:\\s*${dashes})*\\s*`
const pairAnywhere = new RegExp(`(?<![\\d.])${leadDate}${date}${dash}(?:${date})?`, 'g')
const pairAtStart = new RegExp(`^${leadDate}(${date})${dash}(${date})?`)

const lineBreak = /(?:&#x[dD];|&#13;|_x000[dD]_)?(?:\r\n|\r|\n)|&#x[dDaA];|&#1[03];|_x000[dD]_/g
/** Signs that keep their width: brackets, comma, semicolon, colon, tilde. */
const wide = '\uFF08\uFF09\uFF0C\uFF1B\uFF1A\uFF5E'
const narrow = (sign: string) => (wide.includes(sign) ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
/** Full-width letters, digits and signs as plain ones, one for one. */
const plain = (text: string) => text.replace(/[\uFF01-\uFF5E]/g, narrow).replace(/\u3000/g, ' ')

const startsWithPair = (line: string) => pairAtStart.test(line.trimStart())

/** Text after a blank line is not resume, unless the whole resume is written with a blank line between its entries. */
function resumeBlock(text: string): string[] {
  const blocks: string[][] = [[]]
  for (const line of text.split('\n')) {
    if (line.trim() !== '') blocks.at(-1)?.push(line)
    else if (blocks.at(-1)?.length !== 0) blocks.push([])
  }
  const filled = blocks.filter((block) => block.length > 0)
  const spacedOut = filled.length > 1 && filled[0]?.length === 1 && filled.every((block) => startsWithPair(block[0] ?? ''))
  return spacedOut ? filled.flat() : (filled[0] ?? [])
}

const opens = /[（(]/
const closes = /[）)]/
/** Where brackets are open, place by place. */
function depths(text: string): number[] {
  let depth = 0
  return [...text.split('')].map((c) => {
    if (closes.test(c)) depth = Math.max(0, depth - 1)
    const here = depth
    if (opens.test(c)) depth += 1
    return here
  })
}

/** Cuts before each date pair that stands outside brackets: for lines that lost their breaks. */
function cutBeforePairs(line: string): string[] {
  const depth = depths(line)
  const cuts = [...line.matchAll(pairAnywhere)].map(({ index }) => index).filter((at) => depth[at] === 0 && at > 0)
  const edges = [0, ...cuts, line.length]
  return edges
    .slice(0, -1)
    .map((from, at) => line.slice(from, edges[at + 1]))
    .filter((piece) => piece.trim() !== '')
}

/** Indented lines, lines in brackets, and what follows a comma or an open bracket belong to the entry before them. */
function goesOn(entry: string, line: string): boolean {
  if (!startsWithPair(entry)) return false
  if ((depths(`${entry}.`).at(-1) ?? 0) > 0) return true
  return !startsWithPair(line) && (/^(?:\s{2}|\t|\s*[（(])/.test(line) || /[、，,；;：:]\s*$/.test(entry))
}

/** A line without a date that does not go on with another stands alone: nobody guesses where it belongs. */
function entriesOf(lines: readonly string[]): string[] {
  const entries: string[] = []
  for (const line of lines) {
    const last = entries.at(-1)
    if (last !== undefined && goesOn(last, line)) entries[entries.length - 1] = `${last}${line.trim()}`
    else entries.push(line.trim())
  }
  return entries
}

const two = (digits: string) => digits.padStart(2, '0')

/** 2015.07 as 2015-07; null when the month does not exist. */
function monthOf(written: string | undefined): string | null {
  const [year = '', month] = (written ?? '').match(/\d+/g) ?? []
  if (month === undefined) return year === '' ? null : year
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month)}` : null
}

type Dated = { text: string; from: string | null; to: string | null; content: string; ok: boolean }
function dated(text: string): Dated {
  const none: Dated = { text, from: null, to: null, content: text, ok: false }
  const pair = pairAtStart.exec(text)
  if (!pair) return none
  const rest = text.slice(pair[0].length).replace(openEnd, '')
  const content = rest.replace(new RegExp(`^(?:\\s|${strayDashes}|[:：，,])+`), '').trim()
  const from = monthOf(pair[1])
  const to = pair[2] === undefined ? null : monthOf(pair[2])
  const backwards = from !== null && to !== null && to < from.slice(0, to.length)
  const thirdDate = new RegExp(`^${date}`).test(content)
  const ok = from !== null && (pair[2] === undefined || to !== null) && !backwards && !thirdDate && content !== ''
  return { text, from, to, content, ok }
}

/** Takes bracketed spans with dates out of an entry: what is left, and what stood inside. */
function withoutNested(entry: string): { outside: string; inside: string[] } {
  const inside: string[] = []
  const outside = entry.replace(/[（(]([^（(）)]*(?:[（(][^（(）)]*[）)][^（(）)]*)*)(?:[）)]|$)/g, (whole, body: string) => {
    pairAnywhere.lastIndex = 0
    if (!pairAnywhere.test(body)) return whole
    const first = body.search(new RegExp(`(?<![\\d.])${date}${dash}`))
    inside.push(...cutBeforePairs(body.slice(Math.max(0, first))).map((piece) => piece.replace(/[；;，,。\s]+$/, '').trim()))
    return ''
  })
  return { outside: outside.trim(), inside }
}

type Meant = Pick<ResumeLine, 'unit' | 'post' | 'matched' | 'why' | 'understood'>
const tidy = (post: string) => post.replace(/^[\s，,、:：]+|[\s，,、;；。]+$/g, '')

/** The unit and the post that a line's words name: by the register where it knows the name, else by the words themselves. */
function meant(content: string, at: { on: string | null; register: Register }): Meant {
  const words = content.replace(/\s+/g, '').replace(leadIn, '')
  const known = at.register.startOf(words, at.on)
  const rest = known ? tidy(words.slice(known.name.length)) : ''
  const split = unitThenPost.exec(words)
  const asWritten = { unit: split?.[1] ?? null, post: split ? tidy(split[2] ?? '') : tidy(words), matched: null }
  if (known && rest !== '' && !smallerUnit.test(rest)) {
    const only = known.units.length === 1 ? known.units[0] : undefined
    if (study.test(words)) return { unit: only?.name ?? known.name, post: rest, matched: null, understood: true, why: 'study' }
    if (only) return { unit: only.name, post: rest, matched: only, understood: true, why: null }
    return { unit: known.name, post: rest, matched: null, understood: true, why: 'unitNotAlone' }
  }
  if (study.test(words)) return { ...asWritten, understood: true, why: 'study' }
  return asWritten.unit === null || asWritten.post === ''
    ? { ...asWritten, understood: false, why: 'notUnderstood' }
    : { ...asWritten, understood: true, why: 'unitUnknown' }
}

function lineOf(text: string, at: { nested: boolean; register: Register }): ResumeLine {
  const { from, to, content, ok } = dated(plain(text))
  if (!ok) return { text, from, to, unit: null, post: null, understood: false, nested: at.nested, matched: null, why: 'notUnderstood' }
  const said = meant(content, { on: to ?? from, register: at.register })
  const why = at.nested && said.why !== 'study' ? 'nested' : said.why
  return { text, from, to, ...said, nested: at.nested, why: said.understood ? why : 'notUnderstood' }
}

/**
 * Reads a resume (JianLi of .lrmx): one line per entry, bracketed study or secondment as lines of their own after it.
 * What cannot be read for certain is `understood: false` and left to a person; nothing is guessed.
 */
export function readResume(text: string, register: Register): ResumeLine[] {
  const lines = resumeBlock(plain(text.replace(lineBreak, '\n')))
  return entriesOf(lines.flatMap(cutBeforePairs)).flatMap((entry) => {
    const { outside, inside } = withoutNested(entry)
    const main = outside === '' ? [] : [lineOf(outside, { nested: false, register })]
    return [...main, ...inside.map((piece) => lineOf(piece, { nested: true, register }))]
  })
}
