import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { issuePaper } from '../../office/documents/deeds.ts'
import type { IssuedPaper, ServiceMethod as PaperMethod, ServiceReceipt } from '../../office/documents/model.ts'
import { noteProof, noteService } from '../../office/documents/service.ts'
import { findPaper, receiptsOf } from '../../office/documents/store.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import type { StoredFile } from '../../platform/files.ts'
import { found } from '../../platform/stop.ts'
import { serviceProof } from '../papers/start/service-proof.doc.ts'
import type { Project, ServiceMethod } from './model.ts'
import { words } from './rules/room.words.ts'
import { preparePaper } from './step-papers.ts'

/** Methods of the statutory clocks as the documents' receipts know them. */
const methodOf: Readonly<Record<ServiceMethod, PaperMethod>> = {
  direct: 'direct',
  left: 'witnessed',
  mail: 'mail',
  system: 'electronic',
  announcement: 'other',
}

export type Reaching = {
  project: Project
  paper: string
  /** The number it went out under: its own, or that of the letter it was sent with. */
  number: string | null
  recipient: { id: string; name: string; party: 'official' | 'unit' }
  servedOn: Day
  method: ServiceMethod
  signer: string
}
type Hand = Pick<Desk, 'actor' | 'today' | 'now' | 'store'> & { files: readonly StoredFile[] }

/** The paper's receipt for this recipient: completed when it was sent already, taken as it is when proven already. */
async function receiptFor(tx: Writer, hand: Hand, { paper, recipient, servedOn, method, signer }: Reaching): Promise<ServiceReceipt> {
  const before = (await receiptsOf(tx, [paper])).find((each) => each.recipient === recipient.name)
  if (before?.servedOn === servedOn) return before
  const [file] = hand.files
  const proof = file && file.size > 0 ? { sha256: file.sha256, name: file.name } : null
  if (before) return noteProof(tx, hand, { receipt: before.id, servedOn, signer, proof })
  const recipientUnit = recipient.party === 'unit' ? recipient.id : null
  const sending = {
    paper,
    recipient: recipient.name,
    recipientUnit,
    method: methodOf[method],
    deliverer: hand.actor.name,
    sentOn: servedOn,
  }
  return noteService(tx, hand, { ...sending, servedOn, signer, proof })
}

/** The proof of service as a paper of its own, filled with what the receipt holds. */
async function writeProof(tx: Writer, hand: Hand, about: Reaching & { sent: IssuedPaper; receipt: ServiceReceipt }): Promise<void> {
  const { sent, receipt, project, method, recipient } = about
  const { deliverer, sentOn, servedOn, signer } = receipt
  const served = { deliverer, sentOn, servedOn: servedOn ?? about.servedOn, signer: signer ?? '', recipient: recipient.name }
  const paper = {
    paper: sent.title.replace(/\s+/g, ''),
    paperNumber: sent.number ?? about.number ?? '',
    method: say(words.method[method], 'zh'),
  }
  const { id } = await preparePaper(tx, hand, serviceProof, { project, on: about.servedOn, values: { ...paper, ...served } })
  await issuePaper(tx, hand, serviceProof, { id, paperOn: about.servedOn })
}

/**
 * Notes with the documents that a paper issued in the house reached a party, and writes the proof of service. Answers the
 * receipt. Refused as `noteService` refuses: no proof, before the paper's day, in the future.
 */
export async function servePaper(tx: Writer, hand: Hand, reaching: Reaching): Promise<ServiceReceipt> {
  const sent = found(await findPaper(tx, reaching.paper))
  const receipt = await receiptFor(tx, hand, reaching)
  await writeProof(tx, hand, { ...reaching, sent, receipt })
  return receipt
}
