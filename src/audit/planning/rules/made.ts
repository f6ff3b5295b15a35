import { yearOf } from '../../../kernel/day.ts'
import { say } from '../../../kernel/say.ts'
import type { Instance, Plan } from '../instance/model.ts'
import { onTheWay, type PlannedAudit, underWay } from '../model.ts'
import { words } from '../words.ts'
import type { Because } from './because.ts'
import { windowOf } from './capacity.ts'
import { slotText } from './hold.ts'
import type { Built } from './instance.ts'
import { hasLeft, isBegun, type Library, togetherOf } from './library.ts'
import { newlyForbidden, saysWhy } from './released.ts'
import { withoutLeads } from './score.ts'

type Made = Omit<PlannedAudit, 'id' | 'version'>

/** The patrol round that an audit in this slot goes with, when both sides agreed. */
function roundOf(library: Library, unit: string, slot: { year: number; window: number }): string | null {
  const visit = library.patrols.find(
    (round) => round.unit === unit && round.joint && yearOf(round.startsOn) === slot.year && windowOf(round.startsOn) === slot.window,
  )
  return visit?.id ?? null
}

/** An item of the plan for one audit that the solver answers. */
export function itemOf(library: Library, built: Built, slot: Plan['items'][number], by: string): Made | null {
  const post = library.posts.find(({ tenure }) => tenure.id === slot.subject)
  const subject = built.instance.subjects.find(({ id }) => id === slot.subject)
  if (!post || !subject) return null
  return {
    plan: library.plan.id,
    official: post.official.id,
    tenure: post.tenure.id,
    unit: post.unit.id,
    year: slot.year,
    window: slot.window,
    team: slot.team,
    kind: post.tenure.endsOn !== null && (hasLeft(post) || yearOf(post.tenure.endsOn) <= slot.year) ? 'departure' : 'inOffice',
    together: togetherOf(post.unit, library.plan.jurisdiction),
    effortDays: Math.max(1, Math.round(subject.effortDays)),
    score: withoutLeads(built.scores.get(slot.subject) ?? { total: 0, parts: [] }).total,
    stage: 'candidate',
    change: 'add',
    of: null,
    patrol: roundOf(library, post.unit.id, slot),
    movedBy: by,
    reason: null,
    resolution: null,
    jurisdiction: post.unit.jurisdiction,
  }
}

export type Outcome = {
  /** Candidates that stand no longer. */
  gone: readonly string[]
  /** New candidates. */
  made: readonly Made[]
  /** Issued items that a re-plan would have elsewhere, or nowhere: proposals of change. */
  changes: readonly Made[]
  /** Items that can no longer stand where they stood on the way to the approval: candidates again in another slot, or deferred when there is none. */
  released: readonly { item: PlannedAudit; to: Partial<Made> & Pick<Made, 'stage' | 'reason'> }[]
}

/**
 * What a solved plan does to the board: candidates are made anew, whatever is under way stays, and for issued items that a
 * re-plan moves or drops a proposal is made; nothing issued is ever changed by the solver itself, nor proposed twice. Only what can no
 * longer stand before the approval goes back to the candidates, to be consulted about again.
 */
export function outcomeOf(library: Library, built: Built, plan: Pick<Plan, 'items'>, by: string): Outcome {
  const { released: gaveWay, touched } = newlyForbidden(library)
  const fixed = library.items.filter((item) => item.change === 'add' && underWay.includes(item.stage) && !gaveWay.has(item.id))
  const has = (item: { tenure: string; year: number }) => (slot: Plan['items'][number]) =>
    slot.subject === item.tenure && slot.year === item.year
  const isFixed = (slot: Plan['items'][number]) => fixed.some((item) => item.tenure === slot.subject && item.year === slot.year)
  const free = plan.items.filter((slot) => !isFixed(slot))
  const back = library.items.filter(({ id }) => gaveWay.has(id)).map((item) => ({ item, slot: free.find(has(item)) }))
  const taken = new Set(back.map(({ slot }) => slot))
  const made = free.filter((slot) => !taken.has(slot)).flatMap((slot) => itemOf(library, built, slot, by) ?? [])
  const gone = library.items.filter((item) => item.stage === 'candidate').map(({ id }) => id)
  const known = new Set(built.instance.subjects.map(({ id }) => id))
  const isOpen = ({ id }: PlannedAudit) => library.items.some((other) => other.of === id && onTheWay.includes(other.stage))
  const changes = library.replan
    ? fixed
        .filter((item) => item.stage === 'issued' && known.has(item.tenure) && !isBegun(library, item) && !isOpen(item))
        .flatMap((item) => changeOf(item, plan.items.find(has(item)), { by, reason: reasonFor(library, item, touched.get(item.id)) }))
    : []
  const released = back.map(({ item, slot }) => ({
    item,
    to: releasedTo(library, { item, why: gaveWay.get(item.id) }, slot && itemOf(library, built, slot, by)),
  }))
  return { gone, made, changes, released }
}

const teamName = (library: Library, { team }: PlannedAudit) => library.teams.find((each) => each.team.id === team)?.team.name ?? ''
const whyText = (why: Because | undefined) => (why ? saysWhy(why, 'zh') : '')

/** Why a re-plan proposes to change an issued item: what it can no longer keep, else that something else needs its place more. */
const reasonFor = (library: Library, item: PlannedAudit, why: Because | undefined): string =>
  say(why ? words.note.changedBecause : words.note.changedForOthers, 'zh', {
    ...{ team: teamName(library, item), slot: slotText(item), why: whyText(why) },
  })

type Gone = { item: PlannedAudit; why: Because | undefined }
function releasedTo(library: Library, { item, why }: Gone, to: Made | null | undefined): Outcome['released'][number]['to'] {
  const facts = { team: teamName(library, item), slot: slotText(item), why: whyText(why) }
  const reason = say(words.note[to ? 'released' : 'releasedNowhere'], 'zh', facts)
  return to ? { ...to, together: item.together, reason } : { stage: 'deferred', reason }
}

function changeOf(item: PlannedAudit, slot: Plan['items'][number] | undefined, { by, reason }: { by: string; reason: string }): Made[] {
  const { id, version: _version, ...rest } = item
  const base = { ...rest, stage: 'candidate' as const, of: id, movedBy: by, reason, resolution: null }
  if (!slot) return [{ ...base, change: 'drop' }]
  if (slot.window === item.window && slot.team === item.team) return []
  return [{ ...base, change: 'move', window: slot.window, team: slot.team }]
}

/** Why no plan can be made at all from what is on file; null when it can. */
export function whyNotSolvable({
  subjects,
  teams,
  firstYear,
}: Instance): { code: 'noTeams' | 'planNoSubjects' | 'noForce' | 'tooFewForce'; facts: Record<string, string | number> } | null {
  if (teams.length === 0) return { code: 'noTeams', facts: {} }
  if (subjects.length === 0) return { code: 'planNoSubjects', facts: {} }
  const days = teams.map(({ capacityDays }) => (capacityDays[0] ?? []).reduce((sum, each) => sum + each, 0))
  const whole = days.reduce((sum, each) => sum + each, 0)
  if (whole === 0) return { code: 'noForce', facts: { team: teams[0]?.id ?? '', year: firstYear } }
  const most = Math.max(...teams.flatMap(({ capacityDays }) => capacityDays.flat()))
  const least = Math.min(...subjects.map(({ effortDays }) => effortDays))
  return most < least ? { code: 'tooFewForce', facts: { days: whole, count: subjects.length } } : null
}
