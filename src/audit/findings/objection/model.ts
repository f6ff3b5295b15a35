import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { GivenEvidence, Party } from '../../projects/model.ts'
import { ReviewOutcome } from '../../projects/rules/side-records.ts'

/** One level of the route of an objection under a rule of a certain time; its clocks are rules of the regulations room. */
export const ReviewRoute = z.object({
  id: z.uuid(),
  level: z.number().int(),
  bodyZh: z.string(),
  bodyEn: z.string(),
  askClock: z.string(),
  decideClock: z.string(),
  smallestGroup: z.number().int(),
  withoutOriginal: z.boolean(),
  approvedByCommittee: z.boolean(),
  final: z.boolean(),
  region: z.string().nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type ReviewRoute = z.infer<typeof ReviewRoute>

/** The check by the audit office one level up (rules before July 2019): asked for here, decided elsewhere, its answer entered here. */
export const HigherReview = z.object({
  id: z.uuid(),
  project: z.uuid(),
  reviewCase: z.uuid(),
  official: z.uuid(),
  body: z.string(),
  raisedOn: Day,
  text: z.string(),
  findings: z.array(z.uuid()),
  decisionRef: z.string().nullable(),
  outcome: ReviewOutcome.nullable(),
  reason: z.string().nullable(),
  decidedOn: Day.nullable(),
  enteredBy: z.string().nullable(),
  version: z.number().int(),
})
export type HigherReview = z.infer<typeof HigherReview>

/** A word on the draft after its day (`dueOn`); kept, read and answered, without reopening what silence had settled. */
export const LateReply = z.object({
  id: z.uuid(),
  project: z.uuid(),
  finding: z.uuid().nullable(),
  party: Party,
  replier: z.uuid(),
  account: z.string(),
  text: z.string(),
  evidence: z.array(GivenEvidence),
  dueOn: Day,
  givenOn: Day,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: Day.nullable(),
  version: z.number().int(),
})
export type LateReply = z.infer<typeof LateReply>
