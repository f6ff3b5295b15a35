import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { Fen } from '../../kernel/money.ts'
import { stuck, unreachable } from '../../kernel/procedure.ts'
import { UnitCategory } from '../../registers/places/model.ts'
import type { Compilation, RiskRow, RiskRule, YearReport } from './model.ts'
import { compilationProcedure } from './procedure.ts'
import { gradeRisk } from './rules/level.ts'
import { figureText, piecesOf, printedText, unknownTags } from './rules/report.ts'
import { draftRows, emptyRow, listTitle, mergeRows, repeatedIn } from './rules/risk-list.ts'
import { measuresAt, ruleAt, whyNotRule } from './rules/rulebook.ts'
import { whyNot, whyNotWhole } from './rules/steps.ts'
import { type Count, type Cube, countOf, heatByType, heatByYear, shareOf, type Tally } from './rules/tally.ts'
import { asTold, recordedAs, toldOn } from './rules/told.ts'

const measures = { leastAudits: 5, commonShare: 2000, highShare: 4000, repeatUnits: 1 }
const count = (over: Partial<Count>): Count => ({
  findings: 3,
  objected: 0,
  audits: 3,
  base: 10,
  share: 3000,
  common: true,
  money: [],
  ...over,
})

test.each([
  [3, 10, 3000],
  [0, 10, 0],
  [5, 5, 10_000],
  [4, 4, null],
  [0, 0, null],
])('%i of %i audits is a share of %s basis points', (audits, base, expected) => {
  expect(shareOf(audits, base, measures.leastAudits)).toBe(expected)
})

test.each([
  ['a tenth of the audits', count({ audits: 1, share: 1000 }), 0, 'low', '未达到20％'],
  ['a quarter', count({ share: 2500 }), 0, 'mid', '达到20％的共性口径'],
  ['half', count({ audits: 5, share: 5000 }), 0, 'high', '达到40％的高风险口径'],
  ['a quarter, and again in one unit', count({ share: 2500 }), 1, 'high', '再次出现，提高一级'],
  ['half, and again', count({ share: 5000 }), 3, 'high', '3个单位'],
  ['too few audits', count({ base: 3, share: null }), 0, 'low', '样本少'],
])('a problem of %s is graded with its reason', (_, given, repeated, level, because) => {
  const graded = gradeRisk(given, repeated, measures)
  expect(graded.level).toBe(level)
  expect(graded.because).toContain(because)
})

const rule = (over: Partial<RiskRule>): RiskRule => ({
  ...{ id: '1', kind: 'leastAudits', amount: 5, measure: 'audits', region: null, title: '甲', citation: '乙', verified: false },
  ...{ startsOn: day('2010-01-01'), endsOn: null, version: 1, ...over },
})
describe('the rules of counting', () => {
  const at = { on: day('2026-05-01'), place: '990121' }
  test('a region’s own rule comes before the wider ones, within its days', () => {
    const rules = [rule({}), rule({ region: '990100', amount: 8 }), rule({ region: '990121', amount: 3, endsOn: day('2025-12-31') })]
    expect(ruleAt(rules, 'leastAudits', at)?.amount).toBe(8)
    expect(ruleAt(rules, 'leastAudits', { ...at, on: day('2025-01-01') })?.amount).toBe(3)
    expect(ruleAt(rules, 'leastAudits', { ...at, place: '880100' })?.amount).toBe(5)
  })
  test('without a rule no share is told and nothing is common', () => {
    const none = measuresAt([], at)
    expect(shareOf(900, 1000, none.leastAudits)).toBeNull()
  })
  test.each([
    ['begins no later than the former', { startsOn: day('2010-01-01') }, rule({}), [], 'ruleNotLater'],
    ['ends before it begins', { startsOn: day('2026-01-01'), endsOn: day('2025-01-01') }, null, [], 'ruleEndsEarly'],
    ['is more than the whole', { measure: 'percent' as const, amount: 120 }, null, [], 'ruleOverHundred'],
    ['stands beside another', {}, null, [rule({})], 'ruleTwice'],
  ])('a rule that %s is refused', (_, over, replaced, others, code) => {
    expect(whyNotRule(rule(over), replaced, others)).toMatchObject({ code })
  })
})

const tally = fc.record({
  code: fc.constantFrom('F01', 'F02', 'F07'),
  unitType: fc.constantFrom(...UnitCategory.options.slice(7, 10)),
  year: fc.integer({ min: 2022, max: 2025 }),
  findings: fc.nat({ max: 50 }),
  objected: fc.nat({ max: 5 }),
  audits: fc.nat({ max: 9 }),
})
const cubes = fc
  .uniqueArray(tally, { selector: (each) => `${each.code}${each.unitType}${each.year}`, maxLength: 30 })
  .map((tallies): Cube => {
    const parts = new Map(
      tallies.map((each: Tally) => [`${each.unitType}${each.year}`, { unitType: each.unitType, year: each.year, audits: 9, units: 9 }]),
    )
    const money = tallies.map(({ code, unitType, year, findings }) => ({
      code,
      unitType,
      year,
      kind: 'breach' as const,
      fen: Fen.parse(findings * 100),
    }))
    return { tallies, money, bases: [...parts.values()] }
  })
const named = (code: string) => ({ code, zh: code, en: code, recorded: null })
const classes = ['F01', 'F02', 'F07'].map(named)

const codes = ['F01-01', 'F01-02', 'F02-01', 'F02-02', 'F07-01', 'F01', 'F07'] as const
const remaps = fc
  .array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes), fc.integer({ min: 1, max: 1000 }), fc.nat({ max: 3 })), {
    maxLength: 8,
  })
  .map((all) => all.map(([oldCode, newCode, share, at]) => ({ oldCode, newCode, share, startsOn: day(`202${at}-01-01`) })))
test('however classes are told anew, each that was recorded is listed under exactly one class of either level: none twice, none lost', () => {
  fc.assert(
    fc.property(remaps, (steps) => {
      const told = toldOn(steps, day('2025-01-01'))
      const under = (code: string) => recordedAs(told, code, codes) ?? codes.filter((each) => each === code || each.startsWith(`${code}-`))
      for (const code of codes) {
        expect(['F01', 'F02', 'F07'].filter((each) => under(each).includes(code))).toEqual([asTold(told, code).slice(0, 3)])
        const whole = codes.filter((each) => each.length > 3 && under(each).includes(code))
        expect(whole).toEqual(asTold(told, code).length > 3 ? [asTold(told, code)] : [])
      }
    }),
  )
})

test('the cells of either table add up to the whole, money kind by kind, and neither side counts anything twice', () => {
  fc.assert(
    fc.property(cubes, (cube) => {
      const whole = countOf(cube, measures)
      for (const heat of [heatByType(cube, classes, measures), heatByYear(cube, classes, measures)]) {
        const cells = heat.rows.flatMap((row) => row.cells)
        const sum = (of: (count: Count) => number) => cells.reduce((total, cell) => total + of(cell), 0)
        expect([sum((cell) => cell.findings), sum((cell) => cell.objected), sum((cell) => cell.audits)]).toEqual([
          whole.findings,
          whole.objected,
          whole.audits,
        ])
        expect(sum((cell) => cell.money[0]?.fen ?? 0)).toBe(whole.money[0]?.fen ?? 0)
        expect(heat.columns.reduce((total, column) => total + column.audits, 0)).toBe(whole.base)
      }
    }),
  )
})

const row = (id: string, over: Partial<RiskRow> = {}): RiskRow => ({
  ...{ ...emptyRow(id), point: `点${id}`, forms: `形式${id}`, measures: '措施', basis: '依据', owner: '甲', findings: [id] },
  ...over,
})
describe('a risk list', () => {
  test('is drafted with the graver risks first, each with its forms, articles and findings', () => {
    const grounds = [
      { id: 'a', problemClass: 'F07-02', title: '拆分', basis: ['招标法第四条'], unit: 'u1', year: 2024 },
      { id: 'b', problemClass: 'F07-02', title: '拆分', basis: ['招标法第四条'], unit: 'u1', year: 2025 },
      { id: 'c', problemClass: 'F03-04', title: '未盘活', basis: [], unit: 'u2', year: 2025 },
    ]
    expect(repeatedIn(grounds.slice(0, 2))).toBe(1)
    const heat = (code: string, all: Count) => ({ ...named(code), cells: [], all })
    const rows = [heat('F03-04', count({ share: 1000, audits: 9 })), heat('F07-02', count({ share: 2500 }))]
    const drafted = draftRows(rows, { grounds, measures, newId: () => 'x', clean: (text) => text })
    expect(drafted.map(({ point, level, forms, basis, findings }) => [point, level, forms, basis, findings])).toEqual([
      ['F07-02', 'high', '拆分', '招标法第四条', ['a', 'b']],
      ['F03-04', 'low', '未盘活', '', ['c']],
    ])
  })
  test('rows merge in the place of the first, with the gravest level and all findings', () => {
    const merged = mergeRows([row('1'), row('2', { level: 'high', because: '高' }), row('3')], new Set(['1', '2']))
    expect(merged.map(({ id, level, because, forms, measures: what, findings }) => [id, level, because, forms, what, findings])).toEqual([
      ['1', 'high', '高', '形式1\n形式2', '措施', ['1', '2']],
      ['3', 'low', '', '形式3', '措施', ['3']],
    ])
    expect(mergeRows([row('1')], new Set(['1']))).toEqual([row('1')])
  })
  test('is called by its type and years', () => {
    expect(listTitle('department', [2025, 2024])).toBe('2024至2025年度党政部门经济责任审计主要风险防控清单')
    expect(listTitle('stateFirm', [2025])).toBe('2025年度国有企业经济责任审计主要风险防控清单')
  })
  test('is whole when no row lacks a part', () => {
    const list = (rows: RiskRow[]) => whyNotWhole({ kind: 'riskList', unitType: 'department', years: [2025], rows })
    expect(list([])).toMatchObject({ code: 'listEmpty' })
    expect(list([row('1'), row('2', { basis: ' ' })])).toMatchObject({ code: 'rowUnfinished', facts: { no: 2, fields: '依据条款' } })
    expect(list([row('1')])).toBeNull()
  })
})

const report: YearReport = {
  kind: 'report',
  sections: [{ heading: '一', text: '项目{数}个，金额{元}万元，占{比}％，{无}。' }],
  figures: [
    { tag: '数', room: 'projects', query: {}, measure: 'count', money: null, over: null, value: 12 },
    { tag: '元', room: 'findings', query: {}, measure: 'fen', money: 'breach', over: null, value: 123_450_000 },
    { tag: '比', room: 'findings', query: {}, measure: 'share', money: null, over: {}, value: 8602 },
  ],
}
test('a report prints each number as it was drawn and names tags that are none', () => {
  expect(printedText(report.sections[0]?.text ?? '', report.figures)).toBe('项目12个，金额123.45万元，占86.02％，{无}。')
  expect(unknownTags(report.sections, report.figures)).toEqual(['无'])
  expect(piecesOf('前{数}后')).toEqual([{ text: '前' }, { tag: '数' }, { text: '后' }])
  expect(figureText({ measure: 'fen' }, 0)).toBe('0.00')
})

describe('who may take which step', () => {
  const compilation = {
    kind: 'riskList',
    state: 'draft',
    editedBy: 'a',
    content: { kind: 'riskList', unitType: 'department', years: [2025], rows: [row('1')] },
  }
  const asked = (over: object, role = 'director', account = 'b') => ({
    ...{
      compilation: { ...compilation, ...over } as Pick<Compilation, 'kind' | 'state' | 'editedBy' | 'content'>,
      named: [],
      fallen: [],
      renewed: null,
    },
    hand: { account, role },
  })
  test.each([
    ['review of another’s list', 'review', asked({}), null],
    ['review of one’s own', 'review', asked({}, 'director', 'a'), 'reviewerEdited'],
    ['review by an auditor in charge', 'review', asked({}, 'leadAuditor'), 'stepNotYours'],
    ['review with a name left', 'review', { ...asked({}), named: ['周明远'] }, 'namesRemain'],
    ['review while a finding it rests on is withdrawn', 'review', { ...asked({}), fallen: ['R-25-004'] }, 'groundsFallen'],
    ['issue of a draft', 'issue', asked({}), 'stepNotFromHere'],
    ['editing an issued one', 'save', asked({ state: 'issued' }), 'stepNotFromHere'],
    ['a report by an auditor in charge', 'save', asked({ kind: 'report' }, 'leadAuditor'), 'reportOfOffice'],
    ['a second new edition', 'renew', { ...asked({ state: 'issued' }), renewed: 2 }, 'renewedAlready'],
  ] as const)('%s', (_, step, given, code) => {
    expect(whyNot(step, given)?.code ?? null).toBe(code)
  })
  test('the procedure is sound', () => {
    expect([unreachable(compilationProcedure), stuck(compilationProcedure)]).toEqual([[], []])
  })
})
