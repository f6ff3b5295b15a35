import type { Day } from '../../../kernel/day.ts'
import { type Guards, nextSteps, whyNotStep } from '../../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { PlannedAudit, Stage, YearPlan } from '../model.ts'
import { type PlanGuard, planProcedure } from '../procedure.ts'
import { words } from '../words.ts'
import type { Organ, PlanStepName } from './records.ts'

type No = Refusal<keyof typeof words.refusal>
/** What a step is judged by: the item, its plan, how far the consultation is, who submitted it, and its target when it changes another. */
export type Judged = {
  item: Pick<PlannedAudit, 'id' | 'stage' | 'change' | 'year' | 'of'>
  plan: Pick<YearPlan, 'year'>
  hand: { account: string; role: string }
  today: Day
  letters: readonly { organ: Organ; dueOn: Day; repliedOn: Day | null }[]
  openOpinions: number
  submittedBy: string | null
  target: Pick<PlannedAudit, 'stage'> | null
  /** Another item of the same post already stands in that year. */
  hasTwin: boolean
}

/** Every organ has answered or its time is up, and everything that was objected to or suggested is settled with a reason. */
function whyNotSettled({ letters, openOpinions, today }: Judged): No | null {
  const waiting = letters.filter(({ repliedOn, dueOn }) => repliedOn === null && today <= dueOn)
  const [first] = waiting
  if (first) return refuse('repliesMissing', { organs: waiting.map(({ organ }) => words.organ[organ].zh).join('、'), dueOn: first.dueOn })
  return openOpinions > 0 ? refuse('opinionsOpen', { count: openOpinions }) : null
}

const guards = (judged: Judged): Guards<PlanGuard> => ({
  opinionsSettled: () => whyNotSettled(judged),
  otherThanSubmitter: (): No | null => (judged.submittedBy === judged.hand.account ? refuse('submitterApproves') : null),
  isDrop: (): No | null => (judged.item.change === 'drop' ? null : refuse('isNotDrop')),
  isNoDrop: (): No | null => (judged.item.change === 'drop' ? refuse('isADrop') : null),
  notTwice: (): No | null => (judged.hasTwin ? refuse('itemThere') : null),
  thisYear: (): No | null => (judged.item.year === judged.plan.year ? null : refuse('laterYear')),
  targetStands: (): No | null => (judged.item.of === null || judged.target?.stage === 'issued' ? null : refuse('targetGone')),
})

/** Null when this hand may take the step with the item now; else the state, the role, or the guard that says no. */
export const whyNotPlanStep = (step: PlanStepName, judged: Judged): Refusal | null =>
  whyNotStep(planProcedure, { step, state: judged.item.stage, role: judged.hand.role }, guards(judged))

/** The steps that lead on from a stage for a role. */
export const stepsFrom = (stage: Stage, role?: string): PlanStepName[] =>
  nextSteps(planProcedure, { state: stage }).filter(
    (name) => role === undefined || planProcedure.steps[name].acts.some((each) => each === role),
  )

/** An approval is dated no later than today, and its number is used once. */
export function whyNotResolution(
  given: { number?: string | undefined; decidedOn?: Day | undefined },
  known: { today: Day; numbers: readonly string[] },
): No | null {
  if (given.decidedOn && given.decidedOn > known.today) return refuse('resolutionLater')
  return given.number && known.numbers.includes(given.number) ? refuse('resolutionThere', { number: given.number }) : null
}

/** Only the organ asked answers, once; whoever does not agree says why. */
export function whyNotReply(
  letter: { organ: Organ; repliedOn: Day | null },
  given: { role: string; opinions: readonly { stance: string; text: string }[] },
): No | null {
  if (letter.organ !== given.role) return refuse('letterNotYours')
  if (letter.repliedOn) return refuse('letterAnswered', { on: letter.repliedOn })
  return given.opinions.some(({ stance, text }) => stance !== 'agree' && text.trim().length < 2) ? refuse('opinionNeedsText') : null
}
