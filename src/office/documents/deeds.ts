import type { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { json, type Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import type { FileStore } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { found, Missing, Refused, stopIf } from '../../platform/stop.ts'
import { whyNotLowerUndecided } from '../custody/rules.ts'
import { type FieldValues, type IssuedPaper, PaperHead, type Secrecy } from './model.ts'
import { getSeriesFor, seriesFor, takeNumber, voidNumber } from './numbers.ts'
import { blankFields } from './rules/blank.ts'
import { fieldFacts, filledPattern, proposedTitle } from './rules/facts.ts'
import { catalogueOf, withoutBlanks } from './rules/fields.ts'
import { whyNotFreeze, whyNotIssue, whyNotRevise, whyNotValues, whyNotVoid } from './rules/paper.ts'
import type { AnyDocument } from './rules/type.ts'
import { editionsOf, isOfProject, lockPaper, projectOf, receiptsOf } from './store.ts'
import { keepBytes, type Typeset, typeset } from './typeset.ts'

/** Who does it, today, and where bytes are kept: any handler's desk is one. */
export type Hand = { actor: Actor; today: Day; store: FileStore }

export type Draft = {
  subject: string
  values: FieldValues
  head?: Partial<PaperHead>
  title?: string
  secrecy?: Secrecy
  paperOn?: Day | null
  replaces?: string | null
}

/** What a head says while nobody has said anything of it. */
export const bareHead = { secrecyTerm: '', urgency: 'plain' as const, approver: '', attachments: [], printedBy: '' }
type Heading = { head: Partial<PaperHead>; jurisdiction: string; organ: string; values: FieldValues }
/** The usual recipient and copies of a type, with what stands in its fields. */
export function proposedHead(type: AnyDocument, values: FieldValues): Pick<PaperHead, 'addressee' | 'copyTo'> {
  const facts = fieldFacts(catalogueOf(type.fields), values)
  return { addressee: filledPattern(type.addressee ?? '', facts), copyTo: filledPattern(type.copyTo ?? '', facts) }
}

/** The head as given; what is not given is proposed by the type, and the issuer by its numbering series, else the organ that audits. */
async function headFor(tx: Writer, type: AnyDocument, { head, jurisdiction, organ, values }: Heading): Promise<PaperHead> {
  const issuers = head.issuers ?? [(await seriesFor(tx, { kind: type.id, jurisdiction }))?.organ ?? organ]
  const given = PaperHead.safeParse({ ...bareHead, ...proposedHead(type, values), ...head, issuers })
  if (!given.success) throw new Refused(refuse('issuerMissing', { kind: type.name.zh }))
  return given.data
}

const fresh = { series: null, number: null, template: null, templateSha256: null, sha256: null, size: null, frozenBy: null, frozenOn: null }
const untouched = { pdfSha256: null, issuedBy: null, issuedOn: null, voidedBy: null, voidedOn: null, voidReason: null }

/**
 * Begins a paper of a type about a subject (`project:<id>`), with what is known so far; obligatory fields may still be
 * empty. The issuer is that of the type's numbering series when none is given, else the organ that audits the project. Call it inside your own `change`.
 * Refused: values the catalogue does not know or in a wrong shape, no issuer.
 */
export async function draftPaper(tx: Writer, hand: Omit<Hand, 'store'>, type: AnyDocument, draft: Draft): Promise<IssuedPaper> {
  const values = withoutBlanks(draft.values)
  stopIf(whyNotValues(type, values))
  const project = await projectOf(tx, draft.subject)
  if (!project && isOfProject(draft.subject)) throw new Missing()
  const jurisdiction = project?.jurisdiction ?? hand.actor.jurisdiction
  const head = await headFor(tx, type, { head: draft.head ?? {}, jurisdiction, organ: project?.auditedBy ?? '', values })
  const { subject, replaces = null, paperOn = null, secrecy = type.secrecy } = draft
  const drafted = { draftedBy: hand.actor.account, draftedOn: hand.today, state: 'draft' as const, pdfState: 'none' as const, version: 1 }
  return tx
    .insertInto('issuedPaper')
    .values({
      id: newId(),
      ...{ jurisdiction, project: project?.id ?? null, subject, kind: type.id, title: draft.title ?? proposedTitle(type, values) },
      ...{ secrecy, head: json(head), fieldValues: json(values), blank: blankFields(type, values), paperOn, replaces },
      ...drafted,
      ...fresh,
      ...untouched,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Title, addressee and copies follow what is written in the paper for as long as nobody has worded them himself. */
function following(type: AnyDocument, paper: IssuedPaper, to: { title: string; head: PaperHead; values: FieldValues }) {
  const before = { title: proposedTitle(type, paper.fieldValues), ...proposedHead(type, paper.fieldValues) }
  const after = { title: proposedTitle(type, to.values), ...proposedHead(type, to.values) }
  const kept = (part: 'addressee' | 'copyTo') => (to.head[part] === before[part] ? after[part] : to.head[part])
  return {
    title: to.title === before.title ? after.title : to.title,
    head: { ...to.head, addressee: kept('addressee'), copyTo: kept('copyTo') },
  }
}

type Revision = Pick<Partial<Draft>, 'values' | 'head' | 'title' | 'secrecy' | 'paperOn'>
/** Changes a draft. Refused: frozen, issued or voided; a lower secrecy level, which needs a decision. */
export async function revisePaper(tx: Writer, type: AnyDocument, paper: IssuedPaper, to: Revision): Promise<IssuedPaper> {
  stopIf(whyNotRevise(paper))
  const values = withoutBlanks(to.values ?? paper.fieldValues)
  stopIf(whyNotValues(type, values))
  const worded = { title: to.title ?? paper.title, head: PaperHead.parse({ ...paper.head, ...to.head }), values }
  const { title, head } = following(type, paper, worded)
  const { secrecy = paper.secrecy, paperOn = paper.paperOn } = to
  stopIf(whyNotLowerUndecided({ from: paper.secrecy, to: secrecy }))
  return tx
    .updateTable('issuedPaper')
    .set({
      head: json(head),
      fieldValues: json(values),
      blank: blankFields(type, values),
      title,
      secrecy,
      paperOn,
      version: paper.version + 1,
    })
    .where('id', '=', paper.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const fileName = (paper: Pick<IssuedPaper, 'number' | 'title'>) => `${paper.number ? `${paper.number} ` : ''}${paper.title}.docx`

/** Keeps one setting of a paper as the next of its editions. */
export async function keepEdition(tx: Writer, hand: Hand, paper: IssuedPaper, set: Typeset): Promise<{ sha256: string; size: number }> {
  const { sha256, size } = await keepBytes(hand.store, fileName(paper), set.bytes)
  const earlier = await editionsOf(tx, paper.id)
  const last = earlier.at(-1)
  if (last?.sha256 === sha256) return { sha256, size }
  const made = { madeBy: hand.actor.account, madeOn: hand.today, templateSha256: set.templateSha256 }
  await tx
    .insertInto('paperEdition')
    .values({ id: newId(), paper: paper.id, edition: (last?.edition ?? 0) + 1, sha256, size, ...made })
    .execute()
  return { sha256, size }
}

export type Freezing = { id: string; paperOn?: Day | undefined; series?: string | undefined; number?: number | undefined }

/** The paper's number, taken from the series given or the one set for its type; none for types that bear none. */
async function numberFor(tx: Writer, hand: Hand, type: AnyDocument, about: { paper: IssuedPaper; freezing: Freezing; on: Day }) {
  const { paper, freezing, on } = about
  if (!type.numbered) return { number: null, series: null }
  const { jurisdiction } = paper
  const series = freezing.series ?? (await getSeriesFor(tx, { kind: type.id, jurisdiction, name: type.name.zh })).id
  const taking = { series, paper: paper.id, on, asked: freezing.number, by: hand.actor.account, today: hand.today }
  const taken = await takeNumber(tx, taking)
  return { number: taken.text, series: taken.series.id }
}

/**
 * Fixes a paper: takes its number, sets it with the template in use and keeps the bytes by their sha256. Its day is the
 * one given, else the draft's, else today. Refused: a second freeze, a voided paper, an obligatory field empty, a value
 * for which the template has no place, no series, a number used or leaving a gap.
 */
export async function freeze(tx: Writer, hand: Hand, type: AnyDocument, freezing: Freezing): Promise<IssuedPaper> {
  const paper = found(await lockPaper(tx, freezing.id))
  stopIf(whyNotFreeze({ paper, type }))
  const on = freezing.paperOn ?? paper.paperOn ?? hand.today
  const numbered = await numberFor(tx, hand, type, { paper, freezing, on })
  const whole = { ...paper, ...numbered, paperOn: on }
  const set = await typeset({ read: tx, store: hand.store }, type, whole)
  if (set.unplaced.length > 0) throw new Refused(refuse('fieldsUnplaced', { fields: set.unplaced.join('、') }))
  const { sha256, size } = await keepEdition(tx, hand, whole, set)
  const frozen = { state: 'frozen' as const, frozenBy: hand.actor.account, frozenOn: hand.today, sha256, size }
  return tx
    .updateTable('issuedPaper')
    .set({ ...numbered, paperOn: on, ...frozen, template: set.template, templateSha256: set.templateSha256, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Puts a paper out; a draft is frozen on the way. Refused: issued already, voided, and whatever `freeze` refuses. */
export async function issuePaper(tx: Writer, hand: Hand, type: AnyDocument, freezing: Freezing): Promise<IssuedPaper> {
  const before = found(await lockPaper(tx, freezing.id))
  stopIf(whyNotIssue({ paper: before, type }))
  const paper = before.state === 'draft' ? await freeze(tx, hand, type, freezing) : before
  return tx
    .updateTable('issuedPaper')
    .set({ state: 'issued', issuedBy: hand.actor.account, issuedOn: hand.today, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Takes a paper back with the reason; its number stays in the register as voided. Refused once somebody was served. */
export async function voidPaper(tx: Writer, hand: Omit<Hand, 'store'>, about: { id: string; reason: string }): Promise<IssuedPaper> {
  const paper = found(await lockPaper(tx, about.id))
  stopIf(whyNotVoid(paper, await receiptsOf(tx, [paper.id])))
  await voidNumber(tx, paper.id, about.reason)
  const voided = { voidedBy: hand.actor.account, voidedOn: hand.today, voidReason: about.reason }
  return tx
    .updateTable('issuedPaper')
    .set({ state: 'voided', ...voided, version: paper.version + 1 })
    .where('id', '=', paper.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
