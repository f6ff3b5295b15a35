import { Readable } from 'node:stream'
import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import type { StoredFile } from '../../../platform/files.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf } from '../../../platform/serve.ts'
import { Refused } from '../../../platform/stop.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import { knownProject } from '../shelf.ts'
import { exportPackage, importPackage } from './contract.ts'
import type { RequestPackage } from './model.ts'
import { digestOf, packRequests, type Reply, readReply, type Told, whyNotReply } from './package.ts'
import { sideOf, whyNot } from './rules/steps.ts'
import * as store from './store.ts'

const waiting = ['open', 'returned']

const pack = serve(exportPackage, (desk) =>
  desk.change(`unit:${desk.input.unit}`, async (tx) => {
    const { input, actor, today, now } = desk
    const unit = found(await store.lockUnit(tx, input.unit))
    if (!liesIn(unit.jurisdiction, actor.jurisdiction)) throw new Missing()
    const project = input.project ? await knownProject(tx, actor, input.project) : null
    const requests = (await store.requestsOfUnit(tx, unit.id)).filter(
      (each) =>
        waiting.includes(each.state) &&
        each.sameAs === null &&
        each.side === sideOf(actor.role) &&
        (!project || each.project === project.id),
    )
    if (requests.length === 0) stopIf(refuse('nothingToPack'))
    const id = newId()
    const plain = requests.map(({ id: request, number, name, periodFrom, periodTo, purpose, originals, dueOn }) => ({
      ...{ id: request, number, name, periodFrom, periodTo, purpose, originals, dueOn },
    }))
    const made = packRequests({
      id,
      unit: { id: unit.id, name: unit.name },
      project: project?.title ?? null,
      issuedOn: today,
      requests: plain,
    })
    const { issueKey, answerKey, digest } = made
    const places = {
      unit: unit.id,
      project: project?.id ?? null,
      jurisdiction: unit.jurisdiction,
      requests: requests.map((each) => each.id),
    }
    const open = { importedBy: null, importedAt: null, answerDigest: null }
    await store.addPackage(tx, { id, ...places, issueKey, answerKey, digest, exportedBy: actor.account, exportedAt: now, ...open })
    return { name: made.name, type: 'application/zip', bytes: new Uint8Array(made.bytes) }
  }),
)

/** Writes one file of a reply into the store and makes sure that it lies there as it was signed. */
async function keepFile(desk: Pick<Desk, 'store'>, file: { name: string; sha256: string }, reply: Reply): Promise<StoredFile> {
  const kept = await desk.store.save(file.name, Readable.from([Buffer.from(reply.files[file.sha256] ?? '', 'base64')]))
  if (kept.sha256 !== file.sha256) throw new Refused(refuse('packageFileAltered', { name: file.name }))
  return kept
}

type Arrived = { reply: Reply; told: Told; kept: RequestPackage; files: readonly StoredFile[] }
async function takeAnswers(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, { told, kept, files }: Arrived): Promise<void> {
  for (const answer of told.answers) {
    const request = found(await store.lockRequest(tx, answer.request))
    const asUnit = { role: 'unitStaff', unitId: kept.unit }
    stopIf(whyNot('answer', request, asUnit) ? refuse('packageRequestSettled', { number: request.number }) : null)
    const its = answer.files.flatMap(({ name, sha256 }) =>
      files.filter((file) => file.sha256 === sha256).map((file) => ({ ...file, name })),
    )
    const by = { answeredBy: desk.actor.account, answeredName: told.answeredBy, answeredOn: desk.today }
    await store.addAnswer(tx, { request: request.id, via: 'package', text: answer.text, ...by, files: its })
    await store.moveRequest(tx, request, 'answered')
  }
}

const unpack = serve(importPackage, async (desk) => {
  const [file, ...others] = desk.files
  if (!file || others.length > 0) throw new Refused(refuse('packageSeveral'))
  const text = new TextDecoder().decode(await desk.store.read(file.sha256))
  const read = readReply(text)
  if (!read) throw new Refused(refuse('packageUnreadable'))
  const { reply, told } = read
  return desk.change(`requestPackage:${told.package}`, async (tx) => {
    const kept = await store.lockPackage(tx, told.package)
    if (!kept || !liesIn(kept.jurisdiction, desk.actor.jurisdiction)) throw new Refused(refuse('packageUnknown'))
    if (kept.importedAt) stopIf(refuse('packageTakenIn', { on: kept.importedAt.slice(0, 10) }))
    stopIf(whyNotReply(read, kept))
    const wanted = new Map(told.answers.flatMap((answer) => answer.files).map((each) => [each.sha256, each]))
    const files = await Promise.all([...wanted.values()].map((each) => keepFile(desk, each, reply)))
    await takeAnswers(tx, desk, { reply, told, kept, files })
    await store.closePackage(tx, kept.id, { importedBy: desk.actor.account, importedAt: desk.now, answerDigest: digestOf(reply.answers) })
    return { answered: told.answers.length, files: files.length }
  })
})

export const packageApi: readonly Handler[] = [pack, unpack]
