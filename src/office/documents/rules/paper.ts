import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { IssuedPaper, ServiceReceipt } from '../model.ts'
import type { words } from '../words.ts'
import { shortfall } from './fields.ts'
import type { AnyDocument } from './type.ts'

type No = Refusal<keyof typeof words.refusal>
type Standing = Pick<IssuedPaper, 'state' | 'frozenOn' | 'voidedOn' | 'title'>

/** Only a draft may be changed; frozen bytes never are. */
export function whyNotRevise(paper: Standing): No | null {
  if (paper.state === 'draft') return null
  return paper.state === 'voided'
    ? refuse('paperVoided', { on: paper.voidedOn ?? '' })
    : refuse('paperFrozen', { on: paper.frozenOn ?? '' })
}

/** Values that the catalogue does not know or that have the wrong shape. */
export function whyNotValues(type: AnyDocument, values: IssuedPaper['fieldValues']): No | null {
  const { wrong, unknown } = shortfall(type.fields, values)
  if (unknown.length > 0) return refuse('fieldUnknown', { fields: unknown.join('、') })
  return wrong.length > 0 ? refuse('fieldWrong', { fields: wrong.map(({ zh }) => zh).join('、') }) : null
}

type Freezing = { paper: Pick<IssuedPaper, 'fieldValues'> & Standing; type: AnyDocument }
/** No second freeze, none of a voided paper, none while an obligatory field is empty. */
export function whyNotFreeze({ paper, type }: Freezing): No | null {
  if (paper.state === 'voided') return refuse('paperVoided', { on: paper.voidedOn ?? '' })
  if (paper.state !== 'draft') return refuse('alreadyFrozen', { on: paper.frozenOn ?? '' })
  const { missing } = shortfall(type.fields, paper.fieldValues)
  if (missing.length > 0) return refuse('fieldsMissing', { fields: missing.map(({ zh }) => zh).join('、') })
  return whyNotValues(type, paper.fieldValues)
}

/** Issued once. A draft is frozen on the way. */
export function whyNotIssue({ paper, type }: Freezing): No | null {
  if (paper.state === 'issued') return refuse('alreadyIssued')
  return paper.state === 'frozen' ? null : whyNotFreeze({ paper, type })
}

/** A paper somebody was served with is not simply taken back: a correcting paper follows it. */
export function whyNotVoid(paper: Standing, receipts: readonly Pick<ServiceReceipt, 'servedOn'>[]): No | null {
  if (paper.state === 'voided') return refuse('paperVoided', { on: paper.voidedOn ?? '' })
  return receipts.some(({ servedOn }) => servedOn !== null) ? refuse('servedNotVoided') : null
}

/** Whoever drafts takes back what is still a draft; what is fixed bears a number and is voided by whoever signs. */
export function whyNotWithdraw(paper: Standing): No | null {
  if (paper.state === 'draft') return null
  return paper.state === 'voided' ? refuse('paperVoided', { on: paper.voidedOn ?? '' }) : refuse('notDraft', { on: paper.frozenOn ?? '' })
}

type Sent = Pick<ServiceReceipt, 'sentOn' | 'recipient'>
/** Only an issued paper is sent, not before its own day nor in the future, and once to one recipient. */
export function whyNotSend(
  paper: Pick<IssuedPaper, 'state' | 'paperOn'>,
  about: { sent: Sent; today: Day; receipts: readonly Pick<ServiceReceipt, 'recipient'>[] },
): No | null {
  const { sent, today, receipts } = about
  if (paper.state !== 'issued') return refuse('notIssued')
  if (receipts.some(({ recipient }) => recipient === sent.recipient)) return refuse('alreadySentTo', { recipient: sent.recipient })
  if (paper.paperOn !== null && sent.sentOn < paper.paperOn) return refuse('sentBeforePaper', { on: paper.paperOn })
  return sent.sentOn > today ? refuse('serviceInFuture', { today }) : null
}

type Served = Pick<ServiceReceipt, 'servedOn' | 'signer' | 'proofSha256' | 'method' | 'sentOn'>
/**
 * When a paper counts as served (implementing rules of the Audit Law, article 46): with the proof in hand, on the day the
 * proof names, and, handed over directly, with the name of whoever signed.
 */
export function whyNotServed(served: Served, about: { already: Day | null; today: Day }): No | null {
  if (about.already !== null) return refuse('alreadyServed', { on: about.already })
  if (served.proofSha256 === null) return refuse('proofMissing')
  if (served.servedOn === null || served.servedOn < served.sentOn) return refuse('servedBeforeSent', { on: served.sentOn })
  if (served.servedOn > about.today) return refuse('serviceInFuture', { today: about.today })
  return ['direct', 'witnessed'].includes(served.method) && (served.signer ?? '').trim() === '' ? refuse('signerMissing') : null
}
