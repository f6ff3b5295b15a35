import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, browserAt, goodPassword, guard, root, setClock, somebody } from '../../platform/testing/people.ts'
import { codeAt } from './codes.ts'

let house: TestHouse
const now = '2026-11-20T02:00:00.000Z'
const after = (seconds: number) => new Date(new Date(now).getTime() + seconds * 1000).toISOString()

beforeAll(async () => {
  house = await testHouse({ at: now })
  await administrators(house)
})
beforeEach(() => setClock(house, now))
afterAll(() => house.close())

type Begun = { secret: string; address: string }
/** Somebody new with a second factor that is on; the clock then stands a minute later. */
async function enrolled(account: string) {
  await somebody(house, { account })
  const browser = browserAt(house)
  await browser.signIn(account)
  const { secret, address } = (await browser.act('identity.beginSecondFactor', { password: goodPassword })).body as Begun
  const { codes } = (await browser.act('identity.confirmSecondFactor', { code: codeAt(secret, now) })).body as { codes: string[] }
  setClock(house, after(60))
  return { browser, secret, address, codes }
}
const refusals = async (account: string) => {
  const rows = await house.db
    .selectFrom('trail')
    .select('detail')
    .where('kind', '=', 'refused')
    .where('subject', '=', `account:${account}`)
    .orderBy('place')
    .execute()
  return rows.map(({ detail }) => (detail as { refusal: { code: string } }).refusal.code)
}

test('enrolment wants the password and a first code; from then on the password alone opens nothing', async () => {
  await somebody(house, { account: 'an' })
  const an = browserAt(house)
  await an.signIn('an')
  expect((await an.act('identity.beginSecondFactor', { password: 'not-the-one-1' })).body).toMatchObject({ code: 'wrongPassword' })
  const { secret, address } = (await an.act('identity.beginSecondFactor', { password: goodPassword })).body as Begun
  expect(address).toMatch(new RegExp(`^otpauth://totp/Guantong:an\\?.*secret=${secret}`))
  const kept = await house.db.selectFrom('secondFactor').select('secret').where('account', '=', 'an').executeTakeFirstOrThrow()
  expect(kept.secret).not.toContain(secret)
  expect((await an.signIn('an')).status).toBe(200)
  expect((await an.act('identity.confirmSecondFactor', { code: '000000' })).body).toMatchObject({ code: 'wrongCode' })
  const { codes } = (await an.act('identity.confirmSecondFactor', { code: codeAt(secret, now) })).body as { codes: string[] }
  expect(codes).toHaveLength(10)
  expect((await an.signIn('an')).body).toMatchObject({ code: 'codeNeeded' })
  setClock(house, after(60))
  expect((await an.signIn('an', goodPassword, codeAt(secret, after(60)))).status).toBe(200)
  expect((await an.ask('identity.mine')).body).toMatchObject({ secondFactor: { since: now, codesLeft: 10, must: false } })
})

test('no code serves twice: its replay is refused, said and in the trail', async () => {
  const { browser, secret } = await enrolled('bo')
  const code = codeAt(secret, after(60))
  expect((await browser.signIn('bo', goodPassword, code)).status).toBe(200)
  const replayed = await browser.signIn('bo', goodPassword, code)
  expect([replayed.status, replayed.body]).toMatchObject([409, { code: 'codeUsed', message: '该动态口令已用过，请等下一个' }])
  expect((await browser.signIn('bo', goodPassword, codeAt(secret, after(30)))).body).toMatchObject({ code: 'codeUsed' })
  expect(await refusals('bo')).toEqual(['codeUsed', 'codeUsed'])
})

test('a code of the step before or after holds; one of an authenticator whose clock is off is refused with how far', async () => {
  const { browser, secret } = await enrolled('cen')
  setClock(house, after(300))
  expect((await browser.signIn('cen', goodPassword, codeAt(secret, after(270)))).status).toBe(200)
  const skewed = await browser.signIn('cen', goodPassword, codeAt(secret, after(480)))
  expect([skewed.status, skewed.body]).toMatchObject([
    409,
    { code: 'clockSkew', facts: { seconds: 180 }, message: expect.stringContaining('180') },
  ])
  expect(await refusals('cen')).toEqual(['clockSkew'])
  expect((await browser.signIn('cen', goodPassword, codeAt(secret, after(330)))).status).toBe(200)
})

test('a recovery code works once, and guessing codes locks like guessing passwords', async () => {
  const { browser, codes } = await enrolled('dan')
  expect((await browser.signIn('dan', goodPassword, codes[0]?.toUpperCase())).status).toBe(200)
  expect((await browser.signIn('dan', goodPassword, codes[0])).body).toMatchObject({ code: 'wrongCode' })
  expect((await browser.signIn('dan', goodPassword, '123456')).body).toMatchObject({ code: 'wrongCode' })
  expect((await browser.signIn('dan', goodPassword, '123457')).body).toMatchObject({ code: 'wrongCode' })
  expect((await browser.signIn('dan', goodPassword, codes[1])).body).toMatchObject({ code: 'accountLocked' })
})

test('a role that must use it can do nothing else until it is on, and cannot turn it off', async () => {
  await somebody(house, { account: 'er', role: 'director' })
  const wanted = { name: 'codeRoles', value: ['director'], citation: '局务会纪要〔2026〕5号' }
  expect((await house.act('identity.setSecurityRule', wanted, root)).status).toBe(403)
  expect((await house.act('identity.setSecurityRule', { ...wanted, value: ['king'] }, guard)).body).toMatchObject({ code: 'settingWrong' })
  expect((await house.act('identity.setSecurityRule', wanted, guard)).status).toBe(200)
  const er = browserAt(house)
  await er.signIn('er')
  expect((await er.ask('identity.me')).body).toMatchObject({ duty: 'secondFactor' })
  expect((await er.ask('projects.list')).status).toBe(403)
  const { secret } = (await er.act('identity.beginSecondFactor', { password: goodPassword })).body as Begun
  await er.act('identity.confirmSecondFactor', { code: codeAt(secret, now) })
  expect((await er.ask('identity.me')).body).toMatchObject({ duty: null })
  expect((await er.ask('projects.list')).status).toBe(200)
  setClock(house, after(60))
  const off = await er.act('identity.dropSecondFactor', { password: goodPassword, code: codeAt(secret, after(60)) })
  expect(off.body).toMatchObject({ code: 'secondFactorMust' })
  await house.act('identity.setSecurityRule', { ...wanted, value: [] }, guard)
  expect((await er.act('identity.dropSecondFactor', { password: goodPassword, code: codeAt(secret, after(60)) })).status).toBe(200)
})

test('a lost authenticator is cleared by two administrators, not by one', async () => {
  const { browser } = await enrolled('fu')
  const asked = await house.act('identity.proposeReset', { account: 'fu', what: 'secondFactor', ground: '手机遗失' }, root)
  const { order } = asked.body as { order: string }
  expect((await browser.signIn('fu')).body).toMatchObject({ code: 'codeNeeded' })
  expect((await house.act('identity.decideOrder', { id: order, confirm: true }, root)).status).toBe(403)
  expect((await house.act('identity.decideOrder', { id: order, confirm: true }, guard)).body).toEqual({ account: 'fu', password: null })
  expect((await browser.signIn('fu')).status).toBe(200)
})

test('new recovery codes replace the old ones', async () => {
  const { browser, secret, codes } = await enrolled('gu')
  const fresh = await browser.act('identity.renewRecoveryCodes', { password: goodPassword, code: codeAt(secret, after(60)) })
  expect((fresh.body as { codes: string[] }).codes).toHaveLength(10)
  expect((await browser.signIn('gu', goodPassword, codes[3])).body).toMatchObject({ code: 'wrongCode' })
  expect((await browser.signIn('gu', goodPassword, (fresh.body as { codes: string[] }).codes[3])).status).toBe(200)
})
