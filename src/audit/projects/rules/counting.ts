import type { Calendar } from '../../../kernel/calendar.ts'
import { type DatedRule, type Due, dueOn, type Suspension } from '../../../kernel/clock-rule.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { ClockRow } from '../../../registers/regulations/model.ts'
import { type RowRule, ruleFor } from '../../../registers/regulations/rules/clock.ts'
import type { Deadline, KeptStep } from './deadline-records.ts'

/** What every deadline is counted with: the rules as rows and the working calendar, read once. */
export type Reckoner = { rows: readonly ClockRow[]; calendar: Calendar }
export type Asked = Pick<Deadline, 'rule' | 'kind' | 'fromOn' | 'actOn' | 'region'> & { suspensions?: readonly Suspension[] }
export type Counted = Pick<Deadline, 'dueOn' | 'steps' | 'ruleRow' | 'provisional'>

/** How far ahead an entry day is sought; a notice period is a matter of days. */
const farthest = 400

/**
 * The first day on which an act is lawful after a paper was served on `servedOn`, by a rule that counts backwards from
 * the act: the first day whose own last day of service is not before `servedOn`.
 */
export function earliestAfter(
  rule: DatedRule,
  servedOn: Day,
  { calendar, suspensions = [] }: { calendar: Calendar; suspensions?: readonly Suspension[] },
): Due {
  let at = servedOn
  for (let tried = 0; tried < farthest; tried++) {
    const counted = dueOn(rule, at, calendar, suspensions)
    if (counted.due >= servedOn && calendar.isWorkingDay(at)) return { ...counted, due: at }
    at = addDays(at, 1)
  }
  throw new Error(`${rule.rule} leads to no day within ${farthest} days`)
}

const kept = ({ code, facts }: Due['steps'][number]): KeptStep => ({ code, facts: { ...facts } })

/** Counts one deadline; refused when no rule applies there and then, or the rule leads to no day. */
export function countDeadline({ rows, calendar }: Reckoner, asked: Asked): { value: Counted & { rule: RowRule } } | { refusal: Refusal } {
  const chosen = ruleFor(rows, { rule: asked.rule, from: asked.fromOn, actDate: asked.actOn, region: asked.region })
  if ('refusal' in chosen) return chosen
  const rule = chosen.value
  const suspensions = asked.suspensions ?? []
  const counted =
    asked.kind === 'earliest'
      ? earliestAfter(rule, asked.fromOn, { calendar, suspensions })
      : dueOn(rule, asked.fromOn, calendar, suspensions)
  return {
    value: { rule, dueOn: counted.due, steps: counted.steps.map(kept), ruleRow: rule.row.id, provisional: counted.provisional },
  }
}

/** Whether two counts of one deadline say the same: day, rule and every step. */
export const sameCount = (one: Counted, other: Counted): boolean =>
  one.dueOn === other.dueOn && one.ruleRow === other.ruleRow && JSON.stringify(one.steps) === JSON.stringify(other.steps)

/** Clocks of a party's right: when they have run out nothing is late, the right has lapsed. */
export const rights: readonly string[] = ['review.request', 'ruling.request', 'reconsideration.request']
