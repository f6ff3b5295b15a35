import { yearOf } from '../../../kernel/day.ts'
import type { PatrolRound, PlannedAudit } from '../model.ts'
import { windowOf } from './capacity.ts'
import { hasLeft, type LibraryPost } from './library.ts'
import type { Tag } from './shapes.ts'

type Asked = {
  item: Pick<PlannedAudit, 'year' | 'window' | 'change' | 'unit' | 'stage'>
  post: LibraryPost
  patrols: readonly PatrolRound[]
  cleared: boolean
  pinned: boolean
  /** It was consulted about before it came back among the candidates. */
  consulted: boolean
}
const tag = (code: string, facts: Tag['facts'] = {}, warns = false): Tag => ({ code, facts, warns })

/** How a visit in the same year stands to the item: together, or a clash. */
export function visitOf(item: Asked['item'], patrols: readonly PatrolRound[]): { round: PatrolRound; together: boolean } | null {
  const round = patrols.find((each) => each.unit === item.unit && yearOf(each.startsOn) === item.year)
  return round ? { round, together: round.joint && windowOf(round.startsOn) === item.window } : null
}

function leavingTags({ post, cleared }: Asked): Tag[] {
  const entrusted = post.entrusted.length > 0
  if (hasLeft(post)) return [tag('left', {}, true)]
  if (post.tenure.endsOn === null) return entrusted ? [tag('entrusted', {}, true)] : []
  return cleared ? [tag('leaving', {}, true), ...(entrusted ? [tag('entrusted', {}, true)] : [])] : [tag('entrusted', {}, true)]
}

/** The short words of a card: what makes this audit due, and what stands in its way. A planned leaving shows only to those cleared. */
export function tagsOf(asked: Asked): Tag[] {
  const { item, post, patrols, pinned, consulted } = asked
  const years = post.status.yearsSince.value
  const visit = visitOf(item, patrols)
  return [
    ...(years === null ? [tag('never')] : [tag('sinceYears', { years })]),
    ...(post.status.state.value === 'overdue' ? [tag('overdue', {}, true)] : []),
    ...leavingTags(asked),
    ...(post.unrectified.count > 0 ? [tag('unrectified', { count: post.unrectified.count }, true)] : []),
    ...(visit ? [visit.together ? tag('patrol') : tag('clash', {}, true)] : []),
    ...(consulted && item.stage === 'candidate' ? [tag('renew', {}, true)] : []),
    ...(pinned ? [tag('pinned')] : []),
  ]
}
