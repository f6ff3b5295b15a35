import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { lockCase, mayStep, type Target, takeStep } from './deeds.ts'
import { whyNotHere } from './rules/case.ts'
import { type EndStep, whyNotEnding } from './rules/side-procedures.ts'
import type { ProjectTermination } from './rules/side-records.ts'
import * as contract from './side.contract.ts'
import { noteStep, situationOf } from './store-case.ts'
import { voidDeadlines } from './store-deadlines.ts'
import { addEnding, lockEnding, moveEnding } from './store-side.ts'

type Hand = Pick<Desk<Target>, 'input' | 'actor' | 'today'>
const noted = (desk: Hand, project: { id: string; state: Parameters<typeof noteStep>[1]['from'] }) => {
  const { account, name, role } = desk.actor
  return { project: project.id, account, name, role, takenOn: desk.today, from: project.state, to: project.state, facts: {} }
}

const propose = serve(contract.proposeEnd, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const project = await lockCase(tx, desk)
    const { input, actor, today } = desk
    const at = await situationOf(tx, project, { hand: { ...actor, role: 'secretary' }, today })
    stopIf(whyNotHere('terminate', at))
    stopIf(at.ending === null ? null : refuse('terminationOpen'))
    const { ground, reason } = input
    await noteStep(tx, { ...noted(desk, project), step: 'proposeEnd', text: reason })
    return addEnding(tx, {
      ...{ id: newId(), project: project.id, ground, state: 'proposed', reason, proposedBy: actor.account, proposedOn: input.on ?? today },
      ...{ consulted: [], decidedBy: null, decidedOn: null, decisionRef: null, version: 1 },
    })
  }),
)

/** Locks a termination with its project, at the version read, and stops unless this hand may take the step. */
async function lockEnd(tx: Writer, desk: Hand, step: EndStep) {
  const ending = found(await lockEnding(tx, desk.input.id))
  const project = await lockCase(tx, { ...desk, input: { id: ending.project } })
  stopIfChanged({ given: desk.input.version, kept: ending.version })
  stopIf(whyNotEnding(step, { ending, hand: desk.actor }))
  return { ending, project }
}

const consult = serve(contract.consultEnd, (desk) =>
  desk.change(`projectTermination:${desk.input.id}`, async (tx) => {
    const { ending, project } = await lockEnd(tx, desk, 'consultEnd')
    const consulted = [...ending.consulted, ...desk.input.consulted]
    const text = desk.input.consulted.map(({ body, answer }) => `${body}: ${answer}`).join('\n')
    await noteStep(tx, { ...noted(desk, project), step: 'consultEnd', text })
    return moveEnding(tx, ending, { state: 'consulted', consulted })
  }),
)

type Deciding = Hand & { input: { decisionRef: string; on?: ProjectTermination['proposedOn'] | undefined } }
const decidedBy = ({ input, actor, today }: Deciding) => ({
  decidedBy: actor.account,
  decidedOn: input.on ?? today,
  decisionRef: input.decisionRef,
})

const approve = serve(contract.approveEnd, (desk) =>
  desk.change(`projectTermination:${desk.input.id}`, async (tx) => {
    const { ending, project } = await lockEnd(tx, desk, 'approveEnd')
    const on = desk.input.on ?? desk.today
    await moveEnding(tx, ending, { state: 'approved', ...decidedBy(desk) })
    await mayStep(tx, desk, { project, step: 'terminate', on })
    await voidDeadlines(tx, project.id, on)
    const facts = { decisionRef: desk.input.decisionRef, ground: ending.ground }
    return takeStep(tx, desk, project, { step: 'terminate', on, text: ending.reason, facts, set: { endedOn: on } })
  }),
)

const refused = serve(contract.refuseEnd, (desk) =>
  desk.change(`projectTermination:${desk.input.id}`, async (tx) => {
    const { ending, project } = await lockEnd(tx, desk, 'refuseEnd')
    await noteStep(tx, { ...noted(desk, project), step: 'refuseEnd', text: desk.input.decisionRef })
    return moveEnding(tx, ending, { state: 'refused', ...decidedBy(desk) })
  }),
)

export const endingApi: readonly Handler[] = [propose, consult, approve, refused]
