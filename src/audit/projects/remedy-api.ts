import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { lockCase, type Target } from './deeds.ts'
import { whyNotSeek } from './rules/side-input.ts'
import { type RemedyStep, whyNotRemedy } from './rules/side-procedures.ts'
import type { RemedyRoute } from './rules/side-records.ts'
import * as contract from './side.contract.ts'
import { noteStep, servicesOf } from './store-case.ts'
import { deadlinesOf, endDeadlines, startDeadline } from './store-deadlines.ts'
import { addRemedy, lockRemedy, moveRemedy } from './store-side.ts'

/** The clock in which a route must be taken, and that in which it is decided. A suit's are the court's own. */
const clocks: Readonly<Record<RemedyRoute, { seek: string; decide: string } | null>> = {
  ruling: { seek: 'ruling.request', decide: 'ruling.decide' },
  reconsideration: { seek: 'reconsideration.request', decide: 'reconsideration.decide' },
  suit: null,
}

type Hand = Pick<Desk, 'actor' | 'today'>
type Noted = { id: string; state: Parameters<typeof noteStep>[1]['from'] }
const note = (tx: Writer, { actor: { account, name, role }, today }: Hand, project: Noted, said: { step: string; text: string }) =>
  noteStep(tx, { project: project.id, account, name, role, takenOn: today, from: project.state, to: project.state, facts: {}, ...said })

const request = serve(contract.requestRemedy, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const { input, today } = desk
    const project = await lockCase(tx, { ...desk, input: { id: input.id } })
    const served = (await servicesOf(tx, project.id)).some(({ kind }) => kind === 'decision')
    const clock = clocks[input.route]
    const due = (await deadlinesOf(tx, project.id)).find(({ rule }) => rule === clock?.seek)
    const { route, requestedOn, body, reason } = input
    stopIf(whyNotSeek({ route, on: requestedOn, today, served, dueOn: due?.dueOn ?? null }))
    if (clock) await endDeadlines(tx, { project: project.id, rule: clock.seek }, { state: 'met', on: requestedOn })
    await note(tx, desk, project, { step: 'request', text: reason })
    const fresh = { acceptedOn: null, decidedOn: null, outcome: null, result: null, version: 1 }
    return addRemedy(tx, { id: newId(), project: project.id, route, state: 'requested', requestedOn, body, reason, ...fresh })
  }),
)

async function lockFor(tx: Writer, desk: Hand & { input: Target }, step: RemedyStep) {
  const remedy = found(await lockRemedy(tx, desk.input.id))
  const project = await lockCase(tx, { ...desk, input: { id: remedy.project } })
  stopIfChanged({ given: desk.input.version, kept: remedy.version })
  stopIf(whyNotRemedy(step, { remedy, hand: desk.actor }))
  return { remedy, project }
}

const accept = serve(contract.acceptRemedy, (desk) =>
  desk.change(`remedy:${desk.input.id}`, async (tx) => {
    const { remedy, project } = await lockFor(tx, desk, 'acceptRemedy')
    const on = desk.input.on ?? desk.today
    const rule = clocks[remedy.route]?.decide
    const from = { project: project.id, about: `remedy:${remedy.id}`, fromOn: on, region: project.jurisdiction }
    if (rule) await startDeadline(tx, { ...from, rule }, { account: desk.actor.account, today: desk.today })
    await note(tx, desk, project, { step: 'acceptRemedy', text: remedy.body })
    return moveRemedy(tx, remedy, { state: 'accepted', acceptedOn: on })
  }),
)

const decide = serve(contract.decideRemedy, (desk) =>
  desk.change(`remedy:${desk.input.id}`, async (tx) => {
    const { remedy, project } = await lockFor(tx, desk, 'decideRemedy')
    const on = desk.input.on ?? desk.today
    const rule = clocks[remedy.route]?.decide
    if (rule) await endDeadlines(tx, { project: project.id, rule }, { state: 'met', on })
    await note(tx, desk, project, { step: 'decideRemedy', text: desk.input.result })
    return moveRemedy(tx, remedy, { state: 'decided', decidedOn: on, outcome: desk.input.outcome, result: desk.input.result })
  }),
)

const withdraw = serve(contract.withdrawRemedy, (desk) =>
  desk.change(`remedy:${desk.input.id}`, async (tx) => {
    const { remedy, project } = await lockFor(tx, desk, 'withdrawRemedy')
    const on = desk.input.on ?? desk.today
    const rule = clocks[remedy.route]?.decide
    if (rule) await endDeadlines(tx, { project: project.id, rule }, { state: 'void', on })
    await note(tx, desk, project, { step: 'withdrawRemedy', text: desk.input.result })
    return moveRemedy(tx, remedy, { state: 'withdrawn', decidedOn: on, result: desk.input.result })
  }),
)

export const remedyApi: readonly Handler[] = [request, accept, decide, withdraw]
