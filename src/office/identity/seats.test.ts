import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kernel/day.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, browserAt, guard, root, setClock, somebody, watch } from '../../platform/testing/people.ts'
import { aSeat } from './samples.ts'

let house: TestHouse
const now = '2026-11-20T02:00:00.000Z'
const ground = '任用通知〔2026〕3号'

beforeAll(async () => {
  house = await testHouse({ at: now })
  await administrators(house)
})
afterAll(() => house.close())

const order = (answer: { body: unknown }) => (answer.body as { order: string }).order
const decide = (id: string, by: typeof guard | typeof root | typeof watch | { account: string; role: string }, confirm = true) =>
  house.act('identity.decideOrder', { id, confirm }, { jurisdiction: '*', ...by })
const propose = (account: string, wanted: Record<string, unknown>, by: { account: string; role: string } = root) =>
  house.act('identity.proposeSeat', { account, ...aSeat, ground, ...wanted }, { jurisdiction: '*', ...by })

test('an account made by one administrator opens nothing until another confirms its seat', async () => {
  const made = await house.act('identity.createAccount', { account: 'bai', name: '白露', ...aSeat }, root)
  const { password } = made.body as { password: string }
  const bai = browserAt(house)
  expect((await bai.signIn('bai', password)).body).toMatchObject({ code: 'seatAwaited', message: '岗位尚未经安全保密管理员核准' })
  expect((await decide(order(made), root)).status).toBe(403)
  expect((await decide(order(made), watch)).status).toBe(403)
  expect((await decide(order(made), guard)).status).toBe(200)
  expect((await bai.signIn('bai', password)).status).toBe(200)
  expect((await decide(order(made), guard)).body).toMatchObject({ code: 'orderDecided' })
  expect((await house.trail()).filter((row) => row.subject === `accessOrder:${order(made)}` && row.kind === 'act')).toHaveLength(1)
})

test('a refused order gives nothing, and a proposer may take his own back', async () => {
  await house.act('identity.createAccount', { account: 'cai', name: '蔡文', ...aSeat, role: 'clerk' }, root)
  const wanted = order(await propose('cai', { role: 'reviewer' }))
  expect((await house.act('identity.decideOrder', { id: wanted, confirm: false, reason: '编制已满' }, guard)).status).toBe(200)
  const second = order(await propose('cai', { role: 'reviewer' }))
  expect((await house.act('identity.withdrawOrder', { id: second }, root)).status).toBe(200)
  expect((await decide(second, guard)).body).toMatchObject({ code: 'orderDecided' })
  expect(await house.db.selectFrom('seat').selectAll().where('account', '=', 'cai').execute()).toEqual([])
})

test('nobody holds two administrators’ seats, nor one beside a business seat, at one time and by whatever account', async () => {
  await somebody(house, { account: 'deng', person: 'P-77', role: 'auditor' })
  const clash = await propose('deng', { role: 'securityAdmin', jurisdiction: '*' })
  expect([clash.status, clash.body]).toMatchObject([409, { code: 'exclusiveSeat' }])
  const twin = { account: 'deng-second', name: '邓二', person: 'P-77', ...aSeat, role: 'auditAdmin', jurisdiction: '*' }
  expect((await house.act('identity.createAccount', twin, root)).body).toMatchObject({ code: 'exclusiveSeat' })
  expect((await propose('watch', { role: 'systemAdmin', jurisdiction: '*' })).body).toMatchObject({ code: 'exclusiveSeat' })
  expect((await propose('watch', { role: 'clerk', untilOn: '2027-01-01' })).body).toMatchObject({ code: 'exclusiveSeat' })
  expect((await propose('deng', { role: 'reviewer', fromOn: '2026-02-01' })).status).toBe(200)
})

test('the database itself refuses what the rules refuse: exclusive seats, a seat without an order, an order decided by one hand', async () => {
  await somebody(house, { account: 'eve', person: 'P-88' })
  const tries = [
    sql`insert into access_order (id, kind, account, detail, ground, proposed_by, proposed_at, state, decided_by, decided_at)
        values (gen_random_uuid(), 'founding', 'eve', '{"role":"systemAdmin"}', '', 'system', now(), 'done', 'system', now())`,
    sql`insert into access_order (id, kind, account, detail, ground, proposed_by, proposed_at, state, decided_by, decided_at)
        values (gen_random_uuid(), 'seat', 'eve', '{"role":"clerk"}', '', 'root', now(), 'done', 'guard', now())`,
    sql`insert into access_order (id, kind, account, detail, ground, proposed_by, proposed_at, state, decided_by, decided_at)
        values (gen_random_uuid(), 'migrated', 'eve', '{"role":"clerk"}', '', 'system', now(), 'done', 'system', now())`,
    sql`insert into seat (id, account, person, role, jurisdiction, from_on, access_order)
        select gen_random_uuid(), 'eve', 'P-88', 'director', '*', current_date, access_order from seat where account = 'eve'`,
    sql`update seat set role = 'director' where account = 'eve'`,
    sql`update account set person = 'root' where account = 'eve'`,
  ]
  for (const attempt of tries) await expect(attempt.execute(house.db)).rejects.toThrow()
  const waiting = order(await propose('eve', { role: 'reviewer' }))
  const sides = ['root', 'watch', 'eve', 'system', 'nobody']
  for (const by of sides)
    await expect(
      sql`update access_order set state = 'done', decided_by = ${by}, decided_at = ${now} where id = ${waiting}`.execute(house.db),
    ).rejects.toThrow(/two people|two/)
})

test('two administrators granting each other is refused, said, and in the trail', async () => {
  await somebody(house, { account: 'root2', role: 'systemAdmin', jurisdiction: '*' })
  const other = { account: 'root2', role: 'systemAdmin' }
  const refused = await propose('root', { role: 'systemAdmin', jurisdiction: '*', fromOn: '2027-01-01' }, other)
  expect([refused.status, refused.body]).toMatchObject([409, { code: 'grantingEachOther', message: '两名管理员不得互相授权' }])
  const own = await propose('root2', { role: 'systemAdmin', jurisdiction: '990100' }, other)
  expect(own.body).toMatchObject({ code: 'ownGrant' })
  const forGuard = order(await propose('guard', { role: 'securityAdmin', jurisdiction: '990100' }))
  expect((await decide(forGuard, guard)).body).toMatchObject({ code: 'ownGrant' })
  const traced = await house.db
    .selectFrom('trail')
    .select('detail')
    .where('account', '=', 'root2')
    .where('kind', '=', 'refused')
    .orderBy('place')
    .execute()
  expect(traced.map(({ detail }) => (detail as { refusal: { code: string } }).refusal.code).sort()).toEqual([
    'grantingEachOther',
    'ownGrant',
  ])
})

test('a seat outside one’s own organ wants a ground; one outside one’s place is refused', async () => {
  const unit = '0196c0de-0000-7000-8000-000000000001'
  await somebody(house, { account: 'fang' })
  expect((await propose('fang', { role: 'reviewer', unitId: unit, ground: '' })).body).toMatchObject({ code: 'groundNeeded' })
  const county = { account: 'root', role: 'systemAdmin', jurisdiction: '990121' }
  expect((await propose('fang', { role: 'reviewer', jurisdiction: '990100' }, county)).body).toMatchObject({
    code: 'beyondPlace',
    facts: { place: '990121' },
  })
})

test('an expired seat gives no access: the session stops, the sign-in is refused with the day, and both are in the trail', async () => {
  await somebody(house, { account: 'gao', untilOn: day('2026-11-20') })
  setClock(house, '2026-11-20T15:30:00.000Z')
  const gao = browserAt(house)
  expect((await gao.signIn('gao')).status).toBe(200)
  setClock(house, '2026-11-20T16:30:00.000Z')
  const stopped = await gao.ask('identity.mine')
  expect([stopped.status, stopped.body]).toMatchObject([401, { code: 'seatExpired', message: '岗位已于 2026-11-20 到期' }])
  expect((await gao.signIn('gao')).body).toMatchObject({ code: 'seatExpired', facts: { until: '2026-11-20' } })
  const traced = await house.db
    .selectFrom('trail')
    .select(['verb', 'detail'])
    .where('kind', '=', 'refused')
    .where('detail', 'is not', null)
    .execute()
  const expired = traced.filter(({ detail }) => JSON.stringify(detail).includes('seatExpired')).map(({ verb }) => verb)
  expect(expired.sort()).toEqual(['identity.login', 'identity.present'])
  setClock(house, now)
})

test('a person with two seats works in one at a time and changes over; the old token is dead', async () => {
  await somebody(house, { account: 'he' })
  await decide(order(await propose('he', { role: 'secretary', jurisdiction: '990121' })), guard)
  const he = browserAt(house)
  await he.signIn('he')
  type Me = { role: string; jurisdiction: string; seat: string; seats: { id: string; role: string }[] }
  const me = async () => (await he.ask('identity.me')).body as Me
  expect(await me()).toMatchObject({ role: 'auditor', jurisdiction: '990100' })
  const secretary = (await me()).seats.find((each) => each.role === 'secretary')?.id
  const before = he.cookie()
  expect((await he.act('identity.takeSeat', { seat: secretary })).body).toMatchObject({ role: 'secretary' })
  expect(await me()).toMatchObject({ role: 'secretary', jurisdiction: '990121', seat: secretary })
  const after = he.cookie()
  he.setCookie(before)
  expect((await he.ask('identity.mine')).body).toMatchObject({ code: 'sessionReplayed' })
  he.setCookie(after)
  await he.act('identity.logout')
  await he.signIn('he')
  expect(await me()).toMatchObject({ role: 'secretary' })
  await house.act('identity.endSeat', { id: secretary }, root)
  expect((await he.ask('identity.mine')).body).toMatchObject({ code: 'seatEnded' })
  await he.signIn('he')
  expect(await me()).toMatchObject({ role: 'auditor' })
  const foreign = (await house.db.selectFrom('seat').select('id').where('account', '=', 'root').executeTakeFirstOrThrow()).id
  expect((await he.act('identity.takeSeat', { seat: foreign })).status).toBe(404)
})

test('an audited official’s account names his record', async () => {
  const wanted = { account: 'zhou', name: '周明远', ...aSeat, role: 'official' }
  expect((await house.act('identity.createAccount', wanted, root)).body).toMatchObject({ code: 'officialUnnamed' })
})

test('a forgotten password is reset by two, shown once to the second, and must be changed first', async () => {
  await somebody(house, { account: 'jin' })
  const wanted = await house.act('identity.proposeReset', { account: 'jin', what: 'password', ground: '本人书面申请' }, root)
  const done = await decide(order(wanted), guard)
  const { password } = done.body as { password: string }
  const jin = browserAt(house)
  expect((await jin.signIn('jin')).body).toMatchObject({ code: 'wrongPassword' })
  await jin.signIn('jin', password)
  expect((await jin.ask('identity.me')).body).toMatchObject({ duty: 'password' })
  expect((await jin.ask('places.units')).status).toBe(403)
  await jin.act('identity.changePassword', { old: password, fresh: 'harbour-lantern-4' })
  expect((await jin.ask('identity.me')).body).toMatchObject({ duty: null })
  expect((await jin.ask('places.units')).status).toBe(200)
})
