import { beforeAll, expect, test } from 'vitest'
import { Instance, type Plan, type PlanItem } from '../instance/model.ts'
import { solvePlan } from '../solving.ts'
import { worldOf } from '../worlds/world.ts'
import { checkPlan } from './check.ts'

let instance: Instance
let plan: Plan
beforeAll(async () => {
  instance = Instance.parse(worldOf({ subjects: 80, teams: 5, seed: 11, joined: 0.3 }))
  plan = await solvePlan(instance, { moves: 3000 })
})
const codes = (items: readonly PlanItem[], changed: Instance = instance) => checkPlan(changed, { items }).violations.map(({ code }) => code)
const first = () => plan.items[0] ?? { subject: '', year: 0, window: 0, team: '' }
const subjectOf = (item: PlanItem) => instance.subjects.find(({ id }) => id === item.subject)
/** The instance with one subject otherwise than it was when the plan was made. */
const changed = (item: PlanItem, to: Partial<Instance['subjects'][number]>): Instance => ({
  ...instance,
  subjects: instance.subjects.map((subject) => (subject.id === item.subject ? { ...subject, ...to } : subject)),
})

test('a plan of the solver is sound, and its cost is reckoned the same', () => {
  const checked = checkPlan(instance, plan)
  expect(checked.violations).toEqual([])
  expect(checked.cost).toBeCloseTo(plan.cost, 6)
  expect(checked.missed).toEqual(plan.missed)
})

test('every broken rule is found by its name', () => {
  const item = first()
  expect(codes([...plan.items, { ...item, subject: 'nobody' }])).toContain('unknownSubject')
  expect(codes([...plan.items, { ...item, team: 'none' }])).toContain('unknownTeam')
  expect(codes([{ ...item, year: 2050 }])).toContain('outsideHorizon')
  expect(codes([...plan.items, item])).toContain('twiceAYear')
  expect(codes(plan.items, changed(item, { skill: 'diving' }))).toContain('skillMissing')
  expect(codes(plan.items, changed(item, { recusedTeams: [item.team] }))).toContain('teamRecused')
  expect(codes(plan.items, changed(item, { banYears: [item.year] }))).toContain('yearBanned')
  expect(codes(plan.items, changed(item, { patrol: { year: item.year, window: (item.window % 4) + 1, joint: true } }))).toContain(
    'patrolWindow',
  )
  expect(codes(plan.items, changed(item, { patrol: { year: item.year, window: item.window, joint: false } }))).toContain('yearBanned')
  expect(codes(plan.items, changed(item, { effortDays: 1e6 }))).toContain('overCapacity')
  const district = subjectOf(item)?.district ?? ''
  expect(codes(plan.items, { ...instance, districtCeilings: { ...instance.districtCeilings, [district]: [0, 0, 0, 0, 0] } })).toContain(
    'overCeiling',
  )
  expect(codes([item, { ...item, year: item.year === 2031 ? 2030 : item.year + 1 }])).toContain('tooSoonAgain')
  expect(codes(plan.items, changed(item, { pin: { year: item.year, window: (item.window % 4) + 1, team: item.team } }))).toContain(
    'pinNotKept',
  )
})

test('officials of one unit in different slots of a year are found', () => {
  const [one, other] = plan.items.filter((item, at) => plan.items.findIndex(({ year }) => year === item.year) !== at)
  const slots = plan.items.filter(({ year }) => year === one?.year)
  const apart = slots.find((item) => item.team !== one?.team || item.window !== one.window) ?? other
  if (!one || !apart) throw new Error('the plan is too small for this test')
  const unit = subjectOf(one)?.unit ?? ''
  expect(codes(plan.items, changed(apart, { unit }))).toContain('unitApart')
})

test('what is frozen may be neither changed nor added to', () => {
  const frozenUntil = { year: 2027, window: 4 }
  const frozen = { ...instance, approved: plan.items, frozenUntil }
  const early = plan.items.find(({ year }) => year === 2027)
  if (!early) throw new Error('nothing planned in the first year')
  expect(codes(plan.items, frozen)).toEqual([])
  expect(
    codes(
      plan.items.filter((item) => item !== early),
      frozen,
    ),
  ).toContain('frozenChanged')
  expect(codes(plan.items, { ...frozen, approved: plan.items.filter((item) => item !== early) })).toContain('frozenAdded')
})

test('untrue claims are found', () => {
  const codesOf = (claim: Partial<Plan>) => checkPlan(instance, { ...plan, ...claim }).violations.map(({ code }) => code)
  expect(codesOf({ cost: plan.cost + 1 })).toEqual(['costWrong'])
  expect(codesOf({ bound: plan.cost + 5, gap: 0 })).toContain('boundAboveCost')
  expect(codesOf({ gap: plan.gap + 0.1 })).toEqual(['gapWrong'])
  expect(codesOf({ missed: { ...plan.missed, deadline: [...plan.missed.deadline, 'x'] } })).toEqual(['missedWrong'])
})

/** One subject, one team, five years: small enough to reckon by hand. */
const alone = (to: Partial<Instance['subjects'][number]> = {}): Instance =>
  Instance.parse({
    firstYear: 2027,
    years: 5,
    windows: 1,
    gapYears: 2,
    subjects: [{ id: 's', unit: 'u', district: 'd', class: 'A', frequencyYears: 3, effortDays: 10, risk: 10, lastAuditYear: 2025, ...to }],
    teams: [{ id: 't', district: 'e', skills: [], capacityDays: [[10], [10], [10], [10], [10]] }],
    weights: {
      exposure: 0.1,
      deadline: 300,
      overdueYear: 100,
      mandatory: 2000,
      split: 6,
      travel: 1,
      joint: 2,
      late: 2,
      changeYear: 8,
      changeSlot: 2,
    },
  })
const at = (...years: number[]): PlanItem[] => years.map((year) => ({ subject: 's', year, window: 1, team: 't' }))

test.each([
  ['never audited again: ages 2 to 6, overdue from 2028 on', alone(), at(), 20 + 300 + 300],
  ['audited in 2028: ages 2, 0, 1, 2, 3, overdue again in 2031', alone(), at(2028), 8 + 300 + 1],
  ['never audited before counts as due at once', alone({ lastAuditYear: null }), at(), 25 + 300 + 400],
  ['exposure stops growing at eight years', alone({ lastAuditYear: 2000 }), at(), 40 + 300 + 400],
  ['a mandatory entry outside the horizon is no duty', alone({ mandatory: [{ years: [2040], reason: 'x' }] }), at(2028), 309],
  ['a mandatory entry missed', alone({ mandatory: [{ years: [2027], reason: 'x' }] }), at(2028), 2309],
  ['late after leaving', alone({ leavesYear: 2027 }), at(2028), 311],
  ['together with the patrol', alone({ patrol: { year: 2028, window: 1, joint: true } }), at(2028), 307],
  ['against an approved plan with other years', { ...alone(), approved: at(2029) }, at(2028), 317],
  ['against an approved plan without this subject', { ...alone(), approved: [] }, at(2028), 317],
])('%s', (_, given, items, cost) => {
  expect(checkPlan(given, { items }).cost).toBeCloseTo(cost, 9)
})
