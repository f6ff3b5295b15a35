import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { expectNoise } from '../../platform/testing/quiet.ts'

let house: TestHouse
const wanted = { account: 'first', name: '甲', role: 'clerk', jurisdiction: '990100' }

beforeAll(async () => {
  house = await testHouse()
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
})
afterAll(() => house.close())

test('an act leaves exactly one row that says who did what about which record', async () => {
  expect(await house.trail()).toEqual([{ verb: 'identity.createAccount', subject: 'account:first', kind: 'act', account: 'root' }])
})

test('a refused act leaves no row', async () => {
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
  expect(await house.trail()).toHaveLength(1)
})

test('the audit administrator reads the trail by account, day and verb, with an exact total', async () => {
  const who = { role: 'auditAdmin' }
  expect((await house.ask('trail.list', { account: 'root', from: '2026-11-20', until: '2026-11-20' }, who)).body).toMatchObject({
    total: 1,
    rows: [{ subject: 'account:first', seq: null, hash: null }],
  })
  expect((await house.ask('trail.list', { from: '2026-11-21' }, who)).body).toEqual({ rows: [], total: 0 })
  expect((await house.ask('trail.list', { verb: 'portrait' }, who)).body).toEqual({ rows: [], total: 0 })
})

test('a trail row can be neither deleted nor rewritten', async () => {
  expectNoise(/trail rows/)
  await expect(sql`delete from trail`.execute(house.db)).rejects.toThrow('never deleted')
  await expect(sql`update trail set account = 'somebody'`.execute(house.db)).rejects.toThrow('never changed')
})
