import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { type AnyJob, job } from '../../platform/jobs.ts'
import { gather } from './gather.ts'
import { plainFaultsOf } from './instance/faults.ts'
import type { Plan } from './instance/model.ts'
import type { PlannedAudit, YearPlan } from './model.ts'
import { asProposed } from './rules/figures.ts'
import type { Built } from './rules/instance.ts'
import { buildInstance } from './rules/instance.ts'
import type { Library } from './rules/library.ts'
import { type Outcome, outcomeOf, whyNotSolvable } from './rules/made.ts'
import { pinTroubles } from './rules/pin-words.ts'
import type { PlanRun } from './rules/records.ts'
import { newlyForbidden } from './rules/released.ts'
import { runningRules } from './rules/rulebook.ts'
import { type SolveProgress, solvePlan } from './solving.ts'
import * as store from './store.ts'
import { addSteps } from './store-course.ts'

const Asked = z.object({ run: z.uuid(), replan: z.boolean(), moves: z.number().int().nullable(), on: Day })
type Asked = z.infer<typeof Asked>

/** Milliseconds between two looks at whether somebody wants it stopped. */
const pause = 400

const telling =
  (desk: Desk, run: PlanRun) =>
  ({ phase, cost, bound, share }: Pick<SolveProgress, 'phase' | 'cost' | 'bound' | 'share'>) => {
    const payload = { id: run.id, plan: run.plan, state: 'running', phase, done: share, cost, bound }
    void desk.publish({ kind: 'planning.progress', audience: run.account, payload }).catch(() => undefined)
  }

/** Watches whether the run is to be stopped; answers how to end the watch. */
function watch(desk: Desk, run: string, stop: AbortController): () => void {
  const timer = setInterval(() => {
    void store.runOf(desk.read, run).then((now) => now?.state === 'cancelling' && stop.abort())
  }, pause)
  return () => clearInterval(timer)
}

const kept = (item: Omit<PlannedAudit, 'id' | 'version'>) => {
  const { official, tenure, unit, year, window, team, kind, effortDays, score, stage } = item
  return { official, tenure, unit, year, window, team, kind, effortDays, score, stage }
}

/** What can no longer stand before the approval goes back by name of whoever asked for the re-plan, with the reason. */
async function giveBack(tx: Writer, run: PlanRun, released: Outcome['released'], takenOn: Day): Promise<void> {
  for (const { item, to } of released) await store.changeItem(tx, item, to)
  const taken = { plan: run.plan, account: run.account, name: run.name, takenOn, resolution: null }
  const stepOf = (stage: string) => (stage === 'deferred' ? ('defer' as const) : ('sendBack' as const))
  await addSteps(
    tx,
    released.map(({ item, to }) => ({ ...taken, item: item.id, step: stepOf(to.stage), text: to.reason ?? '' })),
  )
}

type Solved = { run: PlanRun; plan: YearPlan; library: Library; built: Built; answer: Plan; stopped: boolean }
/** Saves the answer as the next version and puts its candidates on the board, in one transaction. */
async function putOnBoard(desk: Desk, { run, plan, library, built, answer, stopped }: Solved): Promise<void> {
  await desk.change(`plan:${plan.id}`, async (tx) => {
    const locked = await store.lockPlan(tx, '*', plan.id)
    if (!locked) return
    const { gone, made, changes, released } = outcomeOf({ ...library, items: await store.itemsOf(tx, plan.id) }, built, answer, run.name)
    await store.removeItems(tx, gone)
    const fresh = [...made, ...changes].map((item) => ({ ...item, id: newId(), version: 1 }))
    await store.addItems(tx, fresh)
    await giveBack(tx, run, released, desk.today)
    const [last] = await store.versionsOf(tx, plan.id)
    const standing = (await store.itemsOf(tx, plan.id)).filter(({ change, stage }) => change === 'add' && stage !== 'removed')
    const version = await store.addVersion(tx, {
      plan: plan.id,
      no: (last?.no ?? 0) + 1,
      method: run.method,
      note: null,
      madeBy: run.account,
      madeName: run.name,
      madeAt: desk.now,
      parent: last?.id ?? null,
      instanceHash: answer.instanceHash,
      instance: built.instance,
      rules: runningRules(library.rules, { on: library.today, jurisdiction: plan.jurisdiction }),
      items: asProposed(standing, changes).map(kept),
      missed: answer.missed,
      cost: answer.cost,
      bound: answer.bound,
      gap: answer.gap,
      seed: answer.seed,
      moves: answer.moves,
      seconds: answer.seconds,
    })
    const back = released.filter(({ to }) => to.stage === 'candidate').length
    const pins = newlyForbidden(library).overtaken.size
    const facts = { no: version.no, count: made.length + back, changes: changes.length, released: released.length, pins }
    const state = stopped ? ('cancelled' as const) : ('done' as const)
    const numbers = { cost: answer.cost, bound: answer.bound, done: 1, planVersion: version.id, endedAt: desk.now }
    await store.changeRun(tx, run.id, { ...numbers, state, facts })
  })
}

const fail = (desk: Desk, run: PlanRun, why: { code: string; facts?: PlanRun['facts'] | undefined }) =>
  desk.change(`planRun:${run.id}`, (tx) =>
    store.changeRun(tx, run.id, { state: 'failed', why: why.code, facts: why.facts ?? {}, endedAt: desk.now, done: 1 }),
  )

async function solveFor(desk: Desk, run: PlanRun, asked: Asked): Promise<void> {
  const plan = await store.findPlan(desk.read, '*', run.plan)
  if (!plan) return
  const library = await gather(desk.read, plan, { today: asked.on, replan: asked.replan })
  const built = buildInstance(library)
  const [fault] = plainFaultsOf(built.instance)
  const [trouble] = pinTroubles({ library, built }, 'zh')
  const pins = trouble && { code: 'pinsContradict', facts: { says: trouble.text } }
  const no = whyNotSolvable(built.instance) ?? fault ?? pins
  if (no) return void (await fail(desk, run, no))
  const stop = new AbortController()
  const leave = watch(desk, run.id, stop)
  const budget = asked.moves === null ? { seconds: run.seconds } : { moves: asked.moves }
  try {
    const tell = telling(desk, run)
    const answer = await solvePlan(built.instance, { ...budget, seed: run.seed, signal: stop.signal, onProgress: tell })
    await putOnBoard(desk, { run, plan, library, built, answer, stopped: stop.signal.aborted })
  } finally {
    leave()
  }
}

/** One press on the button, worked out in a thread of its own; whoever pressed it sees bound, cost and gap as they move. */
async function work(desk: Desk, asked: Asked): Promise<void> {
  const waiting = await store.runOf(desk.read, asked.run)
  if (!waiting || !['waiting', 'running', 'cancelling'].includes(waiting.state)) return
  const run = await desk.change(`planRun:${waiting.id}`, (tx) => store.changeRun(tx, waiting.id, { state: 'running' }))
  try {
    await solveFor(desk, run, asked)
  } catch (error) {
    await fail(desk, run, { code: 'solverFailed', facts: { why: error instanceof Error ? error.message.slice(0, 200) : String(error) } })
  }
  const ended = await store.runOf(desk.read, run.id)
  if (!ended) return
  const { id, plan, state, phase, done, cost, bound } = ended
  await desk.publish({ kind: 'planning.progress', audience: run.account, payload: { id, plan, state, phase, done, cost, bound } })
}

export const planningJobs: readonly AnyJob[] = [job({ kind: 'planning.solve', payload: Asked, run: work })]
