import { expect, test } from 'vitest'
import { calendarOf } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { stuck, unreachable } from '../../kernel/procedure.ts'
import type { PlanningRule } from './model.ts'
import { planProcedure } from './procedure.ts'
import { capacityDays, freeDays, keepsAway, quarterOf, windowOf } from './rules/capacity.ts'
import { differenceOf } from './rules/difference.ts'
import { adviceOf, whyNotEntrust, whyNotTie, whyNotVisit } from './rules/force.ts'
import { whyNotUndo } from './rules/hold.ts'
import { calendarText } from './rules/ical.ts'
import { isOurs } from './rules/library.ts'
import { planningRule, ruleSetName, whyNotRule } from './rules/rulebook.ts'
import { scoreOf, withoutLeads, withoutLeaving } from './rules/score.ts'
import { type Judged, whyNotPlanStep, whyNotReply } from './rules/steps.ts'

const rule = (over: Partial<PlanningRule>): PlanningRule => ({
  id: '01960000-0300-7000-8000-0000000000f1',
  kind: 'effort',
  key: null,
  region: null,
  class: null,
  amount: 60,
  measure: 'days',
  title: '示例',
  citation: '示例',
  verified: false,
  startsOn: day('2020-01-01'),
  endsOn: null,
  version: 1,
  ...over,
})
const here = { on: day('2026-11-20'), jurisdiction: '990100' }

test('the nearest region’s rule decides, the class’s own before the one for all, and only while it is in force', () => {
  const rules = [
    rule({ amount: 60 }),
    rule({ id: '01960000-0300-7000-8000-0000000000f2', amount: 90, class: 'A' }),
    rule({ id: '01960000-0300-7000-8000-0000000000f3', amount: 120, class: 'A', region: '990100' }),
    rule({ id: '01960000-0300-7000-8000-0000000000f4', amount: 500, class: 'A', region: '990100', endsOn: day('2025-12-31') }),
  ]
  expect(planningRule(rules, { kind: 'effort', class: 'A' }, here)?.amount).toBe(120)
  expect(planningRule(rules, { kind: 'effort', class: 'B' }, here)?.amount).toBe(60)
  expect(planningRule(rules, { kind: 'effort', class: 'A' }, { ...here, jurisdiction: '110000' })?.amount).toBe(90)
  expect(planningRule(rules, { kind: 'horizon' }, here)).toBeNull()
  expect(ruleSetName(rules)).toBe('2020-01/4')
})

test.each([
  ['a revision must begin later than what it replaces', rule({ startsOn: day('2020-01-01') }), rule({}), 'ruleNotLater'],
  ['a weight names its part', rule({ kind: 'weight', startsOn: day('2021-01-01') }), null, 'rulePartUnnamed'],
  ['no more than a hundred per cent', rule({ measure: 'percent', amount: 101 }), null, 'ruleOverHundred'],
  ['it may not end before it begins', rule({ endsOn: day('2019-01-01') }), null, 'ruleEndsEarly'],
])('%s', (_, draft, old, code) => {
  expect(whyNotRule(draft, old, [])).toMatchObject({ code })
})

const plainCalendar = calendarOf([{ day: day('2027-01-01'), working: false, note: '元旦' }], [2027])
test('statutory jobs, leave and secondment are taken off before the plan gets its days', () => {
  const member = { id: 'a', startsOn: day('2020-01-01'), endsOn: null }
  const quarter = quarterOf(2027, 1)
  const whole = freeDays(member, quarter, { absences: [], calendar: plainCalendar })
  const half = { auditor: 'a', startsOn: quarter.from, endsOn: quarter.to, share: 50 }
  expect(whole).toBe(63)
  expect(freeDays(member, quarter, { absences: [half], calendar: plainCalendar })).toBe(31.5)
  expect(freeDays({ ...member, endsOn: day('2027-01-31') }, quarter, { absences: [], calendar: plainCalendar })).toBe(20)
  expect(capacityDays({ members: [member], absences: [half], calendar: plainCalendar, utilisation: 0.8 }, [2027])[0]?.[0]).toBe(25)
  expect(windowOf(day('2027-06-30'))).toBe(2)
})

test.each([
  ['served there two years ago', { kind: 'served', endedOn: day('2025-01-31') }, true],
  ['served there long ago', { kind: 'served', endedOn: day('2020-01-31') }, false],
  ['a relative there', { kind: 'kinship', endedOn: null }, true],
] as const)('%s: kept away is %s', (_, tie, away) => {
  expect(keepsAway(tie, 2027, 3)).toBe(away)
})

test.each([
  ['a city’s bureau', { jurisdiction: '990100', level: 'county' }, true],
  ['a small unit of the city', { jurisdiction: '990100', level: 'section' }, true],
  ['the city itself', { jurisdiction: '990100', level: 'bureau' }, false],
  ['a county’s government', { jurisdiction: '990121', level: 'county' }, true],
  ['a county’s bureau', { jurisdiction: '990121', level: 'township' }, false],
  ['another city’s bureau', { jurisdiction: '990200', level: 'county' }, false],
] as const)('%s belongs to the city’s plan: %s', (_, unit, ours) => {
  expect(isOurs(unit, '990100')).toBe(ours)
})

const weights = { since: 25, class: 18, funds: 10, findings: 12, unrectified: 10, patrol: 5, leads: 5, term: 9, entrusted: 6 }
const caps = { findings: 10, unrectified: 5, term: 5, funds: 50_000, patrol: 10, leads: 2 }
const partRules = (kind: 'score' | 'scoreCap', amounts: Record<string, number>, tail: string) =>
  Object.entries(amounts).map(([key, amount], at) =>
    rule({ id: `01960000-0300-7000-8000-0000000${tail}${at}`, kind, key, amount, measure: 'points' }),
  )
const scoreRules = [
  ...partRules('score', weights, '001f'),
  ...partRules('scoreCap', caps, '002f'),
  rule({ id: '01960000-0300-7000-8000-00000000030a', kind: 'classShare', class: 'A', amount: 100, measure: 'percent' }),
  rule({ id: '01960000-0300-7000-8000-00000000030d', kind: 'classShare', class: 'D', amount: 10, measure: 'percent' }),
]
const heavy = {
  on: here.on,
  class: 'A',
  frequencyYears: 3,
  countsFrom: day('2020-11-20'),
  audited: true,
  startsOn: day('2020-01-01'),
  leavesOn: day('2027-01-31'),
  findings: 20,
  unrectified: 5,
  funds: 80_000_000_000,
  patrolIssues: 12,
  leads: 2,
  entrusted: 1,
  origins: {},
} as const
const light = {
  ...heavy,
  countsFrom: here.on,
  startsOn: here.on,
  class: 'D',
  leavesOn: null,
  findings: 0,
  unrectified: 0,
  leads: 0,
  entrusted: 0,
} as const

test('the score is the sum of its parts, each with its rule; a planned leaving shows its value only to those cleared', () => {
  const score = scoreOf(heavy, scoreRules, here)
  expect(score.total).toBe(100)
  expect(score.parts.every(({ points, weight, rule: by }) => points === weight && by !== null)).toBe(true)
  expect(withoutLeaving(score).parts.find(({ key }) => key === 'term')?.value).toBe('')
  expect(withoutLeads(score)).toMatchObject({ total: 95 })
  expect(withoutLeads(score).parts.map(({ key }) => key)).not.toContain('leads')
  expect(scoreOf({ ...light, funds: null, patrolIssues: null }, scoreRules, here).total).toBe(2)
})

test.each([
  ['a unit of 2.5 hundred million yuan, half of what counts fully', { funds: 25_000_000_000 }, 'funds', 5, 25_000],
  ['five matters found by the patrol, half of what counts fully', { patrolIssues: 5 }, 'patrol', 3, 5],
  ['no patrol has reported', { patrolIssues: null }, 'patrol', 0, '–'],
] as const)('%s', (_, over, key, points, value) => {
  expect(scoreOf({ ...light, funds: 0, patrolIssues: 0, ...over }, scoreRules, here).parts.find((part) => part.key === key)).toMatchObject({
    points,
    value,
  })
})

test('the procedure is sound: every stage is reached and none is a trap', () => {
  expect(unreachable(planProcedure)).toEqual([])
  expect(stuck(planProcedure)).toEqual([])
})

const judged = (over: Partial<Judged> = {}): Judged => ({
  item: { id: 'i', stage: 'consulting', change: 'add', year: 2027, of: null },
  plan: { year: 2027 },
  hand: { account: 'a', role: 'secretary' },
  today: here.on,
  letters: [],
  openOpinions: 0,
  submittedBy: null,
  target: null,
  hasTwin: false,
  ...over,
})
const asked = { organ: 'finance', dueOn: day('2026-12-04'), repliedOn: null } as const
test.each([
  ['an organ still has time to answer', 'table', judged({ letters: [asked] }), 'repliesMissing'],
  ['its time is up', 'table', judged({ letters: [{ ...asked, dueOn: day('2026-11-01') }] }), null],
  ['an objection is not settled', 'table', judged({ openOpinions: 1 }), 'opinionsOpen'],
  [
    'a clerk does not record the meeting',
    'agree',
    judged({ item: { ...judged().item, stage: 'meeting' }, hand: { account: 'a', role: 'clerk' } }),
    'stepNotYours',
  ],
  [
    'whoever submitted does not approve',
    'approve',
    judged({ item: { ...judged().item, stage: 'committee' }, submittedBy: 'a' }),
    'submitterApproves',
  ],
  ['a later year is not submitted', 'consult', judged({ item: { ...judged().item, stage: 'candidate', year: 2028 } }), 'laterYear'],
  ['striking off has its own step', 'approve', judged({ item: { ...judged().item, stage: 'committee', change: 'drop' } }), 'isADrop'],
  [
    'a change whose target is gone',
    'consult',
    judged({ item: { ...judged().item, stage: 'candidate', of: 'x', change: 'move' } }),
    'targetGone',
  ],
  ['a deferred one whose twin is planned', 'resume', judged({ item: { ...judged().item, stage: 'deferred' }, hasTwin: true }), 'itemThere'],
] as const)('%s', (_, step, given, code) => {
  expect(whyNotPlanStep(step, given)?.code ?? null).toBe(code)
})

test('an organ answers its own letter once, and says what it objects to', () => {
  const letter = { organ: 'finance', repliedOn: null } as const
  expect(whyNotReply(letter, { role: 'patrol', opinions: [] })).toMatchObject({ code: 'letterNotYours' })
  expect(whyNotReply({ ...letter, repliedOn: here.on }, { role: 'finance', opinions: [] })).toMatchObject({ code: 'letterAnswered' })
  expect(whyNotReply(letter, { role: 'finance', opinions: [{ stance: 'object', text: '' }] })).toMatchObject({ code: 'opinionNeedsText' })
  expect(whyNotReply(letter, { role: 'finance', opinions: [{ stance: 'agree', text: '' }] })).toBeNull()
})

test('odd input of the force is refused in a word', () => {
  expect(whyNotTie({ kind: 'served', endedOn: null })).toMatchObject({ code: 'serviceUnended' })
  const visit = { startsOn: here.on, endsOn: here.on, joint: false, agreedBy: null, issues: null, feedbackOn: null }
  expect(whyNotVisit({ ...visit, joint: true })).toMatchObject({ code: 'patrolAgreedByMissing' })
  expect(whyNotVisit({ ...visit, issues: 3 })).toMatchObject({ code: 'patrolFeedbackMissing' })
  expect(whyNotVisit({ ...visit, issues: 3, feedbackOn: here.on })).toBeNull()
  expect(whyNotEntrust({ latestYear: 2025, number: 'x', name: '某' }, { thisYear: 2026, isPrincipal: true, earlier: [] })).toMatchObject({
    code: 'entrustedPast',
  })
})

test('a deed is taken back once, by its own hand, while nobody has touched it since', () => {
  const edit = { account: 'a', undone: false, after: { x: 2, gone: 0 } }
  const versions = new Map([['x', 2]])
  expect(whyNotUndo(edit, { account: 'a', versions })).toBeNull()
  expect(whyNotUndo(edit, { account: 'a', versions: new Map([['x', 3]]) })).toMatchObject({ code: 'undoGone' })
  expect(whyNotUndo(edit, { account: 'b', versions })).toMatchObject({ code: 'undoNotYours' })
  expect(whyNotUndo({ ...edit, undone: true }, { account: 'a', versions })).toMatchObject({ code: 'undoTwice' })
})

test('two plans differ by what was added, removed or moved, and by their totals', () => {
  const at = (tenure: string, window: number) => ({ tenure, year: 2027, window, team: 't', effortDays: 10 })
  const named = (tenure: string) => ({ name: tenure, unitName: '', class: 'A' })
  const side = (items: ReturnType<typeof at>[]) => ({ items, cost: null, mandatory: 0, deadline: 0 })
  const { rows, after } = differenceOf(side([at('a', 1), at('b', 1), at('c', 1)]), side([at('a', 1), at('b', 2), at('d', 1)]), named)
  expect(rows.map(({ tenure, kind }) => [tenure, kind])).toEqual([
    ['c', 'removed'],
    ['d', 'added'],
    ['b', 'moved'],
  ])
  expect(after).toMatchObject({ items: 3, days: 30 })
})

test('the calendar is a valid iCalendar file: folded at 75 octets, whole days, commas escaped', () => {
  const long = '澜江市交通运输局，周明远；'.repeat(6)
  const text = calendarText(
    [{ id: 'x', from: day('2027-01-01'), to: day('2027-03-31'), title: long, text: 'a,b' }],
    '2026-11-20T02:00:00.000Z',
  )
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text).toContain('DTEND;VALUE=DATE:20270401')
  expect(text).toContain('DESCRIPTION:a\\,b')
  expect(text).toContain('DTSTAMP:20261120T020000Z')
})

const spring = { startsOn: day('2027-04-06'), joint: true }
test.each([
  ['in the quarter of a joint visit: together', spring, [{ year: 2027, window: 2 }], 'together'],
  ['both heads of the unit: merged', spring, [2, 2].map((window) => ({ year: 2027, window })), 'merge'],
  ['in another quarter of that year: a clash', spring, [{ year: 2027, window: 3 }], 'clash'],
  ['no agreement: a clash in the whole year', { ...spring, joint: false }, [{ year: 2027, window: 2 }], 'clash'],
  ['in another year: staggered', { ...spring, joint: false }, [{ year: 2028, window: 2 }], 'apart'],
  ['nobody of the unit is planned', spring, [], 'none'],
])('patrol and audit, %s', (_, visit, own, advice) => {
  expect(adviceOf(visit, own)).toBe(advice)
})
