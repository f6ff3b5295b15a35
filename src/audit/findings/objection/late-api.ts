import { refuse } from '../../../kernel/refusal.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { findProject } from '../../projects/store.ts'
import { partiesOf } from '../../projects/store-case.ts'
import { deadlinesOf } from '../../projects/store-deadlines.ts'
import { isFindingOf } from '../../projects/store-drafts.ts'
import * as contract from './contract.ts'
import { whyNotLate } from './rules.ts'
import * as store from './store.ts'

const give = serve(contract.giveLate, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, actor, today, files } = desk
    const project = found(await findProject(tx, input.project))
    const party = actor.role === 'official' ? ('official' as const) : ('unit' as const)
    const replier = (party === 'official' ? actor.officialId : actor.unitId) ?? ''
    const isParty = (await partiesOf(tx, project)).some((each) => each.party === party && each.id === replier)
    const clock = (await deadlinesOf(tx, project.id)).findLast(
      (each) => each.rule === 'reply.draft' && each.party === `${party}:${replier}`,
    )
    const dueOn = clock?.dueOn ?? null
    stopIf(whyNotLate({ isParty, dueOn, today, reportedOn: project.reportedOn }))
    if (input.finding) stopIf((await isFindingOf(tx, input.finding, project.id)) ? null : refuse('findingNotHere'))
    const evidence = files.map(({ name, sha256 }) => ({ name, sha256 }))
    const said = { project: project.id, finding: input.finding ?? null, text: input.text, evidence }
    return store.addLate(tx, { ...said, party, replier, account: actor.account, dueOn: dueOn ?? today, givenOn: today })
  }),
)

const answer = serve(contract.answerLate, (desk) =>
  desk.change(`lateReply:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const late = found(await store.lockLate(tx, input.id))
    stopIfChanged({ given: input.version, kept: late.version })
    stopIf(late.answer === null ? null : refuse('lateAnswered'))
    return store.answerLate(tx, late, { answer: input.answer, answeredBy: actor.name, answeredOn: today })
  }),
)

const evidence = serve(contract.lateEvidence, async ({ input, read, store: files, seen }) => {
  const late = found(await store.findLate(read, input.id))
  const { name, sha256 } = found(late.evidence[input.at])
  seen(`project:${late.project}`, `${late.party}:${late.replier}`)
  return { name, type: 'application/octet-stream', bytes: new Uint8Array(await files.read(sha256)) }
})

export const lateApi: readonly Handler[] = [give, answer, evidence]
