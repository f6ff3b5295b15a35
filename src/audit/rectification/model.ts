import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** At once (立行立改), in stages (分阶段整改), continuing (持续整改). */
export const Pace = z.enum(['immediate', 'staged', 'sustained'])
export type Pace = z.infer<typeof Pace>

/** What the unit says about its own work. */
export const Claimed = z.enum(['done', 'inProgress', 'longTerm', 'notDone'])
export type Claimed = z.infer<typeof Claimed>
/** What the audit office finds: only this counts. */
export const Recognised = z.enum(['done', 'inProgress', 'longTerm', 'notDone', 'notNeeded'])
export type Recognised = z.infer<typeof Recognised>

/** Where the item stands in its procedure (procedure.ts). */
export const RectificationState = z.enum(['open', 'claimed', 'recognised', 'closed'])
export type RectificationState = z.infer<typeof RectificationState>

/** The putting right of one finding. */
export const Rectification = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  pace: Pace,
  dueOn: Day.nullable(),
  measure: z.string().nullable(),
  state: RectificationState,
  claimed: Claimed.nullable(),
  claimedOn: Day.nullable(),
  claimedBy: z.string().nullable(),
  recognised: Recognised.nullable(),
  recognisedOn: Day.nullable(),
  recognisedBy: z.string().nullable(),
  closedOn: Day.nullable(),
  closedBy: z.string().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Rectification = z.infer<typeof Rectification>

export const StepName = z.enum(['claim', 'recognise', 'sendBack', 'close', 'extend', 'reopen'])
export type StepName = z.infer<typeof StepName>

/** One step taken, with who and why; the item's own history. */
export const RectificationStep = z.object({
  id: z.uuid(),
  rectification: z.uuid(),
  step: StepName,
  account: z.string(),
  name: z.string(),
  takenOn: Day,
  outcome: Recognised.nullable(),
  text: z.string(),
  dueBefore: Day.nullable(),
  dueAfter: Day.nullable(),
})
export type RectificationStep = z.infer<typeof RectificationStep>
