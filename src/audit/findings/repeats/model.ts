import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

export const RepeatVerdict = z.enum(['proposed', 'confirmed', 'rejected'])
export type RepeatVerdict = z.infer<typeof RepeatVerdict>

/**
 * Two findings of one unit and one class in different audits. `likeness` says in percent how much of their words they
 * share, `shared` which; `heads` and `earlierHeads` name who was audited each time. It is said of findings, never of a person.
 */
export const FindingRepeat = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  earlier: z.uuid(),
  likeness: z.number().int().min(0).max(100),
  shared: z.array(z.string()),
  heads: z.array(z.string()),
  earlierHeads: z.array(z.string()),
  foundOn: Day,
  verdict: RepeatVerdict,
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type FindingRepeat = z.infer<typeof FindingRepeat>

/** A setting of the findings room that is no number of law: dated, by place (null: everywhere), with where it comes from. */
export const FindingRule = z.object({
  id: z.uuid(),
  rule: z.string(),
  amount: z.number().int(),
  unit: z.string(),
  region: z.string().nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type FindingRule = z.infer<typeof FindingRule>
