import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, Day, day, daysBetween, monthsBetween, weekdayOf } from './day.ts'

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1970-01-01'), count))

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-05-20', 0, '2026-05-20'],
])('%s plus %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test.each([10, 10_000, 2 ** 31 - 1, 1e15])('%i years from a day is a day that can be written, and so is as many before', (years) => {
  const [later, earlier] = [addMonths(day('2026-11-20'), years * 12), addDays(day('2026-11-20'), years * -366)]
  expect([Day.safeParse(later).success, Day.safeParse(earlier).success, earlier < later]).toEqual([true, true, true])
})

test.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '2026-01-01T00:00:00Z'])('"%s" is no day', (text) => {
  expect(Day.safeParse(text).success).toBe(false)
})

test('a Saturday is the sixth weekday and a Sunday the zeroth', () => {
  expect([weekdayOf(day('2026-11-21')), weekdayOf(day('2026-11-22'))]).toEqual([6, 0])
})

test('adding days and counting them back agree, and later days compare as later text', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -9000, max: 9000 }), (from, count) => {
      const to = addDays(from, count)
      expect(daysBetween({ from, to })).toBe(count)
      expect(to > from).toBe(count > 0)
    }),
  )
})

test('whole months between two days never overshoot', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (from, count) => {
      const to = addMonths(from, count)
      expect(monthsBetween({ from, to })).toBeLessThanOrEqual(count)
      expect(monthsBetween({ from, to: addDays(to, 4) })).toBeGreaterThanOrEqual(count)
    }),
  )
})
