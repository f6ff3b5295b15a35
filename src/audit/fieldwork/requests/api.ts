import { addDays } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import type { Actor, Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import { nextNumber } from '../rules.ts'
import { knownProject, savedAs } from '../shelf.ts'
import { ruleFor } from '../team/store-rules.ts'
import {
  adoptAnswer,
  alikeRequests,
  answerRequest,
  askMaterial,
  decideRequest,
  getAnswerFile,
  getRequest,
  listRequests,
  withdrawRequest,
} from './contract.ts'
import { loansApi } from './loans.ts'
import type { MaterialRequest } from './model.ts'
import { packageApi } from './package-api.ts'
import type { RequestStep } from './procedure.ts'
import { likeness, type Material, sameMaterial, spanKind } from './rules/likeness.ts'
import { sideOf, whyNot, whyNotAdopt, whyNotAsk } from './rules/steps.ts'
import * as store from './store.ts'

/** A purpose is for the side that asked and the unit that is asked. */
const seenBy =
  (actor: Pick<Actor, 'role'>) =>
  <R extends MaterialRequest>(request: R): R =>
    sideOf(actor.role) === null || sideOf(actor.role) === request.side ? request : { ...request, purpose: null }

/** Requests to a unit that mean the same material, most alike first. */
async function alike(read: Reader, asked: Material & { unit: string }, least: number) {
  const earlier = await store.requestsOfUnit(read, asked.unit)
  return earlier
    .filter((each) => each.sameAs === null && sameMaterial(each, asked, least))
    .map((each) => ({ ...each, score: likeness(each.name, asked.name), span: spanKind(each, asked) }))
    .flatMap((each) => (each.span === 'apart' ? [] : [{ ...each, span: each.span }]))
    .sort((one, other) => other.score - one.score)
}
const leastAlike = async (read: Reader, desk: Pick<Desk, 'actor' | 'today'>) =>
  (await ruleFor(read, 'likeness', { place: desk.actor.jurisdiction, on: desk.today })).amount

/** Locks the request and stops unless this hand may take the step on this very version of it. */
export async function lockFor(tx: Writer, desk: Pick<Desk, 'actor'>, asked: { id: string; version: number; step: RequestStep }) {
  const request = found(await store.lockRequest(tx, asked.id))
  const { actor } = desk
  if (!liesIn(request.jurisdiction, actor.jurisdiction)) throw new Missing()
  if (actor.role === 'unitStaff' && actor.unitId !== request.unit) throw new Missing()
  stopIf(whyNot(asked.step, request, actor))
  stopIfChanged({ given: asked.version, kept: request.version })
  return request
}

type Asking = Material & { unit: string; project: string | null; purpose: string | null }
/** A new request of this actor's side, numbered within the unit. */
async function newRequest(
  tx: Writer,
  desk: Pick<Desk, 'actor' | 'today'>,
  asked: Asking & Pick<MaterialRequest, 'originals' | 'dueOn' | 'sameAs' | 'apartReason' | 'state'>,
) {
  const { actor, today } = desk
  const unit = found(await store.lockUnit(tx, asked.unit))
  if (!liesIn(unit.jurisdiction, actor.jurisdiction)) throw new Missing()
  if (asked.project) await knownProject(tx, actor, asked.project)
  const taken = (await store.numbersOfUnit(tx, unit.id)).map(({ number }) => number)
  const by = { askedBy: actor.account, askedName: actor.name, askedOn: today, side: sideOf(actor.role) ?? 'audit' }
  const row: MaterialRequest = {
    ...asked,
    ...by,
    id: newId(),
    number: nextNumber('DY', taken),
    jurisdiction: unit.jurisdiction,
    version: 1,
  }
  stopIf(whyNotAsk(row, today))
  await store.addRequest(tx, row)
  return row
}

const askFor = serve(askMaterial, (desk) =>
  desk.change(`unit:${desk.input.unit}`, async (tx) => {
    const { dueOn, ...input } = desk.input
    const days = await ruleFor(tx, 'answerDays', { place: desk.actor.jurisdiction, on: desk.today })
    const [like] = await alike(tx, input, await leastAlike(tx, desk))
    if (like && !input.apartReason) stopIf(refuse('requestAskedAlready', { name: like.name, number: like.number }))
    const due = dueOn ?? addDays(desk.today, days.amount)
    return savedAs(await newRequest(tx, desk, { ...input, dueOn: due, sameAs: null, state: 'open' }))
  }),
)

/** The answer that was accepted is copied at once; one still to come is copied when it is accepted. */
async function copyAnswer(tx: Writer, from: string, to: Pick<MaterialRequest, 'id'>): Promise<void> {
  const accepted = (await store.answersOf(tx, from)).find((answer) => answer.outcome === 'accepted')
  if (!accepted?.decidedBy || !accepted.decidedOn) return
  const { text, answeredBy, answeredName, answeredOn, files } = accepted
  const settled = { by: accepted.decidedBy, on: accepted.decidedOn }
  await store.addAnswer(tx, { request: to.id, via: 'earlier', text, answeredBy, answeredName, answeredOn, files, settled })
}

const adopt = serve(adoptAnswer, (desk) =>
  desk.change(`materialRequest:${desk.input.earlier}`, async (tx) => {
    const { earlier: id, ...input } = desk.input
    const earlier = found(await store.lockRequest(tx, id))
    if (!liesIn(earlier.jurisdiction, desk.actor.jurisdiction)) throw new Missing()
    stopIf(whyNotAdopt(earlier, input))
    const done = earlier.state === 'accepted'
    const dueOn = earlier.dueOn < desk.today ? desk.today : earlier.dueOn
    const more = { originals: false, dueOn, sameAs: earlier.id, apartReason: null, state: done ? ('accepted' as const) : ('open' as const) }
    const row = await newRequest(tx, desk, { ...input, ...more })
    if (done) await copyAnswer(tx, earlier.id, row)
    return savedAs(row)
  }),
)

const answer = serve(answerRequest, (desk) =>
  desk.change(`materialRequest:${desk.input.id}`, async (tx) => {
    const { input, actor, today, files } = desk
    const request = await lockFor(tx, desk, { ...input, step: 'answer' })
    const by = { answeredBy: actor.account, answeredName: actor.name, answeredOn: today }
    await store.addAnswer(tx, { request: request.id, via: 'portal', text: input.text, ...by, files })
    return store.moveRequest(tx, request, 'answered')
  }),
)

const decide = serve(decideRequest, (desk) =>
  desk.change(`materialRequest:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const { outcome, reason } = input
    const request = await lockFor(tx, desk, { ...input, step: outcome === 'accepted' ? 'accept' : 'return' })
    stopIf(outcome === 'returned' && !reason ? refuse('returnWithoutReason') : null)
    const last = found((await store.answersOf(tx, request.id)).at(-1))
    await store.decideAnswer(tx, last.id, { outcome, reason, decidedBy: actor.account, decidedOn: today })
    if (outcome === 'accepted')
      for (const follower of await store.followersOf(tx, request.id)) {
        await copyAnswer(tx, request.id, follower)
        await store.moveRequest(tx, follower, 'accepted')
      }
    return store.moveRequest(tx, request, outcome)
  }),
)

const withdraw = serve(withdrawRequest, (desk) =>
  desk.change(`materialRequest:${desk.input.id}`, async (tx) => {
    const request = await lockFor(tx, desk, { ...desk.input, step: 'withdraw' })
    return store.moveRequest(tx, request, 'withdrawn')
  }),
)

const one = serve(getRequest, async ({ input, actor, read }) => {
  const request = seenBy(actor)(found(await store.findRequestLine(read, store.scopeOf(actor), input.id)))
  const same = request.sameAs ? await store.findRequestLine(read, { place: actor.jurisdiction, unit: null }, request.sameAs) : null
  return {
    request,
    answers: await store.answersOf(read, request.id),
    loans: await store.loansOf(read, request.id),
    sameAsNumber: same?.number ?? null,
  }
})

const file = serve(getAnswerFile, async ({ input, actor, read, store: files }) => {
  const kept = found(await store.findAnswerFile(read, input.id))
  found(await store.findRequestLine(read, store.scopeOf(actor), kept.request))
  return { name: kept.name, type: 'application/octet-stream', bytes: new Uint8Array(await files.read(kept.sha256)) }
})

export const requestsApi: readonly Handler[] = [
  serve(listRequests, async ({ input, actor, read, today }) => {
    const { rows, ...page } = await store.listRequests(read, store.scopeOf(actor), { filter: input, today })
    return { rows: rows.map(seenBy(actor)), ...page }
  }),
  serve(alikeRequests, async (desk) => alike(desk.read, desk.input, await leastAlike(desk.read, desk))),
  ...[one, askFor, adopt, answer, decide, withdraw, file],
  ...loansApi,
  ...packageApi,
]
