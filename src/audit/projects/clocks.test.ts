import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf } from '../../kernel/calendar.ts'
import { dueOn, isDated } from '../../kernel/clock-rule.ts'
import { addDays, day, daysBetween } from '../../kernel/day.ts'
import type { ClockRow } from '../../registers/regulations/model.ts'
import { ruleOf } from '../../registers/regulations/rules/clock.ts'
import { barsOf } from './rules/bars.ts'
import { countDeadline, earliestAfter, sameCount } from './rules/counting.ts'
import { rungReached } from './rules/ladder.ts'
import { placeOn } from './rules/lanes.ts'
import { treemap } from './rules/treemap.ts'

const aRow = (over: Partial<ClockRow>): ClockRow => ({
  id: '01960000-0022-7000-8000-000000000009',
  rule: 'reply.draft',
  title: { zh: '答复', en: 'Reply' },
  region: null,
  amount: 10,
  unit: 'workingDay',
  roll: 'none',
  direction: 'after',
  startEvent: 'draftReceived',
  startOffset: 1,
  validFrom: null,
  validUntil: null,
  selectedBy: 'start',
  lawTitle: '中华人民共和国审计法',
  lawVersion: day('2021-10-23'),
  article: 44,
  paragraph: null,
  item: null,
  verified: true,
  note: null,
  version: 1,
  ...over,
})
const entryRow = aRow({ rule: 'notice.beforeEntry', amount: 3, direction: 'before', startEvent: 'entry' })
const years = [2025, 2026, 2027]
const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays(day('2025-01-06'), count))
const holidays = fc.uniqueArray(days, { maxLength: 25 })
const calendarWith = (off: readonly ReturnType<typeof day>[]) =>
  calendarOf(
    off.map((each) => ({ day: each, working: false, note: '假日' })),
    years,
  )

test('the first lawful entry day is the first on which the notice was served in time; the day before it is not', () => {
  fc.assert(
    fc.property(days, holidays, (servedOn, off) => {
      const calendar = calendarWith(off)
      const rule = ruleOf(entryRow)
      if (!isDated(rule)) throw new Error('dated')
      const { due } = earliestAfter(rule, servedOn, { calendar })
      expect(dueOn(rule, due, calendar).due >= servedOn).toBe(true)
      for (let at = addDays(servedOn, 1); at < due; at = addDays(at, 1))
        expect(!calendar.isWorkingDay(at) || dueOn(rule, at, calendar).due < servedOn).toBe(true)
    }),
  )
})

const asked = (fromOn: ReturnType<typeof day>) => ({ rule: 'reply.draft', kind: 'latest' as const, fromOn, actOn: null, region: '990100' })
test('another holiday never brings a reply’s last day nearer, and counting twice gives the same', () => {
  fc.assert(
    fc.property(days, holidays, days, (fromOn, off, more) => {
      const count = (free: typeof off) => {
        const found = countDeadline({ rows: [aRow({})], calendar: calendarWith(free) }, asked(fromOn))
        if ('refusal' in found) throw new Error(found.refusal.code)
        return found.value
      }
      const before = count(off)
      expect(sameCount(before, count(off))).toBe(true)
      expect(count([...new Set([...off, more])]).dueOn >= before.dueOn).toBe(true)
    }),
  )
})

test('a suspension moves the last day by at least the working days it took, never backwards', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 20 }), (fromOn, length) => {
      const calendar = calendarWith([])
      const span = { from: addDays(fromOn, 1), until: addDays(fromOn, 1 + length) }
      const plain = countDeadline({ rows: [aRow({})], calendar }, asked(fromOn))
      const idle = countDeadline({ rows: [aRow({})], calendar }, { ...asked(fromOn), suspensions: [span] })
      if ('refusal' in plain || 'refusal' in idle) throw new Error('counted')
      const lost = Array.from({ length: length + 1 }, (_, at) => addDays(span.from, at)).filter((at) => calendar.isWorkingDay(at)).length
      expect(daysBetween({ from: plain.value.dueOn, to: idle.value.dueOn })).toBeGreaterThanOrEqual(lost)
    }),
  )
})

test('a place without the rule gets no clock rather than a wrong one', () => {
  const found = countDeadline({ rows: [aRow({ region: '320684' })], calendar: calendarWith([]) }, asked(day('2026-03-02')))
  expect(found).toMatchObject({ refusal: { code: 'clockNotHere' } })
})

const rung = (daysBefore: number, rule: string | null = null) => ({
  id: 'r',
  rule,
  daysBefore,
  roles: [],
  title: { zh: `${daysBefore}`, en: `${daysBefore}` },
  region: null,
  validFrom: null,
  validUntil: null,
  citation: '',
  verified: false,
})
test.each([
  ['eight days ahead no rung is reached', '2026-03-02', undefined],
  ['a week ahead the first', '2026-03-03', 7],
  ['three days ahead the second', '2026-03-07', 3],
  ['on the day the third', '2026-03-10', 0],
  ['the day after the last', '2026-03-11', -1],
])('%s', (_, today, reached) => {
  const clock = { rule: 'reply.draft', dueOn: day('2026-03-10'), region: '990100' }
  expect(
    rungReached(
      [7, 3, 0, -1].map((each) => rung(each)),
      clock,
      day(today),
    )?.daysBefore,
  ).toBe(reached)
})
test('a rule’s own ladder stands before the common one', () => {
  const clock = { rule: 'reply.draft', dueOn: day('2026-03-10'), region: '990100' }
  expect(rungReached([rung(7), rung(2, 'reply.draft')], clock, day('2026-03-05'))).toBeNull()
})

test('the tiles of a treemap fill the box exactly, each by its weight', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 }), (weights) => {
      const tiles = treemap(
        weights.map((weight, key) => ({ key: String(key), weight })),
        { x: 0, y: 0, width: 1000, height: 460 },
      )
      const total = weights.reduce((sum, each) => sum + each, 0)
      for (const { width, height, weight } of tiles) expect(width * height).toBeCloseTo((460_000 * weight) / total, 3)
      expect(tiles.length).toBe(weights.length)
    }),
  )
})

test('a bar begins where the former ends, and what still runs reaches to today', () => {
  const row = { openedOn: day('2026-01-05'), startedOn: day('2026-02-02'), reportedOn: null, endedOn: null, state: 'fieldwork' as const }
  expect(barsOf(row, day('2026-03-01'))).toEqual([
    { stage: 'prepare', from: '2026-01-05', to: '2026-02-02' },
    { stage: 'field', from: '2026-02-02', to: '2026-03-01' },
  ])
  expect(placeOn(day('2026-01-16'), { from: day('2026-01-01'), to: day('2026-01-31') }, 1000)).toBe(500)
})
