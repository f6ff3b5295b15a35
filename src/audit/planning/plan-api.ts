import { yearOf } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import type { Desk } from '../../platform/desk.ts'
import { enqueue } from '../../platform/jobs.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { boardOf, type Open, openPlan } from './board.ts'
import * as contract from './contract.ts'
import { standingItems } from './rules/figures.ts'
import { amountOf, runningRules } from './rules/rulebook.ts'
import { hashOf } from './solving-work.ts'
import * as store from './store.ts'
import { allPlanningRules, teamsOf } from './store-force.ts'
import { bring, compare, conflicts } from './what-if.ts'
import { whyOf } from './why.ts'
import { words } from './words.ts'

type Asking = Pick<Desk, 'read' | 'actor' | 'today'>
/** The plan a reader may see, with all it is made from. */
export async function planFor(desk: Asking, id: string): Promise<Open> {
  return openPlan(desk, found(await store.findPlan(desk.read, desk.actor.jurisdiction, id)))
}

/** The place a plan is made for: the one asked for, else the hand's own, else that of the first team. */
async function placeOf({ read, actor }: Asking, asked: string | undefined): Promise<string> {
  if (asked) return asked
  if (/^\d{6}/.test(actor.jurisdiction)) return actor.jurisdiction
  const [team] = await teamsOf(read, actor.jurisdiction)
  if (!team) throw new Refused(refuse('planPlaceUnknown'))
  return team.jurisdiction
}

const create = serve(contract.createPlan, (desk) =>
  desk.change(`plan:${desk.input.year}`, async (tx) => {
    const { input, actor, today } = desk
    const jurisdiction = await placeOf({ read: tx, actor, today }, input.jurisdiction)
    stopIf((await store.findPlanOfYear(tx, { jurisdiction, year: input.year })) ? refuse('planThere', { year: input.year }) : null)
    const rules = await allPlanningRules(tx)
    const years = input.years ?? amountOf(rules, { kind: 'horizon' }, { on: today, jurisdiction }, 5)
    const days = { meetingOn: null, submitBy: null, approvedOn: null }
    const title = say(words.title.plan, 'zh', { year: input.year })
    return store.addPlan(tx, {
      year: input.year,
      years,
      title,
      state: 'drafting',
      ...days,
      madeBy: actor.account,
      madeOn: today,
      jurisdiction,
    })
  }),
)

const days = serve(contract.setDays, ({ input, actor, change }) =>
  change(`plan:${input.id}`, async (tx) => {
    const plan = found(await store.lockPlan(tx, actor.jurisdiction, input.id))
    stopIfChanged({ given: input.version, kept: plan.version })
    return store.changePlan(tx, plan, { meetingOn: input.meetingOn, submitBy: input.submitBy })
  }),
)

const recommend = serve(contract.recommend, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { input, actor, today, now } = desk
    const plan = found(await store.lockPlan(tx, actor.jurisdiction, input.plan))
    stopIf(plan.year < yearOf(today) ? refuse('planYearPast', { year: plan.year }) : null)
    const last = await store.lastRun(tx, plan.id)
    const busy = last && ['waiting', 'running', 'cancelling'].includes(last.state)
    stopIf(busy ? refuse('runUnderWay', { name: last.name }) : null)
    const numbers = { seconds: input.seconds, seed: input.seed, phase: '', done: 0, cost: null, bound: null }
    const by = { account: actor.account, name: actor.name, askedAt: now, endedAt: null }
    const method = input.replan ? ('replan' as const) : ('recommend' as const)
    const run = await store.addRun(tx, {
      plan: plan.id,
      method,
      state: 'waiting',
      ...by,
      ...numbers,
      planVersion: null,
      why: null,
      facts: {},
    })
    await enqueue(tx, 'planning.solve', { run: run.id, replan: input.replan, moves: input.moves ?? null, on: today })
    return run
  }),
)

const cancel = serve(contract.cancelRun, ({ input, actor, now, change }) =>
  change(`planRun:${input.id}`, async (tx) => {
    const run = found(await store.runOf(tx, input.id))
    found(await store.findPlan(tx, actor.jurisdiction, run.plan))
    if (run.state === 'waiting') return store.changeRun(tx, run.id, { state: 'cancelled', endedAt: now })
    stopIf(run.state === 'running' || run.state === 'cancelling' ? null : refuse('runOver'))
    return store.changeRun(tx, run.id, { state: 'cancelling' })
  }),
)

const save = serve(contract.saveVersion, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { input, actor, today, now } = desk
    const plan = found(await store.lockPlan(tx, actor.jurisdiction, input.plan))
    const { library, built } = await openPlan({ read: tx, today }, plan)
    const [last] = await store.versionsOf(tx, plan.id)
    const items = standingItems(library.items).map(({ official, tenure, unit, year, window, team, kind, effortDays, score, stage }) => ({
      ...{ official, tenure, unit, year, window, team, kind, effortDays, score, stage },
    }))
    const unsolved = { cost: null, bound: null, gap: null, seed: null, moves: null, seconds: null }
    return store.addVersion(tx, {
      plan: plan.id,
      no: (last?.no ?? 0) + 1,
      method: 'saved',
      note: input.note,
      madeBy: actor.account,
      madeName: actor.name,
      madeAt: now,
      parent: last?.id ?? null,
      instanceHash: hashOf(built.instance),
      instance: built.instance,
      rules: runningRules(library.rules, { on: today, jurisdiction: plan.jurisdiction }),
      items,
      missed: { mandatory: [], deadline: [], pins: [] },
      ...unsolved,
    })
  }),
)

const asks: readonly Handler[] = [
  serve(contract.listPlans, ({ input, actor, read }) => store.listPlans(read, actor.jurisdiction, input)),
  serve(contract.getPlan, async (desk) => {
    const open = await planFor(desk, desk.input.id)
    desk.seen(`plan:${open.plan.id}`)
    return boardOf(desk, open, desk.input)
  }),
  serve(contract.getRun, async ({ input, actor, read }) => {
    const run = found(await store.runOf(read, input.id))
    if (!(await store.findPlan(read, actor.jurisdiction, run.plan))) throw new Missing()
    return run
  }),
  serve(contract.getWhy, async (desk) => {
    const view = await whyOf(desk, await planFor(desk, desk.input.plan), desk.input.tenure)
    desk.seen(`official:${view.subject.official}`)
    return view
  }),
  serve(contract.bringIn, async (desk) => {
    desk.seen(`plan:${desk.input.plan}`)
    return bring(desk, await planFor(desk, desk.input.plan), desk.input)
  }),
  serve(contract.getConflicts, async (desk) => {
    desk.seen(`plan:${desk.input.plan}`)
    return conflicts(desk, await planFor(desk, desk.input.plan))
  }),
  serve(contract.comparePlans, async (desk) => {
    const [from, to] = [
      found(await store.findVersion(desk.read, desk.input.from)),
      found(await store.findVersion(desk.read, desk.input.to)),
    ]
    const open = await planFor(desk, to.plan)
    if (from.plan !== to.plan) throw new Missing()
    desk.seen(`plan:${to.plan}`)
    return compare(open, from, to)
  }),
]

export const planApi: readonly Handler[] = [...asks, create, days, recommend, cancel, save]
