import { createHash } from 'node:crypto'
import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { nextNumber } from '../rules.ts'
import { knownProject, savedAs, stamped, standing, standingOne, workOn } from '../shelf.ts'
import { addNote, answerNote, getPaper, listPapers, reviewPaper, savePaper, settleNote, submitPaper } from './contract.ts'
import type { WorkingPaper } from './model.ts'
import { whyNotAnswer, whyNotPaper, whyNotSettle } from './rules.ts'
import * as store from './store-papers.ts'

type Words = Pick<WorkingPaper, 'matter' | 'process' | 'facts' | 'conclusion'>
/** The print of a paper's words and of the evidence it cites. */
const digestOf = ({ matter, process, facts, conclusion }: Words, evidence: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([matter, process, facts, conclusion, [...evidence].sort()]))
    .digest('hex')

const fresh = ({ actor, today }: Pick<Desk, 'actor' | 'today'>) => ({
  state: 'draft' as const,
  preparedBy: actor.account,
  preparedName: actor.name,
  preparedOn: today,
  reviewedBy: null,
  reviewedName: null,
  reviewedOn: null,
  opinion: null,
  reviewedDigest: null,
})

async function stopIfTaken(tx: Writer, project: string, given: { id: string | undefined; number: string }): Promise<void> {
  const others = await store.papersNumbered(tx, project)
  const taken = others.some((paper) => paper.number === given.number && paper.id !== given.id)
  stopIf(taken ? refuse('paperNumberTaken', { number: given.number }) : null)
}

const save = serve(savePaper, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { evidence: cited, ...input } = desk.input
    const { actor, today } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.paperShelf, input)
    if (before) stopIf(whyNotPaper('edit', { paper: before, notes: [], hand: actor }))
    const taken = (await store.papersNumbered(tx, input.project)).map((paper) => paper.number)
    const number = input.number ?? before?.number ?? nextNumber('DG', taken)
    await stopIfTaken(tx, input.project, { id: input.id, number })
    const evidence = await store.evidenceAmong(tx, input.project, cited)
    stopIf(evidence.length === new Set(cited).size ? null : refuse('evidenceOfAnotherProject'))
    const digest = digestOf(
      input,
      evidence.map((each) => each.id),
    )
    const edited = { digest, editedOn: today, editedBy: actor.account }
    const row = { ...(before ?? fresh(desk)), ...input, number, ...edited, ...stamped(input, before) }
    await store.paperShelf.keep(tx, row)
    await store.setEvidence(
      tx,
      row.id,
      evidence.map((each) => each.id),
    )
    return savedAs(row)
  }),
)

const submit = serve(submitPaper, (desk) =>
  desk.change(`workingPaper:${desk.input.id}`, async (tx) => {
    const before = await standingOne(tx, store.paperShelf, desk.input)
    await workOn(tx, desk, before.project)
    stopIf(whyNotPaper('submit', { paper: before, notes: [], hand: desk.actor }))
    const row = { ...before, state: 'submitted' as const, version: before.version + 1 }
    await store.paperShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const review = serve(reviewPaper, (desk) =>
  desk.change(`workingPaper:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const before = await standingOne(tx, store.paperShelf, input)
    await knownProject(tx, actor, before.project)
    const step = input.outcome === 'reviewed' ? 'review' : 'return'
    stopIf(whyNotPaper(step, { paper: before, notes: await store.notesOf(tx, before.id), hand: actor }))
    stopIf(step === 'return' && !input.opinion ? refuse('returnReasonMissing') : null)
    const by = { reviewedBy: actor.account, reviewedName: actor.name, reviewedOn: today, opinion: input.opinion }
    const digest = step === 'review' ? before.digest : before.reviewedDigest
    const row = { ...before, ...by, reviewedDigest: digest, state: input.outcome, version: before.version + 1 }
    await store.paperShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const note = serve(addNote, (desk) =>
  desk.change(`workingPaper:${desk.input.paper}`, async (tx) => {
    const { input, actor, today } = desk
    const paper = found(await store.paperShelf.find(tx, input.paper))
    await knownProject(tx, actor, paper.project)
    stopIf(paper.preparedBy === actor.account ? refuse('preparerReviews') : null)
    const raised = { raisedBy: actor.account, raisedName: actor.name, raisedOn: today }
    const row = { ...input, id: newId(), ...raised, answer: null, answeredBy: null, answeredOn: null, settledOn: null, version: 1 }
    await store.keepNote(tx, row)
    return savedAs(row)
  }),
)

async function lockNote(tx: Writer, desk: Pick<Desk<{ id: string; version: number }>, 'input' | 'actor'>) {
  const kept = found(await store.findNote(tx, desk.input.id))
  const paper = found(await store.paperShelf.find(tx, kept.paper))
  await knownProject(tx, desk.actor, paper.project)
  stopIfChanged({ given: desk.input.version, kept: kept.version })
  return { kept, paper }
}

const reply = serve(answerNote, (desk) =>
  desk.change(`reviewNote:${desk.input.id}`, async (tx) => {
    const { actor, today, input } = desk
    const { kept, paper } = await lockNote(tx, desk)
    stopIf(whyNotAnswer(kept, paper, actor.account))
    const row = { ...kept, answer: input.answer, answeredBy: actor.account, answeredOn: today, version: kept.version + 1 }
    await store.keepNote(tx, row)
    return savedAs(row)
  }),
)

const settle = serve(settleNote, (desk) =>
  desk.change(`reviewNote:${desk.input.id}`, async (tx) => {
    const { kept } = await lockNote(tx, desk)
    stopIf(whyNotSettle(kept, desk.actor.account))
    const row = { ...kept, settledOn: desk.today, version: kept.version + 1 }
    await store.keepNote(tx, row)
    return savedAs(row)
  }),
)

export const papersApi: readonly Handler[] = [
  serve(listPapers, async ({ input, actor, read }) => {
    await knownProject(read, actor, input.project)
    return store.listPapers(read, input)
  }),
  serve(getPaper, async ({ input, actor, read }) => {
    const paper = found(await store.paperShelf.find(read, input.id))
    await knownProject(read, actor, paper.project)
    const notes = await store.notesOf(read, paper.id)
    return { ...(await store.paperLine(read, paper)), notes, evidence: await store.evidenceOfPaper(read, paper.id) }
  }),
  ...[save, submit, review, note, reply, settle],
]
