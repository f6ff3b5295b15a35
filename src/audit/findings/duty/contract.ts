import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { May } from '../../../kernel/may.ts'
import { Paging, pageOf } from '../../../kernel/paging.ts'
import { Correction } from '../correction/model.ts'
import { Grade, Responsibility } from '../model.ts'
import { HigherReview, LateReply } from '../objection/model.ts'
import { ToleranceCase, ToleranceQuestion } from '../tolerance/model.ts'
import { Attribution, Claims, DecisionTrail, Flag, OtherPerson, ProofKind, SituationRule, SlotLink, Slots } from './model.ts'
import { words } from './words.ts'

export const StandingView = z.object({
  state: z.enum(['stands', 'objected', 'withdrawn', 'reworded', 'regraded']),
  on: Day.nullable(),
  says: z.string(),
})
export const Proof = z.object({ kind: ProofKind, record: z.uuid(), label: z.string() })
export type Proof = z.infer<typeof Proof>
/** One official's responsibility with its argument, how it stands, and what the checker holds against it (to the audit side only). */
export const DutyLine = Responsibility.extend({
  name: z.string(),
  number: z.string(),
  post: z.string().nullable(),
  attribution: Attribution.nullable(),
  standing: StandingView,
  flags: z.array(Flag).nullable(),
  may: z.object({ set: May, review: May }),
})
export type DutyLine = z.infer<typeof DutyLine>
export const ToleranceView = ToleranceCase.extend({ name: z.string(), may: z.object({ examine: May, decide: May, withdraw: May }) })
export type ToleranceView = z.infer<typeof ToleranceView>

export const DutyView = z.object({
  finding: z.uuid(),
  lines: z.array(DutyLine),
  /** Subjects of the audit who answer for nothing here yet. */
  free: z.array(z.object({ official: z.uuid(), name: z.string() })),
  grades: z.array(Grade),
  situations: z.array(SituationRule),
  /** What of the project may stand behind a slot. */
  proofs: z.array(Proof),
  others: z.array(OtherPerson),
  questions: z.array(ToleranceQuestion),
  tolerances: z.array(ToleranceView),
  lateReplies: z.array(LateReply.extend({ name: z.string(), may: z.object({ answer: May }) })),
  corrections: z.array(Correction),
  /** Checks by the higher office that are about this finding, each with all it is about. */
  higher: z.array(
    HigherReview.extend({
      about: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
      may: z.object({ decide: May }),
    }),
  ),
  may: z.object({ set: May, record: May, claim: May }),
})
export type DutyView = z.infer<typeof DutyView>

/** Everything of due process about one finding: responsibility, other persons, tolerance, late words, corrections. */
export const getDuty = ask({
  name: 'findings.duty',
  title: words.title.view,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: DutyView,
})

/** Sets an official's responsibility for a finding, or completes its argument. Refused by `whyNotSet`. */
export const setResponsibility = act({
  name: 'findings.setResponsibility',
  title: words.act.set,
  input: z.object({
    finding: z.uuid(),
    official: z.uuid(),
    grade: Grade,
    situation: z.string().trim().min(1).max(20),
    slots: Slots,
    links: z.array(SlotLink).max(60).default([]),
    actFrom: Day.nullable().default(null),
    actTo: Day.nullable().default(null),
    decisionTrail: DecisionTrail,
    claims: Claims,
    weighing: z.string().trim().max(4000).default(''),
    /** Of the argument that is changed; 0 for a new one. */
    version: z.number().int().default(0),
  }),
  output: Attribution,
})
/** The review of responsibility by another hand; it is confirmed only when nothing stops it, else sent back with the reason. */
export const reviewResponsibility = act({
  name: 'findings.reviewResponsibility',
  title: words.act.review,
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    verdict: z.enum(['confirm', 'sendBack']),
    opinion: z.string().trim().min(2).max(2000),
  }),
  output: Attribution,
})
/** Records somebody else who had a part in it. Refused for a subject of the audit. */
export const recordPerson = act({
  name: 'findings.recordPerson',
  title: words.act.record,
  input: z.object({
    finding: z.uuid(),
    name: z.string().trim().min(2).max(40),
    post: z.string().trim().min(2).max(120),
    part: z.string().trim().min(2).max(2000),
  }),
  output: OtherPerson,
})

export const FlaggedLine = Attribution.pick({ id: true, finding: true, flags: true, state: true, setName: true, setOn: true }).extend({
  number: z.string(),
  title: z.string(),
  name: z.string(),
  grade: Grade,
  project: z.string(),
})
export type FlaggedLine = z.infer<typeof FlaggedLine>
export const FlagFilter = Paging.extend({
  /** Only those that something stops, or that wait for review. */
  show: z.enum(['all', 'stopped', 'toReview']).default('all'),
  sort: z.string().max(40).optional(),
})
export type FlagFilter = z.infer<typeof FlagFilter>
export const listFlags = ask({
  name: 'findings.flags',
  title: words.title.listFlags,
  reads: 'person',
  input: FlagFilter,
  output: pageOf(FlaggedLine),
})
