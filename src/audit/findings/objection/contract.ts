import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { GivenFile } from '../../../kernel/given.ts'
import { May } from '../../../kernel/may.ts'
import { MyCase } from '../../projects/room.contract.ts'
import { ReviewOutcome } from '../../projects/rules/side-records.ts'
import { ObjectionAnswer } from '../../projects/side.contract.ts'
import { Correction } from '../correction/model.ts'
import { StandingView } from '../duty/contract.ts'
import { Grade, ToleranceOutcome } from '../model.ts'
import { HigherReview, LateReply, ReviewRoute } from './model.ts'
import { words } from './words.ts'

const text = z.string().trim().min(2).max(4000)

/** A word on the draft after its day: refused while the time runs and once the report is out; else kept and marked late. */
export const giveLate = act({
  name: 'findings.lateReply',
  title: words.act.late,
  takes: 'files',
  input: z.object({ project: z.uuid(), finding: z.uuid().optional(), text }),
  output: LateReply,
})
/** A file handed in with a late word (the first is 0), for whoever may know the word. */
export const lateEvidence = ask({
  name: 'findings.lateEvidence',
  title: words.title.lateEvidence,
  gives: 'file',
  asKept: 'original',
  reads: 'person',
  input: z.object({ id: z.uuid(), at: z.coerce.number().int().min(0).max(100) }),
  output: GivenFile,
})
export const answerLate = act({
  name: 'findings.answerLate',
  title: words.act.answerLate,
  input: z.object({ id: z.uuid(), version: z.number().int(), answer: text }),
  output: LateReply,
})
/** Asks the audit office one level up, where the rule of the audit's time knows that level. */
export const raiseHigher = act({
  name: 'findings.raiseHigher',
  title: words.act.higher,
  input: z.object({ review: z.uuid(), official: z.uuid().optional(), text, on: Day.optional() }),
  output: HigherReview,
})
/** Enters what the higher office decided; upheld, it corrects the findings it was raised against. */
export const decideHigher = act({
  name: 'findings.decideHigher',
  title: words.act.decideHigher,
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    decisionRef: z.string().trim().min(2).max(80),
    outcome: ReviewOutcome,
    reason: text,
    answers: z.array(ObjectionAnswer).max(200).default([]),
  }),
  output: HigherReview,
})

/** One finding as the official or the unit it concerns is shown it. */
export const OwnFinding = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  facts: z.string(),
  project: z.uuid(),
  projectTitle: z.string(),
  standing: StandingView,
  grade: Grade.nullable(),
  tolerance: ToleranceOutcome.nullable(),
  correction: Correction.nullable(),
  may: z.object({ claim: May }),
})
export type OwnFinding = z.infer<typeof OwnFinding>
export const RouteLevel = ReviewRoute.pick({
  level: true,
  withoutOriginal: true,
  approvedByCommittee: true,
  final: true,
  citation: true,
  verified: true,
}).extend({ body: z.string(), ask: z.string(), decide: z.string() })
export type RouteLevel = z.infer<typeof RouteLevel>
export const OwnCase = MyCase.extend({
  own: z.array(OwnFinding),
  route: z.array(RouteLevel),
  /** The day that was missed, while a late word is still taken. */
  lateSince: Day.nullable(),
  late: z.array(LateReply),
  higher: HigherReview.nullable(),
  may: z.object({ raise: May, higher: May, late: May }),
})
export type OwnCase = z.infer<typeof OwnCase>

/** All that concerns the person or unit signed in, and nothing else: running cases with their rights, and earlier findings. */
export const getOwn = ask({
  name: 'findings.own',
  title: words.title.askOwn,
  reads: 'person',
  input: z.object({}),
  output: z.object({ cases: z.array(OwnCase), earlier: z.array(OwnFinding) }),
})
