import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { catalogueOf, line, long, onDay, rows, shortfall, withoutBlanks } from './fields.ts'
import { numberText, whyNotChangeSeries, whyNotNumber } from './numbering.ts'
import { titleLines, titleRoom, titleWidth } from './title.ts'

test('a number is printed with the year in 〔〕, without leading zeros', () => {
  expect(numberText({ word: '澜审经责报' }, { year: 2026, number: 7 })).toBe('澜审经责报〔2026〕7号')
})

test('only the very next number may be given by hand', () => {
  expect(whyNotNumber({ asked: 3, next: 4, text: 'x' })).toMatchObject({ code: 'numberUsed' })
  expect(whyNotNumber({ asked: 6, next: 4, text: 'x' })).toMatchObject({ code: 'numberLeavesGap' })
  expect(whyNotNumber({ asked: 4, next: 4, text: 'x' })).toBeNull()
})

test('a series whose numbers are out keeps its word', () => {
  const before = {
    ...{ id: '', jurisdiction: '990100', organ: '局', side: 'state' as const, word: '澜审', kinds: [], firstNumber: 1 },
    ...{ changedBy: '', changedOn: day('2026-01-01'), closedOn: null, version: 1 },
  }
  expect(whyNotChangeSeries({ before, after: { word: '澜审办', firstNumber: 1 }, used: 3 })).toMatchObject({ code: 'seriesInUse' })
  expect(whyNotChangeSeries({ before, after: { word: '澜审办', firstNumber: 1 }, used: 0 })).toBeNull()
})

test('a long title is broken by meaning into lines that fit', () => {
  expect(titleLines('关于对周明远同志任澜江市交通运输局局长期间经济责任履行情况进行审计的通知')).toEqual([
    '关于对周明远同志',
    '任澜江市交通运输局局长期间',
    '经济责任履行情况进行审计的通知',
  ])
  expect(titleLines('关于程仁新同志任中共澜江市委机构编制委员会办公室主任期间经济责任履行情况的审计报告')).toEqual([
    '关于程仁新同志任',
    '中共澜江市委机构编制委员会办公室主任期间',
    '经济责任履行情况的审计报告',
  ])
  expect(titleLines('审计业务会议纪要（2026年10月26日）')).toEqual(['审计业务会议纪要（2026年10月26日）'])
  expect(titleLines('经济责任审计工作联席会议2026年第四次全体会议纪要').every((each) => !/^\d/.test(each) || !/\d$/.test(each))).toBe(true)
})

test('no title loses a character to its lines, and none is wider than the type area', () => {
  const title = fc.array(fc.constantFrom('关', '于', '任', '期间', '同志', '的', '审计', '2026', '㐂', '𠮷'), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(title, (parts) => {
      const text = parts.join('')
      const lines = titleLines(text)
      expect(lines.join('')).toBe(text)
      expect(lines.every((each) => !/[\uD800-\uDBFF]$/.test(each))).toBe(true)
      expect(lines.every((each) => titleRoom(each) <= titleWidth)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const fields = {
  name: line('姓名', 'Name'),
  note: long('说明', 'Note').optional(),
  on: onDay('日期', 'Day'),
  items: rows('清单', 'List', { what: line('事项', 'What'), amount: line('金额', 'Amount').optional() }),
}

test('a catalogue tells name, kind and need of every field and column', () => {
  expect(catalogueOf(fields).map(({ key, kind, needed }) => [key, kind, needed])).toEqual([
    ['name', 'line', true],
    ['note', 'long', false],
    ['on', 'day', true],
    ['items', 'rows', true],
  ])
  expect(catalogueOf(fields)[3]?.columns.map(({ key, needed }) => [key, needed])).toEqual([
    ['what', true],
    ['amount', false],
  ])
})

test('what is missing, wrong or unknown is told apart', () => {
  const told = shortfall(fields, { name: ' ', on: '2026-13-01', items: [{ what: 'a' }], other: 'x' })
  expect(told).toMatchObject({ missing: [{ zh: '姓名' }], wrong: [{ zh: '日期' }], unknown: ['other'] })
})

test('blanks are no values: empty texts, empty cells, empty rows', () => {
  expect(
    withoutBlanks({
      a: ' ',
      b: 'x ',
      items: [
        { what: '', amount: ' ' },
        { what: 'y', amount: '' },
      ],
    }),
  ).toEqual({
    b: 'x',
    items: [{ what: 'y' }],
  })
})
