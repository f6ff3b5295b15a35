import { addDays, type Day } from '../../../kernel/day.ts'
import type { Deadline, ReminderRule } from './deadline-records.ts'

type Clock = Pick<Deadline, 'rule' | 'dueOn' | 'region'>

/** The nearest rung a clock has reached on a day: rules of its own before those of every rule; null when none is reached. */
export function rungReached(rules: readonly ReminderRule[], clock: Clock, today: Day): ReminderRule | null {
  const fits = rules.filter(
    (rung) =>
      (rung.rule === null || rung.rule === clock.rule) &&
      (rung.region === null || clock.region.startsWith(rung.region.replace(/(00)+$/, ''))) &&
      (rung.validFrom ?? today) <= today &&
      today <= (rung.validUntil ?? today),
  )
  const own = fits.filter(({ rule }) => rule !== null)
  const ladder = own.length > 0 ? own : fits
  const reached = ladder.filter(({ daysBefore }) => today >= addDays(clock.dueOn, -daysBefore))
  return reached.toSorted((a, b) => a.daysBefore - b.daysBefore)[0] ?? null
}
