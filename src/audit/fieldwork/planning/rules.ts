import type { Day } from '../../../kernel/day.ts'
import { whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { FieldPlan, ListCounts, SiteTask, SiteTemplate } from './model.ts'
import { type PlanStep, planProcedure } from './procedure.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
type Hand = { account: string; role: string }

/** Null when this hand may take the step on the plan: its state, its role, another person than its preparer for the decision. */
export const whyNotPlan = (step: PlanStep, plan: Pick<FieldPlan, 'state' | 'preparedBy'>, hand: Hand): Refusal | null =>
  whyNotStep(
    planProcedure,
    { step, state: plan.state, role: hand.role },
    { otherThanPreparer: (): No | null => (plan.preparedBy === hand.account ? refuse('planPreparerDecides') : null) },
  )

/** Whether a new edition may be begun: none stands, or the last one was approved and a reason is given. */
export function whyNotNewEdition(last: Pick<FieldPlan, 'state' | 'edition'> | undefined, reason: string | null): No | null {
  if (!last) return null
  if (last.state === 'submitted') return refuse('planUnderWay', { edition: last.edition })
  return last.state === 'approved' && !reason ? refuse('planReasonMissing') : null
}

type Decision = { outcome: 'approved' | 'returned'; meetingOn: Day | null; meeting: string | null; opinion: string | null }
/** An approval names its meeting, held no earlier than the plan was submitted; a return says why. */
export function whyNotDecision(decision: Decision, plan: Pick<FieldPlan, 'submittedOn'>, today: Day): No | null {
  if (decision.outcome === 'returned') return decision.opinion ? null : refuse('planReturnReason')
  if (!decision.meetingOn || !decision.meeting) return refuse('planMeetingMissing')
  if (decision.meetingOn > today) return refuse('planMeetingFuture', { on: decision.meetingOn })
  return plan.submittedOn && decision.meetingOn < plan.submittedOn ? refuse('planMeetingEarly', { on: plan.submittedOn }) : null
}

/** How the lists have grown or shrunk since the plan was approved; null when they have not. */
export function changedSince(approved: ListCounts | null, now: ListCounts): ListCounts | null {
  if (!approved) return null
  const by = {
    duties: now.duties - approved.duties,
    decisions: now.decisions - approved.decisions,
    checks: now.checks - approved.checks,
    needs: now.needs - approved.needs,
  }
  return Object.values(by).every((each) => each === 0) ? null : by
}

/** The template's lines in force for a place on a day: the place's own if it keeps any, else the common ones. */
export function templateFor(lines: readonly SiteTemplate[], at: { region: string; on: Day }): SiteTemplate[] {
  const holding = lines.filter((line) => line.startsOn <= at.on && (line.endsOn === null || line.endsOn >= at.on))
  const own = holding.filter((line) => line.region === at.region)
  return (own.length > 0 ? own : holding.filter((line) => line.region === null)).sort((one, other) => one.place - other.place)
}

export const whyNotSettle = (given: Pick<SiteTask, 'state' | 'note'>): No | null =>
  given.state === 'notNeeded' && !given.note ? refuse('siteReasonMissing') : null
