import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf } from '../../platform/serve.ts'
import { type By, lockCase } from './deeds.ts'
import type { Deadline } from './rules/deadline-records.ts'
import { resumeDeadline, suspendDeadline } from './side.contract.ts'
import { endSuspension, findDeadline, recount, startSuspension, suspensionsOf } from './store-deadlines.ts'

async function lockRunning(tx: Writer, desk: By, id: string): Promise<Deadline> {
  const deadline = found(await findDeadline(tx, id))
  await lockCase(tx, { ...desk, input: { id: deadline.project } })
  stopIf(deadline.state === 'running' ? null : refuse('deadlineNotRunning'))
  return deadline
}

const again = async (tx: Writer, { actor, today }: By, id: string): Promise<Deadline> => {
  await recount(tx, { ids: [id] }, { suspended: true, account: actor.account, today })
  return found(await findDeadline(tx, id))
}

const suspend = serve(suspendDeadline, (desk) =>
  desk.change(`deadline:${desk.input.deadline}`, async (tx) => {
    const { deadline: id, fromOn, reason } = desk.input
    const deadline = await lockRunning(tx, desk, id)
    const open = (await suspensionsOf(tx, [id])).some(({ untilOn }) => untilOn === null)
    stopIf(open ? refuse('suspendedAlready') : null)
    stopIf(fromOn < deadline.fromOn ? refuse('dayBeforeStep', { on: fromOn, last: deadline.fromOn }) : null)
    stopIf(fromOn > desk.today ? refuse('dayInFuture', { on: fromOn, today: desk.today }) : null)
    await startSuspension(tx, { id: newId(), deadline: id, fromOn, untilOn: null, reason, account: desk.actor.account })
    return again(tx, desk, id)
  }),
)

const resume = serve(resumeDeadline, (desk) =>
  desk.change(`deadline:${desk.input.deadline}`, async (tx) => {
    const { deadline: id, untilOn } = desk.input
    await lockRunning(tx, desk, id)
    const open = (await suspensionsOf(tx, [id])).find((each) => each.untilOn === null)
    stopIf(open ? null : refuse('notSuspended'))
    if (open) stopIf(untilOn < open.fromOn ? refuse('dayBeforeStep', { on: untilOn, last: open.fromOn }) : null)
    stopIf(untilOn > desk.today ? refuse('dayInFuture', { on: untilOn, today: desk.today }) : null)
    await endSuspension(tx, id, untilOn)
    return again(tx, desk, id)
  }),
)

export const deadlineApi: readonly Handler[] = [suspend, resume]
