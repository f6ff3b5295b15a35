import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../projects/samples.ts'
import { townFindings, townReport } from './samples.ts'

let house: TestHouse
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
beforeAll(async () => {
  house = await testHouse()
  await take('units', 'units.csv', townUnits)
  await take('officials', 'officials.csv', townOfficials)
  await take('tenures', 'tenures.csv', townTenures)
  await take('audits', 'audits.csv', townAudits)
  expect(await take('findings', 'findings.csv', townFindings)).toMatchObject({ accepted: 3, updated: 1, refused: 0 })
}, 120_000)
afterAll(() => house?.close())

type Line = { id: string; number: string; money: object[]; responsible: { name: string; grade: string }[] }
const list = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('findings.list', input, who)).body as { rows: Line[]; total: number }
const numbers = async (input: Record<string, unknown>) => (await list(input)).rows.map((row) => row.number)
const one = async (number: string) => {
  const { rows } = await list({ q: number })
  return (await house.ask('findings.one', { id: rows[0]?.id })).body as Record<string, unknown> & {
    responsibilities: { tenure: string | null; post: string | null }[]
  }
}

test('a finding keeps its money apart by kind, and each row adds a responsible official', async () => {
  const { rows, total } = await list({ sort: '-breach' })
  expect(total).toBe(3)
  expect(rows[0]).toMatchObject({
    number: 'F-25-031',
    money: [
      { kind: 'breach', fen: 862400000 },
      { kind: 'irregular', fen: 120050 },
    ],
  })
  expect(rows[0]?.responsible.map(({ name, grade }) => [name, grade])).toEqual([
    ['周明远', 'direct'],
    ['何晓芸', 'leading'],
  ])
})

test('an old audit keeps its supervising grade', async () => {
  expect(await one('F-16-001')).toMatchObject({ responsibilities: [{ grade: 'supervising' }] })
})

test.each([
  ['a level-1 class', { class: 'F07' }, ['F-25-031']],
  ['a grade', { grade: 'supervising' }, ['F-16-001']],
  ['a year', { year: 2025 }, ['F-25-031', 'F-25-032']],
  ['money of a kind', { moneyKind: 'breach', moneyFrom: 800 }, ['F-25-031']],
  ['more money of that kind than there is', { moneyKind: 'irregular', moneyFrom: 800 }, []],
  ['words', { q: '公务用车' }, ['F-25-032']],
  ['the type of the unit audited', { unitType: ['department', 'court'] }, ['F-16-001', 'F-25-031', 'F-25-032']],
  ['a type nobody of which was audited', { unitType: 'court' }, []],
  ['how they count in statistics', { counted: 'stands' }, ['F-16-001', 'F-25-031', 'F-25-032']],
  ['an objection that waits', { counted: ['objected', 'withdrawn', 'unreported'] }, []],
])('findings are found by %s', async (_, input, expected) => {
  expect(await numbers({ ...input, sort: 'number' })).toEqual(expected)
})

test('until the report is in the library the finding has no place; then it opens at the very paragraph', async () => {
  expect(await one('F-25-031')).toMatchObject({ place: null })
  await take('reports', townReport.name, townReport.text)
  await house.runJobs()
  const { place } = await one('F-25-031')
  expect(place).toMatchObject({ paragraph: 3, quote: '2023年至2024年，三个养护项目化整为零规避公开招标，涉及合同金额862.40万元。𠮷' })
})

test('the drawer shows the reply beside the responsibility, and the readings are traced person by person', async () => {
  const view = await one('F-25-031')
  expect(view).toMatchObject({
    replies: [{ name: '周明远', text: '金额应由918万元调减', outcome: 'partly' }],
    tolerances: [],
    project: { number: '2025-U012-LJ0001-R' },
  })
  expect(view.responsibilities.map(({ post }) => post)).toEqual(['局长', '副局长'])
  expect(
    (await house.trail()).filter((line) => line.verb === 'findings.one' && line.subject.startsWith('official:')).length,
  ).toBeGreaterThan(1)
})

const header = townFindings.split('\n')[0] ?? ''
const row = (over: Record<string, string>) => {
  const base: Record<string, string> = {
    问题编号: 'F-25-099',
    项目编号: '2025-U012-LJ0001-R',
    标题: '某问题',
    问题类别: 'F01-01',
    事实: '某事实',
    单位编号: 'U012',
    ...over,
  }
  return `${header}\n${header
    .split(',')
    .map((name) => base[name] ?? '')
    .join(',')}\n`
}
test.each([
  ['an unknown project', { 项目编号: '无' }, '项目编号', 'findingProjectUnknown'],
  ['an unknown class', { 问题类别: 'F99-01' }, '问题类别', 'findingClassUnknown'],
  ['an unknown unit', { 单位编号: 'U999' }, '单位编号', 'findingUnitUnknown'],
  ['an unknown official', { 责任人编号: 'LJ9999', 责任类型: '直接责任' }, '责任人编号', 'findingOfficialUnknown'],
  ['an identity-card number', { 责任人编号: '110101199003071234', 责任类型: '直接责任' }, '责任人编号', 'idCardNumberGiven'],
  ['the supervising grade in an audit of 2025', { 责任人编号: 'LJ0001', 责任类型: '主管责任' }, '责任类型', 'gradeNotInRule'],
  ['a grade without an official', { 责任类型: '直接责任' }, '责任类型', 'gradeWithoutOfficial'],
  ['a negative amount', { '违规金额(元)': '-5' }, '违规金额(元)', 'moneyNegative'],
  ['a paragraph the report does not have', { 报告文件: townReport.name, 报告段落: '99' }, '报告段落', 'paragraphAbsent'],
  ['a paragraph of no report', { 报告段落: '2' }, '报告段落', 'paragraphWithoutReport'],
])('a row with %s is refused at its cell', async (_, over, column, code) => {
  expect(await take('findings', 'wrong.csv', row(over))).toMatchObject({ accepted: 0, refused: 1, rejected: [{ row: 2, column, code }] })
})

test('importing the findings again changes nothing', async () => {
  expect(await take('findings', 'again.csv', townFindings)).toMatchObject({ accepted: 0, updated: 0, unchanged: 4 })
})

test('a reader of another place sees no finding, nor does an account that is no official of the register', async () => {
  const [first] = (await list()).rows
  expect((await list({}, { jurisdiction: '880100' })).total).toBe(0)
  expect((await house.ask('findings.one', { id: first?.id }, { jurisdiction: '880100' })).status).toBe(404)
  expect((await list({}, { role: 'official' })).total).toBe(0)
})
