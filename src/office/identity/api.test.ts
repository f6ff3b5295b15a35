import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { limits } from './rules.ts'
import { accountRow, actorByToken, addAccount, hashOfToken } from './store.ts'

let house: TestHouse
const password = 'a-good-password-1'
const now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  house = await testHouse({ at: now })
  const given = { name: '经办甲', role: 'clerk', jurisdiction: '990100', unitId: null, demo: false } as const
  const rows = [
    await accountRow({ account: 'lin', ...given }, { password, now }),
    await accountRow({ account: 'hu', ...given }, { password, now }),
  ]
  await house.db.transaction().execute(async (tx) => {
    for (const row of rows) await addAccount(tx, row)
  })
})
afterAll(() => house.close())

const login = (account: string, word: string) => house.act('identity.login', { account, password: word }, null)
const tokenIn = (headers: Headers) => /guantong_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''

test('the right password opens a session whose token is kept only as a hash', async () => {
  const answer = await login('lin', password)
  expect([answer.status, answer.body]).toEqual([200, { account: 'lin', name: '经办甲', role: 'clerk' }])
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  const token = tokenIn(answer.headers)
  expect(await actorByToken(house.db, token, now)).toMatchObject({ account: 'lin', role: 'clerk' })
  expect((await house.db.selectFrom('session').select('tokenHash').execute()).map((row) => row.tokenHash)).toEqual([hashOfToken(token)])
})

test('an unknown account and a wrong password get the same answer, and no password reaches the trail', async () => {
  const unknown = await login('nobody-here', 'whatever-1')
  const wrong = await login('lin', 'whatever-1')
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
  expect(JSON.stringify(await house.db.selectFrom('trail').select('detail').execute())).not.toContain('whatever-1')
})

test('five wrong passwords lock the account, even for the right one', async () => {
  for (let count = 0; count < limits.failures; count++) await login('hu', `wrong-${count}`)
  const answer = await login('hu', password)
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'accountLocked' }])
})

test('signing out ends the session', async () => {
  const token = tokenIn((await login('lin', password)).headers)
  await house.act('identity.logout', {}, { account: 'lin' })
  expect(await actorByToken(house.db, token, now)).toBeNull()
})

test('without a demonstration there are no one-click logins', async () => {
  expect((await house.ask('identity.demoLogins', {}, null)).body).toEqual([])
})

test('the system administrator creates an account once; a clerk may not', async () => {
  const wanted = { account: 'new-one', name: '新同事', role: 'auditor', jurisdiction: '990100' }
  expect((await house.act('identity.createAccount', wanted)).status).toBe(403)
  const made = await house.act('identity.createAccount', wanted, { role: 'systemAdmin' })
  expect(made.status).toBe(200)
  const again = await house.act('identity.createAccount', wanted, { role: 'systemAdmin' })
  expect([again.status, again.body]).toMatchObject([409, { code: 'accountTaken', facts: { account: 'new-one' } }])
})

test('a disabled account cannot sign in', async () => {
  await house.act('identity.disableAccount', { account: 'new-one' }, { role: 'systemAdmin' })
  expect((await login('new-one', 'anything-1')).body).toMatchObject({ code: 'accountDisabled' })
})
