import { afterAll, beforeAll, expect, test } from 'vitest'
import { townFindings } from '../../audit/findings/samples.ts'
import { townAudits, townOfficials, townTenures, townUnits } from '../../audit/projects/samples.ts'
import { clockAt } from '../../platform/clock.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'

let house: TestHouse
const ids = { project: '', finding: '', other: '', unit: '', official: '' }
const member = { account: 'org', role: 'organisation' }
const lead = { account: 'lead', role: 'leadAuditor' }
const director = { account: 'director', role: 'director' }
const on = (day: string) => {
  house.office.clock = clockAt(`${day}T02:00:00Z`)
}
beforeAll(async () => {
  house = await testHouse({ at: '2025-11-20T02:00:00Z' })
  const books = { units: townUnits, officials: townOfficials, tenures: townTenures, audits: townAudits, findings: townFindings }
  for (const [what, bytes] of Object.entries(books)) await house.upload('intake.run', [{ name: `${what}.csv`, bytes }], { what })
  const findings = await house.db.selectFrom('finding').selectAll().orderBy('number').execute()
  const [other, finding] = [findings.find(({ number }) => number === 'F-25-032'), findings.find(({ number }) => number === 'F-25-031')]
  Object.assign(ids, { project: finding?.project, finding: finding?.id, other: other?.id, unit: finding?.unit })
  ids.official = (await house.db.selectFrom('official').select('id').where('number', '=', 'LJ0001').executeTakeFirstOrThrow()).id
  for (const account of ['clerk', 'auditor'])
    await house.db
      .insertInto('account')
      .values({
        account,
        person: account,
        name: account,
        officialId: null,
        passwordHash: 'x',
        demo: false,
        disabledOn: null,
        failures: 0,
        lockedUntil: null,
        createdAt: '2025-01-01',
        passwordSetAt: '2025-01-01',
        passwordDue: false,
        failedAt: null,
        lastSeat: null,
      })
      .execute()
}, 120_000)
afterAll(() => house.close())

const given = {
  organ: 'organisation',
  jurisdiction: '990100',
  fields: ['facts', 'rectification'],
  purpose: '班子考核',
  legalBasis: '中办发〔2019〕45号',
  startsOn: '2025-11-20',
  until: '2025-12-31',
}
const give = async (over: Record<string, unknown> = {}, who = {}) =>
  house.act('sharing.give', { kind: 'project', record: ids.project, ...given, ...over }, who)
const findings = async (who: object, input: Record<string, unknown> = {}) =>
  (await house.ask('findings.list', input, who)).body as {
    total: number
    rows: { number: string; money: unknown[]; facts: string; responsible: unknown[] }[]
  }
type Grant = { id: string; version: number; state: string }

test('a share without a last day, with nothing opened, or with one’s own organ is refused', async () => {
  expect((await give({ until: null })).body).toMatchObject({ code: 'grantNeedsEnd' })
  expect((await give({ fields: [] })).body).toMatchObject({ code: 'grantNothing' })
  expect((await give({ until: '2025-11-01' })).body).toMatchObject({ code: 'grantEndsBefore' })
  expect((await give({ organ: 'auditOffice' })).body).toMatchObject({ code: 'grantToSelf' })
  expect((await give({}, { jurisdiction: '880100' })).status).toBe(404)
  expect((await give({}, member)).status).toBe(403)
})

test('a share opens nothing until a second person confirms it, and then only the groups of fields it names', async () => {
  expect((await findings(member)).total).toBe(0)
  const grant = (await give()).body as Grant
  expect([grant.state, (await findings(member)).total]).toEqual(['waiting', 0])
  const confirm = (who: object) => house.act('sharing.confirm', { id: grant.id, version: grant.version, outcome: 'given' }, who)
  expect((await confirm({ role: 'leadAuditor' })).body).toMatchObject({ code: 'grantBySamePerson' })
  expect((await confirm(lead)).body).toMatchObject({ state: 'given', settledBy: 'lead' })
  const { total, rows } = await findings(member)
  expect(total).toBe(2)
  for (const row of rows) expect([row.money, row.responsible, row.facts.length > 0]).toEqual([[], [], true])
  expect((await findings(member, { moneyKind: 'breach' })).total).toBe(0)
  const one = (await house.ask('findings.one', { id: ids.finding }, member)).body
  expect(one).toMatchObject({ finding: { money: [] }, responsibilities: [], replies: [], objections: [] })
  expect((await findings({ account: 'd', role: 'discipline' })).total).toBe(0)
  expect((await findings({ ...member, jurisdiction: '990121' })).total).toBe(0)
})

test('who can see a record and why is told, and what was received is told apart from what was given', async () => {
  const { knowers } = (await house.ask('sharing.whoSees', { kind: 'finding', record: ids.finding })).body as {
    knowers: { organ: string; why: string; who: string | null }[]
  }
  expect(knowers.map(({ organ, why }) => `${organ}:${why}`)).toEqual(
    expect.arrayContaining(['auditOffice:ownOrgan', 'organisation:grant', 'auditedUnit:ownUnit', 'official:ownOfficial']),
  )
  const rows = async (who: object) =>
    ((await house.ask('sharing.grants', {}, who)).body as { rows: { direction: string }[] }).rows.map(({ direction }) => direction)
  expect([await rows({}), await rows(member), await rows({ account: 'd', role: 'discipline' })]).toEqual([['given'], ['received'], []])
})

test('on the last day a share still opens, the day after it is refused with its day, and the refusal is traced', async () => {
  on('2025-12-31')
  expect((await house.ask('findings.one', { id: ids.finding }, member)).status).toBe(200)
  on('2026-01-01')
  expect((await findings(member)).total).toBe(0)
  const answer = await house.ask('findings.one', { id: ids.finding }, member)
  expect([answer.status, answer.body]).toMatchObject([
    409,
    { code: 'grantExpired', facts: { until: '2025-12-31' }, message: '共享给贵方的权限已于 2025-12-31 到期，如需继续请向承办机关申请' },
  ])
  expect(await house.refusals()).toContainEqual(expect.objectContaining({ verb: 'findings.one', account: 'org' }))
  expect((await house.ask('findings.one', { id: ids.finding }, { account: 'd', role: 'discipline' })).status).toBe(404)
  on('2025-11-20')
})

test('a finding alone can be shared, and the rest of its case stays unknown', async () => {
  const patrol = { account: 'patrol', role: 'patrol' }
  const grant = (await give({ kind: 'finding', record: ids.finding, organ: 'patrol', fields: ['facts', 'amounts', 'responsibility'] }))
    .body as Grant
  await house.act('sharing.confirm', { id: grant.id, version: 1, outcome: 'given' }, lead)
  const { rows, total } = await findings(patrol)
  expect([total, rows[0]?.number, rows[0]?.money.length]).toEqual([1, 'F-25-031', 2])
  expect((await house.ask('findings.one', { id: ids.other }, patrol)).status).toBe(404)
  expect(((await house.ask('rectification.list', {}, patrol)).body as { total: number }).total).toBe(0)
  const again = { id: grant.id, version: 2, reason: '用途已经完成' }
  expect((await house.act('sharing.revoke', again, lead)).body).toMatchObject({ state: 'revoked' })
  expect((await house.ask('findings.one', { id: ids.finding }, patrol)).body).toMatchObject({ code: 'grantRevoked' })
  expect((await house.act('sharing.revoke', { ...again, version: 3 }, lead)).body).toMatchObject({ code: 'grantNotRunning' })
})

test('recusal hides an official, his cases and what was found in them, in lists, counts, search and single reads', async () => {
  const auditor = { account: 'auditor', role: 'auditor' }
  const totals = async () =>
    Promise.all(
      ['auditees.list', 'projects.list', 'findings.list', 'portrait.list'].map(
        async (name) => ((await house.ask(name, {}, auditor)).body as { total: number }).total,
      ),
    )
  const before = await totals()
  const recusal = { account: 'auditor', kind: 'official', subject: ids.official, ground: 'kin' }
  expect((await house.act('sharing.recuse', { ...recusal, account: 'ghost' }, director)).body).toMatchObject({ code: 'accountMissing' })
  const made = (await house.act('sharing.recuse', recusal, director)).body as Grant
  expect((await house.act('sharing.recuse', recusal, director)).body).toMatchObject({ code: 'recusalTwice' })
  const after = await totals()
  expect(after.every((each, at) => each < (before[at] ?? 0))).toBe(true)
  expect((await house.ask('findings.one', { id: ids.finding }, auditor)).status).toBe(404)
  expect((await house.ask('auditees.one', { id: ids.official }, auditor)).status).toBe(404)
  expect((await house.ask('findings.one', { id: ids.finding }, { account: 'second', role: 'auditor' })).status).toBe(200)
  const { knowers } = (await house.ask('sharing.whoSees', { kind: 'finding', record: ids.finding })).body as {
    knowers: { who: string | null; why: string }[]
  }
  expect(knowers).toContainEqual(expect.objectContaining({ why: 'recused', who: 'auditor auditor' }))
  expect(((await house.ask('sharing.recusals')).body as { total: number }).total).toBe(1)
  on('2025-11-22')
  expect(
    (await house.act('sharing.endRecusal', { id: made.id, version: 1, reason: '情形已消除' }, { ...director, account: 'auditor' })).body,
  ).toMatchObject({ code: 'recusedOneself' })
  expect((await house.act('sharing.endRecusal', { id: made.id, version: 1, reason: '情形已消除' }, director)).status).toBe(200)
  expect(await totals()).toEqual(before)
})

test('a recusal denies even what a share to that very person opens, and hides nothing that names neither unit nor official', async () => {
  const kept = { account: 'auditor', role: 'organisation' }
  const colleague = { account: 'org', role: 'organisation' }
  const grant = (await give({ fields: ['facts', 'amounts', 'responsibility', 'rectification'], account: 'auditor' })).body as Grant
  await house.act('sharing.confirm', { id: grant.id, version: 1, outcome: 'given' }, lead)
  await house.upload('intake.run', [{ name: '无单位.txt', bytes: '审计综合报告\n一、总体情况\n没有写明单位。' }], { what: 'reports' })
  const papers = async (who: object) => ((await house.ask('reports.list', { q: '无单位' }, who)).body as { total: number }).total
  const auditor = { account: 'auditor', role: 'auditor' }
  expect([(await findings(kept)).total, (await findings(colleague)).total, await papers(auditor)]).toEqual([2, 2, 1])
  const recusal = { account: 'auditor', kind: 'official', subject: ids.official, ground: 'kin' }
  const made = (await house.act('sharing.recuse', recusal, director)).body as Grant
  expect([(await findings(kept)).total, (await findings(colleague)).total, await papers(auditor)]).toEqual([0, 2, 1])
  expect((await house.ask('findings.one', { id: ids.finding }, kept)).status).toBe(404)
  on('2025-11-23')
  await house.act('sharing.endRecusal', { id: made.id, version: 1, reason: '情形已消除' }, director)
  expect((await findings(kept)).total).toBe(2)
})

test('the audited unit and the audited official know their own audit, and of its papers nothing of the work itself', async () => {
  const unit = { account: 'unit', role: 'unitStaff', unitId: ids.unit }
  const official = { account: 'zhou', role: 'official', officialId: ids.official }
  for (const who of [unit, official]) {
    const { rows } = (await house.ask('projects.list', {}, who)).body as { rows: { id: string }[] }
    expect(rows.map(({ id }) => id)).toContain(ids.project)
    expect((await house.ask('findings.one', { id: ids.finding }, who)).status).toBe(200)
    expect((await house.ask('sharing.whoSees', { kind: 'finding', record: ids.finding }, who)).status).toBe(403)
  }
  const seen = (await house.ask('findings.one', { id: ids.finding }, official)).body as { responsibilities: { number: string }[] }
  expect(seen.responsibilities.map(({ number }) => number)).toEqual(['LJ0001'])
})
