import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPlan } from '../checker/check.ts'
import { relaxedCost } from '../diagnosis/relaxation.ts'
import { faultsOf } from '../instance/faults.ts'
import { Instance, type Plan } from '../instance/model.ts'
import { solvePlan } from '../solving.ts'
import { shock } from '../worlds/shock.ts'
import { type WorldPlan, worldOf } from '../worlds/world.ts'
import { compile } from './compile.ts'
import { differences } from './questions.ts'

const place = (plan: WorldPlan): Instance => Instance.parse(worldOf(plan))
const anyPlace = fc.record({
  subjects: fc.integer({ min: 1, max: 30 }),
  teams: fc.integer({ min: 1, max: 5 }),
  seed: fc.integer({ min: 1, max: 1e6 }),
  load: fc.constantFrom(0.4, 0.8, 1.5),
  ceilings: fc.constantFrom(0.8, 1.2, 3),
  joined: fc.constantFrom(0, 0.3, 0.9),
})
const runs = { numRuns: 12 }

test('whatever the place and however little the work, no hard rule is broken and the bound stays under the cost', () =>
  fc.assert(
    fc.asyncProperty(anyPlace, fc.constantFrom(0, 1, 400), async (plan, moves) => {
      const instance = place(plan)
      expect(faultsOf(instance)).toEqual([])
      const solved = await solvePlan(instance, { moves, seed: plan.seed })
      expect(checkPlan(instance, solved).violations).toEqual([])
      expect(solved.bound).toBeLessThanOrEqual(solved.cost)
      expect(solved.missed.pins).toEqual([])
    }),
    runs,
  ))

test('on tiny places the true optimum lies between the bound and the cost', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 1e6 }), async (subjects, seed) => {
      const instance = place({ subjects, teams: 2, seed, load: 1.2, joined: 0 })
      const plan = await solvePlan(instance, { moves: 2000, seed })
      const optimum = await relaxedCost(compile(instance), { whole: true })
      expect(optimum).not.toBeNull()
      expect(plan.bound).toBeLessThanOrEqual((optimum ?? 0) + 1e-5)
      expect(plan.cost).toBeGreaterThanOrEqual((optimum ?? 0) - 1e-5)
    }),
    { numRuns: 8 },
  ))

test('the bound of a county of 300 lies within a thousandth of the linear relaxation', async () => {
  const instance = place({ subjects: 300, teams: 8, seed: 1, joined: 0 })
  const { bound } = await solvePlan(instance, { moves: 0 })
  const linear = (await relaxedCost(compile(instance))) ?? 0
  expect(bound / linear).toBeGreaterThan(0.999)
  expect(bound / linear).toBeLessThan(1.01)
})

const bytes = (plan: Plan) => JSON.stringify({ ...plan, seconds: 0 })
test('the same instance, seed and moves give the same plan to the byte; another seed may not', async () => {
  const instance = place({ subjects: 40, teams: 4, seed: 9 })
  const one = await solvePlan(instance, { moves: 1000, seed: 4 })
  expect(bytes(await solvePlan(instance, { moves: 1000, seed: 4 }))).toBe(bytes(one))
})

test('all prices doubled, bound and cost double and the plan stays', async () => {
  const instance = place({ subjects: 50, teams: 4, seed: 3 })
  const weights = { ...instance.weights }
  for (const [name, points] of Object.entries(weights)) Object.assign(weights, { [name]: points * 2 })
  const [one, two] = [await solvePlan(instance, { moves: 500 }), await solvePlan({ ...instance, weights }, { moves: 500 })]
  expect(two.items).toEqual(one.items)
  expect(two.cost).toBeCloseTo(one.cost * 2, 4)
  expect(two.bound).toBeCloseTo(one.bound * 2, 4)
})

test('more days never prove a dearer plan, one more ban never a cheaper one', async () => {
  const instance = place({ subjects: 60, teams: 4, seed: 5, load: 1 })
  const richer = {
    ...instance,
    teams: instance.teams.map((team) => ({ ...team, capacityDays: team.capacityDays.map((row) => row.map((days) => days + 50)) })),
  }
  const banned = {
    ...instance,
    subjects: instance.subjects.map((subject) => ({ ...subject, pin: null, banYears: [...subject.banYears, 2029] })),
  }
  const free = { ...instance, subjects: instance.subjects.map((subject) => ({ ...subject, pin: null })) }
  const [asIs, more] = [await solvePlan(instance, { moves: 3000 }), await solvePlan(richer, { moves: 3000 })]
  expect(more.bound).toBeLessThanOrEqual(asIs.cost)
  const [open, closed] = [await solvePlan(free, { moves: 3000 }), await solvePlan(banned, { moves: 3000 })]
  expect(closed.cost).toBeGreaterThanOrEqual(open.bound)
})

test('the order of subjects and teams hardly matters', async () => {
  const instance = place({ subjects: 80, teams: 4, seed: 6 })
  const turned = { ...instance, subjects: instance.subjects.toReversed(), teams: instance.teams.toReversed() }
  const [one, other] = [await solvePlan(instance, { moves: 100_000 }), await solvePlan(turned, { moves: 100_000 })]
  expect(Math.abs(one.bound / other.bound - 1)).toBeLessThan(0.01)
  expect(Math.abs(one.cost / other.cost - 1)).toBeLessThan(0.05)
})

test('a mandatory item added where days are plenty is planned', async () => {
  const instance = place({ subjects: 30, teams: 4, seed: 2, load: 0.3, ceilings: 3 })
  const free = instance.subjects.findIndex(({ banYears, patrol }) => banYears.length === 0 && patrol === null)
  const subjects = instance.subjects.map((subject, at) =>
    at === free ? { ...subject, mandatory: [{ years: [2028], reason: 'entrusted' }] } : subject,
  )
  const plan = await solvePlan({ ...instance, subjects }, { moves: 2000 })
  expect(plan.items.some(({ subject, year }) => subject === subjects[free]?.id && year === 2028)).toBe(true)
})

test('replanning again and again keeps pins and frozen audits, and the unaffected mostly stay where they were', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
      const instance = place({ subjects: 120, teams: 6, seed, joined: 0.1 })
      const first = await solvePlan(instance, { moves: 30_000, seed })
      const hit = shock(instance, first.items, seed)
      expect(faultsOf(hit.instance)).toEqual([])
      const second = await solvePlan(hit.instance, { moves: 4000, seed })
      expect(checkPlan(hit.instance, second).violations).toEqual([])
      const changed = differences(first.items, second.items).filter(({ subject }) => !hit.affected.has(subject))
      expect(changed.length / (instance.subjects.length - hit.affected.size)).toBeLessThan(0.4)
    }),
    { numRuns: 3 },
  ))

test('an approved plan with nothing new comes back unchanged', async () => {
  const instance = place({ subjects: 80, teams: 5, seed: 8 })
  const first = await solvePlan(instance, { moves: 20_000 })
  const again = await solvePlan({ ...instance, approved: first.items }, { moves: 2000 })
  expect(differences(first.items, again.items).length).toBeLessThanOrEqual(2)
})

test('an empty library, and a library without teams, have plans without audits', async () => {
  const instance = place({ subjects: 20, teams: 2, seed: 1 })
  expect(await solvePlan({ ...instance, subjects: [] }, { moves: 10 })).toMatchObject({ items: [], cost: 0, bound: 0, gap: 0 })
  const subjects = instance.subjects.map((subject) => ({ ...subject, pin: null, recusedTeams: [] }))
  const none = await solvePlan({ ...instance, subjects, teams: [] }, { moves: 10 })
  expect(none).toMatchObject({ items: [], gap: 0 })
})

test('a solve told to stop answers the best plan so far', async () => {
  const instance = place({ subjects: 60, teams: 4, seed: 4 })
  const stop = new AbortController()
  stop.abort()
  const plan = await solvePlan(instance, { moves: 1_000_000, signal: stop.signal })
  expect(plan.moves).toBeLessThan(1_000_000)
  expect(checkPlan(instance, plan).ok).toBe(true)
})

test('everybody has a reason: in with a fact, or out by one of four kinds', async () => {
  const instance = place({ subjects: 80, teams: 4, seed: 7, load: 1.3 })
  const plan = await solvePlan(instance, { moves: 3000 })
  const planned = new Set(plan.items.map(({ subject }) => subject))
  for (const { id } of instance.subjects) {
    const reasons = plan.reasons[id] ?? []
    expect(reasons.length).toBeGreaterThan(0)
    for (const { code, text } of reasons) {
      expect(text).not.toContain('{')
      if (!planned.has(id)) expect(['forbidden', 'notDue', 'crowdedOut', 'sync']).toContain(code)
    }
  }
})
