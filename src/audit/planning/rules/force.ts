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

/** A joint supervision must name who agreed to it on the patrol side. */
export function whyNotVisit(visit: Pick<PatrolRound, 'startsOn' | 'endsOn' | 'joint' | 'agreedBy'>): No | null {
  return whyNotSpan(visit) ?? (visit.joint && !visit.agreedBy ? refuse('patrolAgreedByMissing') : null)
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
