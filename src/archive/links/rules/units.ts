import type { Span } from '../../../kernel/fold.ts'
import { isWordAt } from './dictionary.ts'
import { beforeNames, shortenedTo } from './lexicon.ts'
import type { Paper } from './paper.ts'
import { type Compiled, pairOf, type UnitAlias } from './registry.ts'
import { anySuch, hasOffices, notUnitAfter, notUnitAfterShort, ownOffice, placeBeforeUnit, standsBeforeUnit } from './units.words.ts'

/** How a span that may name a unit was found: by one of its aliases, by a short form the paper itself defines, or as "the said bureau". */
export type UnitSighting = Span & {
  how: 'alias' | 'defined' | 'spoken'
  entries: readonly UnitAlias[]
  /** Another place's name seems to stand directly before it: 'surely' after a place's last character, 'perhaps' after unknown text. */
  foreign: 'no' | 'perhaps' | 'surely'
}

/** Every alias in the text, leftmost longest, never overlapping. */
export function sightUnits(compiled: Compiled, paper: Paper): UnitSighting[] {
  const found: UnitSighting[] = []
  const defined = new Map<string, UnitAlias>()
  const { text } = paper
  for (let i = 0; i < text.length - 1; i += 1) {
    if (!compiled.aliasStarts[text.charCodeAt(i)] && !beginsDefined(defined, text, i)) continue
    const seen = sightAt(compiled, paper, { at: i, defined })
    if (!seen) continue
    const previous = found.at(-1)
    found.push(previous?.end === seen.start ? { ...seen, foreign: 'no' } : seen)
    noteDefinition(paper, seen, defined)
    i = seen.end - 1
  }
  return found
}

const beginsDefined = (defined: ReadonlyMap<string, UnitAlias>, text: string, at: number): boolean => {
  if (defined.size === 0) return false
  for (const short of defined.keys()) if (text.startsWith(short, at)) return true
  return false
}

function sightAt(compiled: Compiled, paper: Paper, here: { at: number; defined: ReadonlyMap<string, UnitAlias> }): UnitSighting | null {
  const { text } = paper
  const { at, defined } = here
  for (const [short, alias] of defined) {
    if (!text.startsWith(short, at) || compiled.aliases.has(longerAlias(compiled, text, at, short.length))) continue
    return { start: at, end: at + short.length, how: 'defined', entries: [alias], foreign: foreignBefore(paper, at, false) }
  }
  for (const length of compiled.aliasLengths.get(pairOf(text, at)) ?? []) {
    const entries = compiled.aliases.get(text.slice(at, at + length))
    if (!entries || isCut(paper, { start: at, end: at + length })) continue
    const whole = entries.some((entry) => entry.kind === 'full' || entry.kind === 'former' || entry.kind === 'place')
    return { start: at, end: at + length, how: 'alias', entries, foreign: whole ? 'no' : foreignBefore(paper, at, true) }
  }
  return null
}

/** The text of an alias at this place that is longer than the given length, or ''. */
function longerAlias(compiled: Compiled, text: string, at: number, length: number): string {
  const longer = (compiled.aliasLengths.get(pairOf(text, at)) ?? []).find(
    (each) => each > length && compiled.aliases.has(text.slice(at, at + each)),
  )
  return longer === undefined ? '' : text.slice(at, at + longer)
}

/** The alias is only the head of another word: the government in "government procurement". */
function isCut(paper: Paper, span: Span): boolean {
  if (paper.gapBefore(span.end)) return false
  const after = paper.text.slice(span.end, span.end + 6)
  if (span.end - span.start === 2 && notUnitAfterShort.test(after)) return true
  const name = paper.text.slice(span.start, span.end)
  if (hasOffices.test(name) && ownOffice.test(after)) return true
  return /[\u5e9c]$/.test(name) && notUnitAfter.test(after)
}

function foreignBefore(paper: Paper, at: number, mayFollowPlace: boolean): UnitSighting['foreign'] {
  const { text } = paper
  if (paper.gapBefore(at) || paper.lineBefore(at)) return 'no'
  const before = text[at - 1] ?? ''
  if (anySuch.test(text.slice(Math.max(0, at - 5), at))) return 'surely'
  if (!/\p{Script=Han}/u.test(before) || beforeNames.has(before) || standsBeforeUnit.has(before)) return 'no'
  if (mayFollowPlace && placeBeforeUnit.has(before) && !isWordAt(text, at - 2)) return 'surely'
  return isWordAt(text, at - 2) ? 'no' : 'perhaps'
}

/** "(hereafter the Bureau)" after a unit makes that short form the unit's for the rest of the paper. */
function noteDefinition(paper: Paper, seen: UnitSighting, defined: Map<string, UnitAlias>) {
  const short = shortenedTo.exec(paper.text.slice(seen.end, seen.end + 60))?.[1]
  const entry = seen.entries[0]
  if (short && entry && seen.entries.every((each) => each.unit === entry.unit)) defined.set(short, { ...entry, text: short })
}
