import { createHash } from 'node:crypto'
import { refuse } from '../../../kernel/refusal.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { Actor, Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf } from '../../../platform/serve.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import { nextNumber } from '../rules.ts'
import { knownProject, savedAs, stamped, standing, standingOne, workOn } from '../shelf.ts'
import {
  getEvidence,
  getEvidenceFile,
  linkCheck,
  linkEvidence,
  listEvidence,
  listLibrary,
  showProof,
  signEvidence,
  takeEvidence,
  unlinkEvidence,
} from './contract.ts'
import type { Evidence } from './model.ts'
import { papersApi } from './papers.ts'
import { whyNotEdit, whyNotHash, whyNotLink, whyNotSign, whyNotTake } from './rules.ts'
import * as store from './store.ts'
import { talksApi } from './talks.ts'

/** Reads every kept file again: its bytes must have the hash under which it lies, and the one the sender took. */
async function stopIfAltered(desk: Pick<Desk, 'files' | 'store'>, sent: readonly { name: string; sha256: string }[]): Promise<void> {
  for (const file of desk.files) {
    const again = createHash('sha256')
    for await (const piece of desk.store.stream(file.sha256)) again.update(piece)
    stopIf(whyNotHash([file], [{ name: file.name, sha256: again.digest('hex') }]))
  }
  stopIf(whyNotHash(sent, desk.files))
}

/** A paper of the library that this actor may know of. */
async function paperBehind(read: Reader, actor: Pick<Actor, 'jurisdiction'>, document: string | null) {
  if (!document) return null
  const paper = await store.findPaperOfLibrary(read, document)
  if (!paper || !liesIn(paper.jurisdiction, actor.jurisdiction)) stopIf(refuse('evidencePaperUnknown'))
  return paper ?? null
}
async function stopIfAnswerElsewhere(tx: Writer, project: string, answer: string | null): Promise<void> {
  if (!answer) return
  const row = await tx
    .selectFrom('requestAnswer')
    .innerJoin('materialRequest', 'materialRequest.id', 'requestAnswer.request')
    .select('materialRequest.project')
    .where('requestAnswer.id', '=', answer)
    .executeTakeFirst()
  if (row?.project !== project) throw new Missing()
}

const take = serve(takeEvidence, async (desk) => {
  const { sent, ...input } = desk.input
  await stopIfAltered(desk, sent)
  return desk.change(`project:${input.project}`, async (tx) => {
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.evidenceShelf, input)
    if (before) stopIf(whyNotEdit(before))
    const earlier = before ? (await store.filesOf(tx, before.id)).length : 0
    stopIf(whyNotTake({ ...input, files: desk.files.length + earlier }, desk.today))
    const paper = await paperBehind(tx, desk.actor, input.document)
    stopIf(whyNotLink({ page: input.page, startsAt: null, endsAt: null }, { pages: paper?.pages ?? null }))
    await stopIfAnswerElsewhere(tx, input.project, input.answer)
    const row = { ...(before ?? (await newEvidence(tx, desk, input.project))), ...input, ...stamped(input, before) }
    await store.evidenceShelf.keep(tx, row)
    await store.addFiles(tx, row.id, desk.files)
    return savedAs(row)
  })
})

type Fresh = Pick<Evidence, 'number' | 'takenInAt' | 'takenBy' | 'takenName' | 'sign' | 'signedOn' | 'signedBy' | 'opinion' | 'refusal'>
const newEvidence = async (tx: Writer, { actor, now }: Pick<Desk, 'actor' | 'now'>, project: string): Promise<Fresh> => ({
  number: nextNumber('Q', await store.evidenceNumbers(tx, project)),
  takenInAt: now,
  takenBy: actor.account,
  takenName: actor.name,
  sign: 'pending',
  signedOn: null,
  signedBy: null,
  opinion: null,
  refusal: null,
})

const sign = serve(signEvidence, (desk) =>
  desk.change(`evidence:${desk.input.id}`, async (tx) => {
    const { input, today } = desk
    const before = await standingOne(tx, store.evidenceShelf, input)
    await workOn(tx, desk, before.project)
    stopIf(whyNotSign(before, input, today))
    const { sign: how, signedOn, signedBy, opinion, refusal } = input
    const row = {
      ...before,
      sign: how,
      signedOn,
      signedBy,
      opinion,
      refusal: how === 'refused' ? refusal : null,
      version: before.version + 1,
    }
    await store.evidenceShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const link = serve(linkEvidence, (desk) =>
  desk.change(`finding:${desk.input.finding}`, async (tx) => {
    const { input, actor, today } = desk
    const evidence = found(await store.evidenceShelf.find(tx, input.evidence))
    await workOn(tx, desk, evidence.project)
    const finding = found(await tx.selectFrom('finding').select('project').where('id', '=', input.finding).executeTakeFirst())
    stopIf(finding.project === evidence.project ? null : refuse('evidenceOfAnotherProject'))
    stopIf((await store.linkOf(tx, input)) ? refuse('evidenceLinkedAlready') : null)
    const paper = evidence.document ? await store.findPaperOfLibrary(tx, evidence.document) : null
    stopIf(whyNotLink(input, { pages: paper?.pages ?? null }))
    const id = newId()
    await store.addLink(tx, { ...input, id, linkedBy: actor.account, linkedOn: today })
    return { id }
  }),
)

const unlink = serve(unlinkEvidence, (desk) =>
  desk.change(`findingEvidence:${desk.input.id}`, async (tx) => {
    const kept = found(await store.findLink(tx, desk.input.id))
    await workOn(tx, desk, kept.project)
    await store.dropLink(tx, kept.id)
    return {}
  }),
)

const toCheck = serve(linkCheck, (desk) =>
  desk.change(`auditCheck:${desk.input.auditCheck}`, async (tx) => {
    const evidence = found(await store.evidenceShelf.find(tx, desk.input.evidence))
    await workOn(tx, desk, evidence.project)
    const check = found(await tx.selectFrom('auditCheck').select('project').where('id', '=', desk.input.auditCheck).executeTakeFirst())
    stopIf(check.project === evidence.project ? null : refuse('evidenceOfAnotherProject'))
    return store.addCheckLink(tx, desk.input)
  }),
)

const file = serve(getEvidenceFile, async ({ input, actor, read, store: files }) => {
  const kept = found(await store.findEvidenceFile(read, input.id))
  await knownProject(read, actor, kept.project)
  return { name: kept.name, type: 'application/octet-stream', bytes: new Uint8Array(await files.read(kept.sha256)) }
})

export const evidenceApi: readonly Handler[] = [
  serve(listEvidence, async ({ input, actor, read }) => {
    await knownProject(read, actor, input.project)
    return store.listEvidence(read, input)
  }),
  serve(getEvidence, async ({ input, actor, read }) => {
    const evidence = found(await store.evidenceShelf.find(read, input.id))
    await knownProject(read, actor, evidence.project)
    return found(await store.viewOf(read, evidence))
  }),
  serve(listLibrary, async ({ input, actor, read }) => store.libraryOf(read, (await knownProject(read, actor, input.project)).unit)),
  serve(showProof, async ({ input, actor, read }) => {
    await knownProject(read, actor, input.project)
    return store.proofOf(read, input.project)
  }),
  ...[take, sign, link, unlink, toCheck, file],
  ...papersApi,
  ...talksApi,
]
