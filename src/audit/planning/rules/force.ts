import { type Day, yearOf } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { AuditorTie, Entrustment, PatrolRound } from '../model.ts'
import type { words } from '../words.ts'
import { windowOf } from './capacity.ts'
import type { Alignment } from './shapes.ts'

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

/**
 * How the audits planned at a unit stand to a patrol visit: `clash` when one falls into its year without agreement or into another
 * quarter, `together` or (several of them) `merge` when all go in with it, `apart` when they are in other years.
 */
export function adviceOf(
  visit: Pick<PatrolRound, 'startsOn' | 'joint'>,
  own: readonly { year: number; window: number }[],
): Alignment['advice'] {
  const same = own.filter(({ year }) => year === yearOf(visit.startsOn))
  if (same.some(({ window }) => !visit.joint || window !== windowOf(visit.startsOn))) return 'clash'
  if (same.length > 0) return same.length > 1 ? 'merge' : 'together'
  return own.length === 0 ? 'none' : 'apart'
}
