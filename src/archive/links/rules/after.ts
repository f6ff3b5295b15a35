import type { Laid } from './laid.ts'
import { holdsPost, opensPost, servingEnds } from './lexicon.ts'
import { postBeginning, postEnding } from './posts.ts'
import type { UnitMention } from './unit-scores.ts'

export type After = { units: UnitMention[]; posts: string[]; edge: number }

/** What the words after the name say of the post: "(then director of …)", "served as … of …", or the post itself. */
export function lookAfter(laid: Laid, end: number): After {
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
