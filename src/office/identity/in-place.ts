import type { Reader } from '../../platform/db.ts'
import { Missing } from '../../platform/stop.ts'
import type { Seat } from './model.ts'
import { liesWithin } from './rules/orders.ts'
import { seatsOf } from './store/seats.ts'

/** Stops as absent when none of an account's seats lies in the administrator's place. */
export async function seatsInPlace(tx: Reader, account: string, place: string): Promise<Seat[]> {
  const seats = await seatsOf(tx, account)
  if (place !== '*' && seats.length > 0 && !seats.some((seat) => liesWithin(seat.jurisdiction, place))) throw new Missing()
  return seats
}
