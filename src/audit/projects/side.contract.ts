import { z } from 'zod'
import { act } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Project } from './model.ts'
import { words } from './rules/case.words.ts'
import { Deadline } from './rules/deadline-records.ts'
import { words as side } from './rules/side.words.ts'
import { Consulted, ProjectTermination, Remedy, RemedyRoute, ReviewCase, ReviewOutcome, TerminationGround } from './rules/side-records.ts'

const { step } = words
const note = z.string().trim().min(2).max(4000)
const name = z.string().trim().min(2).max(80)
const target = { id: z.uuid(), version: z.number().int() }
const on = Day.optional()

export const proposeEnd = act({
  name: 'projects.proposeEnd',
  title: step.proposeEnd,
  input: z.object({ ...target, ground: TerminationGround, reason: note, on }),
  output: ProjectTermination,
})
export const consultEnd = act({
  name: 'projects.consultEnd',
  title: step.consultEnd,
  input: z.object({ ...target, consulted: z.array(Consulted).min(1).max(20) }),
  output: ProjectTermination,
})
/** The committee's decision to end the audit: the project is terminated and its clocks fall away; its papers stay. */
export const approveEnd = act({
  name: 'projects.approveEnd',
  title: step.approveEnd,
  input: z.object({ ...target, decisionRef: name, on }),
  output: Project,
})
export const refuseEnd = act({
  name: 'projects.refuseEnd',
  title: step.refuseEnd,
  input: z.object({ ...target, decisionRef: name, on }),
  output: ProjectTermination,
})

/** An official objects to the report, to all of it or to findings; within the days the rule gives from proven service. */
export const raiseObjection = act({
  name: 'projects.raise',
  title: step.raise,
  input: z.object({ id: z.uuid(), official: z.uuid().optional(), text: note, findings: z.array(z.uuid()).max(200).default([]), on }),
  output: ReviewCase,
})
export const acceptReview = act({
  name: 'projects.accept',
  title: step.accept,
  input: z.object({ ...target, reviewers: z.array(z.string()).min(1).max(10) }),
  output: ReviewCase,
})
export const rejectReview = act({
  name: 'projects.reject',
  title: step.reject,
  input: z.object({ ...target, reason: note }),
  output: ReviewCase,
})
export const concludeReview = act({
  name: 'projects.conclude',
  title: step.conclude,
  input: z.object({ ...target, conclusion: note }),
  output: ReviewCase,
})
/** The answer to one finding of an objection: an upheld one says how the finding is corrected. */
export const ObjectionAnswer = z.object({
  finding: z.uuid(),
  outcome: ReviewOutcome,
  effect: z.enum(['withdrawn', 'reworded', 'regraded']).optional(),
  correctedText: note.optional(),
  correctedGrade: z.enum(['direct', 'leading', 'supervising']).optional(),
})
export type ObjectionAnswer = z.infer<typeof ObjectionAnswer>
/** The final answer, finding by finding; rejected as a whole it needs no answer to each. */
export const decideReview = act({
  name: 'projects.decide',
  title: step.decide,
  input: z.object({
    ...target,
    outcome: ReviewOutcome,
    reason: note,
    answers: z.array(ObjectionAnswer).max(200).default([]),
  }),
  output: ReviewCase,
})

export const requestRemedy = act({
  name: 'projects.remedy',
  title: step.request,
  input: z.object({ id: z.uuid(), route: RemedyRoute, requestedOn: Day, body: name, reason: note }),
  output: Remedy,
})
export const acceptRemedy = act({
  name: 'projects.acceptRemedy',
  title: step.acceptRemedy,
  input: z.object({ ...target, on }),
  output: Remedy,
})
export const decideRemedy = act({
  name: 'projects.decideRemedy',
  title: step.decideRemedy,
  input: z.object({ ...target, outcome: z.enum(['upheld', 'changed', 'revoked']), result: note, on }),
  output: Remedy,
})
export const withdrawRemedy = act({
  name: 'projects.withdrawRemedy',
  title: step.withdrawRemedy,
  input: z.object({ ...target, result: note, on }),
  output: Remedy,
})

/** A clock stands still from a day, for a reason; it is counted again at once, with the old value kept. */
export const suspendDeadline = act({
  name: 'projects.suspend',
  title: side.act.suspend,
  input: z.object({ deadline: z.uuid(), fromOn: Day, reason: note }),
  output: Deadline,
})
export const resumeDeadline = act({
  name: 'projects.resume',
  title: side.act.resume,
  input: z.object({ deadline: z.uuid(), untilOn: Day }),
  output: Deadline,
})
