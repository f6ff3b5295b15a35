import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { aUnit } from './samples.ts'

let house: TestHouse
const draft = (over: object = {}) => ({ ...aUnit(), id: null, version: 0, ...over })
const save = (over: object = {}, who = {}) => house.act('places.saveUnit', draft(over), { account: 'clerk', ...who })
const idOf = (body: unknown): string => String((body as { id: string }).id)
let city = ''
let bureau = ''

beforeAll(async () => {
  house = await testHouse()
  await house.act('places.saveJurisdiction', { code: '990100', name: '澜江市', startsOn: null, endsOn: null, version: 0 })
  await house.act('places.saveJurisdiction', { code: '990102', name: '青川县', startsOn: null, endsOn: null, version: 0 })
  city = idOf((await save({ number: 'U1', name: '澜江市人民政府', category: 'government', shortNames: ['市政府'] })).body)
  bureau = idOf((await save({ number: 'U2', superior: city })).body)
})
afterAll(() => house.close())

test('the seeded divisions are exactly the data file, each under the place its digits name', async () => {
  const file: Record<string, string> = JSON.parse(readFileSync(new URL('data/divisions.json', import.meta.url), 'utf8'))
  const rows = await house.db
    .selectFrom('jurisdiction')
    .select(['code', 'name', 'superior', 'standard'])
    .where('standard', '<>', 'local')
    .execute()
  expect(Object.fromEntries(rows.map(({ code, name }) => [code, name]))).toEqual(file)
  expect(rows.filter(({ code, superior }) => superior === null && !code.endsWith('0000'))).toEqual([])
  expect(rows.find(({ code }) => code === '410105')).toMatchObject({ superior: '410100', standard: 'national' })
  expect(rows.find(({ code }) => code === '410171')).toMatchObject({ standard: 'statistical' })
})

test('a fictional city and its county may be added, the county under the city', async () => {
  const { body } = await house.ask('places.jurisdictions', { superior: '990100' })
  expect(body).toMatchObject({ total: 1, rows: [{ code: '990102', name: '青川县', level: 'county', standard: 'local' }] })
})

test('a place of the national standard cannot be renamed', async () => {
  const answer = await house.act(
    'places.saveJurisdiction',
    { code: '410100', name: '别名', startsOn: null, endsOn: null, version: 1 },
    { jurisdiction: '*' },
  )
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'jurisdictionNotLocal' }])
})

test('a unit shows its whole chain of superiors and the units below', async () => {
  const { body } = await house.ask('places.unit', { id: bureau })
  expect(body).toMatchObject({ path: [{ number: 'U1' }, { number: 'U2' }], places: [{ code: '990100' }], may: { saveUnit: true } })
  expect((await house.ask('places.unit', { id: city })).body).toMatchObject({ below: [{ number: 'U2' }] })
})

test('the name on a day before a renaming is the former one', async () => {
  const id = idOf(
    (
      await save({
        number: 'U3',
        name: '澜江市水务局',
        shortNames: [],
        formerNames: [{ name: '澜江市水利局', from: null, until: '2012-06-30' }],
      })
    ).body,
  )
  expect((await house.ask('places.unit', { id, on: '2012-06-30' })).body).toMatchObject({ nameOn: '澜江市水利局' })
  expect((await house.ask('places.unit', { id, on: '2012-07-01' })).body).toMatchObject({ nameOn: '澜江市水务局' })
})

test('units are found by former and short names, below a unit, and by place, with an exact total', async () => {
  expect((await house.ask('places.units', { keyword: '水利' })).body).toMatchObject({ total: 1, rows: [{ number: 'U3' }] })
  expect((await house.ask('places.units', { keyword: '市政府' })).body).toMatchObject({ total: 1 })
  expect((await house.ask('places.units', { under: city, sort: '-number' })).body).toMatchObject({
    total: 2,
    rows: [{ number: 'U2', superiorName: '澜江市人民政府', jurisdictionName: '澜江市' }, { number: 'U1' }],
  })
  expect((await house.ask('places.units', { jurisdiction: '410000' })).body).toEqual({ total: 0, rows: [] })
  expect((await house.ask('places.units', { category: ['government', 'party'] })).body).toMatchObject({ total: 1 })
})

test.each([
  [{ number: 'U1' }, 'unitNumberTaken'],
  [{ number: 'U9', creditCode: '1141010000521O1234' }, 'creditCodeLetter'],
  [{ number: 'U9', jurisdiction: '998877' }, 'jurisdictionUnknown'],
  [{ number: 'U9', formerNames: [{ name: '旧名', from: '2012-01-01', until: '2011-01-01' }] }, 'formerNameDays'],
])('a wrong unit %o is refused and nothing is written', async (over, code) => {
  const before = await house.trail()
  const answer = await save(over)
  expect([answer.status, answer.body]).toMatchObject([409, { code }])
  expect(await house.trail()).toEqual(before)
})

test('a unit may not be put under one of its own', async () => {
  const answer = await save({ ...aUnit({ id: city, number: 'U1', name: '澜江市人民政府', superior: bureau }), version: 1, id: city })
  expect(answer.body).toMatchObject({ code: 'superiorCycle' })
})

test('who saves an old version is refused and sees both values', async () => {
  const mine = { ...aUnit({ number: 'U2', superior: city }), id: bureau, version: 1 }
  await house.act('places.saveUnit', { ...mine, name: '澜江市交通局' })
  const late = await house.act('places.saveUnit', { ...mine, name: '澜江市交通委员会' })
  expect([late.status, late.body]).toMatchObject([
    409,
    { code: 'changedMeanwhile', facts: { given: 1, kept: 2, 'name.given': '澜江市交通委员会', 'name.kept': '澜江市交通局' } },
  ])
})

test('a county clerk may read the city’s units and not change them', async () => {
  const county = { jurisdiction: '990102' }
  const { body } = await house.ask('places.unit', { id: bureau }, county)
  expect(body).toMatchObject({ may: { saveUnit: { code: 'outsidePlace' } } })
  expect((await save({ id: bureau, number: 'U2', version: 2 }, county)).body).toMatchObject({ code: 'outsidePlace' })
})

test('the audited unit may not register units', async () => {
  expect((await save({ number: 'U9' }, { role: 'unitStaff' })).status).toBe(403)
})

test('an unknown unit is not found, and the tree holds every unit', async () => {
  expect((await house.ask('places.unit', { id: aUnit().id })).status).toBe(404)
  expect((await house.ask('places.tree')).body).toMatchObject({
    nodes: [{ number: 'U1' }, { number: 'U2', superior: city }, { number: 'U3' }],
  })
})
