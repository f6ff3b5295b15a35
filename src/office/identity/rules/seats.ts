import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Role, Seat, SeatWanted } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Span = Pick<Seat, 'fromOn' | 'untilOn' | 'endedOn'>

/** The three administrators: of the system, of security, of the audit of the system. Each is a seat that excludes every other. */
export const administratorRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]
export const isAdministrator = (role: Role): boolean => administratorRoles.some((each) => each === role)
/** Seats of different kinds exclude each other: one kind for each administrator, one for all business roles. */
const kindOf = (role: Role): string => (isAdministrator(role) ? role : 'business')

/** Null when the seat gives access on this day. */
export function whyNotSit(seat: Span, today: Day): No | null {
  if (seat.endedOn) return refuse('seatEnded', { on: seat.endedOn })
  if (seat.fromOn > today) return refuse('seatNotYet', { from: seat.fromOn })
  if (seat.untilOn && seat.untilOn < today) return refuse('seatExpired', { until: seat.untilOn })
  return null
}
export const seatLives = (seat: Span, today: Day): boolean => whyNotSit(seat, today) === null

const overlap = (a: Pick<Span, 'fromOn' | 'untilOn'>, b: Pick<Span, 'fromOn' | 'untilOn'>): boolean =>
  (a.untilOn === null || a.untilOn >= b.fromOn) && (b.untilOn === null || b.untilOn >= a.fromOn)

type Held = Pick<Seat, 'role' | 'jurisdiction' | 'unitId' | 'fromOn' | 'untilOn' | 'endedOn'>
const isSame = (a: Pick<Held, 'role' | 'jurisdiction' | 'unitId'>, b: Pick<Held, 'role' | 'jurisdiction' | 'unitId'>) =>
  a.role === b.role && a.jurisdiction === b.jurisdiction && a.unitId === b.unitId

/** Null when a person who holds these seats (by whatever account) may be given another; the database refuses the same. */
export function whyNotTogether(held: readonly Held[], wanted: SeatWanted): No | null {
  if (wanted.untilOn && wanted.untilOn < wanted.fromOn) return refuse('spanBackwards')
  const beside = held.filter((seat) => seat.endedOn === null && overlap(seat, wanted))
  if (beside.some((seat) => kindOf(seat.role) !== kindOf(wanted.role))) return refuse('exclusiveSeat')
  return beside.some((seat) => isSame(seat, wanted)) ? refuse('seatHeld') : null
}

/** What the person is told who signs in and holds no seat today: the nearest reason. */
export function whyNoSeat(seats: readonly Span[], waiting: boolean, today: Day): No {
  const reasons = seats.map((seat) => whyNotSit(seat, today)).filter((no) => no !== null)
  const next = reasons.find((no) => no.code === 'seatNotYet') ?? (waiting ? refuse('seatAwaited') : undefined)
  return next ?? reasons.at(-1) ?? refuse('seatAwaited')
}

/** Names that no account and no person may bear: under them the house itself and nobody at all stand in the trail. */
export const isReserved = (name: string): boolean => name === 'system' || name === '-'
