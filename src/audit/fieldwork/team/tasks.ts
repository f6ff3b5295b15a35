import { refuse } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { checkShelf } from '../lists/store.ts'
import { knownProject, membersOf, savedAs, stamped, standing, standingOne, workOn } from '../shelf.ts'
import { dropTask, logDay, moveTask, saveTask, showTasks } from './contract.ts'
import { daysUsed, whyNotAssign, whyNotLog } from './rules.ts'
import * as store from './store.ts'

const tasks = serve(showTasks, async ({ input, actor, read }) => {
  await knownProject(read, actor, input.project)
  const members = await membersOf(read, input.project)
  const worked = await store.workDaysOf(read, input.project)
  return (await store.tasksOf(read, input.project)).map((task) => {
    const logs = worked.filter((each) => each.task === task.id)
    return { ...task, logs, used: daysUsed(logs), name: members.find((member) => member.account === task.account)?.name ?? null }
  })
})

const save = serve(saveTask, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.taskShelf, input)
    stopIf(whyNotAssign(input, await membersOf(tx, input.project)))
    const check = input.auditCheck ? await checkShelf.find(tx, input.auditCheck) : null
    stopIf(check && check.project !== input.project ? refuse('lineOfAnother') : null)
    const place = before?.place ?? (await store.tasksOf(tx, input.project)).length + 1
    const row = { ...input, state: before?.state ?? ('planned' as const), place, ...stamped(input, before) }
    await store.taskShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const move = serve(moveTask, (desk) =>
  desk.change(`fieldTask:${desk.input.id}`, async (tx) => {
    const before = await standingOne(tx, store.taskShelf, desk.input)
    await workOn(tx, desk, before.project)
    const row = { ...before, state: desk.input.state, version: before.version + 1 }
    await store.taskShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const drop = serve(dropTask, (desk) =>
  desk.change(`fieldTask:${desk.input.id}`, async (tx) => {
    const before = await standingOne(tx, store.taskShelf, desk.input)
    await workOn(tx, desk, before.project)
    const logged = (await store.workDaysOf(tx, before.project)).some((each) => each.task === before.id)
    stopIf(logged ? refuse('taskLogged') : null)
    await store.dropTask(tx, before.id)
    return {}
  }),
)

const log = serve(logDay, (desk) =>
  desk.change(`fieldTask:${desk.input.task}`, async (tx) => {
    const { input, actor, today } = desk
    const task = found(await store.taskShelf.find(tx, input.task))
    await workOn(tx, desk, task.project)
    stopIf(whyNotLog(input, await store.loggedOn(tx, { account: actor.account, workedOn: input.workedOn }), today))
    const row = { ...input, id: newId(), project: task.project, account: actor.account }
    await store.addWorkDay(tx, row)
    return { id: row.id }
  }),
)

export const tasksApi: readonly Handler[] = [tasks, save, move, drop, log]
