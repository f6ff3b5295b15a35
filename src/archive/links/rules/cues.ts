import { isHan } from '../../../kernel/fold.ts'
import { isWord, isWordAt } from './dictionary.ts'
import type { Laid } from './laid.ts'
import {
  afterNames,
  afterPerson,
  beforeNames,
  beforePerson,
  compoundSurnames,
  frequentSurnames,
  holderAtEnd,
  namesJoin,
  officeRole,
  officialAfter,
  officialBefore,
  personDeed,
  roleBefore,
  rowAfter,
  rowBefore,
  surelyPerson,
} from './lexicon.ts'
import { postBeginning, postEnding } from './posts.ts'
import { nameWeights } from './weights.ts'

/** Log-odds that a span which spells a registered name is meant as a person's name, and whether the name is also a word. */
export type Likelihood = { odds: number; word: boolean; cued: boolean; official: boolean; role: boolean; deed: boolean }

export function likelihood(laid: Laid, span: { start: number; end: number }): Likelihood {
  const { text } = laid.paper
  const name = text.slice(span.start, span.end)
  const word = isWord(name)
  const length = [...name].length
  const base = word ? nameWeights.wordName : length > 2 ? nameWeights.longName : nameWeights.shortName
  const before = oddsBefore(laid, span, length)
  const after = oddsAfter(laid, span, length)
  const torn = insideWords(text, span) ? nameWeights.insideWords : 0
  const broken = isBroken(laid, span) ? nameWeights.brokenName : 0
  const spaced = isSpaced(laid, span) ? nameWeights.spacedName : 0
  const listed = namesJoin.has(text.charAt(span.end)) && laid.nameBeginning.has(span.end + 1) && !isWordAt(text, span.end + 1)
  const tail = text.slice(Math.max(0, span.start - 10), span.start)
  const acts = surelyPerson.test(text.slice(span.end, span.end + 20))
  return {
    odds: base + before.odds + after.odds + torn + broken + spaced,
    word,
    cued: spaced > 0 || (word ? before.strong || ((acts || listed) && before.odds > 0) : before.cued || after.cued),
    official: listed || inRow(laid, span) || officialAfter.test(text.slice(span.end, span.end + 12)) || officialBefore.test(tail),
    deed: before.odds > 0 && torn === 0 && personDeed.test(text.slice(span.end, span.end + 20)),
    role: roleBefore.test(tail) && !officeRole.test(tail) && !laid.unitEnding.has(span.start),
  }
}

/** Its neighbour before or after is a name too, registered or not. */
const inRow = ({ paper: { text } }: Laid, span: { start: number; end: number }): boolean =>
  rowAfter.test(text.slice(span.end, span.end + 6)) || rowBefore.test(text.slice(Math.max(0, span.start - 6), span.start))

/** `strong`: enough even for a name that is also a common word. */
type Side = { odds: number; cued: boolean; strong: boolean }
const side = (odds: number, cued = false, strong = false): Side => ({ odds, cued, strong })

function oddsBefore(laid: Laid, span: { start: number; end: number }, length: number): Side {
  const { paper } = laid
  const { text } = paper
  const { start } = span
  const tail = text.slice(Math.max(0, start - 14), start)
  if (!paper.lineBefore(start) && postEnding(tail)) return side(nameWeights.postBefore, true, true)
  if (!paper.lineBefore(start) && laid.unitEnding.has(start)) return side(nameWeights.postBefore, true)
  if (beforePerson.test(tail)) return side(nameWeights.cueBefore, true, holderAtEnd.test(tail) || tail.endsWith(':'))
  if (paper.gapBefore(start) || paper.lineBefore(start)) return side(nameWeights.edgeBefore)
  const unit = text[start - 1] ?? ''
  const neighbour = namesJoin.has(unit) ? laid.nameEnding.get(start - 1) : undefined
  if (neighbour !== undefined) return side(nameWeights.cueBefore, true, !isWord(text.slice(neighbour, start - 1)))
  if (!isHan(unit.codePointAt(0) ?? 0)) return side(nameWeights.edgeBefore)
  const crosses = isWordAt(text, start - 1) && length === 2
  if (beforeNames.has(unit)) return side(crosses ? nameWeights.wordBefore + nameWeights.straddlesBefore / 2 : nameWeights.wordBefore)
  if (compoundSurnames.has(text.slice(start - 1, start + 1))) return side(nameWeights.insideWords)
  if (crosses) return side(nameWeights.straddlesBefore)
  if (isWordAt(text, start - 2)) return side(nameWeights.wordBefore)
  if (laid.nameEnding.has(start)) return side(0)
  return side(length === 2 && frequentSurnames.has(unit) ? nameWeights.surnameBefore : nameWeights.joinedBefore)
}

function oddsAfter(laid: Laid, span: { start: number; end: number }, length: number): Side {
  const { paper } = laid
  const { text } = paper
  const { end } = span
  const rest = text.slice(end, end + 16)
  if (rest === '' || paper.gapBefore(end) || paper.lineBefore(end)) return side(nameWeights.edgeAfter)
  if (namesJoin.has(rest.charAt(0)) && laid.nameBeginning.has(end + 1)) return side(nameWeights.cueAfter, true)
  if (afterPerson.test(rest) || postBeginning(rest)) return side(nameWeights.cueAfter, true)
  if (!isHan(rest.codePointAt(0) ?? 0)) return side(nameWeights.edgeAfter)
  const crosses = isWordAt(text, end - 1)
  if (length === 2 && goesOn(laid, end)) return side(isWordAt(text, end) ? nameWeights.perhapsLonger : nameWeights.surelyLonger)
  if (isWordAt(text, end)) return side(crosses && length === 2 ? nameWeights.wordAfter / 2 : nameWeights.wordAfter)
  if (afterNames.has(rest[0] ?? '')) return side(crosses ? nameWeights.straddlesAfter : nameWeights.wordAfter)
  if (crosses) return side(nameWeights.surelyStraddles)
  return side(length === 2 ? nameWeights.joinedAfter : nameWeights.joinedAfterLong)
}

/** The next character often ends a name, and after it the text goes on as after a name: a longer, unregistered name. */
function goesOn(laid: Laid, end: number): boolean {
  const { text } = laid.paper
  const next = text[end] ?? ''
  if (!laid.endsNames.has(next) || afterNames.has(next) || laid.unitBeginning.has(end)) return false
  const after = end + 1
  if (after >= text.length || laid.paper.gapBefore(after)) return true
  const rest = text.slice(after, after + 16)
  return !isHan(rest.codePointAt(0) ?? 0) || isWordAt(text, after) || afterNames.has(rest[0] ?? '') || afterPerson.test(rest)
}

/** Both characters belong to words on either side: the name only arises where two words meet. */
const insideWords = (text: string, span: { start: number; end: number }): boolean =>
  span.end - span.start === 2 &&
  isWordAt(text, span.start - 1) &&
  isWordAt(text, span.end - 1) &&
  !beforeNames.has(text[span.start - 1] ?? '')

/** Blanks inside a short name: how two-character names are set in lists and signatures. */
function isSpaced(laid: Laid, span: { start: number; end: number }): boolean {
  const { at, ends } = laid.paper.folded
  const inner = laid.paper.original.slice(ends[span.start] ?? 0, at[span.end - 1] ?? 0)
  return span.end - span.start === 2 && /^[ \u3000\u00a0]{1,4}$/.test(inner)
}

/** A line feed inside the name, where the line was not merely wrapped. */
function isBroken(laid: Laid, span: { start: number; end: number }): boolean {
  for (let k = span.start + 1; k < span.end; k += 1) if (laid.paper.lineBefore(k)) return true
  return false
}
