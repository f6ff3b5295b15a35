import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { csvText } from '../../platform/csvfile.ts'
import { sheetBytes } from '../../platform/sheetwrite.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { rawZip, xlsx } from '../../platform/testing/papers.ts'
import { ImportAnswer } from './contract.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(() => sql`truncate batch, tenure, official, unit cascade`.execute(house.db))

const headers = ['编号', '单位全称', '类别', '级别', '上级编号', '区划代码'] as const
type UnitCells = readonly string[]
const unit = (number: string, name: string, ...more: string[]): UnitCells => [number, name, '党政部门', '正县处级', '', '990100', ...more]
const workbook = (rows: readonly UnitCells[], header: readonly string[] = headers) => sheetBytes({ name: '单位', headers: header }, rows)
type Upload = { name: string; bytes: Uint8Array | string }
const two = async (): Promise<Upload> => ({
  name: 'units.xlsx',
  bytes: await workbook([unit('U1', '澜江市财政局'), unit('U2', '澜江市交通局')]),
})

async function send(name: 'intake.run' | 'intake.preview', files: readonly Upload[], what = 'units', who = {}) {
  const answer = await house.upload(name, files, { what }, { role: 'clerk', ...who })
  return { status: answer.status, body: answer.body, report: ImportAnswer.safeParse(answer.body).data }
}
const run = async (files: readonly Upload[], what?: string) => {
  const { report, body } = await send('intake.run', files, what)
  if (!report) throw new Error(JSON.stringify(body))
  return report
}
const counts = ({ accepted, updated, unchanged, refused }: ImportAnswer) => [accepted, updated, unchanged, refused]
const units = () => house.db.selectFrom('unit').select(['number', 'name', 'version']).orderBy('number').execute()
const undo = (id: string | null, who = {}) => house.act('intake.undo', { id }, { role: 'clerk', ...who })
const Refused = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()).optional(), message: z.string() })

test('a workbook comes in: good rows are kept, each wrong cell is named with row, column and reason', async () => {
  const bytes = await workbook([unit('U1', '澜江市财政局'), ['U2', '', '不知道', '', '', '990100'], unit('U3', '澜江市交通局')])
  const report = await run([{ name: 'units.xlsx', bytes }])
  expect(counts(report)).toEqual([2, 0, 0, 1])
  expect(report.rejected.map(({ file, row, column, value, code }) => [file, row, column, value, code])).toEqual([
    ['units.xlsx', 3, '单位全称', '', 'cellMissing'],
    ['units.xlsx', 3, '类别', '不知道', 'cellNotAllowed'],
  ])
  expect(report.rejected[0]?.message).toBe('必填，不能为空')
  expect((await units()).map(({ number }) => number)).toEqual(['U1', 'U3'])
})

test('one import leaves its trail: its beginning and each file', async () => {
  const before = (await house.trail()).length
  const report = await run([await two()])
  expect((await house.trail()).slice(before)).toEqual(
    Array.from({ length: 2 }, () => ({ verb: 'intake.run', subject: `batch:${report.batch}`, kind: 'act', account: 'clerk' })),
  )
})

test('a dry run says the same and changes nothing: no record, no batch, no file kept; that it was tried is in the trail', async () => {
  const file = await two()
  const before = (await house.trail()).length
  const { report } = await send('intake.preview', [file])
  expect(report && [report.batch, ...counts(report)]).toEqual([null, 2, 0, 0, 0])
  expect(await units()).toEqual([])
  expect((await house.trail()).slice(before)).toMatchObject([{ verb: 'intake.preview', kind: 'act' }])
  expect(await house.db.selectFrom('batch').select('id').execute()).toEqual([])
  expect(house.office.store.has(createHash('sha256').update(file.bytes).digest('hex'))).toBe(false)
})

test('the same file a second time changes nothing', async () => {
  await run([await two()])
  expect(counts(await run([await two()]))).toEqual([0, 0, 2, 0])
  expect((await units()).map(({ version }) => version)).toEqual([1, 1])
})

test('a changed row updates the record under its old id and counts its version up', async () => {
  await run([await two()])
  const id = await house.db.selectFrom('unit').select('id').where('number', '=', 'U2').executeTakeFirst()
  const bytes = await workbook([unit('U1', '澜江市财政局'), unit('U2', '澜江市交通运输局')])
  expect(counts(await run([{ name: 'units.xlsx', bytes }]))).toEqual([0, 1, 1, 0])
  expect(await house.db.selectFrom('unit').select(['id', 'name', 'version']).where('number', '=', 'U2').executeTakeFirst()).toEqual({
    ...id,
    name: '澜江市交通运输局',
    version: 2,
  })
})

test('headers may stand in any order, below a title, with blanks, stars, full-width signs or a hint in brackets', async () => {
  const rows = [
    ['澜江市单位名册'],
    ['序号', ' 单 位 全 称 *', '类别（从下拉中选）', '编号', '备注', '级别'],
    ['1', '澜江市财政局', '党政部门', 'U1', '不入库的话', '正县处级'],
  ]
  const report = await run([{ name: 'a.csv', bytes: csvText(rows) }])
  expect([counts(report), report.ignored]).toEqual([[1, 0, 0, 0], [{ file: 'a.csv', column: '备注' }]])
})

test('a missing column is named, and the other files of the batch come in all the same', async () => {
  const report = await run([
    {
      name: 'a.csv',
      bytes: csvText([
        ['编号', '单位全称'],
        ['U9', '某局'],
      ]),
    },
    await two(),
  ])
  expect(report.rejected).toEqual([
    { file: 'a.csv', row: 1, column: '类别', value: '', code: 'columnMissing', message: '缺少必需的列“类别”；请使用模板或补上该列' },
  ])
  expect(counts(report)).toEqual([2, 0, 0, 0])
})

test('a file that breaks off half-way leaves nothing of itself', async () => {
  const inline = (cells: readonly string[]) => cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')
  const many = Array.from({ length: 1500 }, (_, at) => `<row>${inline(unit(`N${at}`, `单位${at}`))}</row>`).join('')
  const broken = xlsx({ s: `<sheetData><row>${inline(headers)}</row>${many}<row><c` })
  const report = await run([{ name: 'broken.xlsx', bytes: broken }, await two()])
  expect(report.unreadable.map(({ file, code }) => [file, code])).toEqual([['broken.xlsx', 'damagedArchive']])
  expect([counts(report), (await units()).length]).toEqual([[2, 0, 0, 0], 2])
})

test.each<[string, string, Uint8Array | string, string]>([
  ['a bomb', 'a.xlsx', rawZip([{ name: 'a', bytes: new Uint8Array(1_000_000) }]), 'bombSuspected'],
  ['an empty sheet', 'a.xlsx', xlsx({ s: '<sheetData/>' }), 'sheetEmpty'],
  ['a header without rows', 'a.csv', csvText([headers]), 'sheetEmpty'],
  ['a kind of file that units do not take', 'a.pdf', '%PDF-', 'kindNotTaken'],
])('%s is listed as unreadable with its reason', async (_, name, bytes, code) => {
  const report = await run([{ name, bytes }])
  expect(report.unreadable.map((each) => [each.file, each.code])).toEqual([[name, code]])
  expect(report.unreadable[0]?.message).not.toBe(code)
})

test('a workbook in GB18030 reads like any other', async () => {
  const gb = Buffer.from('b1e0bac52cb5a5cebbc8abb3c62cc0e0b1f00a55312cb2c6d5feBED62cb5b3d5feb2bfc3c50a', 'hex')
  expect(counts(await run([{ name: 'a.csv', bytes: gb }]))).toEqual([1, 0, 0, 0])
  expect((await units())[0]?.name).toBe('财政局')
})

test('two rows with one number: the same content is nothing new, other content is refused', async () => {
  const report = await run([{ name: 'u.xlsx', bytes: await workbook([unit('U1', '甲局'), unit('U1', '甲局'), unit('U1', '乙局')]) }])
  expect(counts(report)).toEqual([1, 0, 1, 1])
  expect(report.rejected).toMatchObject([{ row: 4, code: 'keyRepeated', message: '与 u.xlsx 第 2 行是同一条记录，但内容不同' }])
})

test('undo takes new records back and restores changed ones exactly, with its own trail', async () => {
  await run([await two()])
  const before = await house.db.selectFrom('unit').selectAll().orderBy('number').execute()
  const second = await run([{ name: 'u.xlsx', bytes: await workbook([unit('U2', '改名局'), unit('U3', '新局')]) }])
  const answer = await undo(second.batch)
  expect([answer.status, answer.body]).toMatchObject([200, { state: 'undone', undoneBy: 'clerk', may: { undo: { code: 'batchUndone' } } }])
  expect(await house.db.selectFrom('unit').selectAll().orderBy('number').execute()).toEqual(before)
  expect((await house.trail()).at(-1)).toMatchObject({ verb: 'intake.undo', subject: `batch:${second.batch}` })
  expect((await undo(second.batch)).status).toBe(409)
})

test('an import that a later change stands on is not undone; the record is named, and undoing in order works', async () => {
  const first = await run([await two()])
  const second = await run([{ name: 'u.xlsx', bytes: await workbook([unit('U2', '改名局')]) }])
  const answer = await undo(first.batch)
  expect([answer.status, Refused.parse(answer.body)]).toMatchObject([409, { code: 'changedSince', facts: { record: 'U2' } }])
  expect((await units()).length).toBe(2)
  expect((await undo(second.batch)).status).toBe(200)
  expect((await undo(first.batch)).status).toBe(200)
  expect(await units()).toEqual([])
})

test('records that others refer to are not taken away; the record is named', async () => {
  const first = await run([await two()])
  await run(
    [
      {
        name: 'o.csv',
        bytes: csvText([
          ['编号', '姓名'],
          ['G1', '周明远'],
        ]),
      },
    ],
    'officials',
  )
  const rows = [
    ['官员编号', '单位编号', '职务', '主要负责人', '任职起'],
    ['G1', 'U1', '局长', '是', '2022-07-01'],
  ]
  const posts = await run([{ name: 't.csv', bytes: csvText(rows) }], 'tenures')
  expect(counts(posts)).toEqual([1, 0, 0, 0])
  const answer = await undo(first.batch)
  expect([answer.status, Refused.parse(answer.body)]).toMatchObject([409, { code: 'stoodUpon', facts: { record: 'U1' } }])
  expect((await undo(posts.batch)).status).toBe(200)
  expect((await undo(first.batch)).status).toBe(200)
})

test('a column added to a table later does not make an earlier import look changed', async () => {
  const first = await run([await two()])
  await sql`alter table unit add column intake_test_later text default 'x'`.execute(house.db)
  try {
    expect((await undo(first.batch)).status).toBe(200)
  } finally {
    await sql`alter table unit drop column intake_test_later`.execute(house.db)
  }
})

test('batches are listed newest first, by kind, and only those of one’s own place', async () => {
  await run([await two()])
  const second = await run(
    [
      {
        name: 'o.csv',
        bytes: csvText([
          ['编号', '姓名'],
          ['G1', '周明远'],
        ]),
      },
    ],
    'officials',
  )
  const listed = await house.ask('intake.batches', {}, { role: 'clerk' })
  expect(listed.body).toMatchObject({
    total: 2,
    rows: [{ id: second.batch, what: 'officials', accepted: 1, may: { undo: true } }, { what: 'units' }],
  })
  expect((await house.ask('intake.batches', { what: 'units' }, { role: 'clerk' })).body).toMatchObject({ total: 1 })
  expect((await house.ask('intake.batches', {}, { role: 'clerk', jurisdiction: '990200' })).body).toEqual({ rows: [], total: 0 })
  expect((await house.ask('intake.batch', { id: second.batch }, { role: 'clerk', jurisdiction: '990200' })).status).toBe(404)
  expect((await undo(second.batch, { jurisdiction: '990200' })).status).toBe(404)
})

test('an import sent twice under one key is done once and answered twice alike', async () => {
  const { bytes } = await two()
  const post = () => {
    const form = new FormData()
    form.append('what', 'units')
    for (const name of ['a.xlsx', 'b.xlsx']) form.append('files', new Blob([new Uint8Array(Buffer.from(bytes))]), name)
    const who = encodeURIComponent(JSON.stringify({ ...aClerk, role: 'clerk' }))
    const headers = { authorization: `Bearer ${who}`, 'idempotency-key': 'once' }
    return house.hono.request('/api/intake.run', { method: 'POST', body: form, headers })
  }
  const first = ImportAnswer.parse(await (await post()).json())
  expect(counts(first)).toEqual([2, 0, 2, 0])
  expect(ImportAnswer.parse(await (await post()).json())).toEqual(first)
  expect(await house.db.selectFrom('batch').select('id').execute()).toEqual([{ id: first.batch }])
})

test('an official under audit may neither import nor undo', async () => {
  const { batch } = await run([await two()])
  expect((await house.upload('intake.run', [await two()], { what: 'units' }, { role: 'official' })).status).toBe(403)
  expect((await undo(batch, { role: 'official' })).status).toBe(403)
})

test('a long import goes on as a job, tells how far it is, and its upload is gone afterwards', async () => {
  const padding = 'x'.repeat(2000)
  const rows = Array.from({ length: 1200 }, (_, at) => unit(`N${at}`, `单位${at}`, padding))
  const bytes = csvText([[...headers, '附注'], ...rows])
  const { report } = await send('intake.run', [{ name: 'long.csv', bytes }])
  expect(report && [report.state, report.accepted]).toEqual(['waiting', 0])
  expect((await undo(report?.batch ?? '')).body).toMatchObject({ code: 'batchRunning' })
  await house.runJobs()
  const answer = await house.ask('intake.batch', { id: report?.batch ?? '' }, { role: 'clerk' })
  expect(answer.body).toMatchObject({ batch: { state: 'done', filesDone: 1 }, report: { accepted: 1200, ignored: [{ column: '附注' }] } })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(existsSync(house.office.store.path(sha256))).toBe(false)
  expect(house.events.filter(({ kind }) => kind === 'intake.progress').at(-1)).toMatchObject({
    audience: 'clerk',
    payload: { batch: report?.batch, done: 100, total: 100 },
  })
  expect((await undo(report?.batch ?? '')).status).toBe(200)
  expect(await units()).toEqual([])
})

test('the template of a kind reads back: its example row is passed over, a row below it comes in', async () => {
  const answer = await house.ask('intake.template', { what: 'units' }, { role: 'clerk' })
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain('（模板）.xlsx')
  const bytes = new Uint8Array(await answer.response.arrayBuffer())
  const report = await run([{ name: '模板.xlsx', bytes }])
  expect([counts(report), report.ignored, report.unreadable.map(({ code }) => code)]).toEqual([[0, 0, 0, 0], [], ['sheetEmpty']])
})

test('every kind of the house says what it takes; an unknown kind is refused with the list', async () => {
  const { body } = await house.ask('intake.kinds', {}, { role: 'clerk' })
  expect(body).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ what: 'units', accepts: ['.xlsx', '.csv'], template: true })]),
  })
  const { status, body: no } = await send('intake.run', [await two()], 'planets')
  expect([status, Refused.parse(no).code]).toEqual([409, 'kindUnknown'])
  expect((await send('intake.run', [], 'units')).status).toBe(400)
})
