import type { Day } from '../../kernel/day.ts'
import { seriesFor } from '../../office/documents/numbers.ts'
import { proposedTitle } from '../../office/documents/rules/facts.ts'
import { keepBytes, typeset } from '../../office/documents/typeset.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { transferLetter } from '../papers/decision/transfer-letter.doc.ts'
import type { Lead } from './model.ts'
import type { LeadOrgan } from './rules/records.ts'
import * as store from './store.ts'
import { words } from './words.ts'

const type = transferLetter

async function valuesOf(tx: Writer, lead: Lead, receiver: LeadOrgan) {
  const unit = await store.unitById(tx, lead.unit)
  return {
    ...{ unit: unit?.name ?? '', receiver: receiver.name, official: lead.persons, facts: lead.facts },
    ...{ qualification: lead.qualification, basis: lead.basis, opinion: lead.opinion, feedback: lead.feedbackAsk },
    evidence: lead.evidence.map(({ name, pages, origin }) => ({ name, pages, origin })),
  }
}

/**
 * Makes the transfer letter (审计移送处理书) of this round and keeps its bytes. It stands with the lead and in no register of
 * papers: whoever may not know the lead finds neither the paper nor its number.
 */
export async function makeLetter(
  tx: Writer,
  desk: Pick<Desk, 'actor' | 'store'>,
  { lead, receiver, copy, number, on }: { lead: Lead; receiver: LeadOrgan; copy: LeadOrgan | null; number: string; on: Day },
): Promise<void> {
  const values = await valuesOf(tx, lead, receiver)
  const series = await seriesFor(tx, { kind: type.id, jurisdiction: lead.jurisdiction })
  const issuer = series?.organ ?? (await store.auditorOf(tx, lead.project)) ?? words.organ.auditOffice.zh
  const head = { issuers: [issuer], secrecyTerm: '', urgency: 'plain' as const, approver: '', attachments: [], printedBy: '' }
  const set = await typeset({ read: tx, store: desk.store }, type, {
    subject: `lead:${lead.id}`,
    jurisdiction: lead.jurisdiction,
    head: { ...head, addressee: receiver.name, copyTo: copy?.name ?? '' },
    secrecy: type.secrecy,
    number,
    title: proposedTitle(type, values),
    paperOn: on,
    fieldValues: values,
  })
  const name = `${number} ${type.name.zh}.docx`
  const { sha256, size } = await keepBytes(desk.store, name, set.bytes)
  await store.addPaper(tx, { lead: lead.id, round: lead.round, number, name, sha256, size, madeBy: desk.actor.account, madeOn: on })
}
