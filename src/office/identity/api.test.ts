import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, browserAt, goodPassword, guard, root, setClock, somebody } from '../../platform/testing/people.ts'
import { hashOfToken } from './store.ts'

let house: TestHouse
const now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  house = await testHouse({ at: now })
  await administrators(house)
  await somebody(house, { account: 'lin' })
  await somebody(house, { account: 'hu' })
})
afterAll(() => house.close())

const refusals = async (verb: string) =>
  (
    await house.db
      .selectFrom('trail')
      .select(['subject', 'detail'])
      .where('verb', '=', verb)
      .where('kind', '=', 'refused')
      .orderBy('place')
      .execute()
  ).map(({ subject, detail }) => [subject, (detail as { refusal: { code: string } }).refusal.code])

test('the right password opens a session whose token is kept only as a hash', async () => {
  const lin = browserAt(house)
  const answer = await lin.signIn('lin')
  expect([answer.status, answer.body]).toEqual([200, { account: 'lin', name: '经办甲', role: 'auditor' }])
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  expect((await lin.ask('identity.me')).body).toMatchObject({ account: 'lin', role: 'auditor', jurisdiction: '990100', duty: null })
  const token = lin.cookie().replace('guantong_session=', '')
  expect(await house.db.selectFrom('session').select('tokenHash').where('account', '=', 'lin').execute()).toEqual([
    { tokenHash: hashOfToken(token) },
  ])
})

test('an unknown account and a wrong password get the same answer, and no password reaches the trail', async () => {
  const stranger = browserAt(house)
  const unknown = await stranger.signIn('nobody-here', 'whatever-1')
  const wrong = await stranger.signIn('lin', 'whatever-1')
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
  expect(JSON.stringify(await house.db.selectFrom('trail').select('detail').execute())).not.toContain('whatever-1')
  expect(await refusals('identity.login')).toContainEqual(['account:lin', 'wrongPassword'])
})

test('wrong passwords in a row make one wait longer and longer, even with the right one', async () => {
  const hu = browserAt(house)
  const waits: number[] = []
  for (let moment = new Date(now), tries = 0; tries < 7; tries++) {
    setClock(house, moment.toISOString())
    expect((await hu.signIn('hu', `wrong-${tries}`)).body).toMatchObject({ code: 'wrongPassword' })
    const answer = await hu.signIn('hu')
    const { code, facts } = answer.body as { code?: string; facts?: { seconds: number } }
    if (code === 'accountLocked') waits.push(facts?.seconds ?? 0)
    else
      await house.db
        .updateTable('account')
        .set({ failures: tries + 1, failedAt: moment.toISOString() })
        .where('account', '=', 'hu')
        .execute()
    moment = new Date(moment.getTime() + (facts?.seconds ?? 1) * 1000)
  }
  expect(waits).toEqual([2, 4, 900, 1800, 3600])
  setClock(house, now)
})

test('an address that fails again and again must wait, whatever accounts it names', async () => {
  const robot = browserAt(house, { address: '203.0.113.9' })
  for (let tries = 0; tries < 30; tries++) await robot.signIn(`guess-${tries}`, 'guess-guess-1')
  const answer = await robot.signIn('lin')
  expect([answer.status, answer.body]).toMatchObject([409, { code: 'addressWaits', message: expect.stringContaining('秒后再试') }])
  const elsewhere = await browserAt(house).signIn('lin')
  expect([elsewhere.status, elsewhere.body]).toMatchObject([200, { account: 'lin' }])
})

test('a token that was signed out opens nothing: its replay is told so and stands in the trail', async () => {
  const lin = browserAt(house)
  await lin.signIn('lin')
  const stolen = lin.cookie()
  await lin.act('identity.logout')
  lin.setCookie(stolen)
  const answer = await lin.ask('identity.mine')
  expect([answer.status, answer.body]).toMatchObject([401, { code: 'sessionReplayed', message: '该会话已结束，不能再用' }])
  await lin.ask('identity.mine')
  expect((await refusals('identity.present')).filter(([, code]) => code === 'sessionReplayed')).toHaveLength(1)
  expect((await lin.signIn('lin')).status).toBe(200)
})

test('signing in again in the same browser gives another token and ends the former one', async () => {
  const lin = browserAt(house)
  await lin.signIn('lin')
  const former = lin.cookie()
  await lin.signIn('lin')
  expect(lin.cookie()).not.toBe(former)
  lin.setCookie(former)
  expect((await lin.ask('identity.mine')).body).toMatchObject({ code: 'sessionReplayed' })
})

test('an idle session ends, and a busy one at its absolute end', async () => {
  const lin = browserAt(house)
  await lin.signIn('lin')
  for (const at of ['03:30', '05:00', '06:30', '08:00', '09:30', '11:00', '12:30', '13:59']) {
    setClock(house, `2026-11-20T${at}:00.000Z`)
    expect([at, (await lin.ask('identity.mine')).status]).toEqual([at, 200])
  }
  setClock(house, '2026-11-20T14:00:01.000Z')
  expect((await lin.ask('identity.mine')).body).toMatchObject({ code: 'sessionExpired' })
  await lin.signIn('lin')
  setClock(house, '2026-11-20T16:00:02.000Z')
  expect((await lin.ask('identity.mine')).body).toMatchObject({ code: 'sessionExpired' })
  setClock(house, now)
})

test('I see my sessions by device and address, end one, or all but this one', async () => {
  await house.db.deleteFrom('session').where('account', '=', 'lin').execute()
  const [here, there, away] = [browserAt(house), browserAt(house, { address: '10.0.0.8' }), browserAt(house, { address: '10.0.0.9' })]
  for (const each of [here, there, away]) await each.signIn('lin')
  type Mine = { sessions: { id: string; address: string; here: boolean }[] }
  const mine = async () => ((await here.ask('identity.mine')).body as Mine).sessions
  expect((await mine()).map((each) => [each.address, each.here]).sort()).toEqual([
    ['10.0.0.7', true],
    ['10.0.0.8', false],
    ['10.0.0.9', false],
  ])
  const other = (await mine()).find((each) => each.address === '10.0.0.8')
  expect((await here.act('identity.endSession', { id: other?.id })).status).toBe(200)
  expect((await there.ask('identity.me')).status).toBe(401)
  await here.act('identity.endOtherSessions')
  expect((await away.ask('identity.me')).status).toBe(401)
  expect(await mine()).toHaveLength(1)
})

test('a new password ends the other sessions, and neither it nor a common or former one is taken again', async () => {
  await somebody(house, { account: 'pan' })
  const [pan, elsewhere] = [browserAt(house), browserAt(house)]
  await pan.signIn('pan')
  await elsewhere.signIn('pan')
  const renew = (old: string, fresh: string) => pan.act('identity.changePassword', { old, fresh })
  expect((await renew('not-mine-at-all-1', 'harbour-lantern-4')).body).toMatchObject({ code: 'wrongPassword' })
  expect((await renew(goodPassword, 'Password123456')).body).toMatchObject({ code: 'commonPassword' })
  expect((await renew(goodPassword, 'my-pan-is-hot-77')).body).toMatchObject({ code: 'passwordNamesAccount' })
  expect((await renew(goodPassword, goodPassword)).body).toMatchObject({ code: 'passwordUsedBefore' })
  expect((await renew(goodPassword, 'harbour-lantern-4')).status).toBe(200)
  expect((await renew('harbour-lantern-4', goodPassword)).body).toMatchObject({ code: 'passwordUsedBefore' })
  expect((await pan.ask('identity.me')).status).toBe(200)
  expect((await elsewhere.ask('identity.me')).status).toBe(401)
})

test('where passwords hold for so many days, an older one must be changed before anything else', async () => {
  await somebody(house, { account: 'qin' })
  const wanted = { name: 'passwordDays', value: 90, citation: '口令管理办法' }
  expect((await house.act('identity.setSecurityRule', wanted, guard)).status).toBe(200)
  const qin = browserAt(house)
  setClock(house, '2027-02-18T01:00:00.000Z')
  await qin.signIn('qin')
  expect((await qin.ask('identity.me')).body).toMatchObject({ duty: null })
  setClock(house, '2027-02-18T02:00:00.000Z')
  expect((await qin.ask('identity.me')).body).toMatchObject({ duty: 'password' })
  expect((await qin.ask('places.units')).status).toBe(403)
  setClock(house, now)
  await house.act('identity.setSecurityRule', { ...wanted, value: 0 }, guard)
})

test('an administrator of a county neither sees nor touches accounts of another place', async () => {
  await somebody(house, { account: 'shan' })
  const county = { account: 'root', role: 'systemAdmin', jurisdiction: '990121' }
  const { rows } = (await house.ask('identity.accounts', { limit: 500 }, county)).body as { rows: { account: string }[] }
  expect(rows.map((row) => row.account)).not.toContain('shan')
  expect((await house.ask('identity.account', { account: 'shan' }, county)).status).toBe(404)
  expect((await house.act('identity.disableAccount', { account: 'shan' }, county)).status).toBe(404)
  const reset = { account: 'shan', what: 'password', ground: '本人申请' }
  expect((await house.act('identity.proposeReset', reset, county)).status).toBe(404)
  expect((await house.act('identity.proposeReset', reset, root)).status).toBe(200)
})

test('without a demonstration there are no one-click logins', async () => {
  expect((await house.ask('identity.demoLogins', {}, null)).body).toEqual([])
})

test('the system administrator makes an account once; a clerk may not; its first password is not kept for a repetition', async () => {
  const wanted = { account: 'new-one', name: '新同事', role: 'auditor', jurisdiction: '990100' }
  expect((await house.act('identity.createAccount', wanted)).status).toBe(403)
  const made = await house.act('identity.createAccount', wanted, root, { 'idempotency-key': 'make-new-one' })
  expect(made.status).toBe(200)
  const { password } = made.body as { password: string }
  expect(JSON.stringify(await house.db.selectFrom('replay').selectAll().execute())).not.toContain(password)
  const again = await house.act('identity.createAccount', wanted, root)
  expect([again.status, again.body]).toMatchObject([409, { code: 'accountTaken', facts: { account: 'new-one' } }])
  expect((await house.act('identity.createAccount', { ...wanted, account: 'system' }, root)).body).toMatchObject({ code: 'accountTaken' })
})

test('a disabled account cannot sign in, and its open session ends; the last administrator of a kind is not disabled', async () => {
  await somebody(house, { account: 'gone' })
  const gone = browserAt(house)
  await gone.signIn('gone')
  await house.act('identity.disableAccount', { account: 'gone' }, root)
  expect((await gone.ask('identity.me')).status).toBe(401)
  expect((await gone.signIn('gone', 'anything-1')).body).toMatchObject({ code: 'accountDisabled' })
  expect((await house.act('identity.disableAccount', { account: 'guard' }, root)).body).toMatchObject({ code: 'lastAdministrator' })
  expect((await house.act('identity.disableAccount', { account: 'guard' }, guard)).body).toMatchObject({ code: 'ownAccount' })
})

test('whoever was here a moment ago is asked about again at every question: an end elsewhere, another seat or a duty is noticed at once', async () => {
  setClock(house, now)
  await somebody(house, { account: 'qiao' })
  const here = browserAt(house)
  await here.signIn('qiao')
  const me = () => here.ask('identity.me')
  const remembered = async () => [(await me()).status, (await me()).status]
  expect(await remembered()).toEqual([200, 200])
  // each of these happens past this process: nothing in its memory is told
  await house.db.updateTable('account').set({ passwordDue: true }).where('account', '=', 'qiao').execute()
  expect((await me()).body).toMatchObject({ duty: 'password' })
  expect((await here.ask('projects.list')).status).toBe(403)
  await house.db.updateTable('account').set({ passwordDue: false }).where('account', '=', 'qiao').execute()
  expect(await remembered()).toEqual([200, 200])
  const end = { endedAt: now, endedWhy: 'revoked' as const }
  await house.db.updateTable('session').set(end).where('account', '=', 'qiao').execute()
  expect((await me()).status).toBe(401)
  expect(await refusals('identity.present')).toContainEqual([expect.stringMatching(/^session:/), 'sessionReplayed'])
  expect((await here.ask('projects.list', { limit: 'bad' })).status).toBe(401)
})

test('somebody remembered whose seat has ended reads nothing more', async () => {
  await somebody(house, { account: 'ning' })
  const here = browserAt(house)
  await here.signIn('ning')
  expect([(await here.ask('findings.list')).status, (await here.ask('findings.list')).status]).toEqual([200, 200])
  await house.db
    .updateTable('seat')
    .set({ endedOn: day('2026-11-20'), endedBy: 'root' })
    .where('account', '=', 'ning')
    .execute()
  expect((await here.ask('findings.list')).status).toBe(401)
})
