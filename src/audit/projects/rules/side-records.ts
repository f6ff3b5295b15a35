import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** Why an audit cannot go on: detained, under discipline review, dead, or unfit to go on for another reason. */
export const TerminationGround = z.enum(['detained', 'underReview', 'dead', 'unfit'])
export type TerminationGround = z.infer<typeof TerminationGround>
export const TerminationState = z.enum(['proposed', 'consulted', 'approved', 'refused'])
export type TerminationState = z.infer<typeof TerminationState>

/** One body that was asked, and its answer. */
export const Consulted = z.object({ body: z.string().trim().min(2).max(60), answer: z.string().trim().min(2).max(1000), on: Day })
export type Consulted = z.infer<typeof Consulted>

/** T: the committee office proposes after consulting, the committee approves. */
export const ProjectTermination = z.object({
  id: z.uuid(),
  project: z.uuid(),
  ground: TerminationGround,
  state: TerminationState,
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: Day,
  consulted: z.array(Consulted),
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
  /** Number or title of the committee's minutes. */
  decisionRef: z.string().nullable(),
  version: z.number().int(),
})
export type ProjectTermination = z.infer<typeof ProjectTermination>

export const ReviewState = z.enum(['raised', 'accepted', 'concluded', 'decided', 'rejected'])
export type ReviewState = z.infer<typeof ReviewState>
export const ReviewOutcome = z.enum(['upheld', 'partly', 'rejected'])
export type ReviewOutcome = z.infer<typeof ReviewOutcome>

/** O: an official's objection to the report, looked at again by people who had no part in the audit. */
export const ReviewCase = z.object({
  id: z.uuid(),
  project: z.uuid(),
  official: z.uuid(),
  state: ReviewState,
  receivedOn: Day,
  text: z.string(),
  findings: z.array(z.uuid()),
  reviewers: z.array(z.string()),
  conclusion: z.string().nullable(),
  outcome: ReviewOutcome.nullable(),
  decidedOn: Day.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
})
export type ReviewCase = z.infer<typeof ReviewCase>

/** A government's ruling (fiscal matters), administrative reconsideration, or a suit (financial matters). */
export const RemedyRoute = z.enum(['ruling', 'reconsideration', 'suit'])
export type RemedyRoute = z.infer<typeof RemedyRoute>
export const RemedyState = z.enum(['requested', 'accepted', 'decided', 'withdrawn'])
export type RemedyState = z.infer<typeof RemedyState>

/** J: what the unit has taken against a decision; the decision stays in force meanwhile. */
export const Remedy = z.object({
  id: z.uuid(),
  project: z.uuid(),
  route: RemedyRoute,
  state: RemedyState,
  requestedOn: Day,
  body: z.string(),
  reason: z.string(),
  acceptedOn: Day.nullable(),
  decidedOn: Day.nullable(),
  outcome: z.enum(['upheld', 'changed', 'revoked']).nullable(),
  result: z.string().nullable(),
  version: z.number().int(),
})
export type Remedy = z.infer<typeof Remedy>
