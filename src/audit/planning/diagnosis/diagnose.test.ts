import { expect, test } from 'vitest'
import { checkPlan } from '../checker/check.ts'
import { Instance } from '../instance/model.ts'
import { compile } from '../solver/compile.ts'
import { solvePlan, whatWouldBring } from '../solving.ts'
import { worldOf } from '../worlds/world.ts'
import { diagnose } from './diagnose.ts'
import { waysOf } from './duties.ts'
import { whatMustGive } from './elastic.ts'
import { linesOf } from './lines.ts'

const place = (seed: number, load: number): Instance => Instance.parse(worldOf({ subjects: 120, teams: 4, seed, load, ceilings: 0.9 }))

test('where days are plenty nothing must give', async () => {
  const found = await diagnose(Instance.parse(worldOf({ subjects: 40, teams: 5, seed: 3, load: 0.3, ceilings: 4 })), 'zh')
  expect(found).toMatchObject({ repairs: [] })
})

test.each([1, 2, 3, 4])(
  'an overloaded place (seed %i) is diagnosed in at most fifteen lines, with two or three ways out that are enough',
  async (seed) => {
    const found = await diagnose(place(seed, 1.3), 'zh')
    expect(found.feasible).toBe(false)
    expect(found.conflicts.length).toBeGreaterThan(0)
    expect(found.conflicts.length).toBeLessThanOrEqual(15)
    expect(found.repairs.length).toBeGreaterThanOrEqual(2)
    expect(found.repairs.length).toBeLessThanOrEqual(3)
    for (const { enough, lines } of found.repairs) {
      expect(enough).toBe(true)
      expect(lines.length).toBeLessThanOrEqual(15)
      for (const { text } of lines) expect(text).not.toContain('{')
    }
  },
)

test('a handover stands in only for leavers and the lightest class, never for whoever is entrusted', async () => {
  const instance = place(2, 1.3)
  const { repairs } = await diagnose(instance, 'zh')
  const instead = repairs.find(({ code }) => code === 'handover')?.lines.filter(({ code }) => code === 'handover') ?? []
  expect(instead.length).toBeGreaterThan(0)
  expect(instead.map(({ facts }) => facts.class)).not.toContain('A')
})

test('every amount that must give stands in a line of the report, and the sums agree', async () => {
  const instance = place(3, 1.3)
  const model = compile(instance)
  const slacks = await whatMustGive(
    instance,
    instance.subjects.map((_, at) => waysOf(instance, model, at)),
  )
  const told = linesOf(slacks, 'zh')
  const sum = (amounts: readonly number[]) => amounts.reduce((all, each) => all + each, 0)
  const given = (family: 'days' | 'ceiling') => sum(slacks.map((slack) => (slack.family === family ? slack.amount : 0)))
  const said = (codes: readonly string[]) => sum(told.filter(({ code }) => codes.includes(code)).map(({ facts }) => Number(facts.amount)))
  expect(said(['days', 'daysWhere'])).toBe(given('days'))
  expect(said(['ceiling', 'ceilings'])).toBe(given('ceiling'))
})

test('what would bring somebody in is a sound plan with that audit, laid beside the old one', async () => {
  const instance = place(5, 1)
  const plan = await solvePlan(instance, { moves: 5000 })
  const out = instance.subjects.find(
    ({ id, banYears }) => banYears.length === 0 && !plan.items.some((item) => item.subject === id && item.year === 2027),
  )
  const found = await whatWouldBring({ instance, items: plan.items, subject: out?.id ?? '', year: 2027 })
  if (!found?.possible) return expect(found?.because.code).toBe('forbidden')
  expect(found.items.some((item) => item.subject === out?.id && item.year === 2027)).toBe(true)
  expect(checkPlan(instance, { items: found.items }).violations).toEqual([])
  expect(found.moved.some(({ subject }) => subject === out?.id)).toBe(true)
  expect(found.after.cost).toBeCloseTo(checkPlan(instance, { items: found.items }).cost, 6)
})

test('who may not be audited at all is told by which rule', async () => {
  const instance = place(6, 1)
  const subjects = instance.subjects.map((subject, at) =>
    at === 0 ? { ...subject, pin: null, banYears: [2027, 2028, 2029, 2030, 2031] } : subject,
  )
  const banned = { ...instance, subjects }
  const plan = await solvePlan(banned, { moves: 500 })
  const found = await whatWouldBring({ instance: banned, items: plan.items, subject: subjects[0]?.id ?? '' })
  expect(found).toMatchObject({ possible: false, because: { code: 'forbidden', facts: { rule: 'banYears' } } })
})
