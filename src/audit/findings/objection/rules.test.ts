import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import type { ReviewRoute } from './model.ts'
import { routeAt, whyNotHigher, whyNotLate } from './rules.ts'

const route = (level: number, from: string, until: string | null, region: string | null = null): ReviewRoute => ({
  ...{ id: `${level}${from}`, level, bodyZh: '甲', bodyEn: 'a', askClock: 'ask', decideClock: 'decide', smallestGroup: 2 },
  ...{ withoutOriginal: true, approvedByCommittee: false, final: level === 2, region, citation: '', verified: false },
  ...{ validFrom: day(from), validUntil: until === null ? null : day(until) },
})
const rows = [
  route(1, '2019-07-07', null),
  route(1, '2010-10-12', '2019-07-06'),
  route(2, '2010-10-12', '2019-07-06'),
  route(1, '2020-01-01', null, '33'),
]
const at = (on: string, region = '990100') => routeAt(rows, { on: day(on), region }).map(({ level, validFrom }) => [level, validFrom])

test('an audit under the older rule has two levels, one under the rule of 2019 has one, a place’s own row comes first', () => {
  expect(at('2019-07-06')).toEqual([
    [1, '2010-10-12'],
    [2, '2010-10-12'],
  ])
  expect(at('2019-07-07')).toEqual([[1, '2019-07-07']])
  expect(at('2021-01-01', '330100')).toEqual([[1, '2020-01-01']])
})

const late = { isParty: true, dueOn: day('2026-04-16'), today: day('2026-04-17'), reportedOn: null }
test.each([
  ['the day was missed', late, undefined],
  ['the time still runs', { ...late, today: day('2026-04-16') }, 'notLateYet'],
  ['no draft came', { ...late, dueOn: null }, 'draftNotServedYet'],
  ['the report is out', { ...late, reportedOn: day('2026-04-17') }, 'lateAfterReport'],
  ['it is somebody else', { ...late, isParty: false }, 'notAParty'],
])('a late word when %s', (_, given, code) => {
  expect(whyNotLate(given)?.code).toBe(code)
})

const levels = rows.slice(1, 3)
const asked = { decidedOn: day('2019-06-03'), levels, dueOn: day('2019-07-03'), on: day('2019-07-03') }
test.each([
  ['in time', asked, undefined],
  ['too late', { ...asked, on: day('2019-07-04') }, 'higherLate'],
  ['before the first answer', { ...asked, decidedOn: null }, 'reviewStillRuns'],
  ['where the answer is final', { ...asked, levels: rows.slice(0, 1) }, 'reviewFinal'],
])('the higher office is asked %s', (_, given, code) => {
  expect(whyNotHigher(given)?.code).toBe(code)
})
