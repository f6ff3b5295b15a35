import {
  auditTeam,
  breaksChain,
  departmentEnd,
  foreignUnit,
  governmentPost,
  holderAtEnd,
  holdsPost,
  listJoint,
  officeBefore,
  opensPost,
  outsideOrganisation,
  outsiderAfter,
  outsiderBefore,
  servingEnds,
  yearInText,
  yearRange,
} from './lexicon.ts'
import type { NameHit } from './names.ts'
import type { Paper } from './paper.ts'
import { postBeginning, postEnding } from './posts.ts'
import type { Compiled } from './registry.ts'
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

/** The paper with its units and names laid out by where they end or begin. */
export type Laid = {
  paper: Paper
  units: readonly UnitMention[]
  unitEnding: ReadonlyMap<number, UnitMention>
  unitBeginning: ReadonlyMap<number, UnitMention>
  /** Start of the longest name that ends here. */
  nameEnding: ReadonlyMap<number, number>
  nameBeginning: ReadonlySet<number>
  /** Characters that end longer registered names. */
  endsNames: ReadonlySet<string>
}

export function layOut(compiled: Compiled, paper: Paper, given: { units: readonly UnitMention[]; names: readonly NameHit[] }): Laid {
  const { units, names } = given
  const nameEnding = new Map<number, number>()
  for (const { start, end } of names) nameEnding.set(end, Math.min(start, nameEnding.get(end) ?? start))
  return {
    paper,
    units,
    unitEnding: new Map(units.map((unit) => [unit.end, unit])),
    unitBeginning: new Map(units.map((unit) => [unit.start, unit])),
    nameEnding,
    nameBeginning: new Set(names.map(({ start }) => start)),
    endsNames: compiled.endsNames,
  }
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

type Before = { units: UnitMention[]; posts: string[]; inList: boolean; rest: string; edge: number }

/** Walks left from the name over posts, joints, other names and departments until a unit or something else stops it. */
function lookBefore(laid: Laid, start: number): Before {
  const { paper } = laid
  const edge = paper.sentenceAt(Math.max(0, start - 1)).start
  const lineEdge = paper.lineBefore(start) ? start : edge
  const labelled = paper.text[start - 1] === ':' && isPostOrUnit(laid, start - 1) ? start - 1 : start
  const walk: Walk = { at: labelled, edge: lineEdge, units: [], posts: [], passed: 0, own: true }
  for (let step = 0; step < 14 && walk.at > walk.edge; step += 1) if (!stepLeft(laid, walk)) break
  return {
    units: walk.units,
    posts: walk.posts,
    inList: !walk.own && walk.units.length > 0,
    rest: paper.text.slice(Math.max(walk.edge, walk.at - 24), walk.at),
    edge: lineEdge,
  }
}

const isPostOrUnit = (laid: Laid, at: number): boolean =>
  laid.unitEnding.has(at) || postEnding(laid.paper.text.slice(Math.max(0, at - 14), at)) !== null

type Walk = { at: number; edge: number; units: UnitMention[]; posts: string[]; passed: number; own: boolean }

function stepLeft(laid: Laid, walk: Walk): boolean {
  const { text } = laid.paper
  if (text[walk.at - 1] === ' ') return moved(walk, 1)
  const unit = laid.unitEnding.get(walk.at)
  if (unit) {
    walk.units.push(unit)
    return walk.units.length < 3 && moved(walk, unit.end - unit.start)
  }
  const tail = text.slice(Math.max(walk.edge, walk.at - 14), walk.at)
  const post = postEnding(tail)
  if (post) return stepOverPost(laid, walk, post)
  const joint = (walk.units.length > 0 ? /\u3001$/ : listJoint).exec(tail)?.[0] ?? holderAtEnd.exec(tail)?.[0]
  if (joint) return stepOverJoint(laid, walk, joint.length)
  return stepOverDepartment(laid, walk)
}

/** A unit may end inside what looks like the post (the government office's director); a department makes the post one inside the unit. */
function stepOverPost(laid: Laid, walk: Walk, found: { post: string; length: number }): boolean {
  const office = officeBefore.exec(found.post)?.[0] ?? ''
  const cut = office !== '' && laid.unitEnding.has(walk.at - found.length + office.length) ? office.length : 0
  const length = found.length - cut
  const at = walk.at - length
  const inner = laid.unitEnding.has(at) ? '' : (departmentEnd.exec(laid.paper.text.slice(Math.max(walk.edge, at - 2), at))?.[0] ?? '')
  if (walk.own && walk.units.length === 0) walk.posts.push(inner + found.post.slice(cut))
  return moved(walk, length)
}

function moved(walk: Walk, by: number): boolean {
  walk.at -= by
  return true
}

/** A comma joins only a row of names; before it must stand a name or a post. */
function stepOverJoint(laid: Laid, walk: Walk, length: number): boolean {
  const to = walk.at - length
  const { text } = laid.paper
  const nameStart = laid.nameEnding.get(to)
  if (nameStart !== undefined && walk.units.length === 0) {
    walk.own = false
    walk.at = nameStart
    return walk.passed++ < 8
  }
  if (text[walk.at - 1] === ',') return false
  walk.at = to
  return true
}

/** Between the unit and the post may stand the name of a department: the treasury section of the finance bureau. */
function stepOverDepartment(laid: Laid, walk: Walk): boolean {
  if (walk.units.length > 0) return false
  const { text } = laid.paper
  for (let k = walk.at - 1; k >= Math.max(walk.edge, walk.at - 14); k -= 1) {
    const unit = laid.unitEnding.get(k)
    if (!unit) continue
    const between = text.slice(k, walk.at)
    if (breaksChain.test(between)) return false
    if (walk.posts.length === 0 && walk.own && between.length > 1 && !departmentEnd.test(between)) return false
    walk.units.push(unit)
    walk.at = unit.start
    return true
  }
  return false
}

type After = { units: UnitMention[]; posts: string[]; edge: number }

/** What the words after the name say of the post: "(then director of …)", "served as … of …", or the post itself. */
function lookAfter(laid: Laid, end: number): After {
  const { paper } = laid
  const { text } = paper
  const edge = Math.min(paper.sentenceAt(end - 1).end, end + 60)
  const right = text.slice(end, edge)
  if (paper.lineBefore(end)) return { units: [], posts: [], edge: end }
  const opening = /^ ?/.exec(right)?.[0].length ?? 0
  const direct = opening + (opensPost.exec(right.slice(opening))?.[0].length ?? 0)
  const bracketed = bracketedPost(right)
  if (bracketed !== null && !laid.unitBeginning.has(end + direct))
    return { units: unitsWithin(laid, { start: end, end: end + right.indexOf(')') }), posts: [bracketed], edge }
  const found = readPost(laid, end + direct, edge)
  if (found.units.length > 0 || found.posts.length > 0) return { ...found, edge }
  return { ...laterPost(laid, { end, edge }), edge }
}

const lastClause = new Set(';:\u3002')
/** A post in brackets after the name, with a department before it perhaps: (head of the approval section). */
function bracketedPost(right: string): string | null {
  const inner = /^\(([^()]{2,24})\)/.exec(right)?.[1]
  return inner === undefined ? null : (postEnding(inner)?.post ?? null)
}

const unitsWithin = (laid: Laid, span: { start: number; end: number }): UnitMention[] =>
  laid.units.filter((unit) => unit.start >= span.start && unit.end <= span.end)

/** "… from March 2019 to May 2022 served as director of …": the first serving verb followed by a unit or post. */
function laterPost(laid: Laid, span: { end: number; edge: number }): { units: UnitMention[]; posts: string[] } {
  const { text } = laid.paper
  for (let k = span.end + 1; k < span.edge; k += 1) {
    if (lastClause.has(text.charAt(k - 1))) break
    if ((laid.nameEnding.get(k) ?? -1) >= span.end) break
    if (!servingEnds.has(text.charAt(k - 1)) || !holdsPost.test(text.slice(span.end, k))) continue
    const found = readPost(laid, k, span.edge)
    if (found.units.length > 0 || found.posts.length > 0) return found
  }
  return { units: [], posts: [] }
}

function readPost(laid: Laid, from: number, edge: number): { units: UnitMention[]; posts: string[] } {
  const { text } = laid.paper
  const units: UnitMention[] = []
  const posts: string[] = []
  let at = from
  while (at < edge && units.length + posts.length < 5) {
    const unit = laid.unitBeginning.get(at)
    const post = unit ? null : postBeginning(text.slice(at, Math.min(edge, at + 14)))
    if (unit) units.push(unit)
    if (post) posts.push(post.post)
    const joined = units.length + posts.length > 0 && /^[\u3001\u517c\u53ca\u539f]/.test(text.slice(at, at + 1))
    const step = unit ? unit.end - unit.start : (post?.length ?? (joined ? 1 : 0))
    if (step === 0) break
    at += step
  }
  return { units, posts }
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
