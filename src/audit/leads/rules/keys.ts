import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import type { OrganKind } from '../model.ts'
import { words } from '../words.ts'
import type { LeadOrgan, OrganKey } from './records.ts'

type No = Refusal<keyof typeof words.refusal>

const seats: Partial<Record<OrganKind, NonNullable<LeadOrgan['organ']>>> = {
  discipline: 'discipline',
  organisation: 'organisation',
  finance: 'finance',
  stateAssets: 'stateAssets',
}
/** On whose side of this house an organ of a kind sits; null for kinds that have none. */
export const seatOf = (kind: OrganKind): LeadOrgan['organ'] => seats[kind] ?? null
export const whyNotSeat = (kind: OrganKind, seat: boolean): No | null =>
  seat && seatOf(kind) === null ? refuse('leadOrganSeat', { kind: words.organKind[kind].zh }) : null

const plain = (print: string) => print.replace(/[\s:-]/g, '').toLowerCase()
/** A key is confirmed and retired where its organ sits, or above. */
export const whyNotKeyHere = (key: Pick<OrganKey, 'jurisdiction'>, place: string): No | null =>
  key.jurisdiction === '*' || liesIn(key.jurisdiction, place) ? null : refuse('keyElsewhere')

/** A key is confirmed by another person than who brought it, with the fingerprint the organ read out. */
export function whyNotConfirm(
  key: Pick<OrganKey, 'state' | 'proposedBy' | 'fingerprint'>,
  by: { account: string; said: string },
): No | null {
  if (key.state !== 'proposed') return refuse('keySettled')
  if (key.proposedBy === by.account) return refuse('keySamePerson')
  return plain(key.fingerprint) === plain(by.said) ? null : refuse('keyPrintDiffers')
}
