import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { json } from '../../platform/db.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aUnit } from '../places/samples.ts'
import { facts } from './facts.ts'
import { anOfficial, aPastAudit, aTenure } from './samples.ts'
import { recordPastAudit } from './store.ts'

let house: TestHouse
const zhou = anOfficial()
const city = aUnit({
  id: '00000000-0000-7000-8000-000000000100',
  number: 'U000',
  name: '澜江市人民政府',
  category: 'government',
  level: 'bureau',
})
const transport = aUnit({ superior: city.id })
const county = aUnit({
  id: '00000000-0000-7000-8000-000000000102',
  number: 'U002',
  name: '青川县人民政府',
  category: 'government',
  jurisdiction: '990102',
})
const others = ['王五', '许阳', '曾国强'].map((name, at) =>
  anOfficial({ id: `00000000-0000-7000-8000-00000000021${at}`, number: `G01${at}`, name, jurisdiction: at === 2 ? '990200' : '990100' }),
)
const post = (at: number, over = {}) => aTenure({ id: `00000000-0000-7000-8000-00000000031${at}`, official: others[at]?.id ?? '', ...over })

beforeAll(async () => {
  house = await testHouse({ at: '2026-11-20T02:00:00Z' })
  const { db } = house
  await db
    .insertInto('unit')
    .values([city, transport, county].map((unit) => ({ ...unit, shortNames: json(unit.shortNames), formerNames: json(unit.formerNames) })))
    .execute()
  await db
    .insertInto('official')
    .values([zhou, ...others].map((official) => ({ ...official, formerNames: json(official.formerNames) })))
    .execute()
  await db
    .insertInto('tenure')
    .values([
      aTenure(),
      post(0, { headship: 'other', post: '副局长', startsOn: day('2024-03-01') }),
      post(1, { unit: county.id, jurisdiction: '990102', post: '县长', endsOn: day('2026-06-30') }),
    ])
    .execute()
  await db.transaction().execute((tx) => recordPastAudit(tx, aPastAudit()))
})
afterAll(() => house.close())

type Line = {
  number: string
  name: string
  status: { state: { value: string }; due: { value: string | null; because: { code: string; rule: unknown } } } | null
}
const list = async (input: Record<string, unknown> = {}, who = {}) =>
  (await house.ask('auditees.list', input, who)).body as { total: number; rows: Line[] }
const names = async (input: Record<string, unknown>, who = {}) => (await list(input, who)).rows.map(({ name }) => name)

test('the list derives when each official is due, with the rule and its numbers, and the reading is traced', async () => {
  const { rows } = await list({ keyword: 'G001' })
  expect(rows[0]?.status).toMatchObject({
    class: { value: 'A', because: { code: 'classByRule', rule: { verified: false } } },
    due: { value: '2026-06-30', because: { code: 'dueByRotation', facts: { last: '2023-06-30', years: 3 } } },
    state: { value: 'overdue' },
    standing: { value: 'inOffice' },
  })
  expect(await house.trail()).toContainEqual({ verb: 'auditees.list', subject: 'official:list', kind: 'read', account: 'clerk' })
})

test('officials are found by name, number and the initials of the name', async () => {
  expect(await names({ keyword: '明远' })).toEqual(['周明远'])
  expect(await names({ keyword: 'G011' })).toEqual(['许阳'])
  expect(await names({ keyword: 'zmy' })).toEqual(['周明远'])
})

test('the list is filtered by unit branch, class, state and standing, with an exact total', async () => {
  expect(await names({ under: city.id, sort: 'number' })).toEqual(['周明远', '王五'])
  expect(await names({ state: 'overdue,dueSoon', sort: 'due' })).toEqual(['许阳', '周明远'])
  expect(await names({ standing: 'left' })).toEqual(['许阳'])
  expect(await names({ class: ['A'], headship: 'head', sort: '-due' })).toEqual(['周明远', '许阳'])
  expect(await list({ limit: 1, sort: '-number' })).toMatchObject({ total: 3, rows: [{ number: 'G011' }] })
})

test('a county sees the officials with a post there, and no others', async () => {
  expect(await names({}, { jurisdiction: '990102' })).toEqual(['许阳'])
  expect((await house.ask('auditees.one', { id: zhou.id }, { jurisdiction: '990102' })).status).toBe(404)
})

test('a record shows every post with its status, the audits, and is traced under the person', async () => {
  const { body } = await house.ask('auditees.one', { id: zhou.id })
  expect(body).toMatchObject({
    main: aTenure().id,
    tenures: [{ unitName: '澜江市交通运输局', status: { subject: { value: true, because: { code: 'isHead' } } } }],
    audits: [{ on: '2023-06-30', unitName: '澜江市交通运输局' }],
  })
  expect((await house.trail()).at(-1)).toMatchObject({ verb: 'auditees.one', subject: `official:${zhou.id}`, kind: 'read' })
})

test('an official is registered once per number and changed only from the version that was read', async () => {
  const draft = { ...anOfficial({ number: 'G100', name: '鄂小平' }), id: null, version: 0 }
  const saved = await house.act('auditees.saveOfficial', draft)
  expect(saved.body).toMatchObject({ number: 'G100', version: 1 })
  expect((await house.act('auditees.saveOfficial', draft)).body).toMatchObject({ code: 'officialNumberTaken' })
  const { id } = saved.body as { id: string }
  expect((await house.act('auditees.saveOfficial', { ...draft, id, version: 1, name: '鄂小萍' })).body).toMatchObject({ version: 2 })
  const late = await house.act('auditees.saveOfficial', { ...draft, id, version: 1, name: '鄂晓平' })
  expect([late.status, late.body]).toMatchObject([
    409,
    { code: 'changedMeanwhile', facts: { 'name.given': '鄂晓平', 'name.kept': '鄂小萍' } },
  ])
})

test('a tenure takes the place of its unit; a wrong one is refused and nothing is written', async () => {
  const {
    id: _,
    jurisdiction: __,
    ...draft
  } = aTenure({ official: others[0]?.id ?? '', unit: county.id, startsOn: day('2019-01-01'), endsOn: day('2021-12-31') })
  const save = (over: object) => house.act('auditees.saveTenure', { ...draft, id: null, version: 0, ...over })
  const saved = await save({})
  expect(saved.body).toMatchObject({ jurisdiction: '990102', version: 1 })
  const before = await house.trail()
  expect((await save({ startsOn: '2020-01-01', endsOn: null })).body).toMatchObject({
    code: 'samePostOverlaps',
    facts: { startsOn: '2019-01-01' },
  })
  expect((await save({ startsOn: '2022-01-01', endsOn: '2021-01-01' })).body).toMatchObject({ code: 'endBeforeStart' })
  expect((await save({ startsOn: '1985-01-01', endsOn: '1986-01-01' })).body).toMatchObject({ code: 'bornTooLate' })
  expect((await save({ unit: zhou.id })).status).toBe(404)
  expect(await house.trail()).toEqual(before)
  const { id } = saved.body as { id: string }
  expect((await house.act('auditees.dropTenure', { id, version: 1 })).status).toBe(200)
})

test('a tenure that was audited cannot be removed', async () => {
  await house.db.transaction().execute((tx) => recordPastAudit(tx, aPastAudit({ tenure: aTenure().id })))
  expect((await house.act('auditees.dropTenure', { id: aTenure().id, version: 1 })).body).toMatchObject({ code: 'tenureHasAudits' })
  const { tenures } = (await house.ask('auditees.one', { id: zhou.id })).body as {
    tenures: { tenure: { id: string }; may: { drop: unknown } }[]
  }
  expect(tenures.find(({ tenure }) => tenure.id === aTenure().id)?.may.drop).toMatchObject({ code: 'tenureHasAudits' })
})

test('an audit recorded twice counts once', async () => {
  expect(await house.db.selectFrom('pastAudit').selectAll().execute()).toHaveLength(1)
})

test('a view is kept for its account alone', async () => {
  const saved = await house.act('auditees.saveView', { name: '逾期的 A 类', query: 'class=A&state=overdue' })
  expect((await house.ask('auditees.views')).body).toMatchObject({
    views: [{ name: '逾期的 A 类', query: 'class=A&state=overdue' }],
  })
  expect((await house.ask('auditees.views', {}, { account: 'another' })).body).toEqual({ views: [] })
  const { id } = saved.body as { id: string }
  expect((await house.act('auditees.dropView', { id }, { account: 'another' })).status).toBe(404)
  expect((await house.act('auditees.dropView', { id })).status).toBe(200)
})

test('an export needs a reason, which stands in the trail with every person exported', async () => {
  expect((await house.ask('auditees.export', { ids: zhou.id })).status).toBe(400)
  const answer = await house.ask('auditees.export', { ids: zhou.id, reason: '年度计划会商' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const rows = await house.db
    .selectFrom('trail')
    .select(['subject', 'detail'])
    .where('verb', '=', 'auditees.export')
    .orderBy('place')
    .execute()
  expect(rows.map(({ subject }) => subject).toSorted()).toEqual([`official:${zhou.id}`, 'official:list'].toSorted())
  expect(rows[0]?.detail).toMatchObject({ reason: '年度计划会商' })
})

test('members read the register, the audited official may not, and nobody without a role', async () => {
  expect((await house.ask('auditees.list', {}, { role: 'discipline' })).status).toBe(200)
  expect((await house.ask('auditees.list', {}, { role: 'official' })).status).toBe(403)
  expect((await house.act('auditees.saveOfficial', { ...anOfficial({ number: 'G200' }), id: null }, { role: 'discipline' })).status).toBe(
    403,
  )
  expect((await house.ask('auditees.list', {}, null)).status).toBe(401)
})

test('the portrait’s sentences name the record each comes from', async () => {
  const told = await facts(house.db, { official: zhou.id, on: day('2026-11-20') })
  expect(told.map(({ section, text }) => [section, text])).toEqual([
    ['identity', '周明远，男，1974年5月生，编号 G001。'],
    ['tenures', '2022年7月1日起任澜江市交通运输局党组书记、局长。'],
  ])
  expect(told[1]?.sources[0]).toMatchObject({ room: 'auditees', record: `tenure:${aTenure().id}` })
})
