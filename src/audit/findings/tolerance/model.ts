import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { ToleranceOutcome } from '../model.ts'

/** Who asks for tolerance: the official, his unit, or the audit office itself. */
export const Claimant = z.enum(['official', 'unit', 'office'])
export type Claimant = z.infer<typeof Claimant>

/** A question of the test of the three distinctions; `mustBe`: with the other answer nothing may be tolerated. */
export const ToleranceQuestion = z.object({
  id: z.uuid(),
  code: z.string(),
  place: z.number().int(),
  zh: z.string(),
  en: z.string(),
  mustBe: z.enum(['yes', 'no']).nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type ToleranceQuestion = z.infer<typeof ToleranceQuestion>

/** The three distinctions: an error of a pilot, what was not forbidden, an unintended error for development. */
export const Ground = z.enum(['pilot', 'explored', 'unintended'])
export type Ground = z.infer<typeof Ground>
export const Answered = z.enum(['yes', 'no'])
export type Answered = z.infer<typeof Answered>
export const TestAnswer = z.object({
  question: z.string(),
  answer: Answered,
  reason: z.string().trim().min(2).max(2000),
  evidence: z.string().trim().min(2).max(1000),
})
export type TestAnswer = z.infer<typeof TestAnswer>

export const CaseState = z.enum(['raised', 'examined', 'decided', 'withdrawn'])
export type CaseState = z.infer<typeof CaseState>

/** One claim of tolerance from its raising to its decision. `wording`: the sentence that stands with the problem from then on. */
export const ToleranceCase = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  claimant: Claimant,
  claimedBy: z.string(),
  claimedName: z.string(),
  raisedOn: Day,
  grounds: z.array(Ground),
  facts: z.string(),
  answers: z.array(TestAnswer),
  state: CaseState,
  teamView: z.string().nullable(),
  examinedBy: z.string().nullable(),
  examinedName: z.string().nullable(),
  examinedOn: Day.nullable(),
  discussion: z.string().nullable(),
  outcome: ToleranceOutcome.nullable(),
  reason: z.string().nullable(),
  wording: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedName: z.string().nullable(),
  decidedOn: Day.nullable(),
  version: z.number().int(),
})
export type ToleranceCase = z.infer<typeof ToleranceCase>
