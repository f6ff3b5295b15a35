import { checkPlan } from '../checker/check.ts'
import type { Instance, PlanItem, Subject } from '../instance/model.ts'
import { standingItems } from './figures.ts'
import type { Known } from './hold.ts'

/** The plan as it stands on the board, as the solver reads it; `broken` are those whose items a rule no longer allows. */
export type Standing = { readonly instance: Instance; readonly items: readonly PlanItem[]; readonly broken: ReadonlySet<string> }

const freed = (subject: Subject): Subject => ({ ...subject, pin: null, furtherPins: [] })

/** Subjects whose items break a rule about themselves, or take more days than their slot has at all. */
function brokenBy(instance: Instance, items: readonly PlanItem[]): ReadonlySet<string> {
  const teams = new Map(instance.teams.map(({ id, capacityDays }) => [id, capacityDays]))
  const effort = new Map(instance.subjects.map(({ id, effortDays }) => [id, effortDays]))
  const tooLong = items.filter(({ subject, year, window, team }) => {
    const days = teams.get(team)?.[year - instance.firstYear]?.[window - 1] ?? 0
    return days < (effort.get(subject) ?? 0)
  })
  const shared = ['overCapacity', 'overCeiling', 'unitApart']
  const named = checkPlan(instance, { items }).violations.filter(({ code }) => !shared.includes(code))
  return new Set([...tooLong.map(({ subject }) => subject), ...named.map(({ facts }) => String(facts.subject ?? ''))])
}

/**
 * What is on the board as a plan that can be explained: the audits that stand are the approved ones. Items that a rule no longer allows
 * (a recusal decided since, a patrol announced since) are left out of it and named.
 */
export function standingPlan({ library, built }: Known): Standing {
  const known = new Set(built.instance.subjects.map(({ id }) => id))
  const teams = new Set(built.instance.teams.map(({ id }) => id))
  const all = standingItems(library.items)
    .filter(({ tenure, team }) => known.has(tenure) && teams.has(team))
    .map(({ tenure, year, window, team }) => ({ subject: tenure, year, window, team }))
  const whole: Instance = { ...built.instance, approved: all }
  const broken = brokenBy(whole, all)
  const items = all.filter(({ subject }) => !broken.has(subject))
  const subjects = whole.subjects.map((subject) => (broken.has(subject.id) ? freed(subject) : subject))
  return { instance: { ...whole, subjects, approved: items }, items, broken }
}

/** The same without a price on change: why something stands is asked of the duties, not of yesterday's plan. */
export const withoutChangePrice = (instance: Instance): Instance => ({
  ...instance,
  weights: { ...instance.weights, changeYear: 0, changeSlot: 0 },
})
