import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** One step of a reckoning as it is kept: a code of the kernel's clock words with its facts. */
export const KeptStep = z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })
export type KeptStep = z.infer<typeof KeptStep>

/** latest: something must be done by the day. earliest: something may not be done before it (entry after a notice). */
export const DeadlineKind = z.enum(['latest', 'earliest'])
export type DeadlineKind = z.infer<typeof DeadlineKind>

/**
 * A running clock of a project: a rule's row, counted from a proven start (`about` names the record that proves it).
 * `party` is whom it binds or whose right it is: 'official:<id>', 'unit:<id>', or null for the audit office.
 */
export const Deadline = z.object({
  id: z.uuid(),
  project: z.uuid(),
  rule: z.string(),
  kind: DeadlineKind,
  about: z.string(),
  party: z.string().nullable(),
  fromOn: Day,
  actOn: Day.nullable(),
  region: z.string(),
  dueOn: Day,
  steps: z.array(KeptStep),
  ruleRow: z.uuid(),
  provisional: z.boolean(),
  state: z.enum(['running', 'met', 'void']),
  endedOn: Day.nullable(),
  countedOn: Day,
})
export type Deadline = z.infer<typeof Deadline>

export const CountCause = z.enum(['first', 'rule', 'calendar', 'suspension'])
export type CountCause = z.infer<typeof CountCause>
/** One value a deadline has had, with the cause of its counting. */
export const DeadlineCount = z.object({
  id: z.uuid(),
  deadline: z.uuid(),
  countedOn: Day,
  cause: CountCause,
  dueOn: Day,
  steps: z.array(KeptStep),
  ruleRow: z.uuid(),
  account: z.string(),
})
export type DeadlineCount = z.infer<typeof DeadlineCount>

/** Days in which a clock stands still; open while it still does. */
export const DeadlineSuspension = z.object({
  id: z.uuid(),
  deadline: z.uuid(),
  fromOn: Day,
  untilOn: Day.nullable(),
  reason: z.string(),
  account: z.string(),
})
export type DeadlineSuspension = z.infer<typeof DeadlineSuspension>

/** A rung of the ladder of reminders; `rule` null is every rule, a negative number of days is after the due day. */
export const ReminderRule = z.object({
  id: z.uuid(),
  rule: z.string().nullable(),
  daysBefore: z.number().int(),
  roles: z.array(z.string()),
  title: z.object({ zh: z.string(), en: z.string() }),
  region: z.string().nullable(),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type ReminderRule = z.infer<typeof ReminderRule>
