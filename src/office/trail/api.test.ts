import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators } from '../../platform/testing/people.ts'
import { expectNoise } from '../../platform/testing/quiet.ts'

let house: TestHouse
const wanted = { account: 'first', name: '甲', role: 'clerk', jurisdiction: '990100' }

beforeAll(async () => {
  house = await testHouse()
  await administrators(house)
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
})
afterAll(() => house.close())

test('an act leaves exactly one row that says who did what about which record', async () => {
  expect(await house.trail()).toEqual([{ verb: 'identity.createAccount', subject: 'account:first', kind: 'act', account: 'root' }])
})

test('a refused act changes nothing and leaves one entry that says why', async () => {
  await house.act('identity.createAccount', wanted, { role: 'systemAdmin', account: 'root' })
  expect(await house.trail()).toHaveLength(1)
  expect(await house.refusals()).toEqual([{ verb: 'identity.createAccount', subject: 'account:first', kind: 'refused', account: 'root' }])
})

test('the audit administrator reads the trail by account, day and verb, with an exact total', async () => {
  const who = { role: 'auditAdmin' }
  expect((await house.ask('trail.list', { account: 'root', from: '2026-11-20', until: '2026-11-20' }, who)).body).toMatchObject({
    total: 2,
    rows: [{ kind: 'refused' }, { kind: 'act', subject: 'account:first', seq: null, hash: null }],
  })
  expect((await house.ask('trail.list', { from: '2026-11-21' }, who)).body).toEqual({ rows: [], total: 0 })
  expect((await house.ask('trail.list', { verb: 'portrait' }, who)).body).toEqual({ rows: [], total: 0 })
})

test('nothing of the trail can be deleted, rewritten or emptied, not even by the owner of the tables', async () => {
  expectNoise(/only ever added to/)
  for (const table of ['trail', 'trail_link', 'trail_batch', 'trail_checkpoint', 'trail_check'])
    await expect(sql`truncate ${sql.table(table)}`.execute(house.db)).rejects.toThrow('only ever added to')
  await expect(sql`delete from trail`.execute(house.db)).rejects.toThrow('only ever added to')
  await expect(sql`update trail set account = 'somebody'`.execute(house.db)).rejects.toThrow('only ever added to')
})
