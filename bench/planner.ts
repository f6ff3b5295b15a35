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

const seconds = () => cpuUsage().user / 1e6
const ratio = (one: number, other: number) => (other === 0 ? null : Math.round((one / other) * 1000) / 1000)
const percent = (share: number) => Math.round(share * 10_000) / 100

/** Solves with a time given in seconds of this process's own work, so that a busy machine measures the same. */
function solved(instance: Instance, limit: number) {
  const start = performance.now()
  let firstPlan: { ms: number; cpuMs: number } | null = null
  const before = seconds()
  const tell = () => {
    firstPlan ??= { ms: Math.round(performance.now() - start), cpuMs: Math.round((seconds() - before) * 1000) }
  }
  const plan = solveNow({ instance, seed: 1, seconds: limit, moves: null, tongue: 'zh' }, { isStopped: () => false, tell })
  return { plan, firstPlan, cpuSeconds: Math.round((seconds() - before) * 10) / 10 }
}

const groupYears = (instance: Instance, items: readonly PlanItem[]) => checkPlan(instance, { items }).parts.split / instance.weights.split

/** Subjects with a mandatory entry missed although some allowed set of years would have kept it. */
function avoidablyMissed(instance: Instance, missed: readonly string[]): number {
  const model = compile(instance)
  const ids = new Set(missed)
  return instance.subjects.filter(({ id }, place) => ids.has(id) && waysOf(instance, model, place).droppedAnyway === 0).length
}

function against(instance: Instance, plan: Plan) {
  const [ours, clerk] = [checkPlan(instance, plan), checkPlan(instance, { items: clerkPlan(instance) })]
  return {
    violations: ours.violations.length,
    clerkViolations: clerk.violations.length,
    missedDeadlines: [ours.missed.deadline.length, clerk.missed.deadline.length],
    missedMandatory: [ours.missed.mandatory.length, clerk.missed.mandatory.length],
    avoidableMandatory: [avoidablyMissed(instance, ours.missed.mandatory), avoidablyMissed(instance, clerk.missed.mandatory)],
    deadlinesOverClerk: ratio(ours.missed.deadline.length, clerk.missed.deadline.length),
    groupYearsOverClerk: ratio(groupYears(instance, plan.items), groupYears(instance, clerkPlan(instance))),
    exposureOverClerk: ratio(ours.parts.exposure, clerk.parts.exposure),
    costOverClerk: ratio(ours.cost, clerk.cost),
  }
}

function replanned(instance: Instance, plan: Plan, limit: number) {
  const hit = shock(instance, plan.items, 1)
  const { plan: after, cpuSeconds } = solved(hit.instance, limit)
  const checked = checkPlan(hit.instance, after)
  const unaffected = instance.subjects.filter(({ id }) => !hit.affected.has(id)).length
  const changed = differences(plan.items, after.items).filter(({ subject }) => !hit.affected.has(subject))
  const years = (slots: readonly { year: number }[]) => slots.map(({ year }) => year).join()
  const yearChanged = changed.filter(({ before, after: now }) => years(before) !== years(now))
  return {
    cpuSeconds,
    violations: checked.violations.length,
    unaffectedChangedPercent: percent(changed.length / unaffected),
    yearChangedPercent: percent(yearChanged.length / unaffected),
  }
}

function brought(instance: Instance, plan: Plan) {
  const planned = new Set(plan.items.map(({ subject, year }) => `${subject}|${year}`))
  const subject = instance.subjects.find(({ id, banYears }) => !planned.has(`${id}|${instance.firstYear}`) && banYears.length === 0)
  const start = seconds()
  if (!subject) return null
  const found = whatWouldBring({ instance, items: plan.items, subject: subject.id, year: instance.firstYear, tongue: 'en' })
  return { cpuSeconds: Math.round((seconds() - start) * 100) / 100, moved: found?.possible ? found.moved.length : null }
}

async function row(world: WorldPlan, limit: number, how: { linear: boolean }) {
  const instance = worldOf(world)
  const { plan, firstPlan, cpuSeconds } = solved(instance, limit)
  const linear = how.linear ? await relaxedCost(compile(instance)) : null
  return {
    ...world,
    limit,
    cpuSeconds,
    firstPlan,
    moves: plan.moves,
    cost: Math.round(plan.cost),
    bound: Math.round(plan.bound),
    gapPercent: percent(plan.gap),
    ...(linear === null ? {} : { boundOverLinear: Math.round((plan.bound / linear) * 1e5) / 1e5 }),
    ...against(instance, plan),
    replan: replanned(instance, plan, Math.min(limit, 5)),
    whatWouldBring: brought(instance, plan),
    rssMb: Math.round(memoryUsage.rss() / 1e6),
  }
}

/** How long it takes to say what must give in an overloaded place, in how many lines, with which ways out. */
async function overloaded(world: WorldPlan) {
  const start = seconds()
  const { conflicts, repairs } = await diagnose(worldOf(world), 'en')
  const ways = repairs.map(({ code, lines, enough }) => ({ code, lines: lines.length, enough }))
  return { ...world, cpuSeconds: Math.round((seconds() - start) * 10) / 10, lines: conflicts.length, ways }
}

/** The planner's table in one run: tight and loose places, against the careful clerk (ratios) and the linear relaxation; what must give when it is too much. */
export async function measurePlanner() {
  const rows = [
    await row({ subjects: 300, teams: 8, seed: 1, joined: 0 }, 10, { linear: true }),
    await row({ subjects: 300, teams: 8, seed: 2 }, 10, { linear: false }),
    await row({ subjects: 2000, teams: 16, seed: 1 }, 15, { linear: false }),
    await row({ subjects: 2000, teams: 16, seed: 2, load: 0.6, ceilings: 1.6 }, 15, { linear: false }),
    await row({ subjects: 10_000, teams: 40, seed: 1 }, 60, { linear: false }),
  ]
  return { rows, diagnosis: await overloaded({ subjects: 2000, teams: 16, seed: 1, load: 1.3, ceilings: 0.9 }) }
}
