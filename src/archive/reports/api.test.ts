import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { foldedText } from '../../kernel/fold.ts'
import { json } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { aClerk, type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aUnit } from '../../registers/places/samples.ts'
import type { list, one, unreadable } from './contract.ts'
import { aReportText } from './samples.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.db.deleteFrom('document').execute()
  await house.db.deleteFrom('unit').execute()
})

type Body<T extends { output: z.ZodType }> = z.output<T['output']>
const name = '水务局审计报告.txt'
type Imported = {
  batch: string
  accepted: number
  updated: number
  unchanged: number
  unreadable: { file: string; code: string; message: string }[]
}
const take = async (files: { name: string; bytes: Uint8Array | string }[], who = {}): Promise<Imported> => {
  const answer = await house.upload('intake.run', files, { what: 'reports' }, { ...aClerk, ...who })
  expect([answer.status, answer.body]).toMatchObject([200, { rejected: [] }])
  return JSON.parse(JSON.stringify(answer.body))
}
const papers = async (who = {}): Promise<Body<typeof list>> =>
  JSON.parse(JSON.stringify((await house.ask('reports.list', {}, { ...aClerk, ...who })).body))
const first = async () => (await papers()).rows[0] ?? expect.fail('no paper')
const read = async (input: Record<string, unknown>): Promise<Body<typeof one>> =>
  JSON.parse(JSON.stringify((await house.ask('reports.one', input)).body))

test('a report comes in with its facts proposed, its paragraphs by offsets and its original kept', async () => {
  expect(await take([{ name, bytes: aReportText }])).toMatchObject({ accepted: 1, updated: 0, unchanged: 0 })
  const paper = await first()
  expect(paper).toMatchObject({
    name,
    kind: 'auditReport',
    number: '澜审经责报〔2024〕12号',
    year: 2024,
    unit: null,
    state: 'read',
    paragraphs: 12,
    headings: 5,
  })
  expect(paper.sha256).toBe(createHash('sha256').update(aReportText).digest('hex'))
  const page = await read({ id: paper.id })
  expect(page.text).toBe(aReportText)
  expect(page.paragraphs.map(({ startsAt, endsAt }) => aReportText.slice(startsAt, endsAt))).toEqual(aReportText.split('\n'))
  expect(page.outline.map(({ level, title }) => `${level} ${title}`)).toEqual([
    '1 一、基本情况',
    '1 二、审计发现的主要问题',
    '2 （一）专项资金滞留',
    '2 （二）招标程序不合规',
    '1 三、审计建议',
  ])
  const original = await house.ask('reports.original', { id: paper.id })
  expect(await original.response.text()).toBe(aReportText)
})

test('the folded text is stored beside the verbatim one', async () => {
  await take([{ name, bytes: aReportText }])
  const row = await house.db.selectFrom('documentText').selectAll().executeTakeFirstOrThrow()
  expect([row.text, row.folded]).toEqual([aReportText, foldedText(aReportText)])
})

test('the same file again changes nothing; the same content under another name is a paper of its own, shown as a twin', async () => {
  await take([{ name, bytes: aReportText }])
  expect(await take([{ name, bytes: aReportText }])).toMatchObject({ accepted: 0, updated: 0, unchanged: 1 })
  expect(await take([{ name: '副本.txt', bytes: aReportText }])).toMatchObject({ accepted: 1 })
  expect((await papers()).total).toBe(2)
  expect((await read({ id: (await first()).id })).twins).toHaveLength(1)
})

test('another content under the same name replaces the text and keeps the old one as an edition; undo brings it back', async () => {
  await take([{ name, bytes: aReportText }])
  const before = await read({ id: (await first()).id })
  const changed = aReportText.replace('120万元', '210万元')
  const { batch, updated } = await take([{ name, bytes: changed }])
  expect(updated).toBe(1)
  const after = await read({ id: before.document.id })
  expect([after.text, after.editions.map(({ sha256 }) => sha256)]).toEqual([changed, [before.sha256]])
  const old = await read({ id: before.document.id, sha256: before.sha256 })
  expect([old.text, old.current, old.paragraphs]).toEqual([aReportText, false, before.paragraphs])
  expect(await (await house.ask('reports.original', { id: before.document.id, sha256: before.sha256 })).response.text()).toBe(aReportText)
  expect((await house.act('intake.undo', { id: batch })).status).toBe(200)
  expect(await read({ id: before.document.id })).toMatchObject({ text: aReportText, paragraphs: before.paragraphs, editions: [] })
})

test('undoing an import takes its papers and their paragraphs away', async () => {
  const { batch } = await take([
    { name, bytes: aReportText },
    { name: '坏.pdf', bytes: '%PDF-1.4 nothing' },
  ])
  expect((await house.act('intake.undo', { id: batch })).status).toBe(200)
  const left = await Promise.all([
    house.db.selectFrom('document').select('id').execute(),
    house.db.selectFrom('paragraph').select('id').execute(),
  ])
  expect(left).toEqual([[], []])
})

test('two files of one name in one import are two papers', async () => {
  await take([
    { name: '审计报告.txt', bytes: '甲单位的审计报告' },
    { name: '审计报告.txt', bytes: '乙单位的审计报告' },
  ])
  expect((await papers()).total).toBe(2)
})

test('a file that cannot be read is listed with its reason, and vanishes from the list once a readable one comes', async () => {
  const report = await take([
    { name: '损坏.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]) },
    { name: '空.txt', bytes: ' \n ' },
    { name: '二进制.txt', bytes: new Uint8Array([1, 2, 0, 3, 4]) },
    { name, bytes: aReportText },
  ])
  expect(report).toMatchObject({ accepted: 1 })
  expect(report.unreadable.map(({ file }) => file)).toEqual(['损坏.docx', '空.txt', '二进制.txt'])
  const listed: Body<typeof unreadable> = JSON.parse(JSON.stringify((await house.ask('reports.unreadable')).body))
  expect(listed.rows.map((row) => row.name).sort()).toEqual(['二进制.txt', '损坏.docx', '空.txt'].sort())
  expect(listed.rows.every(({ message }) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
  await take([{ name: '空.txt', bytes: '有字了' }])
  expect((await house.ask('reports.unreadable')).body).toMatchObject({ total: 2 })
})

test('a person corrects the facts; what was set by a person survives a new edition', async () => {
  await house.db
    .insertInto('unit')
    .values({ ...aUnit(), shortNames: json([]), formerNames: json([]) })
    .execute()
  await take([{ name, bytes: aReportText }])
  const { id, version, kind, year, number } = await first()
  const answer = await house.act('reports.saveFacts', { id, version, kind, year, number, title: '水务局经责审计报告', unit: aUnit().id })
  expect(answer.body).toMatchObject({
    title: '水务局经责审计报告',
    unit: aUnit().id,
    unitName: aUnit().name,
    guessed: { title: 'person', number: 'numberLine' },
    version: version + 1,
  })
  await take([{ name, bytes: `${aReportText}\n附件` }])
  expect(await first()).toMatchObject({ title: '水务局经责审计报告', unit: aUnit().id, guessed: { title: 'person' } })
  expect((await house.trail()).filter(({ verb }) => verb === 'reports.saveFacts')).toHaveLength(1)
})

test('a stale version, an unknown unit and an unreadable file are refused', async () => {
  await take([
    { name, bytes: aReportText },
    { name: '空.txt', bytes: ' ' },
  ])
  const { id, version, kind, year, number, title } = await first()
  const facts = { id, version, kind, year, number, title, unit: null }
  expect((await house.act('reports.saveFacts', { ...facts, version: version + 7 })).body).toMatchObject({ code: 'changedMeanwhile' })
  expect((await house.act('reports.saveFacts', { ...facts, unit: newId() })).body).toMatchObject({ code: 'reportUnitUnknown' })
  const dead = await house.db.selectFrom('document').select(['id', 'version']).where('state', '=', 'unreadable').executeTakeFirstOrThrow()
  expect((await house.act('reports.saveFacts', { ...facts, ...dead })).body).toMatchObject({ code: 'reportUnreadable' })
})

test('a paper is known in its own place and above, not beside or below; a party sees none that is not of its own case', async () => {
  await take([{ name, bytes: aReportText }])
  const { id } = await first()
  expect((await papers({ jurisdiction: '990000' })).total).toBe(1)
  expect((await papers({ jurisdiction: '990200' })).total).toBe(0)
  expect((await papers({ jurisdiction: '990101' })).total).toBe(0)
  expect((await house.ask('reports.one', { id }, { jurisdiction: '990200' })).status).toBe(404)
  expect((await house.ask('reports.original', { id }, { jurisdiction: '990200' })).status).toBe(404)
  for (const party of [
    { role: 'unitStaff', unitId: newId() },
    { role: 'official', officialId: newId() },
  ]) {
    expect([party.role, await papers(party)]).toMatchObject([party.role, { total: 0, rows: [] }])
    expect((await house.ask('reports.one', { id }, party)).status).toBe(404)
    expect((await house.ask('reports.original', { id }, party)).status).toBe(404)
  }
  expect((await house.act('reports.saveFacts', { id }, { role: 'discipline' })).status).toBe(403)
})

test('a paper says to whoever reads it whether its facts may be corrected: by role first', async () => {
  await take([{ name, bytes: aReportText }])
  const { id } = await first()
  const may = async (who: Record<string, unknown>) => ((await house.ask('reports.one', { id }, who)).body as { may: unknown }).may
  expect([await may({}), await may({ role: 'director' })]).toEqual([{ saveFacts: true }, { saveFacts: { code: 'forbidden' } }])
})

test('reading a paper leaves a trace', async () => {
  await take([{ name, bytes: aReportText }])
  const { id } = await first()
  await read({ id })
  expect((await house.trail()).at(-1)).toMatchObject({ verb: 'reports.one', kind: 'read', subject: `document:${id}` })
})

test('a long paper is read by pages, and an offset opens the page it stands on', async () => {
  const long = Array.from({ length: 700 }, (_, i) => `第${i + 1}段的内容`).join('\n')
  await take([{ name: '长.txt', bytes: long }])
  const { id } = await first()
  const page = await read({ id, at: long.indexOf('第450段') })
  expect([page.from, page.total, page.paragraphs.length]).toEqual([301, 700, 300])
  const spot = page.paragraphs.find(({ no }) => no === 450) ?? expect.fail('not there')
  expect(page.text.slice(spot.startsAt - page.textStartsAt, spot.endsAt - page.textStartsAt)).toBe('第450段的内容')
})

test('every new text enqueues a scan for mentions in the same transaction; a dry run and an unchanged file none', async () => {
  const waiting = async () =>
    (
      await sql<{
        count: number
      }>`select count(*)::integer as count from graphile_worker.jobs where task_identifier = 'links.scan'`.execute(house.db)
    ).rows[0]?.count ?? 0
  const before = await waiting()
  await house.upload('intake.preview', [{ name: '试.txt', bytes: '试一试' }], { what: 'reports' })
  expect([(await papers()).total, await waiting()]).toEqual([0, before])
  await take([{ name: '试.txt', bytes: '试一试' }])
  await take([{ name: '试.txt', bytes: '试一试' }])
  expect(await waiting()).toBe(before + 1)
})
