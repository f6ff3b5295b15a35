import { type Day, day } from '../../../kernel/day.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { findUnit } from '../../../registers/places/store.ts'
import type { Project } from '../../projects/model.ts'
import { auditDay } from '../../projects/rules.ts'
import { findProject } from '../../projects/store.ts'
import { lockProject, membersOf } from '../../projects/store-case.ts'
import { correctByPaper } from '../correction/deeds.ts'
import type { Finding } from '../model.ts'
import { allClasses, findFinding } from '../store.ts'
import { confirmFinding, correctFinding, dropFinding, editFinding, findingHistory, recordFinding, type Written } from './contract.ts'
import type { EditionDeed, Said } from './model.ts'
import { placesApi } from './places-api.ts'
import {
  changedFields,
  moneySaid,
  nextNumber,
  whyNotClass,
  whyNotConfirm,
  whyNotCorrect,
  whyNotDays,
  whyNotDrop,
  whyNotEdit,
  whyNotRecord,
} from './rules.ts'
import * as store from './store.ts'

type At = Pick<Desk, 'actor' | 'today'>
const todayOf = (project: Project, today: Day): Day =>
  auditDay(project) ?? (project.year < Number(today.slice(0, 4)) ? day(`${project.year}-12-31`) : today)

/** What was written, checked and read; stops with the first sentence that says no. */
async function saidIn(
  tx: Writer,
  { today }: At,
  project: Project,
  given: Written,
): Promise<Omit<Said, 'basis'> & { jurisdiction: string }> {
  const { money, loose: _, ...plain } = given
  stopIf(whyNotDays(plain, today))
  stopIf(whyNotClass(plain.problemClass, await allClasses(tx), todayOf(project, today)))
  const read = moneySaid(money)
  if ('refusal' in read) stopIf(read.refusal)
  const unit = found(await findUnit(tx, plain.unit))
  return {
    ...{ title: plain.title, problemClass: plain.problemClass, standard: plain.standard, facts: plain.facts, cause: plain.cause },
    ...{ consequence: plain.consequence, unit: plain.unit, periodFrom: plain.periodFrom, periodTo: plain.periodTo, actOn: plain.actOn },
    money: 'value' in read ? read.value : [],
    jurisdiction: unit.jurisdiction,
  }
}

/** The project of a finding and who works on it. */
export async function writingOn(tx: Writer, { actor }: Pick<Desk, 'actor'>, project: string) {
  const known = found(await lockProject(tx, project))
  return { project: known, members: await membersOf(tx, project), hand: actor }
}

type Deed = { deed: EditionDeed; reason?: string; paper?: string }
export const note = (tx: Writer, { actor, today }: At, finding: Finding, { deed, reason = '', paper = '' }: Deed) =>
  store.addEdition(tx, finding, {
    deed,
    reason: reason || null,
    paper: paper || null,
    account: actor.account,
    name: actor.name,
    madeOn: today,
  })

/** How an imported finding stood before its first change here. */
const asImported = { deed: 'recorded', reason: null, paper: null, account: 'import', name: '' } as const

const kept = ({ id, number, version }: Finding) => ({ id, number, version })
const bare = { reportFile: null, document: null, paragraph: null, start: null, end: null }

/** Everything that records a finding comes through here: a person's form, and a proposal that a person confirmed. */
export async function recordAs(tx: Writer, at: At, asked: Written & { project: string; at?: Place | null | undefined }): Promise<Finding> {
  const writing = await writingOn(tx, at, asked.project)
  stopIf(whyNotRecord({ ...writing, printed: Boolean(asked.at) }))
  const said = await saidIn(tx, at, writing.project, asked)
  const finding = await store.addFinding(tx, {
    ...bare,
    ...(asked.at ?? {}),
    ...said,
    id: newId(),
    number: nextNumber(writing.project, await store.numbersOf(tx, asked.project)),
    project: asked.project,
    year: writing.project.year,
    basis: asked.loose,
    established: 'draft',
    version: 1,
  })
  await note(tx, at, finding, { deed: 'recorded' })
  return finding
}
type Place = { document: string; paragraph: number | null; start: number | null; end: number | null }

const record = serve(recordFinding, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => kept(await recordAs(tx, desk, desk.input))),
)

/** The finding as it stands, locked after its project, and on the version the hand has before it. */
async function lockedFor(tx: Writer, desk: At, { id, version }: { id: string; version: number }) {
  const seen = found(await findFinding(tx, id))
  const writing = await writingOn(tx, desk, seen.project)
  const finding = found(await store.lockFinding(tx, id))
  return { finding, writing, stopIfOld: () => stopIfChanged({ given: version, kept: finding.version }) }
}

/** Pinned citations stay; those written by hand are as given. */
async function basisAfter(tx: Writer, finding: Finding, loose: readonly string[]): Promise<string[]> {
  const pins = await tx.selectFrom('findingBasis').select('citation').where('finding', '=', finding.id).orderBy('id').execute()
  return [...new Set([...loose, ...pins.map(({ citation }) => citation)])]
}

const edit = serve(editFinding, (desk) =>
  desk.change(`finding:${desk.input.id}`, async (tx) => {
    const { finding, writing, stopIfOld } = await lockedFor(tx, desk, desk.input)
    stopIf(whyNotEdit(writing))
    stopIfOld()
    const said = await saidIn(tx, desk, writing.project, desk.input)
    const basis = await basisAfter(tx, finding, desk.input.loose)
    const changed = await store.changeFinding(tx, finding, { ...said, basis, established: 'draft' })
    await note(tx, desk, changed, { deed: 'edited' })
    return kept(changed)
  }),
)

const correct = serve(correctFinding, (desk) =>
  desk.change(`finding:${desk.input.id}`, async (tx) => {
    const { finding, writing, stopIfOld } = await lockedFor(tx, desk, desk.input)
    stopIf(whyNotCorrect(writing))
    stopIfOld()
    const { reason, paper } = desk.input
    await store.addEdition(tx, finding, { ...asImported, madeOn: desk.today })
    const said = await saidIn(tx, desk, writing.project, desk.input)
    const changed = await store.changeFinding(tx, finding, { ...said, basis: await basisAfter(tx, finding, desk.input.loose) })
    await note(tx, desk, changed, { deed: 'corrected', reason, paper })
    await correctByPaper(tx, { before: finding, after: changed, reason, paper, by: desk.actor.name, on: desk.today })
    return kept(changed)
  }),
)

const confirm = serve(confirmFinding, (desk) =>
  desk.change(`finding:${desk.input.id}`, async (tx) => {
    const { finding, writing, stopIfOld } = await lockedFor(tx, desk, desk.input)
    const evidence = (await store.evidenceBehind(tx, finding.id)).length
    stopIf(whyNotConfirm({ ...writing, finding, evidence }))
    stopIfOld()
    const changed = await store.changeFinding(tx, finding, { established: 'confirmed' })
    await note(tx, desk, changed, { deed: 'confirmed' })
    return kept(changed)
  }),
)

const drop = serve(dropFinding, (desk) =>
  desk.change(`finding:${desk.input.id}`, async (tx) => {
    const { finding, writing, stopIfOld } = await lockedFor(tx, desk, desk.input)
    stopIf(whyNotDrop({ ...writing, finding, hanging: await store.hangingOn(tx, finding.id) }))
    stopIfOld()
    await store.removeFinding(tx, finding.id)
    return {}
  }),
)

const history = serve(findingHistory, async ({ input, read, seen }) => {
  const finding = found(await findFinding(read, input.id))
  found(await findProject(read, finding.project))
  seen(`finding:${finding.id}`)
  const editions = await store.editionsOf(read, finding.id)
  return editions.map(({ account: _, ...edition }, at) => {
    const before = editions[at - 1]
    return { ...edition, changed: before ? changedFields(before.said, edition.said) : [] }
  })
})

export const editingApi: readonly Handler[] = [record, edit, correct, confirm, drop, history, ...placesApi]
