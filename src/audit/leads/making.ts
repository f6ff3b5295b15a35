import type { Day } from '../../kernel/day.ts'
import { wanYuan } from '../../kernel/money.ts'
import { bareHead } from '../../office/documents/deeds.ts'
import type { FieldValues } from '../../office/documents/model.ts'
import { seriesFor } from '../../office/documents/numbers.ts'
import { proposedTitle } from '../../office/documents/rules/facts.ts'
import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { keepBytes, typeset } from '../../office/documents/typeset.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { transferLetter } from '../papers/decision/transfer-letter.doc.ts'
import type { Lead, LeadOpinion } from './model.ts'
import { leadMinutes } from './papers/minutes.doc.ts'
import { leadReceipt } from './papers/receipt.doc.ts'
import { leadReminder } from './papers/reminder.doc.ts'
import { leadReport } from './papers/report.doc.ts'
import { overdue } from './rules/effects.ts'
import type { LeadOrgan } from './rules/records.ts'
import * as store from './store.ts'
import { words } from './words.ts'

/** The papers a lead is put down in besides its letter; their templates may be set like any other. */
export const leadPapers: readonly AnyDocument[] = [leadMinutes, leadReport, leadReminder, leadReceipt]

type At = Pick<Desk, 'actor' | 'store'>
type Making = { lead: Lead; number?: string; on: Day; values: FieldValues; issuer?: string; addressee?: string; copyTo?: string }

const issuerOf = async (tx: Writer, { id }: AnyDocument, lead: Lead): Promise<string> =>
  (await seriesFor(tx, { kind: id, jurisdiction: lead.jurisdiction }))?.organ ??
  (await store.auditorOf(tx, lead.project)) ??
  words.organ.auditOffice.zh

/**
 * Sets a paper of a lead and keeps its bytes. It stands with the lead and in no register of papers: whoever may not know
 * the lead finds neither the paper nor its number.
 */
async function made(tx: Writer, desk: At, type: AnyDocument, making: Making) {
  const { lead, number = '', on, values, issuer = await issuerOf(tx, type, lead), addressee = '', copyTo = '' } = making
  const set = await typeset({ read: tx, store: desk.store }, type, {
    ...{ subject: `lead:${lead.id}`, jurisdiction: lead.jurisdiction, secrecy: type.secrecy },
    head: { ...bareHead, issuers: [issuer], addressee, copyTo },
    ...{ number, title: proposedTitle(type, values), paperOn: on, fieldValues: values },
  })
  const name = `${number || lead.number} ${type.name.zh}.docx`
  const { sha256, size } = await keepBytes(desk.store, name, set.bytes)
  return { lead: lead.id, round: lead.round, number, name, sha256, size, madeBy: desk.actor.account, madeOn: on }
}

const unitName = async (tx: Writer, { unit }: Lead): Promise<string> => (await store.unitById(tx, unit))?.name ?? ''

/** Makes the transfer letter (审计移送处理书) of this round. */
export async function makeLetter(
  tx: Writer,
  desk: At,
  { lead, receiver, copy, number, on }: { lead: Lead; receiver: LeadOrgan; copy: LeadOrgan | null; number: string; on: Day },
): Promise<void> {
  const values = {
    ...{ unit: await unitName(tx, lead), receiver: receiver.name, official: lead.persons, facts: lead.facts },
    ...{ qualification: lead.qualification, basis: lead.basis, opinion: lead.opinion, feedback: lead.feedbackAsk },
    evidence: lead.evidence.map(({ name, pages, origin }) => ({ name, pages, origin })),
  }
  const addressed = { addressee: receiver.name, copyTo: copy?.name ?? '' }
  await store.addPaper(tx, { ...(await made(tx, desk, transferLetter, { lead, number, on, values, ...addressed })), kind: 'letter' })
}

const inside = ({ draftedBy: drafter, jurisdiction }: Lead) => ({ drafter, jurisdiction })
type Assessed = { lead: Lead; opinions: readonly LeadOpinion[]; conclusion: string; on: Day }
/** Makes the minutes of the joint assessment: every organ called with what it said, and the conclusion. */
export async function makeMinutes(tx: Writer, desk: At, { lead, opinions, conclusion, on }: Assessed): Promise<void> {
  const spoken = opinions.filter(({ round }) => round === lead.round)
  const values = {
    ...{ leadNumber: lead.number, matter: lead.title, unit: await unitName(tx, lead), persons: lead.persons, on },
    ...{ facts: lead.facts, conclusion },
    opinions: spoken.map(({ organ, name, stance, text }) => ({
      ...{ organ: words.organ[organ].zh, name: name ?? '', stance: stance ? words.stance[stance].zh : '', reason: text ?? '' },
    })),
  }
  await store.addInsidePaper(tx, { ...(await made(tx, desk, leadMinutes, { lead, on, values })), ...inside(lead), kind: 'minutes' })
}

/** Makes the report by which the committee hears of a major lead. */
export async function makeReport(tx: Writer, desk: At, of: { lead: Lead; number: string; opinion: string; on: Day }): Promise<void> {
  const { lead, number, opinion, on } = of
  const values = {
    ...{ leadNumber: lead.number, matter: lead.title, unit: await unitName(tx, lead), persons: lead.persons, facts: lead.facts },
    ...{ amount: lead.amount === null ? '' : wanYuan(lead.amount), qualification: lead.qualification, opinion },
    ...{ conclusion: lead.conclusion ?? '', receiver: (await store.findOrgan(tx, lead.receiver))?.name ?? '' },
  }
  const addressee = leadReport.addressee ?? ''
  await store.addInsidePaper(tx, {
    ...(await made(tx, desk, leadReport, { lead, number, on, values, addressee })),
    ...{ ...inside(lead), kind: 'report' as const },
  })
}

/** Makes the reminder: which of the four effects is late since when. */
export async function makeReminder(tx: Writer, desk: At, { lead, asked, on }: { lead: Lead; asked: string; on: Day }): Promise<void> {
  const receiver = (await store.findOrgan(tx, lead.receiver))?.name ?? ''
  const values = {
    ...{ letterNumber: lead.letterNumber ?? '', matter: lead.title, sentOn: lead.sentOn ?? '', asked },
    overdue: overdue(lead.clocks, on).map(({ effect, dueOn }) => ({ effect: words.effect[effect].zh, dueOn })),
  }
  await store.addPaper(tx, { ...(await made(tx, desk, leadReminder, { lead, on, values, addressee: receiver })), kind: 'reminder' })
}

/** Makes the receipt in the name of the receiver whose own people received. */
export async function makeReceipt(tx: Writer, desk: At, { lead, remarks, on }: { lead: Lead; remarks: string; on: Day }): Promise<void> {
  const issuer = (await store.findOrgan(tx, lead.receiver))?.name ?? ''
  const auditor = await issuerOf(tx, transferLetter, lead)
  const values = {
    ...{ auditor, receiver: issuer, letterNumber: lead.letterNumber ?? '', matter: lead.title, receivedOn: on },
    ...{ by: desk.actor.name, remarks },
  }
  await store.addPaper(tx, { ...(await made(tx, desk, leadReceipt, { lead, on, values, issuer })), kind: 'receipt' })
}
