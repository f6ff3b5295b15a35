import type { Laid } from './laid.ts'
import { breaksChain, departmentEnd, holderAtEnd, listJoint, officeBefore } from './lexicon.ts'
import { postEnding } from './posts.ts'
import type { UnitMention } from './unit-scores.ts'

export type Before = { units: UnitMention[]; posts: string[]; inList: boolean; rest: string; edge: number }

/** Walks left from the name over posts, joints, other names and departments until a unit or something else stops it. */
export function lookBefore(laid: Laid, start: number): Before {
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
