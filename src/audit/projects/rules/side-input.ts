import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { No } from './guards.ts'
import type { words } from './side.words.ts'
import type { RemedyRoute, ReviewCase } from './side-records.ts'

type Raising = { on: Day; today: Day; isParty: boolean; dueOn: Day | null; open: boolean }
/** An audited official objects once at a time, after the report reached him and before his time is over. */
export function whyNotRaise({ on, today, isParty, dueOn, open }: Raising): No | null {
  if (!isParty) return refuse('notAParty')
  if (on > today) return refuse('dayInFuture', { on, today })
  if (dueOn === null) return refuse('objectionBeforeService')
  if (open) return refuse('objectionOpen')
  return on > dueOn ? refuse('objectionLate', { dueOn }) : null
}

type Answer = {
  finding: string
  outcome: string
  effect?: string | undefined
  correctedText?: string | undefined
  correctedGrade?: string | undefined
}
const isCorrected = ({ effect, correctedText, correctedGrade }: Answer) =>
  effect === 'withdrawn' ||
  (effect === 'reworded' && correctedText !== undefined) ||
  (effect === 'regraded' && correctedGrade !== undefined)

/**
 * An objection upheld at all answers each finding it was raised against, once: how it is corrected (withdrawn, in new words,
 * in a new grade), or that it is not. Upheld as a whole is only what is upheld in each.
 */
export function whyNotAnswers(
  given: { outcome: string; answers: readonly Answer[] },
  review: Pick<ReviewCase, 'findings'>,
): Refusal<keyof typeof words.refusal> | null {
  const { outcome, answers } = given
  if (answers.some(({ finding }) => !review.findings.includes(finding))) return refuse('answerStrange')
  const taken = answers.filter((each) => each.outcome !== 'rejected')
  if (outcome === 'rejected') return taken.length === 0 ? null : refuse('answersUpheld', { count: taken.length })
  if (review.findings.length === 0) return null
  const open = review.findings.filter((id) => answers.filter(({ finding }) => finding === id).length !== 1)
  if (open.length > 0) return refuse('answerMissing', { count: open.length })
  if (!taken.every(isCorrected)) return refuse('effectMissing')
  if (taken.length === 0) return refuse('answersRejected')
  return outcome === 'upheld' && answers.some((each) => each.outcome !== 'upheld') ? refuse('answersPartly') : null
}

/** A remedy is sought against a decision that reached the unit, within the days of its route; a suit's days are the court's. */
export function whyNotSeek(asked: { route: RemedyRoute; on: Day; today: Day; served: boolean; dueOn: Day | null }): No | null {
  const { on, today, served, dueOn } = asked
  if (!served) return refuse('noDecisionServed')
  if (on > today) return refuse('dayInFuture', { on, today })
  return dueOn !== null && on > dueOn ? refuse('remedyLate', { dueOn }) : null
}
