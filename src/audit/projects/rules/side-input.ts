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

type Correction = { outcome: string; effect?: string | undefined; correctedText?: string | undefined; correctedGrade?: string | undefined }
/** An objection upheld against findings says how they are corrected: withdrawn, in new words, or in a new grade. */
export function whyNotCorrection(given: Correction, review: Pick<ReviewCase, 'findings'>): Refusal<keyof typeof words.refusal> | null {
  if (given.outcome === 'rejected' || review.findings.length === 0) return null
  const said =
    given.effect === 'withdrawn' ||
    (given.effect === 'reworded' && given.correctedText !== undefined) ||
    (given.effect === 'regraded' && given.correctedGrade !== undefined)
  return said ? null : refuse('effectMissing')
}

/** A remedy is sought against a decision that reached the unit, within the days of its route; a suit's days are the court's. */
export function whyNotSeek(asked: { route: RemedyRoute; on: Day; today: Day; served: boolean; dueOn: Day | null }): No | null {
  const { on, today, served, dueOn } = asked
  if (!served) return refuse('noDecisionServed')
  if (on > today) return refuse('dayInFuture', { on, today })
  return dueOn !== null && on > dueOn ? refuse('remedyLate', { dueOn }) : null
}
