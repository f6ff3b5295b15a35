import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { csvText } from '../../platform/csvfile.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aForm, aLrm, secrets } from './samples.ts'

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

test('a dry run of a form lists every resume line with its parse and writes nothing', async () => {
  const report = await send('intake.preview', 'officials', [{ name: '林若溪.lrmx', bytes: aForm() }])
  expect(report.lines?.map(({ understood, unitNumber, why, nested }) => [understood, unitNumber, why, nested])).toEqual([
    [true, null, 'study', false],
    [true, 'U13', null, false],
    [true, 'U13', null, false],
    [true, null, 'study', true],
    [true, 'U12', null, false],
    [false, null, 'notUnderstood', false],
  ])
  expect(await house.db.selectFrom('official').selectAll().where('name', '=', '林若溪').execute()).toEqual([])
})

const everyFile = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? everyFile(join(folder, name)) : [join(folder, name)]))

async function everythingStored(): Promise<string> {
  const { rows: tables } = await house.office.db.executeQuery<{ name: string }>({
    sql: "select table_name as name from information_schema.tables where table_schema = 'public'",
    parameters: [],
    query: { kind: 'RawNode' },
  } as never)
  const texts = await Promise.all(
    tables.map(({ name }) =>
      house.office.db
        .selectFrom(name as 'official')
        .selectAll()
        .execute(),
    ),
  )
  return JSON.stringify(texts)
}

test('of family, health, proposals, number and photo nothing is left: not in the database, the file store or the log', async () => {
  const written: string[] = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (chunk: string | Uint8Array) => written.push(String(chunk)) > 0
  const report = await take('officials', { name: 'form.lrmx', bytes: aForm() }).finally(() => {
    process.stdout.write = write
  })
  expect(report).toMatchObject({ unreadable: [], accepted: 1 })
  const stored = `${await everythingStored()}${JSON.stringify(report)}${written.join('')}${everyFile(house.folder)
    .map((file) => readFileSync(file, 'utf8'))
    .join('')}`
  expect(stored).toContain('林若溪')
  for (const secret of secrets) expect(stored).not.toContain(secret)
})

test('the resume becomes tenures by month, the line nobody can place waits for a person', async () => {
  const official = await house.db.selectFrom('official').selectAll().where('name', '=', '林若溪').executeTakeFirstOrThrow()
  expect(official).toMatchObject({ sex: 'female', bornIn: '1976-03', number: expect.stringMatching(/^R[0-9A-F]{10}$/) })
  const rows = await house.db
    .selectFrom('tenure')
    .select(['post', 'headship', 'startsOn', 'endsOn', 'precision'])
    .where('official', '=', official.id)
    .orderBy('startsOn')
    .execute()
  expect(rows).toEqual([
    { post: '科员', headship: 'other', startsOn: '1998-07-01', endsOn: '2003-05-31', precision: 'month' },
    { post: '副科长', headship: 'other', startsOn: '2003-05-01', endsOn: '2012-08-31', precision: 'month' },
    { post: '党组书记、局长', headship: 'head', startsOn: '2012-08-01', endsOn: null, precision: 'month' },
  ])
  const { body } = await house.ask('auditees.one', { id: official.id })
  expect(body).toMatchObject({ lines: [{ text: '早年经历不详', why: 'notUnderstood', state: 'waiting' }] })
})

test('the same form again, and the older form of the same person, change nothing', async () => {
  expect(await take('officials', { name: 'form.lrmx', bytes: aForm() })).toMatchObject({ accepted: 0, updated: 0, unreadable: [] })
  const older = execFileSync('iconv', ['-f', 'utf-8', '-t', 'gb18030'], { input: aLrm() })
  expect(await take('officials', { name: 'form.lrm', bytes: new Uint8Array(older) })).toMatchObject({
    accepted: 0,
    updated: 0,
    unreadable: [],
  })
  expect(await house.db.selectFrom('official').selectAll().where('name', '=', '林若溪').execute()).toHaveLength(1)
})

test('a damaged form is listed with its reason, and two people of one name are never mixed up', async () => {
  expect((await take('officials', { name: 'cut.lrmx', bytes: aForm().slice(0, 700) })).unreadable).toMatchObject([{ code: 'lrmxDamaged' }])
  await take('officials', sheet('same.csv', ['编号', '姓名'], ['G050', '林双'], ['G051', '林双']))
  expect((await take('officials', { name: 'two.lrmx', bytes: aForm({ name: '林双' }) })).unreadable).toMatchObject([
    { code: 'lrmxSeveralOfficials' },
  ])
})

test('undoing the import of a form takes back the person, the tenures and the lines', async () => {
  const report = await take('officials', {
    name: 'new.lrmx',
    bytes: aForm({ name: '贺一', resume: ['1998.07--2003.05  澜江市财政局科员', '待业'] }),
  })
  await house.act('intake.undo', { id: report.batch })
  expect(await house.db.selectFrom('official').selectAll().where('name', '=', '贺一').execute()).toEqual([])
})
