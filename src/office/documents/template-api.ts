import { day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { inspect } from '../../platform/guard.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import * as contract from './keeping.contract.ts'
import { FieldValues, type PaperTemplate } from './model.ts'
import { type Documents, typeNamed } from './registry.ts'
import { fieldFacts, filledPattern, headFacts, proposedTitle } from './rules/facts.ts'
import { catalogueOf } from './rules/fields.ts'
import { whyNotActivate, whyNotTemplate } from './rules/template.ts'
import type { AnyDocument } from './rules/type.ts'
import { liesWithin, placesIn } from './store.ts'
import { checkTemplate } from './template/check.ts'
import { fillTemplate } from './template/fill.ts'
import { houseTemplate, markEndOf, soundBytes } from './typeset.ts'
import { wordType } from './word.ts'
import { words } from './words.ts'

type House = () => Documents

const find = (read: Reader, id: string) => read.selectFrom('paperTemplate').selectAll().where('id', '=', id).executeTakeFirst()

async function templateFor(desk: Pick<Desk, 'read' | 'actor'>, id: string): Promise<PaperTemplate> {
  const template = found(await find(desk.read, id))
  if (!liesWithin(template.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
  return template
}

/** The bytes of an office's version, or of the house's own when no version is named. */
async function bytesOf(desk: Pick<Desk, 'read' | 'actor' | 'store'>, type: AnyDocument, id: string | undefined) {
  if (id === undefined) return { name: `${type.name.zh}.docx`, bytes: await houseTemplate(type) }
  const { name, sha256 } = await templateFor(desk, id)
  return { name, bytes: await soundBytes(desk.store, sha256) }
}

const sampleDay = day('2026-03-10')
function trial(type: AnyDocument, template: Uint8Array): Uint8Array<ArrayBuffer> {
  const values = FieldValues.parse(type.sample)
  const entries = catalogueOf(type.fields)
  const fields = fieldFacts(entries, values)
  const { issuers, attachments, number, secrecyTerm } = words.trial
  const addressed = { addressee: filledPattern(type.addressee ?? '', fields), copyTo: filledPattern(type.copyTo ?? '', fields) }
  const head = {
    issuers: [...issuers],
    attachments: [...attachments],
    secrecyTerm,
    urgency: 'plain' as const,
    approver: '',
    printedBy: '',
    ...addressed,
  }
  const paper = {
    head,
    secrecy: type.secrecy,
    number: type.numbered ? number : null,
    title: proposedTitle(type, values),
    paperOn: sampleDay,
  }
  const facts = headFacts(paper, { projectNumber: '' })
  return fillTemplate(template, { entries, fields, head: facts, markEnd: markEndOf(type) }).bytes
}

/** The one Word file that came in, past the guard; refuses macros, archives and anything that is no .docx. */
async function wordFileIn(desk: Pick<Desk, 'files' | 'store'>): Promise<{ name: string; sha256: string; size: number; bytes: Uint8Array }> {
  const [file] = desk.files
  if (!file || desk.files.length > 1) throw new Refused(refuse('oneTemplateFile'))
  const seen = await inspect(file.path)
  if ('refusal' in seen) throw new Refused(seen.refusal)
  if (seen.kind !== 'word') throw new Refused(refuse('templateNotWord'))
  return { name: file.name, sha256: file.sha256, size: file.size, bytes: await desk.store.read(file.sha256) }
}

async function nextEdition(tx: Writer, about: { kind: string; jurisdiction: string }): Promise<number> {
  const { last } = await tx
    .selectFrom('paperTemplate')
    .where('kind', '=', about.kind)
    .where('jurisdiction', '=', about.jurisdiction)
    .select((of) => of.fn.max('edition').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

const upload = (house: House) =>
  serve(contract.uploadTemplate, async (desk) => {
    const { kind, note } = desk.input
    const type = typeNamed(house(), kind)
    const { bytes, ...file } = await wordFileIn(desk)
    const { wrong, lacking } = checkTemplate(bytes, type)
    stopIf(whyNotTemplate(wrong))
    const { jurisdiction, account } = desk.actor
    return desk.change(`paperTemplate:${kind}`, async (tx) => {
      const edition = await nextEdition(tx, { kind, jurisdiction })
      const open = { activatedBy: null, activatedOn: null, withdrawnBy: null, withdrawnOn: null, version: 1 }
      const row = { id: newId(), jurisdiction, kind, edition, ...file, note, lacking, uploadedBy: account, uploadedOn: desk.today }
      return tx
        .insertInto('paperTemplate')
        .values({ ...row, ...open, state: 'waiting' })
        .returningAll()
        .executeTakeFirstOrThrow()
    })
  })

type Target = { id: string; version: number }
async function lockFor(tx: Writer, { input, actor }: Pick<Desk<Target>, 'input' | 'actor'>): Promise<PaperTemplate> {
  const template = found(await tx.selectFrom('paperTemplate').selectAll().where('id', '=', input.id).forUpdate().executeTakeFirst())
  if (!liesWithin(template.jurisdiction, actor.jurisdiction)) throw new Missing()
  stopIfChanged({ given: input.version, kept: template.version })
  return template
}

const withdrawActive = (tx: Writer, of: PaperTemplate, by: { account: string; today: PaperTemplate['uploadedOn'] }) =>
  tx
    .updateTable('paperTemplate')
    .set((row) => ({ state: 'withdrawn', withdrawnBy: by.account, withdrawnOn: by.today, version: row('version', '+', 1) }))
    .where('kind', '=', of.kind)
    .where('jurisdiction', '=', of.jurisdiction)
    .where('state', '=', 'active')
    .execute()

const activate = serve(contract.activateTemplate, (desk) =>
  desk.change(`paperTemplate:${desk.input.id}`, async (tx) => {
    const template = await lockFor(tx, desk)
    stopIf(whyNotActivate(template))
    const { account } = desk.actor
    await withdrawActive(tx, template, { account, today: desk.today })
    return tx
      .updateTable('paperTemplate')
      .set({
        state: 'active',
        activatedBy: account,
        activatedOn: desk.today,
        withdrawnBy: null,
        withdrawnOn: null,
        version: template.version + 1,
      })
      .where('id', '=', template.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  }),
)

const withdraw = serve(contract.withdrawTemplate, (desk) =>
  desk.change(`paperTemplate:${desk.input.id}`, async (tx) => {
    const template = await lockFor(tx, desk)
    return tx
      .updateTable('paperTemplate')
      .set({ state: 'withdrawn', withdrawnBy: desk.actor.account, withdrawnOn: desk.today, version: template.version + 1 })
      .where('id', '=', template.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  }),
)

/** Templates: kept in versions, checked on the way in, used once activated. */
export const templateApi = (house: House): readonly Handler[] => [
  serve(contract.listTemplates, async ({ input, read, actor }) => {
    const all = read.selectFrom('paperTemplate').selectAll().where('jurisdiction', 'like', placesIn(actor.jurisdiction))
    const query = input.kind ? all.where('kind', '=', input.kind) : all
    return { rows: await query.orderBy('kind').orderBy('edition', 'desc').execute() }
  }),
  serve(contract.getTemplate, async (desk) => {
    const { name, bytes } = await bytesOf(desk, typeNamed(house(), desk.input.kind), desk.input.id)
    return { name, type: wordType, bytes }
  }),
  serve(contract.tryTemplate, async (desk) => {
    const type = typeNamed(house(), desk.input.kind)
    const { name, bytes } = await bytesOf(desk, type, desk.input.id)
    return { name: words.trial.name.replace('{name}', name), type: wordType, bytes: trial(type, bytes) }
  }),
  ...[upload(house), activate, withdraw],
]
