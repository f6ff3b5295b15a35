import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvText } from '../../platform/csvfile.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
type Report = {
  batch: string | null
  accepted: number
  updated: number
  unchanged: number
  rejected: { row: number; column: string; code: string }[]
  unreadable: { code: string }[]
  lines?: { text: string; understood: boolean; unit: string | null; unitNumber: string | null; why: string | null; nested: boolean }[]
}
type File = { name: string; bytes: Uint8Array | string }

const send = async (contract: string, what: string, files: readonly File[]) => {
  const answer = await house.upload(contract, files, { what })
  await house.runJobs()
  expect(answer.body).toMatchObject({ accepted: expect.any(Number) })
  return answer.body as Report
}
const take = (what: string, file: File) => send('intake.run', what, [file])
const sheet = (name: string, ...rows: string[][]) => ({ name, bytes: csvText(rows) })

const unitHeaders = ['编号', '单位全称', '简称', '类别', '级别', '上级编号', '区划代码', '统一社会信用代码', '曾用名']
const units = sheet(
  'units.csv',
  unitHeaders,
  ['U12', '澜江市交通运输局', '市交通局', '党政部门', '正县处级', 'U1', '990100', '', '澜江市交通局@2001-06-01~2010-03-31'],
  ['U13', '澜江市财政局', '市财政局', '党政部门', '正县处级', 'U1', '990100', '', ''],
  ['U1', '澜江市人民政府', '', '政府', '厅局级', '', '990100', '', ''],
)

beforeAll(async () => {
  house = await testHouse()
  await take('units', units)
})
afterAll(() => house.close())

test('units are taken with superiors that stand later in the same file; the same file again changes nothing', async () => {
  const rows = await house.db
    .selectFrom('unit')
    .leftJoin('unit as above', 'above.id', 'unit.superior')
    .select(['unit.number', 'above.number as superior'])
    .orderBy('unit.number')
    .execute()
  expect(rows).toEqual([
    { number: 'U1', superior: null },
    { number: 'U12', superior: 'U1' },
    { number: 'U13', superior: 'U1' },
  ])
  expect(await take('units', units)).toMatchObject({ accepted: 0, updated: 0, unchanged: 3, rejected: [] })
})

test('wrong units are refused cell by cell and never stop the good ones', async () => {
  const report = await take(
    'units',
    sheet(
      'wrong.csv',
      unitHeaders,
      ['U20', '甲局', '', '部门', '正县处级', '', '990100', '', ''],
      ['U21', '乙局', '', '党政部门', '厅级巡视员', '', '990100', '', ''],
      ['U22', '丙局', '', '党政部门', '', 'U99', '990100', '', ''],
      ['U23', '丁局', '', '党政部门', '', 'U22', '990100', '', ''],
      ['U24', '戊局', '', '党政部门', '', '', '9901', '', ''],
      ['U25', '己局', '', '党政部门', '', '', '990100', '114101000052101234', ''],
      ['U26', '庚局', '', '党政部门', '', 'U27', '990100', '', ''],
      ['U27', '辛局', '', '党政部门', '', 'U26', '990100', '', ''],
      ['U28', '壬局', '', '党政部门', '', 'U1', '990100', '', '旧名@2010年'],
      ['U29', '癸局', '', '党政部门', '', 'U1', '990103', '', ''],
    ),
  )
  expect(report.accepted).toBe(1)
  expect(report.rejected.map(({ row, column, code }) => [row, column, code]).toSorted()).toEqual(
    [
      [10, '曾用名', 'formerNameForm'],
      [2, '类别', 'cellNotAllowed'],
      [3, '级别', 'unknownLevel'],
      [4, '上级编号', 'superiorUnknown'],
      [5, '上级编号', 'superiorRefused'],
      [6, '区划代码', 'cellNotDivision'],
      [7, '统一社会信用代码', expect.stringMatching(/^creditCode/)],
      [8, '上级编号', 'superiorCycle'],
      [9, '上级编号', 'superiorCycle'],
    ].toSorted(),
  )
})

const officials = sheet(
  'officials.csv',
  ['编号', '姓名', '性别', '出生年月', '曾用名'],
  ['G001', '周 明 远', '男', '1974-05', ''],
  ['G002', '钱文渊', '女', '197803', '钱文'],
  ['G003', '赵立新', '无', '1978-13', ''],
)
const tenureHeaders = ['官员编号', '单位编号', '职务', '主要负责人', '任职起', '任职止', '对象类别', '依据文号']

test('officials and tenures come in with a clear refusal for each wrong cell', async () => {
  const people = await take('officials', officials)
  expect(people).toMatchObject({ accepted: 2 })
  expect(people.rejected.map(({ row, column }) => [row, column])).toEqual([
    [4, '性别'],
    [4, '出生年月'],
  ])
  const report = await take(
    'tenures',
    sheet(
      'tenures.csv',
      tenureHeaders,
      ['G001', 'U12', '党组书记、局长', '是', '2022-07-01', '', 'A', '澜组干〔2022〕31号'],
      ['G002', 'U13', '副局长', '主持工作', '2019-03', '2021-06', '', ''],
      ['G009', 'U12', '局长', '是', '2022-07-01', '', '', ''],
      ['G001', 'U99', '局长', '是', '2022-07-01', '', '', ''],
      ['G001', 'U13', '局长', '是', '2020-07-01', '2019-07-01', '', ''],
      ['G001', 'U12', '党组书记、局长', '是', '2024-01-01', '', '', ''],
      ['G001', 'U13', '局长', '也许', '2020-02-30', '', 'E', ''],
    ),
  )
  expect(report).toMatchObject({ accepted: 2 })
  expect(report.rejected.map(({ row, column, code }) => [row, column, code])).toEqual(
    expect.arrayContaining([
      [4, '官员编号', 'unknownOfficial'],
      [5, '单位编号', 'unknownUnit'],
      [6, '任职止', 'endBeforeStart'],
      [7, '任职起', 'samePostOverlaps'],
      [8, '主要负责人', 'cellNotAllowed'],
      [8, '任职起', 'cellNoSuchDay'],
      [8, '对象类别', 'cellNotAllowed'],
    ]),
  )
  const rows = await house.db
    .selectFrom('tenure')
    .select(['post', 'headship', 'startsOn', 'endsOn', 'precision'])
    .orderBy('startsOn')
    .execute()
  expect(rows).toEqual([
    { post: '副局长', headship: 'acting', startsOn: '2019-03-01', endsOn: '2021-06-30', precision: 'month' },
    { post: '党组书记、局长', headship: 'head', startsOn: '2022-07-01', endsOn: null, precision: 'day' },
  ])
})

test('the exported workbooks come back in and change nothing', async () => {
  for (const [what, contract, input] of [
    ['units', 'places.export', {}],
    ['officials', 'auditees.export', { as: 'officials', reason: '核对' }],
    ['tenures', 'auditees.export', { as: 'tenures', reason: '核对' }],
  ] as const) {
    const { response } = await house.ask(contract, input)
    const report = await take(what, { name: `${what}.xlsx`, bytes: new Uint8Array(await response.arrayBuffer()) })
    expect([what, report.accepted, report.updated, report.rejected]).toEqual([what, 0, 0, []])
    expect(report.unchanged).toBeGreaterThan(1)
  }
})
