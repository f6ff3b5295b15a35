import { clean } from '../rules.ts'
import { words } from '../words.ts'

/** Inside a number, a Latin word or a character of four bytes; between a bracket and what it holds; before a stop. */
const inOne = (text: string, at: number): boolean =>
  /[（《“]$/.test(text.slice(0, at)) ||
  /^[）》”、，]/.test(text.slice(at)) ||
  (/[\dA-Za-z]$/.test(text.slice(0, at)) && /^[\dA-Za-z]/.test(text.slice(at))) ||
  /^[\uDC00-\uDFFF]/.test(text.slice(at))
function costOf(text: string, at: number): number {
  if (inOne(text, at)) return inOneCost
  if (breaks(text, at)) return 0
  return words.titleBreak.seldom.some((each) => text.slice(0, at).endsWith(each)) ? seldomCost : inWordCost
}

/** Characters of the title's size (2号) that a line of 156 mm holds. */
export const titleWidth = 20

/** The room that a text takes, in characters of that size; a digit or a Latin letter takes half. */
export const titleRoom = (text: string): number => [...text].reduce((room, each) => room + (/[\x20-\x7e]/.test(each) ? 0.5 : 1), 0)

const breaks = (text: string, at: number): boolean =>
  words.titleBreak.after.some((each) => text.slice(0, at).endsWith(each)) ||
  words.titleBreak.before.some((each) => text.slice(at).startsWith(each))

type Set = { lines: string[]; badness: number }
const inWordCost = 24
const seldomCost = 6
const inOneCost = 200
const furtherLineCost = 4

type Known = Map<string, Set>
/** The best way to set a text in so many lines: even ones, broken between words, none over the width. */
function best(text: string, lines: number, even: number, known: Known): Set {
  if (lines === 1) return { lines: [text], badness: titleRoom(text) > titleWidth ? 10_000 : Math.abs(text.length - even) }
  const before = known.get(`${text.length} ${lines}`)
  if (before) return before
  const places = Array.from({ length: Math.min(titleWidth, text.length - 1) }, (_, index) => index + 1)
  const sets = places.map((at): Set => {
    const rest = best(text.slice(at), lines - 1, even, known)
    return { lines: [text.slice(0, at), ...rest.lines], badness: Math.abs(at - even) + costOf(text, at) + rest.badness }
  })
  const worst: Set = { lines: [text], badness: Number.POSITIVE_INFINITY }
  const found = sets.reduce((kept, each) => (each.badness < kept.badness ? each : kept), worst)
  known.set(`${text.length} ${lines}`, found)
  return found
}

function cut(text: string): string[] {
  const fewest = Math.ceil(text.length / titleWidth)
  const sets = [fewest, fewest + 1].map((lines, more) => {
    const set = best(text, lines, text.length / lines, new Map())
    return { ...set, badness: set.badness + more * furtherLineCost }
  })
  return sets.reduce((kept, each) => (each.badness < kept.badness ? each : kept)).lines
}

/**
 * A title in lines broken by meaning, none wider than the type area and all of like length (GB/T 9704-2012, 7.3.1).
 * Line breaks that the writer gave are kept as long as each line fits.
 */
export function titleLines(title: string): string[] {
  const given = clean(title)
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  if (given.every((each) => titleRoom(each) <= titleWidth)) return given
  const text = given.join('')
  return cut(text)
}
