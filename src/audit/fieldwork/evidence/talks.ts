import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import { type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { nextNumber } from '../rules.ts'
import { knownProject, membersOf, savedAs, stamped, standing, standingOne, workOn } from '../shelf.ts'
import { ruleFor } from '../team/store-rules.ts'
import { listTalks, saveTalk, signTalk } from './contract.ts'
import { whyNotEditTalk, whyNotSign, whyNotTalk } from './rules.ts'
import * as store from './store.ts'

/** The auditors of a talk by their accounts, each of whom must be on the team. */
async function auditorsNamed(tx: Writer, project: string, accounts: readonly string[]) {
  const members = await membersOf(tx, project)
  return accounts.map((account) => {
    const member = members.find((each) => each.account === account)
    if (!member) stopIf(refuse('talkAuditorUnknown', { given: account }))
    return { account, name: member?.name ?? account }
  })
}

const unsigned = { sign: 'pending' as const, signedOn: null, signedBy: null, refusal: null }

const save = serve(saveTalk, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, actor, today } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.talkShelf, input)
    if (before) stopIf(whyNotEditTalk(before))
    const auditors = await auditorsNamed(tx, input.project, input.auditors)
    const rule = await ruleFor(tx, 'talkAuditors', { place: actor.jurisdiction, on: input.heldOn })
    stopIf(whyNotTalk({ ...input, auditors }, rule, today))
    const number = before?.number ?? nextNumber('TH', await store.talkNumbers(tx, input.project))
    const row = { ...(before ?? unsigned), ...input, auditors, number, ...stamped(input, before) }
    await store.talkShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const sign = serve(signTalk, (desk) =>
  desk.change(`talk:${desk.input.id}`, async (tx) => {
    const { input, today } = desk
    const before = await standingOne(tx, store.talkShelf, input)
    await workOn(tx, desk, before.project)
    stopIf(whyNotEditTalk(before))
    stopIf(whyNotSign({ ...before, evidenceOn: before.heldOn }, input, today))
    const { sign: how, signedOn, signedBy, refusal } = input
    const row = { ...before, sign: how, signedOn, signedBy, refusal: how === 'refused' ? refusal : null, version: before.version + 1 }
    await store.talkShelf.keep(tx, row)
    return savedAs(row)
  }),
)

export const talksApi: readonly Handler[] = [
  serve(listTalks, async ({ input, actor, read, today, seen }) => {
    await knownProject(read, actor, input.project)
    seen(`project:${input.project}`)
    const rule = await ruleFor(read, 'talkAuditors', { place: actor.jurisdiction, on: today })
    return { ...(await store.talksOf(read, input)), rule }
  }),
  save,
  sign,
]
