import { expect, test } from 'vitest'
import { checkPlan } from '../checker/check.ts'
import { faultsOf } from '../instance/faults.ts'
import { Instance } from '../instance/model.ts'
import { solvePlan } from '../solving.ts'
import { worldOf } from '../worlds/world.ts'

test.each([1, 2, 3])('a made-up place (seed %i) gets a plan that the checker finds sound, with a bound under its cost', async (seed) => {
  const instance = Instance.parse(worldOf({ subjects: 60, teams: 5, seed, joined: 0.2 }))
  expect(faultsOf(instance)).toEqual([])
  const plan = await solvePlan(instance, { moves: 2000, seed })
  expect(checkPlan(instance, plan).violations).toEqual([])
  expect(plan.bound).toBeLessThanOrEqual(plan.cost)
})

test('the same instance, seed and moves give the same plan to the byte', async () => {
  const instance = Instance.parse(worldOf({ subjects: 40, teams: 4, seed: 9 }))
  const [one, other] = [await solvePlan(instance, { moves: 1000, seed: 4 }), await solvePlan(instance, { moves: 1000, seed: 4 })]
  expect(JSON.stringify({ ...one, seconds: 0 })).toBe(JSON.stringify({ ...other, seconds: 0 }))
})

test('an empty library has an empty plan', async () => {
  const instance = Instance.parse({ ...worldOf({ subjects: 2, teams: 2, seed: 1 }), subjects: [] })
  expect(await solvePlan(instance, { moves: 10 })).toMatchObject({ items: [], cost: 0, bound: 0, gap: 0 })
})
