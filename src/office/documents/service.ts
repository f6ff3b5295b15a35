import type { Day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, stopIf } from '../../platform/stop.ts'
import { shareServedPaper } from '../sharing/issuing.ts'
import type { ServedOrgan } from '../sharing/model.ts'
import type { Hand } from './deeds.ts'
import type { IssuedPaper, ServiceMethod, ServiceReceipt } from './model.ts'
import { whyNotSend, whyNotServed } from './rules/paper.ts'
import { findPaper, lockPaper, receiptsOf } from './store.ts'

type Who = Omit<Hand, 'store'> & { now: string }
export type Sending = {
  paper: string
  recipient: string
  recipientUnit?: string | null
  recipientOrgan?: ServedOrgan | null
  method: ServiceMethod
  deliverer: string
  sentOn: Day
  note?: string
}

/** Notes that an issued paper was sent to a recipient; not served yet. Refused: not issued, before the paper's day, twice to one. */
export async function noteSending(tx: Writer, hand: Who, sending: Sending): Promise<ServiceReceipt> {
  const paper: IssuedPaper = found(await lockPaper(tx, sending.paper))
  stopIf(whyNotSend(paper, { sent: sending, today: hand.today, receipts: await receiptsOf(tx, [paper.id]) }))
  const open = { servedOn: null, signer: null, proofSha256: null, proofName: null }
  return tx
    .insertInto('serviceReceipt')
    .values({
      ...{ id: newId(), recipientUnit: null, recipientOrgan: null, note: '', ...sending, ...open },
      ...{ notedBy: hand.actor.account, notedOn: hand.today, version: 1 },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The organ that was served knows the paper from now on. */
async function letKnow(tx: Writer, { actor, today, now }: Who, { paper: id, organ }: { paper: string; organ: ServedOrgan }): Promise<void> {
  const paper = found(await findPaper(tx, id))
  const by = { account: actor.account, organ: 'auditOffice', jurisdiction: paper.jurisdiction }
  await shareServedPaper(tx, { paper, organ, by, today, now })
}

export type Proof = { servedOn: Day; signer: string | null; proof: { sha256: string; name: string } | null }
/** Completes a sending: from here on the paper counts as served on its recipient. Refused without a proof, or with days out of order. */
export async function noteProof(tx: Writer, hand: Who, about: { receipt: string } & Proof): Promise<ServiceReceipt> {
  const receipt = found(await tx.selectFrom('serviceReceipt').selectAll().where('id', '=', about.receipt).forUpdate().executeTakeFirst())
  const { servedOn, signer, proof } = about
  const served = { method: receipt.method, sentOn: receipt.sentOn, servedOn, signer, proofSha256: proof?.sha256 ?? null }
  stopIf(whyNotServed(served, { already: receipt.servedOn, today: hand.today }))
  if (receipt.recipientOrgan !== null) await letKnow(tx, hand, { paper: receipt.paper, organ: receipt.recipientOrgan })
  return tx
    .updateTable('serviceReceipt')
    .set({ servedOn, signer, proofSha256: proof?.sha256 ?? null, proofName: proof?.name ?? null, version: receipt.version + 1 })
    .where('id', '=', receipt.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/**
 * Notes sending and proof in one step (送达回证): who was served with which paper, how, when, on whose signature. A clock
 * that runs from service starts on the `servedOn` of the answer. Refused as `noteSending` and `noteProof` refuse.
 */
export async function noteService(tx: Writer, hand: Who, service: Sending & Proof): Promise<ServiceReceipt> {
  const { servedOn, signer, proof, ...sending } = service
  const receipt = await noteSending(tx, hand, sending)
  return noteProof(tx, hand, { receipt: receipt.id, servedOn, signer, proof })
}
