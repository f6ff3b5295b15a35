import { type Procedure, type Step, whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Role } from '../../../office/identity/model.ts'
import { words } from './case.words.ts'
import type { No } from './guards.ts'
import { words as sideWords } from './side.words.ts'
import type { ProjectTermination, Remedy, RemedyState, ReviewCase, ReviewState, TerminationState } from './side-records.ts'

const { step: says, paper, consult } = words
const office = ['committeeOffice', 'secretary'] as const

type Row<State extends string, Guard extends string> = Step<State, Role, Guard>
const row = <State extends string, Guard extends string>(
  given: Partial<Row<State, Guard>> & Pick<Row<State, Guard>, 'title' | 'from' | 'to' | 'acts'>,
): Row<State, Guard> => ({ consult: [], document: null, clock: null, guards: [], ...given })

export type EndStep = 'consultEnd' | 'approveEnd' | 'refuseEnd'
/** T: the committee office proposes, consults the members, and the committee decides; another hand records the decision. */
export const terminationProcedure: Procedure<TerminationState, EndStep, Role, 'otherHand'> = {
  start: 'proposed',
  ends: ['approved', 'refused'],
  states: sideWords.ending,
  steps: {
    consultEnd: row({
      title: says.consultEnd,
      from: ['proposed', 'consulted'],
      to: 'consulted',
      acts: ['committeeOffice'],
      consult: [consult.organisation, consult.discipline, consult.members],
      document: paper.endConsulted,
    }),
    approveEnd: row({
      title: says.approveEnd,
      from: ['consulted'],
      to: 'approved',
      acts: ['secretary', 'director'],
      consult: [consult.committee],
      document: paper.endDecision,
      guards: ['otherHand'],
    }),
    refuseEnd: row({
      title: says.refuseEnd,
      from: ['consulted'],
      to: 'refused',
      acts: ['secretary', 'director'],
      consult: [consult.committee],
      document: paper.endDecision,
      guards: ['otherHand'],
    }),
  },
}

export type ReviewStep = 'accept' | 'reject' | 'conclude' | 'decide'
/** O: people without part in the audit look again; the committee approves the answer, which is final. */
export const reviewProcedure: Procedure<ReviewState, ReviewStep, Role, 'inGroup'> = {
  start: 'raised',
  ends: ['decided', 'rejected'],
  states: sideWords.review,
  steps: {
    accept: row({ title: says.accept, from: ['raised'], to: 'accepted', acts: office, document: paper.acceptance, clock: 'review.decide' }),
    reject: row({ title: says.reject, from: ['raised'], to: 'rejected', acts: office, document: paper.acceptance }),
    conclude: row({
      title: says.conclude,
      from: ['accepted'],
      to: 'concluded',
      acts: ['auditor', 'leadAuditor', 'reviewer', 'adjudicator'],
      document: paper.conclusion,
      clock: 'review.decide',
      guards: ['inGroup'],
    }),
    decide: row({
      title: says.decide,
      from: ['concluded'],
      to: 'decided',
      acts: office,
      consult: [consult.committee],
      document: paper.decision,
      clock: 'review.decide',
    }),
  },
}

export type RemedyStep = 'acceptRemedy' | 'decideRemedy' | 'withdrawRemedy'
const keepers = ['clerk', 'leadAuditor', 'adjudicator'] as const
/** J: what happens elsewhere to a decision; this house only records it. The decision stays in force meanwhile. */
export const remedyProcedure: Procedure<RemedyState, RemedyStep, Role, never> = {
  start: 'requested',
  ends: ['decided', 'withdrawn'],
  states: sideWords.remedy,
  steps: {
    acceptRemedy: row({
      title: says.acceptRemedy,
      from: ['requested'],
      to: 'accepted',
      acts: keepers,
      consult: [consult.government],
      document: paper.remedy,
    }),
    decideRemedy: row({ title: says.decideRemedy, from: ['accepted'], to: 'decided', acts: keepers, document: paper.ruling }),
    withdrawRemedy: row({
      title: says.withdrawRemedy,
      from: ['requested', 'accepted'],
      to: 'withdrawn',
      acts: keepers,
      document: paper.ruling,
    }),
  },
}

export type SideHand = { account: string; role: string }

/** Null when this hand may take the termination's step; before a decision the members must have been consulted. */
export function whyNotEnding(step: EndStep, { ending, hand }: { ending: ProjectTermination; hand: SideHand }): Refusal | null {
  if (step !== 'consultEnd' && ending.state === 'proposed') return refuse('consultFirst')
  const otherHand = (): No | null => (ending.proposedBy === hand.account ? refuse('proposerDecides') : null)
  return whyNotStep(terminationProcedure, { step, state: ending.state, role: hand.role }, { otherHand })
}

/** Null when this hand may take the review's step; only the group named concludes. */
export function whyNotReview(step: ReviewStep, { review, hand }: { review: ReviewCase; hand: SideHand }): Refusal | null {
  const inGroup = (): Refusal | null => (review.reviewers.includes(hand.account) ? null : refuse('notInReviewGroup'))
  return whyNotStep(reviewProcedure, { step, state: review.state, role: hand.role }, { inGroup })
}

export const whyNotRemedy = (step: RemedyStep, { remedy, hand }: { remedy: Remedy; hand: SideHand }): Refusal | null =>
  whyNotStep(remedyProcedure, { step, state: remedy.state, role: hand.role }, {})

type Team = { team: readonly { account: string }[]; smallest: number }
/** A review group as large as the rule asks, none of whom took part in the audit. */
export function whyNotGroup(group: readonly { account: string; name: string }[], { team, smallest }: Team): No | null {
  if (group.length < smallest) return refuse('reviewGroupSmall', { count: smallest })
  const was = group.find(({ account }) => team.some((each) => each.account === account))
  return was ? refuse('reviewerWasAuditor', { name: was.name }) : null
}
