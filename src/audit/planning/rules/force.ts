import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { AuditorTie, Entrustment, PatrolRound } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Span = { startsOn: Day; endsOn: Day | null }

export const whyNotSpan = ({ startsOn, endsOn }: Span): No | null =>
  endsOn !== null && endsOn < startsOn ? refuse('absenceBackwards') : null

/** A tie by service needs the day the service ended: from it the years of recusal are counted. */
export const whyNotTie = ({ kind, endedOn }: Pick<AuditorTie, 'kind' | 'endedOn'>): No | null =>
  kind === 'served' && endedOn === null ? refuse('serviceUnended') : null

type Visit = Pick<PatrolRound, 'startsOn' | 'endsOn' | 'joint' | 'agreedBy' | 'issues' | 'feedbackOn'>
/** A joint supervision must name who agreed to it on the patrol side; what was found stands with the day of the feedback, and the reverse. */
export function whyNotVisit(visit: Visit): No | null {
  if (visit.joint && !visit.agreedBy) return whyNotSpan(visit) ?? refuse('patrolAgreedByMissing')
  return whyNotSpan(visit) ?? ((visit.issues === null) === (visit.feedbackOn === null) ? null : refuse('patrolFeedbackMissing'))
}

/** The organisation department entrusts a principal post, in time, once by one number. */
export function whyNotEntrust(
  given: { latestYear: number; number: string; name: string },
  known: { thisYear: number; isPrincipal: boolean; earlier: readonly Pick<Entrustment, 'number'>[] },
): No | null {
  if (!known.isPrincipal) return refuse('entrustedNoPost', { name: given.name })
  if (given.latestYear < known.thisYear) return refuse('entrustedPast')
  return known.earlier.some(({ number }) => number === given.number) ? refuse('entrustedTwice') : null
}
