import type { Phrase } from '../../kernel/say.ts'
import type { Book, Intake } from '../../office/intake/book.ts'
import { Ledger } from '../../office/intake/ledger.ts'
import type { Given } from '../../office/intake/model.ts'
import { letGo, reportOf, takeWhole } from '../../office/intake/run.ts'
import { takeSheet } from '../../office/intake/sheetrows.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { type Handler, serve } from '../../platform/serve.ts'
import { workbook } from '../projects/export.ts'
import { exportLeads } from './contract.ts'
import { clocksAfter } from './counting.ts'
import { blankLead } from './drafting.ts'
import { type LedgerRow, ledgerCells, ledgerSheet, stateTold, whyNotLedger } from './ledger.sheet.ts'
import type { Lead } from './model.ts'
import { duesOf } from './rules/effects.ts'
import { isProven } from './rules/outcomes.ts'
import type { LeadOrgan } from './rules/records.ts'
import { importLedger } from './sealed.contract.ts'
import * as store from './store.ts'
import { listLeads } from './store-list.ts'
import { words } from './words.ts'

export type Phrases = Readonly<Record<string, Phrase>>
const most = 100_000

type Names = { unit: string; jurisdiction: string; official: string | null; finding: string | null; receiver: LeadOrgan }
type Looked = Names | { key: keyof LedgerRow; code: keyof typeof words.refusal }

const idOf = async (read: Reader, table: 'official' | 'finding', number: string | null): Promise<string | null | undefined> =>
  number === null ? null : (await read.selectFrom(table).select('id').where('number', '=', number).executeTakeFirst())?.id

/** The records a row names by their numbers; the first that is not there is named. */
async function look(read: Reader, row: LedgerRow, organs: readonly LeadOrgan[]): Promise<Looked> {
  const unit = await read.selectFrom('unit').select(['id', 'jurisdiction']).where('number', '=', row.unit).executeTakeFirst()
  if (!unit) return { key: 'unit', code: 'ledgerUnit' }
  const official = await idOf(read, 'official', row.official)
  if (official === undefined) return { key: 'official', code: 'ledgerOfficial' }
  const finding = await idOf(read, 'finding', row.finding)
  if (finding === undefined) return { key: 'finding', code: 'ledgerFinding' }
  const receiver = organs.find(({ name }) => name === row.receiver)
  return receiver
    ? { unit: unit.id, jurisdiction: unit.jurisdiction, official, finding, receiver }
    : { key: 'receiver', code: 'ledgerOrgan' }
}

/** A row as a lead: its clocks are counted from its own days as the rules count them. */
async function leadFrom(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, row: LedgerRow, names: Names): Promise<Lead> {
  const { unit: _, official: __, finding: ___, outcome: ____, outcomeRef: _____, receiver: ______, ...told } = row
  const { actor } = desk
  const jurisdiction = actor.jurisdiction === '*' ? names.jurisdiction : actor.jurisdiction
  const by = { id: newId(), draftedBy: actor.account, draftedOn: row.sentOn, jurisdiction, unit: names.unit }
  const { receiver, official, finding } = names
  const place = receiver.organ ? receiver.jurisdiction : null
  const state = stateTold(row)
  const bare: Lead = {
    ...blankLead(by),
    ...told,
    ...{ persons: row.persons ?? '', official, finding, state, receiver: receiver.id, mode: 'direct' },
    ...{ addressedOrgan: receiver.organ, addressedPlace: place },
  }
  let clocks = await clocksAfter(tx, bare, { step: 'send', on: row.sentOn })
  for (const [step, on] of [
    ['accept', row.acceptedOn],
    ['begin', row.begunOn],
    ['record', row.handledOn],
    ['feedBack', row.fedBackOn],
  ] as const)
    if (on !== null) clocks = await clocksAfter(tx, { ...bare, clocks }, { step, on })
  return { ...bare, ...duesOf(clocks, state) }
}

async function keepRow(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, row: LedgerRow, names: Names): Promise<void> {
  const lead = await store.addLead(await leadFrom(tx, desk, row, names), tx)
  const { actor, today } = desk
  const taken = { lead: lead.id, account: actor.account, name: actor.name, organ: 'auditOffice', via: 'paper' as const }
  await store.addStep(tx, { ...taken, step: 'send', takenOn: row.sentOn, text: words.title.sheet.zh, reference: row.letterNumber })
  if (row.outcome === null || row.handledOn === null) return
  await store.addOutcome(tx, {
    ...{ id: newId(), lead: lead.id, official: names.official, person: row.persons ?? '', kind: row.outcome, sanction: null },
    ...{ proven: isProven(row.outcome, false), decidedOn: row.handledOn, effectUntil: null, reference: row.outcomeRef ?? '' },
    ...{ amount: null, text: row.title, organName: names.receiver.name, recordedBy: actor.account, recordedOn: today },
  })
}

/** Whether the row says of a lead what is kept of it already. */
async function sameAsKept(tx: Reader, lead: Lead, row: LedgerRow): Promise<boolean> {
  const kept = (await cellsOf(tx, [lead]))[0] ?? []
  const said = ledgerSheet.columns.map(({ key }) => key)
  const told: Record<string, unknown> = row
  return said.every((key, at) => {
    const column = ledgerSheet.columns[at]
    const read = column?.read(kept[at] ?? '')
    return read !== undefined && 'value' in read && (read.value ?? null) === (told[key] ?? null)
  })
}

const headerFor = (key: string) => ledgerSheet.columns.find((column) => column.key === key)?.header ?? ''

type Taking = { desk: Pick<Desk, 'actor' | 'today'>; dryRun: boolean; accepted(): void }
/** Settles the rows of one file: what is kept already is unchanged, what differs is refused, the rest comes in. */
function intakeAt({ desk, dryRun, accepted }: Taking): Intake<LedgerRow> {
  const settleOne = async (tx: Writer, given: Given<LedgerRow>, book: Book, organs: readonly LeadOrgan[]) => {
    const row = given.value
    const no = whyNotLedger(row)
    if (no) return book.reject(given, { header: no.header, ...no.refusal })
    const kept = await tx.selectFrom('lead').selectAll().where('number', '=', row.number).executeTakeFirst()
    if (kept && (await sameAsKept(tx, kept, row))) return undefined
    if (kept) return book.reject(given, { header: headerFor('number'), code: 'ledgerKnown', facts: { number: row.number } })
    const names = await look(tx, row, organs)
    if ('key' in names)
      return book.reject(given, { header: headerFor(names.key), code: names.code, facts: { given: String(row[names.key]) } })
    if (!dryRun) await keepRow(tx, desk, row, names)
    return accepted()
  }
  return {
    sheet: ledgerSheet,
    settle: async (tx, given, book) => {
      const organs = await store.allOrgans(tx)
      for (const each of given) await settleOne(tx, each, book, organs)
    },
  }
}

/**
 * Takes a workbook of leads in. It is no import of the house's import room: there, whoever may see the list of imports
 * would see that leads came in, and how many.
 */
export const ledgerApi = (phrases: () => Phrases): readonly Handler[] => [
  serve(importLedger, async (desk) => {
    const { input, files, tongue, today, actor } = desk
    const { account, jurisdiction } = actor
    const ledger = new Ledger({ batch: newId(), dryRun: input.dryRun, today, actor: { account, jurisdiction } })
    let fresh = 0
    const accepted = () => {
      fresh += 1
    }
    const intake = intakeAt({ desk, dryRun: input.dryRun, accepted })
    await desk.change('lead:ledger', async (tx) => {
      for (const file of files) {
        await takeWhole(tx, { file, ledger }, () => takeSheet({ tx, file, intake, ledger, step: async () => undefined }))
      }
    })
    await letGo({ desk, store: desk.store }, files)
    const { batch: _, ...report } = reportOf(ledger, { house: { intakes: [], phrases: phrases() }, files }, { tongue })
    return { ...report, accepted: fresh, unchanged: report.unchanged - fresh }
  }),
]

/** Leads as rows of the ledger, with the numbers of what they name and the first outcome of each. */
async function cellsOf(read: Reader, leads: readonly Lead[]): Promise<string[][]> {
  const organs = await store.allOrgans(read)
  return Promise.all(
    leads.map(async (lead) => {
      const [unit, official, outcomes] = [
        await store.unitById(read, lead.unit),
        await store.officialById(read, lead.official),
        await store.outcomesOf(read, lead.id),
      ]
      const finding = lead.finding
        ? await read.selectFrom('finding').select('number').where('id', '=', lead.finding).executeTakeFirst()
        : undefined
      const receiver = organs.find(({ id }) => id === lead.receiver)?.name ?? ''
      const [first] = outcomes
      const told = { outcome: first?.kind ?? null, outcomeRef: first?.reference ?? '' }
      return ledgerCells(lead, {
        unit: unit?.number ?? '',
        official: official?.number ?? '',
        finding: finding?.number ?? '',
        receiver,
        ...told,
      })
    }),
  )
}

/** The leads that fit, as the workbook they can be taken in from. */
export const exportLeadsApi: readonly Handler[] = [
  serve(exportLeads, async ({ input, read, today, tongue }) => {
    const { rows } = await listLeads(read, { filter: { ...input, offset: 0, limit: most }, today })
    const ids = rows.map(({ id }) => id)
    const leads = ids.length > 0 ? await read.selectFrom('lead').selectAll().where('id', 'in', ids).orderBy('number').execute() : []
    const headers = ledgerSheet.columns.map(({ header }) => header)
    return workbook(words.title.sheet[tongue], headers, await cellsOf(read, leads), today)
  }),
]
