import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { otherHeads, repeatsAmong, type Settings, settingsOn, type Told, whyNotJudge } from './rules.ts'

const settings: Settings = { likeness: 30, years: 10, earlier: 12 }
const told = (over: Partial<Told>): Told => ({
  ...{ id: 'a', number: 'F-1', unit: 'u', problemClass: 'F07-02', year: 2020, project: 'p1', jurisdiction: '990100' },
  ...{ title: '养护项目化整为零规避公开招标', facts: '三个养护项目化整为零规避公开招标。' },
  ...over,
})
const later = told({ id: 'b', number: 'F-2', year: 2024, project: 'p2', facts: '2024年，五个养护项目拆分，化整为零规避公开招标。' })
const pairs = (...findings: Told[]) => repeatsAmong(findings, () => settings).map(({ finding, earlier }) => [finding, earlier])

test.each([
  ['the same unit and class in another year', later, [['b', 'a']]],
  ['another class', { ...later, problemClass: 'F07-03' }, []],
  ['another unit', { ...later, unit: 'v' }, []],
  ['the same audit', { ...later, project: 'p1' }, []],
  ['words that are not alike', { ...later, title: '公务用车超编', facts: '多占用公务用车两辆未退还' }, []],
  ['an audit too long ago', { ...later, year: 2031 }, []],
])('a repeat is proposed for %s as it should be', (_, other, expected) => {
  expect(pairs(told({}), other)).toEqual(expected)
})

test('a pair says which words both audits used', () => {
  const [pair] = repeatsAmong([told({}), later], () => settings)
  expect(pair?.shared[0]).toContain('化整为零规避公开招标')
})

test('comparisons grow with the number of findings and not with its square', () => {
  const many = Array.from({ length: 400 }, (_, at) => told({ id: `f${at}`, number: `F-${at}`, project: `p${at}`, year: 2015 + (at % 9) }))
  expect(repeatsAmong(many, () => settings).length).toBeLessThanOrEqual(400 * settings.earlier)
})

test('in whatever order findings come, the same pairs are found, the later after the earlier', () => {
  const some = fc.array(fc.record({ year: fc.integer({ min: 2015, max: 2025 }), project: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 14,
  })
  fc.assert(
    fc.property(some, fc.integer(), (rows, seed) => {
      const findings = rows.map((row, at) => told({ id: `f${at}`, number: `F-${at}`, year: row.year, project: `p${row.project}` }))
      const shuffled = findings.toSorted((a, b) => ((a.id.charCodeAt(1) * 31 + seed) % 7) - ((b.id.charCodeAt(1) * 31 + seed) % 7))
      const known = new Map(findings.map((each) => [each.id, each]))
      const found = pairs(...findings)
      expect(pairs(...shuffled).sort()).toEqual(found.sort())
      for (const [b = '', a = ''] of found) expect((known.get(a)?.year ?? 0) <= (known.get(b)?.year ?? 0)).toBe(true)
    }),
  )
})

test('a repeat under another head is told apart, and a judged one is not judged again', () => {
  expect(otherHeads({ heads: ['甲'], earlierHeads: ['乙'] })).toBe(true)
  expect(otherHeads({ heads: ['甲'], earlierHeads: ['甲', '乙'] })).toBe(false)
  expect(whyNotJudge({ verdict: 'confirmed', decidedOn: day('2026-01-01') })).toMatchObject({ code: 'repeatJudged' })
})

test('a place’s own setting goes before everybody’s', () => {
  const rule = {
    id: '1',
    rule: 'repeat.likeness',
    unit: 'percent',
    validFrom: day('2000-01-01'),
    validUntil: null,
    citation: '',
    verified: false,
  }
  const rules = [
    { ...rule, amount: 30, region: null },
    { ...rule, amount: 50, region: '9901' },
  ]
  expect(settingsOn(rules, { region: '990100', on: day('2026-01-01') }).likeness).toBe(50)
  expect(settingsOn(rules, { region: '880100', on: day('2026-01-01') }).likeness).toBe(30)
})
