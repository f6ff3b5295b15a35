import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { AccessOrder, Seat, SeatWanted } from '../model.ts'
import type { words } from '../words.ts'
import { whyNotTogether } from './seats.ts'

type No = Refusal<keyof typeof words.refusal>
/** One person at an order: the administrator who proposes or decides (with the place he answers for), or whom it is about. */
export type Hand = { person: string; jurisdiction: string; unitId: string | null }

/** The leading digits shared by a place and everything inside it; empty for the whole house. */
export const prefixOf = (place: string) => (place === '*' ? '' : place.length > 6 ? place.replace(/000$/, '') : place.replace(/(00)+$/, ''))
/** Whether a place lies in another; `*` lies only in `*`. */
export const liesWithin = (place: string, wider: string): boolean => wider === '*' || (place !== '*' && place.startsWith(prefixOf(wider)))

/** Whether a seat is outside the organ of the administrator who proposes it: another unit than his own. */
export const isOutsideOrgan = (hand: Hand, wanted: Pick<SeatWanted, 'unitId'>): boolean =>
  wanted.unitId !== null && wanted.unitId !== hand.unitId

/** Seats that somebody gave to somebody: giver and taker as persons. */
export type Gift = { giver: string; taker: string }
const gaveEachOther = (gifts: readonly Gift[], pair: Gift) => gifts.some(({ giver, taker }) => giver === pair.taker && taker === pair.giver)

type SeatProposal = { by: Hand; beneficiary: string; wanted: SeatWanted; ground: string; held: readonly Seat[]; gifts: readonly Gift[] }
/** Null when this administrator may propose this seat for this person. */
export function whyNotProposeSeat({ by, beneficiary, wanted, ground, held, gifts }: SeatProposal): No | null {
  if (beneficiary === by.person) return refuse('ownGrant')
  if (gaveEachOther(gifts, { giver: by.person, taker: beneficiary })) return refuse('grantingEachOther')
  if (!liesWithin(wanted.jurisdiction, by.jurisdiction)) return refuse('beyondPlace', { place: by.jurisdiction })
  if (isOutsideOrgan(by, wanted) && ground.trim().length < 5) return refuse('groundNeeded')
  return whyNotTogether(held, wanted)
}

type Decision = {
  order: Pick<AccessOrder, 'state' | 'kind'>
  by: Hand
  proposer: string
  beneficiary: string
  wanted: SeatWanted | null
  held: readonly Seat[]
  gifts: readonly Gift[]
}
/** Null when this administrator may make the order effective: a second person, not the one it is for, and nothing stands against it by now. */
export function whyNotDecide({ order, by, proposer, beneficiary, wanted, held, gifts }: Decision): No | null {
  if (order.state !== 'waiting') return refuse('orderDecided')
  if (by.person === proposer) return refuse('sameHand')
  if (by.person === beneficiary) return refuse('ownGrant')
  if (gaveEachOther(gifts, { giver: by.person, taker: beneficiary })) return refuse('grantingEachOther')
  if (!wanted) return null
  if (!liesWithin(wanted.jurisdiction, by.jurisdiction)) return refuse('beyondPlace', { place: by.jurisdiction })
  return whyNotTogether(held, wanted)
}
