import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, yearOf } from '../../../kernel/day.ts'
import { subjectStatus } from '../../../registers/auditees/rules/status.ts'
import { aPastAudit, aTenure } from '../../../registers/auditees/samples.ts'
import { aUnit } from '../../../registers/places/samples.ts'
import { plainFaultsOf } from '../instance/faults.ts'
import { pinsOf, Subject } from '../instance/model.ts'
import { pinFaults } from '../instance/pins.ts'
import type { PlannedAudit, PlanningRule } from '../model.ts'
import { buildInstance } from './instance.ts'
import type { Library, LibraryPost, Tie } from './library.ts'
import { outcomeOf } from './made.ts'
import { horizonOf } from './over-years.ts'
import { overtakenPins, pinTroubles } from './pin-words.ts'
import { whyNotYet } from './room.ts'

const today = day('2026-11-20')
const uuid = (kind: number, at: number) => `0196000${kind}-0000-7000-8000-${String(at).padStart(12, '0')}`
const rule = (over: Partial<PlanningRule>): PlanningRule => ({
  ...{
    id: uuid(9, 1),
    kind: 'gapYears',
    key: null,
    region: null,
    class: null,
    amount: 2,
    measure: 'years',
    title: '示例',
    citation: '示例',
  },
  ...{ verified: false, startsOn: day('2019-01-01'), endsOn: null, version: 1 },
  ...over,
})
const rules = [
  rule({}),
  rule({ id: uuid(9, 2), kind: 'departureFirst', amount: 1, measure: 'yes' }),
  rule({ id: uuid(9, 3), kind: 'recusalYears', amount: 3 }),
  rule({ id: uuid(9, 4), kind: 'effortSample', amount: 3, measure: 'count' }),
  rule({ id: uuid(9, 5), kind: 'effort', amount: 60, measure: 'days' }),
]

const someDay = (from: string, most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays(day(from), days))
const anyPost = fc.record({
  class: fc.constantFrom('A' as const, 'B' as const, 'C' as const, 'D' as const),
  category: fc.constantFrom('department' as const, 'institution' as const, 'stateFirm' as const, 'government' as const, 'party' as const),
  startsOn: someDay('2018-01-01', 3200),
  endsOn: fc.option(someDay('2026-06-01', 1200)),
  audited: fc.option(someDay('2016-01-01', 3800)),
  entrusted: fc.option(fc.integer({ min: 2026, max: 2031 })),
  pins: fc.uniqueArray(fc.integer({ min: 2027, max: 2031 }), { maxLength: 3 }),
  ban: fc.option(fc.integer({ min: 2027, max: 2031 })),
  visit: fc.option(someDay('2027-01-01', 1700)),
  tied: fc.boolean(),
  spent: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 2 }),
})
type Drawn = typeof anyPost extends fc.Arbitrary<infer T> ? T : never

function postOf(drawn: Drawn, at: number): LibraryPost {
  const unit = aUnit({ id: uuid(1, at), number: `U${at}`, category: drawn.category, level: 'county', jurisdiction: '990100' })
  const about = { id: uuid(3, at), official: uuid(2, at), unit: unit.id, class: drawn.class }
  const tenure = aTenure({ ...about, startsOn: drawn.startsOn, endsOn: drawn.endsOn })
  const audits = drawn.audited ? [aPastAudit({ official: tenure.official, tenure: tenure.id, unit: unit.id, on: drawn.audited })] : []
  const entrustment = {
    id: uuid(4, at),
    number: '示例',
    official: tenure.official,
    tenure: tenure.id,
    kind: 'inOffice' as const,
    by: '组织部',
  }
  const days = { entrustedOn: today, note: null, withdrawnOn: null, jurisdiction: '990100', version: 1 }
  return {
    official: { id: tenure.official, name: '某', number: `G${at}` },
    tenure,
    unit,
    status: subjectStatus({ tenure, unit, audits, others: [tenure], rules: [], today }),
    audits,
    findings: { count: 0, record: null },
    unrectified: { count: 0, record: null },
    entrusted: drawn.entrusted === null ? [] : [{ ...entrustment, ...days, latestYear: drawn.entrusted }],
    funds: null,
    patrolled: null,
    leads: null,
  }
}

const team = { id: uuid(5, 1), code: 'T1', name: '第一审计组', district: '990100', jurisdiction: '990100', endedOn: null, version: 1 }
const days = Array.from({ length: 5 }, () => [100, 100, 100, 100])

function libraryOf(drawn: readonly Drawn[]): Library {
  const set = { plan: uuid(6, 1), reason: '示例', account: 'secretary', name: '秘书', setOn: today, version: 1 }
  const pins = drawn.flatMap(({ pins: years, ban }, at) => [
    ...years
      .filter((year) => year !== ban)
      .map((year) => ({
        ...set,
        id: uuid(7, at * 10 + (year % 10)),
        tenure: uuid(3, at),
        kind: 'pin' as const,
        year,
        window: 3,
        team: team.id,
      })),
    ...(ban === null
      ? []
      : [{ ...set, id: uuid(7, at * 10), tenure: uuid(3, at), kind: 'ban' as const, year: ban, window: null, team: null }]),
  ])
  const tie = (at: number): Tie => ({
    unit: null,
    official: uuid(2, at),
    kind: 'kinship',
    endedOn: null,
    until: null,
    name: '某',
    record: 'x',
  })
  const visit = {
    round: '第五轮',
    joint: false,
    agreedBy: null,
    note: null,
    issues: null,
    feedbackOn: null,
    jurisdiction: '990100',
    version: 1,
  }
  return {
    plan: { id: uuid(6, 1), year: 2027, years: 5, jurisdiction: '990100' },
    today,
    posts: drawn.map(postOf),
    teams: [{ team, skills: ['general'], capacityDays: days, ties: drawn.flatMap(({ tied }, at) => (tied ? [tie(at)] : [])) }],
    patrols: drawn.flatMap(({ visit: on }, at) => (on ? [{ ...visit, id: uuid(8, at), unit: uuid(1, at), startsOn: on, endsOn: on }] : [])),
    pins,
    items: [],
    rules,
    auditeeRules: [],
    spent: drawn.flatMap(({ class: cls, spent }, at) =>
      spent.map((each) => ({ class: cls, project: uuid(8, 500 + at), title: '某项目', days: each })),
    ),
    places: new Map(),
    replan: false,
  }
}

test('whatever stands in the registers, the instance made from them is sound, and every number of it names its record', () =>
  fc.assert(
    fc.property(fc.array(anyPost, { maxLength: 12 }), (drawn) => {
      const library = libraryOf(drawn)
      const { instance, trace, scores, left } = buildInstance(library)
      expect(plainFaultsOf(instance)).toEqual([])
      expect(instance.subjects.length + left.length).toBe(library.posts.length)
      const years = [2027, 2028, 2029, 2030, 2031]
      for (const subject of instance.subjects) {
        const told = new Set((trace.get(subject.id) ?? []).map(({ field }) => field))
        const silent = Subject.keyof().options.filter((field) => field !== 'id' && field !== 'furtherPins' && !told.has(field))
        expect(silent).toEqual([])
        expect(subject.banYears.every((year) => years.includes(year))).toBe(true)
        expect(subject.mandatory.every((duty) => duty.years.length > 0 && duty.years.every((year) => years.includes(year)))).toBe(true)
        const pinned = pinsOf(subject).map(({ year }) => year)
        expect(pinned).toEqual([...new Set(pinned)].toSorted())
        expect(scores.get(subject.id)?.total).toBe(subject.risk)
      }
    }),
    { numRuns: 60 },
  ))

test('all pins of a post that nothing forbids reach the solver; a ban, a patrol without agreement and a recusal keep their year or team out', () =>
  fc.assert(
    fc.property(anyPost, (drawn) => {
      const library = libraryOf([drawn])
      const { instance } = buildInstance(library)
      const [subject] = instance.subjects
      if (!subject) return
      const kept = drawn.pins.filter((year) => !drawn.tied && !subject.banYears.includes(year))
      expect(pinsOf(subject).map(({ year }) => year)).toEqual(kept.toSorted())
      expect(overtakenPins({ library, built: buildInstance(library) }, 'zh')).toHaveLength(
        library.pins.filter(({ kind }) => kind === 'pin').length - kept.length,
      )
      if (drawn.ban !== null) expect(subject.banYears).toContain(drawn.ban)
      if (drawn.visit && yearOf(drawn.visit) <= 2031) expect(subject.banYears).toContain(yearOf(drawn.visit))
      expect(subject.recusedTeams).toEqual(drawn.tied ? [team.id] : [])
    }),
    { numRuns: 60 },
  ))

test.each([
  ['two closed projects are too few: the rule’s days', [80, 120], 60],
  ['three closed projects of the class: their middle one', [80, 120, 95], 95],
])('%s', (_, spent, effort) => {
  const base = { class: 'B', category: 'department', startsOn: day('2020-01-01'), endsOn: null, audited: null, entrusted: null } as const
  const drawn: Drawn = { ...base, pins: [], ban: null, visit: null, tied: false, spent }
  expect(buildInstance(libraryOf([drawn])).instance.subjects[0]?.effortDays).toBe(effort)
})

const plain: Drawn = {
  ...{ class: 'B', category: 'department', startsOn: day('2020-01-01'), endsOn: null, audited: null, entrusted: null },
  ...{ pins: [], ban: null, visit: null, tied: false, spent: [] },
}

test('two pins of one post that are too near are told in a sentence that names who set each', () => {
  const library = libraryOf([{ ...plain, pins: [2027, 2028] }])
  const pins = library.pins.map((pin) => (pin.year === 2028 ? { ...pin, name: '局长乙' } : pin))
  const known = { library: { ...library, pins }, built: buildInstance({ ...library, pins }) }
  const [trouble, ...more] = pinTroubles(known, 'zh')
  expect(more).toEqual([])
  expect(trouble?.names).toEqual(['秘书', '局长乙'])
  for (const name of ['秘书', '局长乙']) expect(trouble?.text).toContain(name)
})

const planned = (at: number, over: Partial<PlannedAudit> = {}): PlannedAudit => ({
  ...{ id: uuid(4, 900 + at), plan: uuid(6, 1), official: uuid(2, at), tenure: uuid(3, at), unit: uuid(1, at), year: 2027, window: 3 },
  ...{ team: team.id, kind: 'inOffice', together: null, effortDays: 60, score: at, stage: 'consulting', change: 'add', of: null },
  ...{ patrol: null, movedBy: '秘书', reason: null, resolution: null, jurisdiction: '990100', version: 1 },
  ...over,
})
/** Two teams, the first of which has so many days in each quarter. */
function called(days: number, items: readonly PlannedAudit[]): Library {
  const library = libraryOf(items.map(() => plain))
  const [force] = library.teams
  if (!force) throw new Error('no team')
  const rows = (each: number) => Array.from({ length: 5 }, () => [each, each, each, each])
  const other = { ...team, id: uuid(5, 2), code: 'T2', name: '第二审计组' }
  const teams = [
    { ...force, capacityDays: rows(days) },
    { ...force, team: other, capacityDays: rows(100) },
  ]
  return { ...library, teams, items, replan: true }
}

test.each([
  ['a team that has its days keeps both', 120, [1, 1]],
  ['of a team that has lost half of them the heavier duty keeps its place', 60, [0, 1]],
  ['a team that is gone keeps nobody', 0, [0, 0]],
])('consulted about, then the team is called away: %s', (_, days, held) => {
  const { instance } = buildInstance(called(days, [planned(0), planned(1)]))
  expect(instance.subjects.map((subject) => pinsOf(subject).length)).toEqual(held)
  expect(pinFaults(instance)).toEqual([])
})

test('a re-plan makes a candidate of what lost its team, in its new slot and with the reason, or defers it; it is not made twice', () => {
  const items = [planned(0), planned(1)]
  const library = called(0, items)
  const slot = { subject: uuid(3, 0), year: 2027, window: 4, team: uuid(5, 2) }
  const { made, gone, released } = outcomeOf(library, buildInstance(library), { items: [slot] }, '秘书')
  expect([made, gone]).toEqual([[], []])
  expect(released.map(({ item, to }) => [item.id, to.stage, to.window, to.team])).toEqual([
    [items[0]?.id, 'candidate', 4, uuid(5, 2)],
    [items[1]?.id, 'deferred', undefined, undefined],
  ])
  expect(released[0]?.to.reason).toBe('原定2027 年 3 季度第一审计组：人天已不足，重排时退回候选，须重新征求意见')
})

const recused: Tie = { ...{ unit: null, official: uuid(2, 0), kind: 'kinship', endedOn: null, until: null }, name: '某', record: 'x' }
const announced = {
  ...{ id: uuid(8, 0), round: '第六轮', unit: uuid(1, 0), startsOn: day('2027-08-01'), endsOn: day('2027-09-30'), joint: false },
  ...{ agreedBy: null, note: null, issues: null, feedbackOn: null, jurisdiction: '990100', version: 1 },
}
const lowered: PlanningRule = {
  ...{ id: uuid(9, 77), kind: 'districtCeiling', key: null, region: null, class: null, amount: 1, measure: 'count', title: '上限' },
  ...{ citation: '某文', verified: false, startsOn: day('2026-01-01'), endsOn: null, version: 1 },
}
const withTie = (library: Library): Library => ({
  ...library,
  teams: library.teams.map((force) => (force.team.id === team.id ? { ...force, ties: [recused] } : force)),
})
test.each([
  ['a recusal that arose', withTie, '该组有人应当回避'],
  ['a patrol that was announced', (library: Library): Library => ({ ...library, patrols: [announced] }), '第六轮 进驻，未约定同步'],
  [
    'a ceiling that the law lowered',
    (library: Library): Library => ({ ...library, rules: [lowered, ...library.rules.filter(({ kind }) => kind !== 'districtCeiling')] }),
    '该区划当年审计不得超过 1 项',
  ],
])(
  '%s frees just the item it touches, with the reason; issued, a change is proposed with it; a pin is told to whoever set it',
  (_, meet, why) => {
    const library = meet(called(200, [planned(0), planned(1)]))
    const built = buildInstance(library)
    expect(pinFaults(built.instance)).toEqual([])
    expect(built.instance.subjects.map((subject) => pinsOf(subject).length)).toEqual([0, 1])
    const { released } = outcomeOf(library, built, { items: [] }, '秘书')
    expect(released.map(({ item, to }) => [item.tenure, to.stage])).toEqual([[uuid(3, 0), 'deferred']])
    expect(released[0]?.to.reason).toContain(why)
    const issued = meet(called(200, [planned(0, { stage: 'issued' }), planned(1, { stage: 'issued' })]))
    const stays = { subject: uuid(3, 1), year: 2027, window: 3, team: team.id }
    const { changes } = outcomeOf(issued, buildInstance(issued), { items: [stays] }, '秘书')
    expect(changes).toMatchObject([{ of: planned(0).id, change: 'drop' }])
    expect(changes[0]?.reason).toContain(why)
  },
)

test('a project that has been opened is not moved by a re-plan', () => {
  const item = planned(0, { stage: 'issued' })
  const library: Library = { ...called(200, [item]), begun: new Set([item.id]) }
  const built = buildInstance(library)
  expect(built.instance.subjects.map((subject) => pinsOf(subject).length)).toEqual([1])
  expect(outcomeOf(library, built, { items: [] }, '秘书').changes).toEqual([])
})

test('what waits for days that a change gives is approved together with that change, or refused with its name', () => {
  const leaving = planned(0, { stage: 'issued' })
  const change = planned(0, { id: uuid(4, 990), stage: 'committee', change: 'move', of: leaving.id, window: 4 })
  const waiting = planned(1, { stage: 'committee' })
  const library = called(100, [leaving, change, waiting])
  expect(whyNotYet(library, [waiting])).toMatchObject({ code: 'daysAwaitChange', facts: { team: '第一审计组' } })
  expect(whyNotYet(library, [waiting, change])).toBeNull()
  expect(whyNotYet(library, [change])).toBeNull()
})

test('over the years: who is planned when, who was long not audited, whose term ends, and the days there are against the days needed', () => {
  const library = libraryOf([plain, { ...plain, class: 'A', startsOn: day('2023-03-01') }])
  const built = buildInstance(library)
  const items = [{ subject: uuid(3, 0), year: 2028, window: 1, team: team.id }]
  const view = horizonOf({ library, built, items, missed: { mandatory: 0, deadline: 0 }, places: new Map([['990100', '澜江市']]) })
  expect(view.byYear.map(({ planned: count }) => count)).toEqual([0, 1, 0, 0, 0])
  expect(view.byClass).toMatchObject([
    { class: 'A', subjects: 1, covered: 0 },
    { class: 'B', subjects: 1, covered: 100, counts: [0, 1, 0, 0, 0] },
  ])
  expect(view.byDistrict).toMatchObject([{ name: '澜江市', subjects: 2, covered: 50 }])
  expect(view.unauditedFor).toEqual({ three: 2, five: 1 })
  expect(view.unaudited.map(({ years, planned: year }) => [years, year])).toEqual([
    [6, 2028],
    [3, null],
  ])
  expect(view.terms.find(({ year }) => year === 2028)?.count).toBe(1)
  expect(view.capacity.map(({ have, planned: days }) => [have, days])).toEqual(
    [400, 400, 400, 400, 400].map((have, at) => [have, at === 1 ? 60 : 0]),
  )
})
