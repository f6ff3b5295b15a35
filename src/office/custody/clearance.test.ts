import { afterAll, beforeAll, expect, test } from 'vitest'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
const ids = { project: '', finding: '', other: '', unit: '' }
const director = { account: 'director', role: 'director' }
const lead = { account: 'lead', role: 'leadAuditor' }
const guard = { account: 'guard', role: 'securityAdmin', jurisdiction: '*' }
const finance = { account: 'fin', role: 'finance' }
const auditor = { account: 'aud', role: 'auditor' }
const reason = { reason: '含未公开事项' }

beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  const all = await house.db.selectFrom('finding').selectAll().orderBy('number').execute()
  const finding = all.find(({ number }) => number === 'F-25-031')
  const other = all.find(({ number }) => number === 'F-25-032')
  Object.assign(ids, { project: finding?.project, finding: finding?.id, other: other?.id, unit: finding?.unit })
}, 120_000)
afterAll(() => house.close())

const raise = (subject: string, level = 'workSecret') => house.act('custody.raise', { subject, level, ...reason })
async function share(over: object = {}, to = 'finance'): Promise<void> {
  const span = { startsOn: '2025-11-20', until: '2025-12-31', purpose: '编制预算', legalBasis: '中办发〔2019〕45号' }
  const whom = { organ: to, jurisdiction: '990100', fields: ['facts', 'amounts'] }
  const made = await house.act('sharing.give', { kind: 'project', record: ids.project, ...whom, ...span, ...over })
  const { id } = made.body as { id: string }
  await house.act('sharing.confirm', { id, version: 1, outcome: 'given' }, lead)
}
const numbers = async (who: object) => {
  const { total, rows } = (await house.ask('findings.list', {}, who)).body as { total: number; rows: { number: string }[] }
  return [total, rows.map(({ number }) => number).sort()]
}

test('what is marked above a share’s ceiling is not shown by it, in no list and no count, and the single record says why', async () => {
  await share({ ceiling: 'internal' })
  expect(await numbers(finance)).toEqual([2, ['F-25-031', 'F-25-032']])
  await raise(`finding:${ids.finding}`)
  expect(await numbers(finance)).toEqual([1, ['F-25-032']])
  const answer = await house.ask('findings.one', { id: ids.finding }, finance)
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'aboveClearance', message: expect.stringContaining('密级') }])
  expect(await house.refusals()).toContainEqual(expect.objectContaining({ verb: 'findings.one', account: 'fin' }))
  expect((await house.ask('findings.one', { id: ids.finding }, { account: 'd', role: 'discipline' })).status).toBe(404)
  expect((await house.ask('findings.one', { id: ids.finding }, auditor)).status).toBe(200)
})

test('a second share that reaches higher opens it; the highest one counts', async () => {
  await share({ ceiling: 'workSecret' })
  expect(await numbers(finance)).toEqual([2, ['F-25-031', 'F-25-032']])
})

test('an organ whose clearance is lower does not know it, however high the share reaches', async () => {
  await share({}, 'liaison')
  const liaison = { account: 'li', role: 'liaison' }
  expect(await numbers(liaison)).toEqual([1, ['F-25-032']])
  expect((await house.ask('findings.one', { id: ids.finding }, liaison)).body).toMatchObject({ code: 'aboveClearance' })
})

test('a clearance is a dated rule of the security administrator, no higher than the ceiling', async () => {
  const fresh = { organ: 'liaison', level: 'workSecret', citation: '澜保密〔2025〕2号', verified: true, validFrom: '2025-11-20' }
  expect((await house.act('custody.setClearance', fresh, director)).status).toBe(403)
  expect((await house.act('custody.setClearance', { ...fresh, level: 'secret' }, guard)).body).toMatchObject({
    code: 'clearanceAboveCeiling',
  })
  expect((await house.act('custody.setClearance', { ...fresh, validFrom: '2019-07-07' }, guard)).body).toMatchObject({
    code: 'clearanceNotLater',
  })
  expect((await house.act('custody.setClearance', fresh, guard)).status).toBe(200)
  expect(await numbers({ account: 'li', role: 'liaison' })).toEqual([2, ['F-25-031', 'F-25-032']])
})

test('with the installation’s ceiling lowered the office itself no longer sees what is marked above, and is told so', async () => {
  const settings = { ceiling: 'internal', usual: 'internal', readingHours: 8, officialSeesReaders: false }
  expect((await house.act('custody.saveSettings', settings, guard)).status).toBe(200)
  expect(await numbers(auditor)).toEqual([2, ['F-16-001', 'F-25-032']])
  expect((await house.ask('findings.one', { id: ids.finding }, auditor)).body).toMatchObject({ code: 'aboveClearance' })
  expect((await house.ask('findings.one', { id: ids.finding }, { ...auditor, jurisdiction: '880100' })).status).toBe(404)
  await house.act('custody.saveSettings', { ...settings, ceiling: 'workSecret' }, guard)
  expect(await numbers(auditor)).toEqual([3, ['F-16-001', 'F-25-031', 'F-25-032']])
})

test('a case above the clearance takes everything of it along', async () => {
  await house.act(
    'custody.setClearance',
    { organ: 'finance', level: 'internal', citation: '试验', verified: false, validFrom: '2025-11-20' },
    guard,
  )
  await raise(`project:${ids.project}`)
  expect(await numbers(finance)).toEqual([0, []])
  expect((await house.ask('projects.one', { id: ids.project }, finance)).body).toMatchObject({ code: 'aboveClearance' })
})
