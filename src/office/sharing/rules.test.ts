import { expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import type { ResultRule } from './model.ts'
import { resultsGoTo, whyNotResultRule } from './rules.ts'

const rule = (over: Partial<ResultRule> = {}): ResultRule => ({
  id: crypto.randomUUID(),
  organ: 'organisation',
  region: null,
  takes: true,
  purpose: '考核、任免、奖惩的参考',
  citation: '中办发〔2019〕45号',
  verified: false,
  startsOn: day('2019-07-07'),
  endsOn: null,
  version: 1,
  ...over,
})
const organsOf = (rules: readonly ResultRule[], place = '990121', on = day('2026-06-01')) =>
  resultsGoTo(rules, { place, on }).map(({ organ }) => organ)

test('results go to each organ whose rule is in force on the day of service', () => {
  const rules = [rule(), rule({ organ: 'discipline', endsOn: day('2025-12-31') }), rule({ organ: 'finance', startsOn: day('2026-06-02') })]
  expect(organsOf(rules)).toEqual(['organisation'])
  expect(organsOf(rules, '990121', day('2025-12-31'))).toEqual(['organisation', 'discipline'])
  expect(organsOf(rules, '990121', day('2026-06-02')).sort()).toEqual(['finance', 'organisation'])
})

test('of several rules for one organ the one of the smallest region speaks, also when it says no', () => {
  const county = rule({ region: '990121', takes: false })
  expect(organsOf([rule(), county])).toEqual([])
  expect(organsOf([rule(), county], '990122')).toEqual(['organisation'])
  expect(organsOf([rule({ region: '990100', takes: false }), rule({ region: '990121' })])).toEqual(['organisation'])
})

test('a rule begins after the one it replaces, ends after it begins, and has no twin', () => {
  const old = rule()
  expect(whyNotResultRule(rule(), old, [])).toMatchObject({ code: 'resultRuleNotLater' })
  expect(whyNotResultRule(rule({ endsOn: day('2019-01-01') }), null, [])).toMatchObject({ code: 'resultRuleEndsBefore' })
  expect(whyNotResultRule(rule(), null, [old])).toMatchObject({ code: 'resultRuleTwice' })
  expect(whyNotResultRule(rule({ region: '990121' }), null, [old])).toBeNull()
  expect(whyNotResultRule(rule({ startsOn: day('2026-01-01') }), old, [])).toBeNull()
})
