import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { projectFolder } from '../../../platform/migrate.ts'
import { found, type Handler, Refused, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { type Doer, dayTold, keepOutcome, situationOf, takeStep } from '../deeds.ts'
import type { Lead } from '../model.ts'
import { type PackageText, ReplyText } from '../rules/package.ts'
import type { LeadOrgan, LeadPackage, OrganKey } from '../rules/records.ts'
import { whyNot } from '../rules.ts'
import { getOpener, packLead, takeReply } from '../sealed.contract.ts'
import { filesOfEvidence, findOrgan, letterOf, lockLead, unitById } from '../store.ts'
import { words } from '../words.ts'
import { digestOf, freshKeys, headerOf, open, parsed, seal } from './box.ts'
import { issuerOf } from './issuer.ts'
import * as store from './store.ts'

/** The letter and the files of the evidence, as they are kept. */
async function filesFor(tx: Reader, desk: Pick<Desk, 'store'>, lead: Lead): Promise<PackageText['files']> {
  const letter = await letterOf(tx, lead.id)
  const evidence = lead.evidence.flatMap(({ evidence: id }) => (id ? [id] : []))
  const files = [...(letter ? [letter] : []), ...(await filesOfEvidence(tx, evidence))]
  return Promise.all(
    files.map(async ({ name, sha256 }) => ({ name, sha256, base64: Buffer.from(await desk.store.read(sha256)).toString('base64') })),
  )
}

type Packing = { id: string; lead: Lead; organ: LeadOrgan; replyKey: string }
async function textOf(tx: Reader, desk: Pick<Desk, 'store' | 'today'>, { id, lead, organ, replyKey }: Packing): Promise<PackageText> {
  const unit = await unitById(tx, lead.unit)
  const { number, title, nature, persons, facts, qualification, basis, opinion, feedbackAsk, letterNumber, evidence } = lead
  return {
    format: 'guantong-lead/1',
    ...{ package: id, organ: organ.name, issuedOn: desk.today, replyKey },
    lead: {
      ...{ number, title, nature: words.nature[nature].zh, unit: unit?.name ?? '', persons, facts, qualification, basis, opinion },
      ...{ feedbackAsk, letterNumber: letterNumber ?? '' },
      evidence: evidence.map(({ name, pages, origin }) => ({ name, pages, origin })),
    },
    files: await filesFor(tx, desk, lead),
  }
}

const pack = serve(packLead, (desk) =>
  desk.change(`lead:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const lead = found(await lockLead(tx, input.id))
    stopIf(lead.sentOn === null ? { code: 'packTooEarly' } : null)
    stopIfChanged({ given: input.version, kept: lead.version })
    const organ = found(await findOrgan(tx, lead.receiver))
    const key = await store.activeKey(tx, organ.id)
    if (!key) throw new Refused({ code: 'keyMissing' })
    const id = newId()
    const reply = freshKeys()
    const text = Buffer.from(JSON.stringify(await textOf(tx, desk, { id, lead, organ, replyKey: reply.box })))
    const bytes = new Uint8Array(seal({ kind: 'lead', id, to: key.boxKey, by: issuerOf(desk), text }))
    const replySecret = desk.vault.lock(JSON.stringify({ box: reply.box, boxSecret: reply.boxSecret }))
    const made = { madeBy: actor.account, madeOn: today, jurisdiction: lead.jurisdiction }
    await store.addPackage(tx, { id, lead: lead.id, round: lead.round, key: key.id, digest: digestOf(bytes), replySecret, ...made })
    return { name: `${lead.number}-${id.slice(-6)}.gtlead`, type: 'application/octet-stream', bytes }
  }),
)

const opener = serve(getOpener, async () => ({
  name: 'lead-opener.mjs',
  type: 'text/javascript',
  bytes: new Uint8Array(await readFile(join(projectFolder(), 'scripts', 'lead-opener.mjs'))),
}))

const no = (code: keyof typeof words.refusal): Refused => new Refused({ code })
const faults = { unreadable: 'replyUnreadable', wrongSigner: 'replyWrongOrgan', altered: 'replyAltered', notForUs: 'replyAltered' } as const

const ReplySecret = z.object({ box: z.string(), boxSecret: z.string() })
type Arrived = { sent: LeadPackage; key: OrganKey }
/** The package an answer names, with the key its receiver signs by; refused when no such package went out from here. */
async function packageFor(read: Reader, bytes: Uint8Array): Promise<Arrived> {
  const header = headerOf(bytes)
  if (header?.kind !== 'reply') throw no('replyUnreadable')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(header.id)
  const sent = isId ? await store.findPackage(read, header.id) : undefined
  if (!sent) throw no('replyUnknown')
  return { sent, key: found(await store.findKey(read, sent.key)) }
}

/** What an answer says, once it is sure that the receiver of the package said it and nothing was changed since. */
function readReply(desk: Pick<Desk, 'vault'>, bytes: Uint8Array, { sent, key }: Arrived): ReplyText {
  const secret: unknown = JSON.parse(desk.vault.open(sent.replySecret))
  const { box, boxSecret } = ReplySecret.parse(secret)
  const opened = open(bytes, { box, boxSecret, signer: key.signKey })
  if ('fault' in opened) throw no(faults[opened.fault])
  const told = ReplyText.safeParse(parsed(opened.text.toString('utf8')))
  if (!told.success || told.data.package !== sent.id) throw no('replyAltered')
  return told.data
}

/** Takes the step an answer tells of, in the receiver's name. */
async function takeTold(tx: Writer, desk: Desk, { lead, told }: { lead: Lead; told: ReplyText }): Promise<Lead> {
  const { actor, today } = desk
  const situation = await situationOf(tx, lead, { hand: actor, today })
  const signed = situation.organ && { ...situation.organ, organ: null }
  stopIf(whyNot(told.kind, { ...situation, organ: signed, reference: told.reference }))
  const on = dayTold(told.kind === 'record' ? { ...lead, handledOn: null } : lead, { on: told.on, today })
  const doer: Doer = { ...actor, name: told.by, organ: situation.organ?.kind ?? '' }
  if (told.outcome) {
    const outcome = { ...told.outcome, official: null, decidedOn: on, reference: told.reference, text: told.text }
    await keepOutcome(tx, lead, { told: outcome, by: doer, today, organName: situation.organ?.name ?? '' })
  }
  const more = told.kind === 'feedBack' ? { feedbackRef: told.reference } : {}
  return takeStep(tx, lead, { step: told.kind, doer, on, text: told.text, reference: told.reference, via: 'package', more })
}

const take = serve(takeReply, async (desk) => {
  const [file, ...others] = desk.files
  if (!file || others.length > 0) throw no('replySeveral')
  const bytes = new Uint8Array(await desk.store.read(file.sha256))
  const { id } = (await packageFor(desk.read, bytes)).sent
  return desk.change(`leadPackage:${id}`, async (tx) => {
    const arrived = await packageFor(tx, bytes)
    const told = readReply(desk, bytes, arrived)
    const digest = digestOf(Buffer.from(told.reply))
    const before = await store.replyTaken(tx, digest)
    if (before) throw new Refused({ code: 'replyReplayed', facts: { on: before.takenOn } })
    const lead = found(await lockLead(tx, arrived.sent.lead))
    const moved = await takeTold(tx, desk, { lead, told })
    const taken = { takenBy: desk.actor.account, takenOn: desk.today, jurisdiction: lead.jurisdiction }
    await store.addReply(tx, { id: newId(), package: id, digest, kind: told.kind, ...taken })
    return { lead: moved, kind: told.kind }
  })
})

export const packageApi: readonly Handler[] = [pack, opener, take]
