import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day as dayOf } from '../../../kernel/day.ts'
import { code, day, dayOfNumber, division, list, money, month, oneOf, text, whole, year, yesNo } from './cells.ts'

const outcome = (read: { value: unknown } | { refusal: { code: string } }) => ('value' in read ? read.value : read.refusal.code)

test.each([
  ['2026-11-21', '2026-11-21'],
  ['2026/11/21', '2026-11-21'],
  ['2026/1/2', '2026-01-02'],
  ['2026.11.21', '2026-11-21'],
  ['20261121', '2026-11-21'],
  ['2026年11月21日', '2026-11-21'],
  ['２０２６－１１－２１', '2026-11-21'],
  ['2026-11-21 00:00:00', '2026-11-21'],
  ['46347', '2026-11-21'],
  ['2026.11', '2026-11-01'],
  ['202611', '2026-11-01'],
  ['2026年11月', '2026-11-01'],
  ['2020.10', '2020-10-01'],
  ['2020.1', 'cellMonthUnclear'],
  ['2026-02-30', 'cellNoSuchDay'],
  ['至今', 'cellNotDay'],
  ['', null],
])('a day written %s is read as %s', (written, expected) => {
  expect(outcome(day()(written))).toBe(expected)
})

test('a month alone may stand for its last day, or be refused where the day matters', () => {
  expect(outcome(day('last')('2024.02'))).toBe('2024-02-29')
  expect(outcome(day('refused')('2024.02'))).toBe('cellNotDay')
})

test.each([
  ['2026-11', '2026-11'],
  ['1978.03', '1978-03'],
  ['197803', '1978-03'],
  ['1978年3月', '1978-03'],
  ['1978-03-05', '1978-03'],
  ['28554', '1978-03'],
  ['1978.13', 'cellNotMonth'],
  ['1978.1', 'cellMonthUnclear'],
])('a month written %s is read as %s', (written, expected) => {
  expect(outcome(month()(written))).toBe(expected)
})

test('every day survives its way through each form and through a spreadsheet’s day number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90_000 }), (count) => {
      const given = addDays(dayOf('1950-01-01'), count)
      const [y, m, d] = given.split('-')
      for (const written of [given, `${y}/${Number(m)}/${Number(d)}`, `${y}年${Number(m)}月${Number(d)}日`, `${y}${m}${d}`]) {
        expect(day()(written)).toEqual({ value: given })
      }
      const serial = Math.round((new Date(`${given}T00:00:00Z`).getTime() - new Date('1899-12-30T00:00:00Z').getTime()) / 86_400_000)
      expect(dayOfNumber(serial)).toBe(given)
      expect(dayOfNumber(serial - 1462, true)).toBe(given)
    }),
  )
})

test.each([
  ['yes', yesNo(), ' 是 ', true],
  ['no', yesNo(), 'N', false],
  ['neither', yesNo(), '也许', 'cellNotYesNo'],
  ['a code of full-width signs', code(), ' Ｕ００７ ', 'U007'],
  ['a list', list(), '市局；市财政局;市局； ', ['市局', '市财政局']],
  ['an empty list', list(), '', []],
  ['a number with separators', whole({ least: 0, most: 10_000 }), '1,234', 1234],
  ['a fraction', whole({ least: 0, most: 9 }), '1.5', 'cellNotWhole'],
  ['a year in words', year(), '2026年度', 2026],
  ['an amount of ten thousands', money('wanYuan'), '1,234.56', 1_234_560_000],
  ['an amount finer than a fen', money('yuan'), '0.001', 'cellNotMoney'],
  ['a division code', division(), '410100', '410100'],
  ['a division code of seven digits', division(), '4101001', 'cellNotDivision'],
  ['a text too long', text(3), '一二三四', 'cellTooLong'],
  ['a text of three rare characters', text(3), '𠀀𠀁𠀂', '𠀀𠀁𠀂'],
  ['an allowed word', oneOf({ 党委: 'party' }, { 中共: 'party' }), '中共', 'party'],
  ['a word that is not allowed', oneOf({ 党委: 'party' }), '党', 'cellNotAllowed'],
] as const)('%s', (_, read, written, expected) => {
  expect(outcome(read(written))).toEqual(expected)
})
