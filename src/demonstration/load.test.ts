import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoPassword } from '../office/identity/rules/password.ts'
import { brokenOff, cityHouse, loadCity } from '../platform/testing/city.ts'
import type { TestHouse } from '../platform/testing/house.ts'
import { removeDemonstration } from './remove.ts'

let house: TestHouse
beforeAll(async () => {
  house = await cityHouse()
}, 240_000)
afterAll(() => house.close())

const count = async (
  table:
    | 'official'
    | 'unit'
    | 'tenure'
    | 'finding'
    | 'document'
    | 'account'
    | 'batch'
    | 'tolerance'
    | 'objection'
    | 'rectification'
    | 'regulation'
    | 'regulationVersion'
    | 'issuedPaper'
    | 'serviceReceipt'
    | 'paperSeries',
) =>
  (
    await house.db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

test('of risk lists, typical cases and comprehensive reports one is issued with a number and one is a draft', async () => {
  const rows = await house.db.selectFrom('compilation').select(['kind', 'state', 'number']).orderBy('kind').orderBy('state').execute()
  expect(rows.map(({ kind, state, number }) => [kind, state, number !== null])).toEqual(
    ['cases', 'report', 'riskList'].flatMap((kind) => [
      [kind, 'draft', false],
      [kind, 'issued', true],
    ]),
  )
})

test('everything came in whole, through imports that stand in the list of imports', async () => {
  expect(await count('official')).toBe(480)
  expect(await count('document')).toBe(31)
  const reported = await house.db.selectFrom('finding').select('id').where('reportFile', 'is not', null).execute()
  expect(reported).toHaveLength(await count('rectification'))
  const batches = await house.db.selectFrom('batch').select(['what', 'state', 'refused']).orderBy('startedAt').execute()
  expect(batches.map((batch) => [batch.state, batch.refused])).toEqual(batches.map(() => ['done', 0]))
  expect(new Set(batches.map((batch) => batch.what))).toEqual(
    new Set([
      'units',
      'officials',
      'tenures',
      'regulations',
      'reports',
      'audits',
      'findings',
      'rectification',
      'auditors',
      'absences',
      'patrolRounds',
      'unitFunds',
      'entrustments',
      'duties',
      'keyDecisions',
      'auditChecks',
      'dataNeeds',
    ]),
  )
})

test('each problem of a report stands in a paragraph of it', async () => {
  const { count: without } = await house.db
    .selectFrom('finding')
    .where('paragraph', 'is', null)
    .where('reportFile', 'is not', null)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(without).toBe(0)
})

test('there is a login for every role, and one that opens with the printed password', async () => {
  const logins = await house.ask('identity.demoLogins', {}, null)
  expect(new Set((logins.body as { role: string }[]).map((each) => each.role)).size).toBe(21)
  expect((await house.act('identity.login', { account: 'clerk', password: demoPassword }, null)).status).toBe(200)
})

test('a portrait does not repeat that an official’s own audit report names him, but tells where other reports do', async () => {
  const portraitOf = async (official: string) => {
    const { body } = await house.ask('portrait.one', { official, purpose: '演示核对' })
    return (body as { sentences: { section: string; sources: { document: string | null }[] }[] }).sentences
  }
  const hero = await portraitOf('LJ0001')
  const own = new Set(
    hero.filter((sentence) => sentence.section === 'audits').flatMap((sentence) => sentence.sources.map((source) => source.document)),
  )
  const told = hero
    .filter((sentence) => sentence.section === 'mentions')
    .flatMap((sentence) => sentence.sources.map((source) => source.document))
  expect(own.size).toBe(3)
  expect(told.filter((document) => own.has(document))).toEqual([])
  const links = await house.ask('links.queue', { standing: 'link', limit: 500 })
  expect((links.body as { total: number }).total).toBeGreaterThan(100)
})

test('papers of several kinds are out, served with proof, one still without; one was voided and kept its number', async () => {
  const all = await house.db.selectFrom('issuedPaper').select(['state', 'number', 'subject']).execute()
  const told = all.find(({ state }) => state === 'voided')?.subject
  const papers = all.filter(({ subject }) => subject === told)
  const of = (state: string) => papers.filter((paper) => paper.state === state)
  expect([of('issued').length >= 6, of('frozen').length >= 6, of('draft').length >= 1]).toEqual([true, true, true])
  expect(of('voided').map(({ number }) => number !== null)).toEqual([true])
  const receipts = await house.db.selectFrom('serviceReceipt').select('servedOn').execute()
  expect(receipts.filter(({ servedOn }) => servedOn === null)).toHaveLength(1)
  const running = all.filter(({ subject }) => subject !== told)
  const others = (state: string) => running.filter((paper) => paper.state === state).length
  expect([others('issued') > 60, others('frozen') > 30, others('draft') < 10, others('voided')]).toEqual([true, true, true, 0])
})

test('every running case past its beginning of fieldwork has findings with evidence behind each, and its papers end as the steps say', async () => {
  const cases = await house.db
    .selectFrom('project')
    .select(['id', 'state'])
    .where('openedOn', 'is not', null)
    .where('number', 'like', 'LJ-%-2__')
    .where('state', 'in', ['fieldwork', 'commented', 'verified', 'adjudicated', 'delivered', 'archived'])
    .execute()
  const bare = await house.db
    .selectFrom('finding')
    .select('number')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('findingEvidence').select('id').whereRef('findingEvidence.finding', '=', 'finding.id'))),
    )
    .where(
      'project',
      'in',
      cases.map(({ id }) => id),
    )
    .execute()
  const found = await house.db.selectFrom('finding').select('project').distinct().execute()
  expect(cases.filter(({ id }) => !found.some(({ project }) => project === id))).toEqual([])
  expect(bare).toEqual([])
  const archived = cases.find(({ state }) => state === 'archived')?.id ?? ''
  const papers = await house.db.selectFrom('issuedPaper').select(['kind', 'state']).where('project', '=', archived).execute()
  expect(papers.filter(({ state }) => state === 'draft' || state === 'voided')).toEqual([])
  expect(papers.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['auditReport', 'resultReport', 'auditDecision', 'feedbackRecord']))
})

test('leads stand in every telling state: late, major, returned, supervised by the city, answered by sealed file, with outcomes', async () => {
  const leads = await house.db.selectFrom('lead').select(['state', 'mode', 'round', 'dueOn', 'major']).execute()
  const states = new Set(leads.map(({ state }) => state))
  for (const state of [
    'draft',
    'assessing',
    'assessed',
    'approved',
    'sent',
    'received',
    'accepted',
    'returned',
    'handling',
    'handled',
    'fedBack',
    'closed',
  ])
    expect([...states]).toContain(state)
  expect(leads.some(({ mode }) => mode === 'supervised')).toBe(true)
  expect(leads.some(({ round }) => round > 1)).toBe(true)
  expect(leads.some(({ major }) => major)).toBe(true)
  expect(leads.some(({ dueOn }) => dueOn !== null && dueOn < '2026-11-20')).toBe(true)
  expect((await house.db.selectFrom('leadStep').select('id').where('via', '=', 'package').execute()).length).toBe(5)
  const outcomes = await house.db.selectFrom('leadOutcome').select(['proven', 'effectUntil']).execute()
  expect(outcomes.some(({ effectUntil }) => effectUntil !== null && effectUntil < '2026-11-20')).toBe(true)
  expect(new Set(outcomes.map(({ proven }) => proven))).toEqual(new Set([true, false]))
})

test('due process stands in every case of it: argued and flagged, tolerance granted and refused, a correction with its recipients', async () => {
  const { db } = house
  const argued = await db.selectFrom('attribution').select(['state', 'flags', 'situation']).execute()
  expect(argued.map(({ state }) => state).sort()).toEqual(['reviewed', 'set'])
  expect(argued.some(({ flags }) => flags.some(({ stops }) => stops))).toBe(true)
  expect(await db.selectFrom('otherPerson').select('name').execute()).toHaveLength(1)
  const outcomes = (await db.selectFrom('toleranceCase').select('outcome').execute()).map(({ outcome }) => outcome)
  expect(outcomes.sort()).toEqual(['lighten', 'notApplicable'])
  const places = await db.selectFrom('correctionPlace').select(['kind', 'state']).execute()
  expect(places.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['record', 'statistics', 'portrait', 'service', 'share']))
  expect(places.some(({ state }) => state === 'noticeDue')).toBe(true)
  expect(places.filter(({ state }) => state === 'noticeServed')).toHaveLength(1)
  const corrections = await db.selectFrom('correction').select('effect').execute()
  expect(corrections.map(({ effect }) => effect).sort()).toEqual(['regraded', 'reworded', 'withdrawn'])
  const [late, ...others] = await db.selectFrom('lateReply').selectAll().execute()
  expect([others.length, late?.answer === null, (late?.givenOn ?? '') > (late?.dueOn ?? '')]).toEqual([0, false, true])
})

test('an audit of 2018 bears the three grades of its time, never told in later ones, and was taken to the higher office', async () => {
  const grades = await house.db
    .selectFrom('responsibility')
    .innerJoin('finding', 'finding.id', 'responsibility.finding')
    .select(['finding.id', 'finding.number', 'responsibility.grade'])
    .where('finding.year', '=', 2018)
    .orderBy('finding.number')
    .execute()
  expect(grades.map(({ grade }) => grade)).toEqual(['direct', 'supervising', 'leading'])
  const objected = grades.find(({ number }) => number === 'F-18-002')
  const duty = await house.ask('findings.duty', { id: objected?.id ?? '' }, { role: 'clerk' })
  expect(duty.body).toMatchObject({ higher: [{ body: '上一级审计机关', outcome: 'rejected', decidedOn: '2019-02-15' }] })
})

test('loading again changes nothing', async () => {
  expect(await loadCity(house)).toBe(false)
})

test('a load that was broken off was cleared away and begun anew, and a whole one is not loaded again', async () => {
  expect((await house.db.selectFrom('jurisdiction').select('code').where('name', '=', brokenOff.name).execute()).length).toBe(0)
  expect(await count('official')).toBe(480)
  expect(await loadCity(house)).toBe(false)
})

test('the city has running projects in their telling states, each led there through its own doors', async () => {
  const rows = await house.db.selectFrom('project').select('state').where('openedOn', 'is not', null).orderBy('number').execute()
  expect(new Set(rows.map(({ state }) => state))).toEqual(
    new Set(['told', 'teamed', 'served', 'fieldwork', 'commented', 'verified', 'adjudicated', 'delivered', 'terminated', 'archived']),
  )
  const reviews = (await house.db.selectFrom('reviewCase').select('state').execute()).map(({ state }) => state)
  expect(reviews.sort()).toEqual(['decided', 'decided', 'decided', 'raised'])
  expect((await house.db.selectFrom('remedy').select('route').execute()).map(({ route }) => route)).toEqual(['ruling'])
})

test('it is refused to go while a record of one’s own stands on it, and then goes without a rest', async () => {
  const unit = await house.db.selectFrom('unit').select('id').where('name', '=', '澜江市财政局').executeTakeFirstOrThrow()
  const own = {
    id: null,
    version: 0,
    number: 'OWN1',
    name: '自有科',
    shortNames: [],
    superior: unit.id,
    jurisdiction: '410100',
  }
  const made = await house.act(
    'places.saveUnit',
    { ...own, formerNames: [], category: 'department', level: 'section', grade: null, creditCode: null },
    { jurisdiction: '*' },
  )
  expect(made.status).toBe(200)
  await expect(removeDemonstration(house.office)).rejects.toMatchObject({ refusal: { code: 'demoStoodUpon' } })
  expect(await count('official')).toBe(480)
  await house.db.deleteFrom('unit').where('number', '=', 'OWN1').execute()
  await removeDemonstration(house.office)
  for (const table of [
    'official',
    'unit',
    'tenure',
    'finding',
    'document',
    'account',
    'batch',
    'tolerance',
    'objection',
    'regulation',
    'regulationVersion',
    'issuedPaper',
    'serviceReceipt',
    'paperSeries',
  ] as const)
    expect([table, await count(table)]).toEqual([table, 0])
  await expect(removeDemonstration(house.office)).rejects.toMatchObject({ refusal: { code: 'demoAbsent' } })
})
