import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkingDays, calendarOf, rollToWorkingDay, type SpecialDay, workingDaysBetween } from './calendar.ts'
import { applicableRule, type ClockRule, type DatedRule, dueOn, sayStep } from './clock-rule.ts'
import { addDays, type Day, day, weekdayOf } from './day.ts'

const seed = readFileSync('migrations/0021-workdays.sql', 'utf8')
const special: SpecialDay[] = [...seed.matchAll(/'(\d{4}-\d\d-\d\d)', (true|false), '([^']+)'/g)].map(
  ([, on = '', working, note = '']) => ({
    day: day(on),
    working: working === 'true',
    note,
  }),
)
const calendar = calendarOf(special, [2023, 2024, 2025, 2026])

const rule = (over: Partial<DatedRule> = {}): DatedRule => ({
  rule: 'reply.draft',
  title: { zh: '答复', en: 'Reply' },
  amount: 10,
  unit: 'workingDay',
  roll: 'none',
  direction: 'after',
  startEvent: 'draftReceived',
  startOffset: 1,
  region: null,
  validFrom: null,
  validUntil: null,
  selectedBy: 'start',
  citation: { title: '中华人民共和国审计法', version: day('2021-10-23'), article: 44, paragraph: null, item: null },
  verified: true,
  ...over,
})
const due = (from: string, over: Partial<DatedRule> = {}) => dueOn(rule(over), day(from), calendar).due

test.each([
  ['2024-09-13', true, 'a Friday before the Mid-Autumn make-up day'],
  ['2024-09-14', true, 'a Saturday worked to make up for Mid-Autumn'],
  ['2024-09-16', false, 'Mid-Autumn holiday on a Monday'],
  ['2024-09-29', true, 'a Sunday worked to make up for National Day'],
  ['2024-10-07', false, 'the last day of the National Day holiday'],
  ['2024-10-12', true, 'a Saturday worked after National Day'],
  ['2025-01-26', true, 'a Sunday worked before Spring Festival'],
  ['2025-02-04', false, 'the last day of Spring Festival 2025'],
  ['2025-02-08', true, 'a Saturday worked after Spring Festival 2025'],
  ['2025-10-08', false, 'the eighth day of the joint holiday of 2025'],
  ['2026-01-04', true, 'the Sunday worked after New Year 2026'],
  ['2026-02-14', true, 'the Saturday worked before Spring Festival 2026'],
  ['2026-02-23', false, 'the ninth day of Spring Festival 2026'],
  ['2026-02-28', true, 'the Saturday worked after Spring Festival 2026'],
  ['2026-09-20', true, 'the Sunday worked before National Day 2026'],
  ['2026-03-01', false, 'an ordinary Sunday'],
])('%s is a working day: %s (%s)', (on, working) => expect(calendar.isWorkingDay(day(on))).toBe(working))

test.each([
  ['over a plain fortnight', '2026-03-02', '2026-03-16'],
  ['over Spring Festival 2026 with its two make-up Saturdays', '2026-02-13', '2026-03-05'],
  ['when received on a holiday: counting starts on the next working day', '2026-10-01', '2026-10-20'],
  ['over National Day 2024 with two make-up days', '2024-09-27', '2024-10-16'],
  ['over Spring Festival 2025', '2025-01-24', '2025-02-13'],
  ['when received on a make-up Saturday: the day after counts first', '2026-02-28', '2026-03-13'],
  ['over the Labour Day week of 2026', '2026-04-29', '2026-05-15'],
])('ten working days %s', (_, from, on) => expect(due(from)).toBe(on))

test.each([
  ['Thursday entry: Monday at the latest', '2026-03-19', '2026-03-16'],
  ['Monday entry: Wednesday of the week before', '2026-03-23', '2026-03-18'],
  ['entry after National Day 2026 reaches back before it', '2026-10-09', '2026-09-29'],
])('notice three working days before entry, %s', (_, entry, latest) => expect(due(entry, { amount: 3, direction: 'before' })).toBe(latest))

test.each([
  ['sixty days from service', '2026-03-02', { amount: 60, unit: 'calendarDay', roll: 'nextWorkingDay' }, '2026-05-06'],
  ['a last day on a Saturday moves to Monday', '2026-03-12', { amount: 30, unit: 'calendarDay', roll: 'nextWorkingDay' }, '2026-04-13'],
  ['a last day on a make-up Saturday stays', '2026-04-09', { amount: 30, unit: 'calendarDay', roll: 'nextWorkingDay' }, '2026-05-09'],
  [
    'a last day inside Spring Festival moves behind it',
    '2026-01-17',
    { amount: 30, unit: 'calendarDay', roll: 'nextWorkingDay' },
    '2026-02-24',
  ],
  ['unrolled days stay where they fall', '2026-01-17', { amount: 30, unit: 'calendarDay' }, '2026-02-16'],
  ['six months from the 31st end on the last of a short month', '2025-08-31', { amount: 6, unit: 'month' }, '2026-02-28'],
  ['six months to a leap day', '2023-08-31', { amount: 6, unit: 'month' }, '2024-02-29'],
  ['a sanction of six months from its first day', '2026-03-01', { amount: 6, unit: 'month', startOffset: 0 }, '2026-08-31'],
  ['a sanction of twelve months from its first day', '2026-03-10', { amount: 12, unit: 'month', startOffset: 0 }, '2027-03-09'],
  ['thirty years', '2024-02-29', { amount: 30, unit: 'year' }, '2054-02-28'],
  ['ten years from the year of filing', '2026-05-04', { amount: 10, unit: 'yearEnd' }, '2036-12-31'],
  ['nothing to count: the day itself', '2026-05-04', { amount: 0, unit: 'calendarDay', startOffset: 0 }, '2026-05-04'],
] as const)('%s', (_, from, over, on) => expect(due(from, over)).toBe(on))

test('a suspended week does not count, in days, working days and months', () => {
  const week = [{ from: day('2026-03-09'), until: day('2026-03-15') }]
  expect(dueOn(rule(), day('2026-03-02'), calendar, week).due).toBe('2026-03-23')
  expect(dueOn(rule({ amount: 30, unit: 'calendarDay' }), day('2026-03-02'), calendar, week).due).toBe('2026-04-08')
  expect(dueOn(rule({ amount: 1, unit: 'month' }), day('2026-03-02'), calendar, week).due).toBe('2026-04-09')
})

test('past the last published holiday notice a day is provisional, unless the calendar does not matter', () => {
  expect(dueOn(rule(), day('2026-12-28'), calendar).provisional).toBe(true)
  expect(dueOn(rule(), day('2026-12-01'), calendar).provisional).toBe(false)
  expect(dueOn(rule({ unit: 'month', amount: 6 }), day('2026-12-01'), calendar).provisional).toBe(false)
  expect(dueOn(rule(), day('2026-12-28'), calendar).steps.map((step) => step.code)).toContain('provisional')
})

test('a year without a notice between two with one is provisional too; for a rolled day only its own year counts', () => {
  const gap = calendarOf(special, [2025, 2026, 2028])
  expect(dueOn(rule({ amount: 300 }), day('2026-12-01'), gap)).toMatchObject({ provisional: true })
  expect(dueOn(rule({ amount: 60, unit: 'calendarDay', roll: 'nextWorkingDay' }), day('2024-12-20'), gap).provisional).toBe(false)
  expect(dueOn(rule({ amount: 60, unit: 'calendarDay', roll: 'nextWorkingDay' }), day('2026-12-20'), gap).provisional).toBe(true)
})

test('each step prints as a sentence in both tongues, with nothing left open', () => {
  const { steps } = dueOn(rule({ verified: false }), day('2026-02-13'), calendar)
  expect(steps.map((step) => sayStep(step, 'zh'))).toEqual([
    '自 2026-02-13 的次日 2026-02-14 起算',
    '2026-02-14（春节调休）为调休上班日，计入',
    '2026-02-15 至 2026-02-23 春节放假，6 个非周末日不计入',
    '2026-02-28（春节调休）为调休上班日，计入',
    '期间周末 1 天不计入',
    '第 10 个工作日为 2026-03-05',
    '该期限的依据尚未核对原文',
  ])
  for (const step of steps) expect(sayStep(step, 'en')).not.toMatch(/[{}]/)
})

const anyDay = fc.integer({ min: 0, max: 1400 }).map((n) => addDays(day('2023-01-02'), n))
const anyRule = fc.record({
  amount: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom('workingDay' as const, 'calendarDay' as const, 'month' as const),
  roll: fc.constantFrom('none' as const, 'nextWorkingDay' as const),
  direction: fc.constantFrom('after' as const, 'before' as const),
})

/** The reckoning of a clerk with a pencil: tick off one day after the other. */
function byHand(from: Day, amount: number, direction: 'after' | 'before', counts: (at: Day) => boolean): Day {
  let at = from
  let ticks = 0
  while (ticks < amount) {
    at = addDays(at, direction === 'after' ? 1 : -1)
    if (counts(at)) ticks += 1
  }
  return at
}

test('ticking off days by hand gives the same working day, forwards and backwards', () =>
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('after' as const, 'before' as const),
      (from, amount, direction) => {
        const naive = (at: Day) => special.find((each) => each.day === at)?.working ?? ![0, 6].includes(weekdayOf(at))
        expect(dueOn(rule({ amount, direction }), from, calendar).due).toBe(byHand(from, amount, direction, naive))
        expect(addWorkingDays(from, direction === 'after' ? amount : -amount, calendar)).toBe(byHand(from, amount, direction, naive))
      },
    ),
  ))

test('a rolled day is a working day, never earlier than unrolled, and later starts are never due earlier', () =>
  fc.assert(
    fc.property(anyDay, anyRule, (from, given) => {
      const here = dueOn(rule(given), from, calendar).due
      if (given.roll === 'nextWorkingDay') expect(calendar.isWorkingDay(here)).toBe(true)
      expect(here >= dueOn(rule({ ...given, roll: 'none' }), from, calendar).due).toBe(true)
      expect(dueOn(rule(given), addDays(from, 1), calendar).due >= here).toBe(true)
      expect(dueOn(rule({ ...given, amount: given.amount + 1 }), from, calendar).due >= here).toBe(
        given.direction === 'after' || dueOn(rule({ ...given, amount: given.amount + 1 }), from, calendar).due === here,
      )
    }),
  ))

test('counting the working days of a span is the reverse of adding them', () =>
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (from, count) => {
      expect(workingDaysBetween({ from, to: addWorkingDays(from, count, calendar) }, calendar)).toBe(count)
      expect(rollToWorkingDay(addWorkingDays(from, count, calendar), calendar)).toBe(addWorkingDays(from, count, calendar))
    }),
  ))

test('of several rows the region counts first, then the day of the act, then the most recent', () => {
  const rows: ClockRule[] = [
    rule({ rule: 'r.a', amount: 1, validUntil: day('2019-07-06'), selectedBy: 'act' }),
    rule({ rule: 'r.a', amount: 2, validFrom: day('2019-07-07'), selectedBy: 'act' }),
    rule({ rule: 'r.a', amount: 3, region: '330000', validFrom: day('2015-06-01') }),
    rule({ rule: 'r.a', amount: 4, region: '330100', validFrom: day('2021-01-01') }),
  ]
  const pick = (region: string | null, actDate: string | null, from = '2026-01-05') =>
    applicableRule(rows, { rule: 'r.a', from: day(from), actDate: actDate ? day(actDate) : null, region })?.amount
  expect([
    pick(null, '2018-05-01'),
    pick(null, null),
    pick('330206', null),
    pick('330106', null),
    pick('330100', null),
    pick('310000', '2019-07-06'),
  ]).toEqual([1, 2, 3, 4, 4, 1])
  expect(pick('330106001', null, '2020-01-01')).toBe(3)
  expect(applicableRule(rows, { rule: 'r.b', from: day('2026-01-05'), actDate: null, region: null })).toBeNull()
})
