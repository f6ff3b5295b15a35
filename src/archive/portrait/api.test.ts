import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anObjection, aTolerance, townFindings, townReport } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { townRectification } from '../../audit/rectification/samples.ts'
import { day } from '../../kernel/day.ts'
import { openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { portraitVerbs } from './cli.ts'
import type { Portrait } from './model.ts'

let house: TestHouse
const take = async (what: string, name: string, bytes: string) => (await house.upload('intake.run', [{ name, bytes }], { what })).body
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-21T02:00:00Z' })
  const books = {
    units: townUnits,
    officials: townOfficials,
    tenures: townTenures,
    audits: townAudits,
    findings: townFindings,
    rectification: townRectification,
  }
  for (const [what, text] of Object.entries(books)) await take(what, `${what}.csv`, text)
  await take('reports', townReport.name, townReport.text)
}, 120_000)
afterAll(() => house?.close())

const portrait = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('portrait.one', { official: 'LJ0001', purpose: '年度审计', ...input }, who)).body as Portrait
const textsOf = (shown: Portrait, section: string) =>
  shown.sentences.filter((sentence) => sentence.section === section).map(({ text }) => text)
const ids = async () => {
  const finding = await house.db.selectFrom('finding').select('id').where('number', '=', 'F-25-031').executeTakeFirstOrThrow()
  const official = await house.db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()
  return { finding: finding.id, official: official.id }
}

test('posts, audits, findings, replies and rectification each have their sentences', async () => {
  const shown = await portrait()
  expect([...new Set(shown.sentences.map(({ section }) => section))]).toEqual([
    'identity',
    'tenures',
    'audits',
    'findings',
    'replies',
    'rectification',
  ])
  expect(textsOf(shown, 'audits').at(-3)).toBe(
    '2025年3月3日至2025年8月20日，澜江市审计局对其任澜江市交通运输局局长期间的经济责任履行情况进行任中审计。',
  )
  expect(textsOf(shown, 'findings')).toContain(
    '养护项目化整为零规避公开招标（规避招标或拆分）：2023年至2024年，三个养护项目化整为零规避公开招标。涉及违规金额862.40万元、管理不规范金额0.12005万元。对此负直接责任。',
  )
  expect(textsOf(shown, 'rectification')).toContain(
    '“车辆编制超配”：分阶段整改，期限2026年6月30日；2025年11月1日单位申报已整改；审计机关2025年11月10日认定已整改，2025年11月20日销号。',
  )
})

test('every sentence has a source that resolves to a record of the house, and papers to their very words', async () => {
  const shown = await portrait()
  for (const { sources } of shown.sentences) {
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) await resolves(source)
  }
  const cited = shown.sentences.flatMap(({ sources }) => sources).find((source) => source.start !== null)
  const sha256 = createHash('sha256').update(townReport.text).digest('hex')
  expect(cited).toMatchObject({ document: townReport.name, paragraph: 3, sha256 })
  const line = townReport.text.split('\n')[2] ?? ''
  expect(townReport.text.slice(cited?.start ?? 0, cited?.end ?? 0)).toBe(line)
  expect(shown.quotes[0]?.text).toBe(line)
})
async function resolves({ record, documentId, sha256 }: Portrait['sentences'][number]['sources'][number]) {
  const [table = '', id = ''] = record.split(':')
  const { rows } = await house.db.executeQuery({
    sql: `select 1 from ${table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)} where id = $1`,
    parameters: [id],
    query: { kind: 'RawNode' },
    queryId: { queryId: 'x' },
  } as never)
  expect(rows.length).toBe(1)
  if (documentId)
    expect(await house.db.selectFrom('document').select('sha256').where('id', '=', documentId).executeTakeFirst()).toEqual({ sha256 })
}

test('on an earlier day the portrait knows only what was known then', async () => {
  const shown = await portrait({ on: '2024-01-01' })
  expect(shown.figures.audits.map(({ year }) => year)).toEqual([2016, 2022])
  expect(textsOf(shown, 'findings').join()).not.toContain('养护项目')
  expect(shown.asOf).toBe('2024-01-01')
})

test('tolerance and the official’s own words stand at the level of the problem', async () => {
  const { finding, official } = await ids()
  await house.db
    .insertInto('tolerance')
    .values(aTolerance({ id: '00000000-0000-7000-8000-00000000aa01', finding, official }))
    .execute()
  const shown = await portrait()
  expect(textsOf(shown, 'tolerance')[0]).toContain('免责')
  expect(textsOf(shown, 'findings').find((text) => text.includes('养护'))).toContain('该项已作容错认定：免责。')
  expect(textsOf(shown, 'replies')[0]).toContain('金额应由918万元调减')
})

test('once an objection is upheld the old wording is nowhere, and the correction names its source', async () => {
  const { finding, official } = await ids()
  const about = { id: '00000000-0000-7000-8000-00000000aa02', finding, official }
  await house.db.insertInto('objection').values(anObjection(about)).execute()
  expect((await portrait()).sentences.find(({ text }) => text.startsWith('养护'))?.state).toBe('objected')
  const upheld = {
    outcome: 'upheld',
    decidedOn: day('2025-11-01'),
    decidedBy: '澜江市委审计委员会办公室',
    effect: 'reworded',
    correctedText: '其中一个养护项目未公开招标。',
  } as const
  await house.db.updateTable('objection').set(upheld).where('id', '=', about.id).execute()
  const shown = await portrait()
  const corrected = shown.sentences.find(({ state }) => state === 'corrected')
  expect(corrected?.text).toContain('其中一个养护项目未公开招标。')
  expect(corrected?.sources.some(({ record }) => record === `objection:${about.id}`)).toBe(true)
  expect(JSON.stringify(shown.sentences)).not.toContain('三个养护项目化整为零规避公开招标。')
  await house.db.updateTable('objection').set({ effect: 'withdrawn', correctedText: null }).where('id', '=', about.id).execute()
  const after = await portrait()
  expect(after.figures.findings.map(({ number }) => number)).not.toContain('F-25-031')
  expect(JSON.stringify(textsOf(after, 'findings'))).not.toContain('养护')
  await house.db.deleteFrom('objection').where('id', '=', about.id).execute()
})

test('reading a portrait is traced with its purpose; a stranger’s portrait is not found; who may not, may not', async () => {
  await portrait({ purpose: '任前征求意见' })
  const { official } = await ids()
  const read = await house.db
    .selectFrom('trail')
    .select(['subject', 'detail'])
    .where('verb', '=', 'portrait.one')
    .orderBy('place')
    .execute()
  expect(read).toContainEqual({ subject: `official:${official}`, detail: { official: 'LJ0001', purpose: '任前征求意见' } })
  expect((await house.ask('portrait.one', { official: 'nobody' })).status).toBe(404)
  expect((await house.ask('portrait.one', { official: 'LJ0001' }, { jurisdiction: '880100' })).status).toBe(404)
  expect((await house.ask('portrait.one', { official: 'LJ0001' }, { role: 'unitStaff' })).status).toBe(403)
})

test('the list holds those of whom something is recorded', async () => {
  expect((await house.ask('portrait.list', {})).body).toMatchObject({
    total: 2,
    rows: [{ name: '周明远', audits: 3, findings: 3 }, { name: '何晓芸' }],
  })
  expect((await house.ask('portrait.list', { q: '孙' })).body).toMatchObject({ total: 0 })
})

test('the Word file ends with the list of sources: file, paragraph and hash', async () => {
  const answer = await house.ask('portrait.word', { official: 'LJ0001', purpose: '年度审计' })
  expect(answer.headers.get('content-type')).toContain('wordprocessingml')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.response.arrayBuffer()) })
  expect(value).toContain('周明远同志画像材料')
  expect(value).toMatch(/三个养护项目化整为零规避公开招标。.*\[\d+]/)
  expect(value).toContain(`${townReport.name}，第3段，SHA-256 ${createHash('sha256').update(townReport.text).digest('hex')}`)
})

test('the kept file is hashed anew when somebody checks it', async () => {
  const [paper] = (await portrait()).papers
  expect((await house.ask('portrait.check', { document: paper?.id })).body).toMatchObject({ unchanged: true })
})

async function verb(...argv: string[]) {
  const said: string[] = []
  const context: VerbContext = {
    desk: async () => (await openDesk(house.office, { actor: houseActor, verb: 'portrait.one', input: {} })).desk,
    office: async () => house.office,
    runJobs: async () => undefined,
    databaseUrl: async () => house.url,
    dataFolder: async () => house.folder,
    today: house.office.clock.today(),
    tongue: 'zh',
    out: (text) => void said.push(text),
    json: (value) => void said.push(JSON.stringify(value)),
    err: (text) => void said.push(text),
    sentence: ({ code }) => code,
    progress: () => undefined,
  }
  const code = await portraitVerbs[0]?.run(context, argv)
  return { code, said }
}

test('the command line gives the same bytes twice, in the form scripts rely on', async () => {
  const first = await verb('LJ0001', '--on', '2025-11-20', '--json')
  const second = await verb('LJ0001', '--on', '2025-11-20', '--json')
  expect(first).toEqual(second)
  const answer = JSON.parse(first.said[0] ?? '')
  expect(Object.keys(answer)).toEqual(['official', 'asOf', 'sentences', 'withheld'])
  expect(Object.keys(answer.sentences[0])).toEqual(['id', 'section', 'text', 'state', 'sources'])
  expect(Object.keys(answer.sentences[0].sources[0])).toEqual([
    'room',
    'record',
    'field',
    'document',
    'paragraph',
    'start',
    'end',
    'sha256',
  ])
})

test('the command line writes the Word file, and says who is unknown', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'portrait-')), 'p.docx')
  expect((await verb('LJ0001', '--docx', file)).code).toBe(0)
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  expect(await verb('LJ9999', '--json')).toEqual({ code: 1, said: ['officialUnknown'] })
  await expect(verb('LJ0001', '--on', 'someday')).rejects.toThrow()
})
