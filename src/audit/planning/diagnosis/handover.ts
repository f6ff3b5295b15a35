import type { Instance, Subject } from '../instance/model.ts'
import type { Ways } from './duties.ts'
import { avoidable, type DutyPlan, dutyPlanFrom, filledUp, givenUp } from './duty-plan.ts'
import type { Slack } from './elastic.ts'

type Classes = { readonly heaviest: string; readonly lightest: string }
const classesOf = ({ subjects }: Instance): Classes => {
  const names = [...new Set(subjects.map(({ class: name }) => name))].toSorted()
  return { heaviest: names[0] ?? '', lightest: names.at(-1) ?? '' }
}

/** Whom the handover procedure may stand in for: the lightest class, and leavers below the heaviest; never whoever is entrusted. */
function mayHandOver({ mandatory, class: name }: Subject, { heaviest, lightest }: Classes): boolean {
  const isLeaver = mandatory.length > 0 && name !== heaviest
  return mandatory.every(({ reason }) => reason === 'leaving') && (isLeaver || name === lightest)
}

/**
 * A handover in place of an audit: everybody else's duties are planned first, then whoever may be handed over takes what room is left;
 * those without an audit are handed over, and what is still unmet waits.
 */
export function handedOver(instance: Instance, all: readonly Ways[], now: DutyPlan): Slack[] {
  const classes = classesOf(instance)
  const may = new Set(instance.subjects.filter((subject) => mayHandOver(subject, classes)).map(({ id }) => id))
  const subjects = instance.subjects.map((each) => (may.has(each.id) ? { ...each, frequencyYears: 50, mandatory: [] } : each))
  const draft = filledUp(now.draft.model, dutyPlanFrom(now, { ...instance, subjects }).option)
  const { late, dropped } = avoidable(instance, all, draft)
  const unmet = new Set([...late, ...dropped])
  const instead = instance.subjects.filter(({ id }) => unmet.has(id) && may.has(id))
  const rest = { late: late.filter((id) => !may.has(id)), dropped: dropped.filter((id) => !may.has(id)) }
  const concerned = [...new Set(instead.map(({ class: name }) => name))].toSorted()
  const named = (wanted: string) => instead.filter(({ class: name }) => name === wanted).map(({ id }) => id)
  return [...concerned.map((name): Slack => ({ family: 'handover', class: name, subjects: named(name) })), ...givenUp(instance, rest)]
}
