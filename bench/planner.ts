import { loadavg } from 'node:os'
import { cpuUsage, memoryUsage } from 'node:process'
import { checkPlan } from '../src/audit/planning/checker/check.ts'
import { diagnose } from '../src/audit/planning/diagnosis/diagnose.ts'
import { waysOf } from '../src/audit/planning/diagnosis/duties.ts'
import { relaxedCost } from '../src/audit/planning/diagnosis/relaxation.ts'
import type { Instance, Plan, PlanItem } from '../src/audit/planning/instance/model.ts'
import { compile } from '../src/audit/planning/solver/compile.ts'
import { differences, whatWouldBring } from '../src/audit/planning/solver/questions.ts'
import { solveNow } from '../src/audit/planning/solving-work.ts'
import { clerkPlan } from '../src/audit/planning/worlds/clerk.ts'
import { shock } from '../src/audit/planning/worlds/shock.ts'
import { type WorldPlan, worldOf } from '../src/audit/planning/worlds/world.ts'
import { goalsOf, goalsOfRequests } from './planner-goals.ts'
import { peakMemory } from './planner-memory.ts'
import { measureRequests } from './planner-request.ts'

/** Milliseconds of this process's own work: on a busy machine the planner gets the same work done as on an idle one. */
const work = () => cpuUsage().user / 1000
const ratio = (one: number, other: number) => (other === 0 ? null : Math.round((one / other) * 1000) / 1000)
const percent = (share: number) => Math.round(share * 10_000) / 100
const tenth = (ms: number) => Math.round(ms / 100) / 10

type Limit = { readonly seconds: number } | { readonly moves: number }

/** Solves for so many seconds of own work, or so many moves (then any machine finds the same plan). */
function solved(instance: Instance, limit: Limit) {
  const [start, wall] = [work(), performance.now()]
  const told: { ms: number; wallMs: number }[] = []
  const tell = () => void told.push({ ms: Math.round(work() - start), wallMs: Math.round(performance.now() - wall) })
  const asked = { instance, seed: 1, seconds: 'seconds' in limit ? limit.seconds : null, moves: 'moves' in limit ? limit.moves : null }
  const plan = solveNow({ ...asked, tongue: 'zh' }, { isStopped: () => false, tell, clock: work })
  return { plan, first: told[0] ?? null, seconds: tenth(work() - start), wallSeconds: tenth(performance.now() - wall) }
}

const groupYears = (instance: Instance, items: readonly PlanItem[]) => checkPlan(instance, { items }).parts.split / instance.weights.split

/** Subjects with a mandatory entry missed although some allowed set of years would have kept it. */
function avoidablyMissed(instance: Instance, missed: readonly string[]): number {
  const model = compile(instance)
  const ids = new Set(missed)
  return instance.subjects.filter(({ id }, place) => ids.has(id) && waysOf(instance, model, place).droppedAnyway === 0).length
}

function against(instance: Instance, plan: Plan) {
  const byHand = clerkPlan(instance)
  const [ours, clerk] = [checkPlan(instance, plan), checkPlan(instance, { items: byHand })]
  return {
    violations: ours.violations.length,
    clerkViolations: clerk.violations.length,
    missedDeadlines: [ours.missed.deadline.length, clerk.missed.deadline.length],
    missedMandatory: [ours.missed.mandatory.length, clerk.missed.mandatory.length],
    avoidableMandatory: [avoidablyMissed(instance, ours.missed.mandatory), avoidablyMissed(instance, clerk.missed.mandatory)],
    deadlinesOverClerk: ratio(ours.missed.deadline.length, clerk.missed.deadline.length),
    groupYearsOverClerk: ratio(groupYears(instance, plan.items), groupYears(instance, byHand)),
    exposureOverClerk: ratio(ours.parts.exposure, clerk.parts.exposure),
    costOverClerk: ratio(ours.cost, clerk.cost),
  }
}

/** June comes: who of those it does not concern is changed. */
function replanned(instance: Instance, plan: Plan, limit: Limit) {
  const hit = shock(instance, plan.items, 1)
  const { plan: after, seconds } = solved(hit.instance, limit)
  const checked = checkPlan(hit.instance, after)
  const unaffected = instance.subjects.filter(({ id }) => !hit.affected.has(id)).length
  const changed = differences(plan.items, after.items).filter(({ subject }) => !hit.affected.has(subject))
  const years = (slots: readonly { year: number }[]) => slots.map(({ year }) => year).join()
  const yearChanged = changed.filter(({ before, after: now }) => years(before) !== years(now))
  return {
    seconds,
    violations: checked.violations.length,
    unaffectedChangedPercent: percent(changed.length / unaffected),
    yearChangedPercent: percent(yearChanged.length / unaffected),
  }
}

/** The first who is not planned this year and might be, brought in: the whole answer, from the written plan on. */
function brought(instance: Instance, plan: Plan) {
  const planned = new Set(plan.items.map(({ subject, year }) => `${subject}|${year}`))
  const subject = instance.subjects.find(({ id, banYears }) => !planned.has(`${id}|${instance.firstYear}`) && banYears.length === 0)
  const start = work()
  if (!subject) return null
  const found = whatWouldBring({ instance, items: plan.items, subject: subject.id, year: instance.firstYear, tongue: 'en' })
  return { seconds: Math.round((work() - start) / 10) / 100, moved: found?.possible ? found.moved.length : null }
}

/** How a row is measured: within which limit, how June is met, whether HiGHS solves the linear relaxation as well, and for how many seconds in a process of its own. */
type How = { readonly limit: Limit; readonly replan: Limit; readonly linear?: boolean; readonly alone?: number }
export type Row = Awaited<ReturnType<typeof row>>

async function row(name: string, world: WorldPlan, how: How) {
  const instance = worldOf(world)
  const [load = 0] = loadavg()
  const { plan, first, seconds, wallSeconds } = solved(instance, how.limit)
  const rssMb = Math.round(memoryUsage.rss() / 1e6)
  const peakMb = how.alone ? peakMemory(instance, how.alone) : null
  const linear = how.linear ? await relaxedCost(compile(instance)) : null
  return {
    row: name,
    ...world,
    limit: how.limit,
    loadOfMachine: Math.round(load * 10) / 10,
    seconds,
    wallSeconds,
    firstPlan: first,
    moves: plan.moves,
    cost: Math.round(plan.cost),
    bound: Math.round(plan.bound),
    gapPercent: percent(plan.gap),
    boundOverLinear: linear === null ? null : Math.round((plan.bound / linear) * 1e5) / 1e5,
    rssMb,
    peakMb,
    ...against(instance, plan),
    replan: replanned(instance, plan, how.replan),
    whatWouldBring: brought(instance, plan),
  }
}

/** How long it takes to say what must give in an overloaded place, in how many lines, with which ways out. */
async function overloaded(world: WorldPlan) {
  const start = work()
  const { conflicts, repairs } = await diagnose(worldOf(world), 'en')
  const ways = repairs.map(({ code, lines, enough }) => ({ code, lines: lines.length, enough }))
  return { ...world, seconds: tenth(work() - start), lines: conflicts.length, ways }
}

/**
 * The planner's table in one run: tight and loose places, against the careful clerk (ratios) and the linear relaxation; June; what must
 * give when it is too much; what a whole request takes; and which goals are met. Memory is that of a process that does nothing else. `isLarge` adds 50,000 subjects (some ten minutes).
 */
export async function measurePlanner({ isLarge }: { isLarge: boolean }) {
  const short = { seconds: 5 }
  const rows = [
    await row('10,000', { subjects: 10_000, teams: 40, seed: 1 }, { limit: { seconds: 60 }, replan: { seconds: 15 }, alone: 60 }),
    await row('300', { subjects: 300, teams: 8, seed: 1, joined: 0 }, { limit: { seconds: 10 }, replan: short, linear: true }),
    await row('300 with shared units', { subjects: 300, teams: 8, seed: 2 }, { limit: { seconds: 10 }, replan: short }),
    await row('300 by moves', { subjects: 300, teams: 8, seed: 1, joined: 0 }, { limit: { moves: 300_000 }, replan: { moves: 60_000 } }),
    await row('2,000', { subjects: 2000, teams: 16, seed: 1 }, { limit: { seconds: 15 }, replan: short }),
    await row('2,000 loose', { subjects: 2000, teams: 16, seed: 2, load: 0.6, ceilings: 1.6 }, { limit: { seconds: 15 }, replan: short }),
    await row('2,000 by moves', { subjects: 2000, teams: 16, seed: 1 }, { limit: { moves: 400_000 }, replan: { moves: 60_000 } }),
    ...(isLarge
      ? [await row('50,000', { subjects: 50_000, teams: 60, seed: 1 }, { limit: { seconds: 300 }, replan: { seconds: 60 } })]
      : []),
  ]
  const diagnosis = await overloaded({ subjects: 2000, teams: 16, seed: 1, load: 1.3, ceilings: 0.9 })
  const requests = await measureRequests(2000)
  return { rows, diagnosis, requests, goals: [...goalsOf(rows, diagnosis), ...goalsOfRequests(requests)] }
}
