import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
let official = ''
let project = ''
beforeAll(async () => {
  house = await testHouse()
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, text] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes: text }], { what })
  official = (await house.db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()).id
  project = (await house.db.selectFrom('project').select('id').executeTakeFirstOrThrow()).id
}, 120_000)
afterAll(() => house.close())

const director = { account: 'director', name: '局长', role: 'director' }
const other = { account: 'committee', name: '委办', role: 'committeeOffice' }
const self = () => ({ account: 'self', name: '本人', role: 'official', officialId: official })
const person = () => ({ subject: `official:${official}` })
const record = () => ({ subject: `project:${project}` })
const levelNow = async () => ((await house.ask('custody.level', record())).body as { level: string }).level

test('every record has the usual level from its first save', async () => {
  expect(await levelNow()).toBe('internal')
  const { rows } = await sql<{
    count: string
  }>`select count(*) from finding f where not exists (select from secrecy_mark m where m.subject = 'finding:' || f.id)`.execute(house.db)
  expect(Number(rows[0]?.count)).toBe(0)
})

test('a level is raised at once, and above the ceiling refused with its reason', async () => {
  expect((await house.act('custody.raise', { ...record(), level: 'workSecret', reason: '含未公开事项' })).status).toBe(200)
  expect(await levelNow()).toBe('workSecret')
  const no = await house.act('custody.raise', { ...record(), level: 'secret', reason: '含国家秘密' })
  expect([no.status, no.body]).toMatchObject([409, { code: 'aboveCeiling', facts: { level: 'secret', ceiling: 'workSecret' } }])
})

test('a lower level needs a proposal by one person and the decision of another', async () => {
  const proposal = { ...record(), level: 'internal', reason: '事项已公开', decision: '澜审办〔2026〕7号' }
  const { id } = (await house.act('custody.proposeLower', proposal, director)).body as { id: string }
  expect((await house.act('custody.proposeLower', proposal, other)).body).toMatchObject({ code: 'openProposal' })
  expect((await house.act('custody.decideLower', { id, confirm: true }, director)).body).toMatchObject({ code: 'ownProposal' })
  expect(await levelNow()).toBe('workSecret')
  expect((await house.act('custody.decideLower', { id, confirm: true }, other)).status).toBe(200)
  expect(await levelNow()).toBe('internal')
  expect((await house.act('custody.decideLower', { id, confirm: true }, other)).body).toMatchObject({ code: 'alreadyDecided' })
})

test('no statement lowers a level without a decision, whoever runs it', async () => {
  await house.act('custody.raise', { ...record(), level: 'workSecret', reason: '再次提高' })
  const lowering = sql`update secrecy_mark set level = 'open' where subject = ${record().subject}`.execute(house.db)
  await expect(lowering).rejects.toThrow(/confirmed decision/)
})

test('a reading is opened for a purpose, ends, and stands beside every look in the list of readers', async () => {
  expect((await house.ask('custody.myReading', person())).body).toMatchObject({ reading: null, hours: 8 })
  expect((await house.act('custody.openReading', { ...person(), purpose: 'other', note: '看' })).body).toMatchObject({
    code: 'purposeUnsaid',
  })
  const opened = await house.act('custody.openReading', { ...person(), purpose: 'audit', note: '2026 年任中审计' })
  expect(opened.body).toMatchObject({ purpose: 'audit', until: '2026-11-20T10:00:00.000Z' })
  await house.ask('portrait.one', { official: 'LJ0001' })
  const seen = await house.ask('custody.readers', person(), director)
  expect((seen.body as { rows: unknown[] }).rows).toContainEqual(
    expect.objectContaining({ account: 'clerk', verb: 'portrait.one', purpose: 'audit', note: '2026 年任中审计' }),
  )
  expect((await house.ask('custody.readers', person())).status).toBe(403)
})

test('a portrait without a purpose is refused; with one open, or named with the question, it is shown', async () => {
  const reader = { account: 'auditor', role: 'auditor' }
  expect((await house.ask('portrait.one', { official: 'LJ0001' }, reader)).body).toMatchObject({ code: 'purposeFirst' })
  expect((await house.ask('portrait.one', { official: 'LJ0001', purpose: '年度审计' }, reader)).status).toBe(200)
  await house.act('custody.openReading', { ...person(), purpose: 'audit' }, reader)
  expect((await house.ask('portrait.one', { official: 'LJ0001' }, reader)).status).toBe(200)
})

test('whether an official sees his readers is for the installation to set', async () => {
  expect((await house.ask('custody.ownReaders', {}, self())).body).toMatchObject({ code: 'readersNotShown' })
  const settings = { ceiling: 'workSecret', usual: 'internal', readingHours: 4, officialSeesReaders: true }
  expect((await house.act('custody.saveSettings', settings)).status).toBe(403)
  expect((await house.act('custody.saveSettings', settings, { account: 'sec', role: 'securityAdmin' })).status).toBe(200)
  const own = await house.ask('custody.ownReaders', {}, self())
  expect(own.body).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ verb: 'portrait.one' })]) })
  expect((await house.ask('custody.ownReaders', {}, { ...self(), officialId: null })).body).toMatchObject({ code: 'notYourDossier' })
})

test('an identity number is kept sealed, shown masked, revealed for a purpose and each revealing is in the trail', async () => {
  expect((await house.act('custody.setIdentityNumber', { ...person(), number: '110105194912310021' })).body).toMatchObject({
    code: 'identityNumberUnsound',
  })
  expect((await house.act('custody.revealIdentityNumber', { ...person(), purpose: 'upkeep' })).body).toMatchObject({
    code: 'noIdentityNumber',
  })
  await house.act('custody.setIdentityNumber', { ...person(), number: '11010519491231002x' })
  expect((await house.ask('custody.identityNumber', person())).body).toEqual({ masked: '110105**********2X' })
  const shown = await house.act('custody.revealIdentityNumber', { ...person(), purpose: 'upkeep', note: '核对同名' })
  expect(shown.body).toEqual({ number: '11010519491231002X' })
  const { rows } = await sql<{
    all: string
  }>`select coalesce(string_agg(detail::text, ' '), '') || (select sealed from identity_number limit 1) as all from trail`.execute(house.db)
  expect(rows[0]?.all).not.toContain('19491231')
  expect((await house.trail()).filter(({ verb }) => verb === 'custody.revealIdentityNumber')).toHaveLength(1)
  expect((await house.act('custody.revealIdentityNumber', { ...person(), purpose: 'upkeep' }, { role: 'auditor' })).status).toBe(403)
})

test('a copy or a print of personal data is one line of the trail', async () => {
  await house.act('custody.recordCopy', { ...person(), how: 'print', page: '/portrait/LJ0001', signs: 0 })
  expect((await house.trail()).at(-1)).toMatchObject({ verb: 'custody.recordCopy', subject: `official:${official}` })
})

test('an official asks for a correction, the keeper answers once with a reason, others see nothing of it', async () => {
  const asked = { field: '任职起', stated: '2022-07', wanted: '2022-08', reason: '以任免文件为准' }
  const made = (await house.act('custody.requestCorrection', asked, self())).body as { id: string; version: number }
  expect((await house.ask('custody.corrections', {}, self())).body).toMatchObject({ total: 1 })
  expect((await house.ask('custody.corrections', {}, { jurisdiction: '990200' })).body).toMatchObject({ total: 0 })
  expect((await house.ask('custody.corrections', {}, { role: 'auditor' })).status).toBe(403)
  const answer = { id: made.id, version: made.version, outcome: 'corrected', answer: '已按任免文件更正' }
  expect((await house.act('custody.answerCorrection', { ...answer, version: 9 })).body).toMatchObject({ code: 'changedMeanwhile' })
  expect((await house.act('custody.answerCorrection', answer)).body).toMatchObject({ state: 'corrected', answeredBy: 'clerk' })
  const again = await house.act('custody.answerCorrection', { ...answer, version: made.version + 1 })
  expect(again.body).toMatchObject({ code: 'alreadyAnswered' })
})

test('a term grows by a dated rule; a shorter one is refused', async () => {
  const fresh = { what: 'reference', years: 5, citation: '本局规定', verified: true, validFrom: '2026-12-01' }
  expect((await house.act('custody.setRetention', fresh, director)).body).toMatchObject({ code: 'retentionShorter' })
  expect((await house.act('custody.setRetention', { ...fresh, years: 15 }, director)).status).toBe(200)
  const rows = await house.db.selectFrom('retentionRule').selectAll().where('what', '=', 'reference').orderBy('validFrom').execute()
  expect(rows.map(({ years, validFrom, validUntil }) => [years, validFrom, validUntil])).toEqual([
    [10, '2013-01-01', '2026-11-30'],
    [15, '2026-12-01', null],
  ])
})

test('a term is a number of years an archive can hold: a longer one is refused, and the list of terms stands', async () => {
  const endless = { what: 'reference', years: 2 ** 31 - 1, citation: '本局规定', verified: true, validFrom: '2026-12-02' }
  expect((await house.act('custody.setRetention', endless, director)).status).toBe(400)
  expect((await house.ask('custody.retention', {}, director)).status).toBe(200)
  const writing = house.db.updateTable('retentionRule').set({ years: 501 }).where('what', '=', 'reference').execute()
  await expect(writing).rejects.toMatchObject({ constraint: 'retention_rule_years' })
})

test('a paper printed as a state secret is not kept, nor its file; one printed as a work secret bears that level', async () => {
  const paper = (head: string, name: string) => ({ name, bytes: `${head}\n澜江市审计局\n关于某局任期经济责任审计的报告\n正文若干。\n` })
  const given = [paper('秘密★10年', '涉密.txt'), paper('工作秘密', '内情.txt')]
  const { body } = await house.upload('intake.run', given, { what: 'reports' })
  expect(body).toMatchObject({ accepted: 1, unreadable: [{ file: '涉密.txt', code: 'aboveCeiling' }] })
  const kept = await house.db.selectFrom('document').select(['id', 'name', 'sha256']).execute()
  expect(kept.map(({ name }) => name)).toEqual(['内情.txt'])
  const files = await house.db.selectFrom('batch').select('files').orderBy('startedAt', 'desc').executeTakeFirstOrThrow()
  const secret = files.files.find(({ name }) => name === '涉密.txt')
  expect(secret && house.office.store.has(secret.sha256)).toBe(false)
  expect((await house.ask('custody.level', { subject: `document:${kept[0]?.id}` })).body).toMatchObject({ level: 'workSecret' })
})

test('a workbook taken out names who took it', async () => {
  const answer = await house.ask('auditees.export', { as: 'list', reason: '核对名册' })
  const { unzipSync, strFromU8 } = await import('fflate')
  const parts = unzipSync(new Uint8Array(await answer.response.arrayBuffer()))
  expect(strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('经办甲 clerk 2026-11-20 10:00')
})

test('past their term technical records are purged by the nightly job, records of the work never', async () => {
  await house.db
    .insertInto('replay')
    .values({ account: 'clerk', contract: 'x', key: 'old', digest: 'x', at: '2026-01-01T00:00:00Z', answer: null })
    .execute()
  const before = await house.db.selectFrom('finding').select('id').execute()
  await sql`select graphile_worker.add_job('custody.purge', payload := '{}'::json)`.execute(house.db)
  await house.runJobs()
  expect(await house.db.selectFrom('replay').select('key').where('key', '=', 'old').execute()).toEqual([])
  expect(await house.db.selectFrom('finding').select('id').execute()).toHaveLength(before.length)
})

test('of a record from another place neither the level nor a proposal about it is told', async () => {
  const far = { account: 'far', role: 'director', jurisdiction: '880100' }
  expect((await house.ask('custody.level', record(), far)).status).toBe(404)
  expect((await house.act('custody.raise', { ...record(), level: 'workSecret', reason: '越权' }, far)).status).toBe(404)
  expect((await house.ask('custody.decisions', {}, director)).body).toMatchObject({ total: 1 })
  expect((await house.ask('custody.decisions', {}, far)).body).toEqual({ rows: [], total: 0 })
})
