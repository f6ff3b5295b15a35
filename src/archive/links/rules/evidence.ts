import { lookAfter } from './after.ts'
import { lookBefore } from './before.ts'
import type { Laid } from './laid.ts'
import {
  auditTeam,
  foreignUnit,
  governmentPost,
  outsideOrganisation,
  outsiderAfter,
  outsiderBefore,
  yearInText,
  yearRange,
} from './lexicon.ts'
import type { UnitMention } from './unit-scores.ts'

/** What stands around a name and may tell whose it is. */
export type Evidence = {
  /** Units that the words around the name tie to it, nearest first. */
  units: readonly UnitMention[]
  /** The units belong to the first of a row of names, this one stands further on. */
  inList: boolean
  posts: readonly string[]
  /** A post that is its unit by itself: the character of the place's level (mayor, county head). */
  governs: string | null
  outsider: string | null
  organisation: string | null
  foreign: string | null
  auditTeam: boolean
  /** The words after the name say where the person serves. */
  heldAfter: boolean
  /** What stands before the post: a place's name, perhaps. */
  rest: string
  years: readonly number[]
}

export function evidenceFor(laid: Laid, span: { start: number; end: number }): Evidence {
  const { text } = laid.paper
  const before = lookBefore(laid, span.start)
  const after = lookAfter(laid, span.end)
  const left = text.slice(Math.max(before.edge, span.start - 24), span.start)
  const right = text.slice(span.end, Math.min(after.edge, span.end + 24))
  const own = before.units.length > 0 && !before.inList
  return {
    units: own ? [...before.units, ...after.units] : [...after.units, ...before.units],
    inList: before.inList && after.units.length === 0,
    posts: [...before.posts, ...after.posts],
    governs: governmentPost.exec(before.posts[0] ?? after.posts[0] ?? '')?.[1] ?? null,
    outsider: outsiderBefore.exec(left)?.[0] ?? outsiderAfter.exec(right)?.[0] ?? null,
    organisation: before.units.length > 0 ? null : (outsideOrganisation.exec(before.rest)?.[0] ?? null),
    foreign: before.units.length > 0 ? null : (foreignUnit.exec(before.rest)?.[0] ?? null),
    auditTeam: auditTeam.test(left),
    heldAfter: after.units.length > 0,
    rest: before.rest,
    years: yearsAround(laid, span),
  }
}

/** Years the sentence names; a range stands for all its years. */
function yearsAround(laid: Laid, span: { start: number; end: number }): number[] {
  const { paper } = laid
  const sentence = paper.sentenceAt(span.start)
  const text = paper.text.slice(sentence.start, sentence.end)
  const years = new Set([...text.matchAll(yearInText)].map((found) => Number(found[1])))
  for (const found of text.matchAll(yearRange))
    for (let year = Number(found[1]); year <= Number(found[2]) && years.size < 40; year += 1) years.add(year)
  return [...years].sort((a, b) => a - b)
}
