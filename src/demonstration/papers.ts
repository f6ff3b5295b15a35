import { Readable } from 'node:stream'
import { projectGatherer } from '../audit/papers/gather.ts'
import { auditPapers } from '../audit/papers/types.ts'
import { addDays, type Day, day } from '../kernel/day.ts'
import { draftPaper, freeze, type Hand, issuePaper, voidPaper } from '../office/documents/deeds.ts'
import { FieldValues, type IssuedPaper } from '../office/documents/model.ts'
import { typeNamed } from '../office/documents/registry.ts'
import { catalogueOf } from '../office/documents/rules/fields.ts'
import type { AnyDocument } from '../office/documents/rules/type.ts'
import { noteSending, noteService } from '../office/documents/service.ts'
import type { Writer } from '../platform/db.ts'
import type { Desk } from '../platform/desk.ts'
import { newId } from '../platform/id.ts'
import { demoCity } from './place.ts'
import { latestCaseOf } from './store.ts'
import { hero } from './world/names.words.ts'
import { demoSeries, issued, kept, officeWords, organNamed } from './world/papers.words.ts'

const begun = day('2026-01-05')
const firstPaper = day('2026-03-10')

async function openSeries(tx: Writer): Promise<void> {
  const changed = { changedBy: 'secretary', changedOn: begun, closedOn: null, version: 1 }
  for (const { organ, side, word, kinds } of demoSeries)
    await tx
      .insertInto('paperSeries')
      .values({ id: newId(), jurisdiction: demoCity, organ, side, word, kinds: [...kinds], firstNumber: 1, ...changed })
      .execute()
}

/** The sample of a type with what the case itself knows in its place. */
async function valuesFor(desk: Desk, type: AnyDocument, project: string): Promise<FieldValues> {
  const known = await projectGatherer.gather(desk.read, project)
  const keys = new Set(catalogueOf(type.fields).map(({ key }) => key))
  const own = Object.entries(known).filter(([key, value]) => keys.has(key) && value.length > 0)
  return { ...FieldValues.parse(type.sample), ...Object.fromEntries(own) }
}

type Case = { desk: Desk; project: string }
const handOn = ({ desk }: Case, account: string, today: Day): Hand & { now: string } => ({
  ...{ actor: { ...desk.actor, account }, today, store: desk.store, now: desk.now },
})

async function drafted(tx: Writer, about: Case, type: AnyDocument, on: Day): Promise<IssuedPaper> {
  const values = await valuesFor(about.desk, type, about.project)
  const head = type.numbered ? {} : { issuers: [officeWords.organ] }
  return draftPaper(tx, handOn(about, 'clerk', on), type, { subject: `project:${about.project}`, values, head, paperOn: on })
}

/** Serves a paper on its recipients; the last one of some is still without proof, and so not served. */
async function serve(
  tx: Writer,
  about: Case,
  paper: IssuedPaper,
  of: { on: Day; recipients: readonly string[]; open: boolean },
): Promise<void> {
  const proof = await about.desk.store.save(
    officeWords.proof,
    Readable.from([Buffer.from(`${officeWords.proof} ${paper.number ?? paper.title}`)]),
  )
  const hand = handOn(about, 'clerk', addDays(of.on, 1))
  const sending = { paper: paper.id, method: 'direct' as const, deliverer: officeWords.deliverer, sentOn: of.on }
  for (const [at, recipient] of of.recipients.entries()) {
    const last = at === of.recipients.length - 1
    const whom = { recipient, recipientOrgan: organNamed[recipient] ?? null }
    if (of.open && last) await noteSending(tx, hand, { ...sending, ...whom })
    if (of.open && last) continue
    const received = { servedOn: addDays(of.on, 1), signer: officeWords.signer, proof: { sha256: proof.sha256, name: proof.name } }
    await noteService(tx, hand, { ...sending, ...whom, ...received })
  }
}

async function issueAll(tx: Writer, about: Case): Promise<void> {
  for (const [index, { kind, recipients, open }] of issued.entries()) {
    const type = typeNamed({ types: auditPapers, gatherers: [] }, kind)
    const on = addDays(firstPaper, index * 12)
    const paper = await drafted(tx, about, type, on)
    const out = await issuePaper(tx, handOn(about, 'director', on), type, { id: paper.id })
    await serve(tx, about, out, { on, recipients, open })
  }
}

/** Papers that are only fixed, one that was taken back with its number kept, and one still in draft. */
async function theRest(tx: Writer, about: Case): Promise<void> {
  for (const [index, kind] of kept.frozen.entries()) {
    const type = typeNamed({ types: auditPapers, gatherers: [] }, kind)
    const on = addDays(firstPaper, 6 + index * 9)
    const paper = await drafted(tx, about, type, on)
    await freeze(tx, handOn(about, 'clerk', on), type, { id: paper.id })
  }
  const type = typeNamed({ types: auditPapers, gatherers: [] }, kept.voided)
  const on = addDays(firstPaper, 200)
  const wrong = await issuePaper(tx, handOn(about, 'director', on), type, { id: (await drafted(tx, about, type, on)).id })
  await voidPaper(tx, handOn(about, 'director', on), { id: wrong.id, reason: kept.reason })
  await drafted(tx, about, typeNamed({ types: auditPapers, gatherers: [] }, kept.draft), addDays(firstPaper, 210))
}

/** Numbering on both sides, and the papers of one case: issued and served, waiting for proof, fixed, voided, in draft. */
export async function issueDemoPapers(desk: Desk): Promise<void> {
  await desk.change('paperSeries:demonstration', openSeries)
  const project = await latestCaseOf(desk.read, hero.name)
  if (!project) return
  const about = { desk, project }
  await desk.change(`project:${project}`, async (tx) => {
    await issueAll(tx, about)
    await theRest(tx, about)
  })
}
