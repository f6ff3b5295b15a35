import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { townAudits, townOfficials, townTenures, townUnits } from './samples.ts'

let house: TestHouse
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
beforeAll(async () => {
  house = await testHouse()
  await take('units', 'units.csv', townUnits)
  await take('officials', 'officials.csv', townOfficials)
  await take('tenures', 'tenures.csv', townTenures)
  expect(await take('audits', 'audits.csv', townAudits)).toMatchObject({ accepted: 4, refused: 0, rejected: [] })
}, 120_000)
afterAll(() => house?.close())

const list = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('projects.list', input, who)).body as { rows: Line[]; total: number }
type Line = {
  id: string
  number: string
  title: string
  year: number
  unitName: string
  officials: { name: string }[]
  startedOn: string
  heldWhen: string
}

test('the yearly workbook becomes projects; officials audited together share one', async () => {
  const { rows, total } = await list()
  expect(total).toBe(3)
  expect(rows.map((row) => [row.year, row.unitName, row.officials.map(({ name }) => name)])).toEqual([
    [2025, '澜江市交通运输局', ['周明远', '何晓芸']],
    [2022, '澜江市水务局', ['周明远']],
    [2016, '澜江市水务局', ['周明远']],
  ])
  expect(rows[0]).toMatchObject({ number: '2025-U012-LJ0001-R', title: '澜江市交通运输局局长周明远任中经济责任审计' })
})

test('a time given in months keeps its words', async () => {
  const { rows } = await list({ year: 2022 })
  expect(rows[0]).toMatchObject({ startedOn: '2022-04-01', reportedOn: '2022-06-30', heldWhen: '2022年4月至6月' })
})

test('importing the same workbook again changes nothing', async () => {
  expect(await take('audits', 'again.csv', townAudits)).toMatchObject({ accepted: 0, updated: 0, unchanged: 4, refused: 0 })
  expect((await list()).total).toBe(3)
})

test('each audit is told to the register of officials, which counts from it', async () => {
  const rows = await house.db
    .selectFrom('pastAudit')
    .innerJoin('official', 'official.id', 'pastAudit.official')
    .select(['official.number', 'on', 'kind'])
    .orderBy('on')
    .orderBy('number')
    .execute()
  expect(rows).toEqual([
    { number: 'LJ0001', on: '2016-12-31', kind: 'inOffice' },
    { number: 'LJ0001', on: '2022-06-30', kind: 'departure' },
    { number: 'LJ0001', on: '2025-08-20', kind: 'inOffice' },
    { number: 'LJ0002', on: '2025-08-20', kind: 'inOffice' },
  ])
})

const row = (over: Record<string, string>) => {
  const cells = {
    年度: '2024',
    姓名: '周明远',
    官员编号: 'LJ0001',
    职务: '局长',
    被审计单位: 'U012',
    审计单位: '澜江市审计局',
    审计时间: '',
    审计类型: '任中',
    审计结论: '',
    主要问题: '',
    备注: '',
    报告文件: '',
    ...over,
  }
  return `${Object.keys(cells).join(',')}\n${Object.values(cells).join(',')}\n`
}
test.each([
  ['an identity-card number', { 官员编号: '110101199003071234' }, '官员编号', 'idCardNumberGiven'],
  ['a number nobody bears', { 官员编号: 'LJ9999' }, '官员编号', 'auditOfficialUnknown'],
  ['another person’s name', { 姓名: '孙博' }, '姓名', 'auditNameDiffers'],
  ['a unit nobody knows', { 被审计单位: '市审批局' }, '被审计单位', 'auditUnitUnknown'],
  ['a name that two units bear', { 被审计单位: '水务局' }, '被审计单位', 'auditUnitAmbiguous'],
  ['a time that cannot be read', { 审计时间: '去年春天' }, '审计时间', 'auditTimeUnreadable'],
  ['a time that ends before it begins', { 审计时间: '2024-05-01至2024-03-01' }, '审计时间', 'auditTimeBackward'],
])('a row with %s is refused at its cell and nothing of it is kept', async (_, over, column, code) => {
  const answer = await take('audits', 'wrong.csv', row(over))
  expect(answer).toMatchObject({ accepted: 0, refused: 1, rejected: [{ row: 2, column, code }] })
  expect((await list()).total).toBe(3)
})

test('a unit is found by a former name, and undoing the import takes the audit back from the register too', async () => {
  const answer = (await take('audits', 'former.csv', row({ 被审计单位: '澜江市交通局' }))) as { accepted: number; batch: string }
  expect(answer).toMatchObject({ accepted: 1 })
  expect(await house.act('intake.undo', { id: answer.batch })).toMatchObject({ status: 200 })
  expect((await list()).total).toBe(3)
  expect(
    await house.db
      .selectFrom('pastAudit')
      .select('id')
      .where('on', '=', '2024-12-31' as never)
      .execute(),
  ).toEqual([])
})

test('one project shows its officials and their posts, and the reading is traced', async () => {
  const [first] = (await list({ q: '交通' })).rows
  const answer = await house.ask('projects.one', { id: first?.id })
  expect(answer.body).toMatchObject({
    unit: { number: 'U012' },
    subjects: [{ name: '周明远', heldFrom: '2022-07-01' }, { name: '何晓芸' }],
    paper: null,
  })
  const read = (await house.trail()).filter((line) => line.verb === 'projects.one')
  expect(read.length).toBe(3)
})

test('a reader of another place finds nothing', async () => {
  const [first] = (await list()).rows
  expect((await list({}, { jurisdiction: '880100' })).total).toBe(0)
  expect((await house.ask('projects.one', { id: first?.id }, { jurisdiction: '880100' })).status).toBe(404)
})

test('an audited official may not list projects', async () => {
  expect((await house.ask('projects.list', {}, { role: 'official' })).body).toMatchObject({ total: 0 })
})
