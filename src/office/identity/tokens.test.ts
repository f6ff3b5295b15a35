import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, browserAt, guard, root, setClock, somebody } from '../../platform/testing/people.ts'

let house: TestHouse
const now = '2026-11-20T02:00:00.000Z'

beforeAll(async () => {
  house = await testHouse({ at: now })
  await administrators(house)
  await somebody(house, { account: 'lead', role: 'leadAuditor' })
})
beforeEach(() => setClock(house, now))
afterAll(() => house.close())

type Issued = { id: string; token: string; endsAt: string }
async function issue(scopes: readonly string[], days = 30) {
  const lead = browserAt(house)
  await lead.signIn('lead')
  const answer = await lead.act('identity.createToken', { name: '报表取数', scopes, days })
  return { lead, answer, issued: answer.body as Issued }
}
const machine = ({ token }: Issued) => {
  const bearer = { authorization: `Bearer ${token}` }
  const at = browserAt(house)
  return { ask: (name: string) => at.ask(name, {}, bearer), act: (name: string, input = {}) => at.act(name, input, bearer) }
}
const refused = async () =>
  (await house.db.selectFrom('trail').select(['subject', 'detail']).where('verb', '=', 'identity.present').orderBy('place').execute()).map(
    ({ subject, detail }) => [subject, (detail as { refusal: { code: string } }).refusal.code],
  )

test('a token may do what it was given and nothing more, and is kept only as a hash', async () => {
  const { issued } = await issue(['projects.*', 'rectification.list'])
  expect(JSON.stringify(await house.db.selectFrom('machineToken').selectAll().execute())).not.toContain(issued.token)
  const robot = machine(issued)
  expect((await robot.ask('projects.list')).status).toBe(200)
  expect((await robot.ask('rectification.list')).status).toBe(200)
  expect((await robot.ask('findings.list')).status).toBe(403)
  expect((await robot.ask('identity.mine')).status).toBe(403)
  expect((await robot.act('rectification.extend')).status).toBe(403)
})

test.each([
  [['identity.accounts'], 30, 'tokenScope'],
  [['identity*'], 30, 'tokenScope'],
  [['ide*'], 30, 'tokenScope'],
  [['trail.*'], 30, 'tokenScope'],
  [['nothing.at.all'], 30, 'tokenScope'],
  [['projects.*', 'trail.list'], 30, 'tokenScope'],
  [['projects.*'], 181, 'tokenTooLong'],
] as const)('a token for %j over %i days is refused with %s', async (scopes, days, code) => {
  expect((await issue(scopes, days)).answer.body).toMatchObject({ code })
})

test('an expired token is refused with the day, and the attempt is in the trail once a minute', async () => {
  const { issued } = await issue(['projects.*'], 1)
  setClock(house, '2026-11-21T02:00:00.000Z')
  const robot = machine(issued)
  const answer = await robot.ask('projects.list')
  expect([answer.status, answer.body]).toMatchObject([401, { code: 'tokenExpired', message: '令牌“报表取数”已于 2026-11-21 到期' }])
  await robot.ask('projects.list')
  expect((await refused()).filter(([subject]) => subject === `machineToken:${issued.id}`)).toEqual([
    [`machineToken:${issued.id}`, 'tokenExpired'],
  ])
})

test('a token that was taken back and is replayed is refused and in the trail; only its owner or the security administrator takes it back', async () => {
  const { issued, lead } = await issue(['projects.*'])
  expect((await house.act('identity.revokeToken', { id: issued.id }, root)).status).toBe(404)
  expect((await lead.act('identity.revokeToken', { id: issued.id })).status).toBe(200)
  expect((await machine(issued).ask('projects.list')).body).toMatchObject({ code: 'tokenRevoked' })
  expect(await refused()).toContainEqual([`machineToken:${issued.id}`, 'tokenRevoked'])
  const second = await issue(['projects.*'])
  expect((await house.act('identity.revokeToken', { id: second.issued.id }, guard)).status).toBe(200)
})

test('a token falls with its owner’s seat', async () => {
  await somebody(house, { account: 'brief', role: 'auditor' })
  const brief = browserAt(house)
  await brief.signIn('brief')
  const issued = (await brief.act('identity.createToken', { name: '临时', scopes: ['projects.*'], days: 30 })).body as Issued
  const seat = await house.db.selectFrom('seat').select('id').where('account', '=', 'brief').executeTakeFirstOrThrow()
  await house.act('identity.endSeat', { id: seat.id }, root)
  expect((await machine(issued).ask('projects.list')).body).toMatchObject({ code: 'seatEnded' })
})

test('a token nobody issued is a stranger’s', async () => {
  expect((await machine({ id: '', token: 'gt_made-up', endsAt: '' }).ask('projects.list')).body).toMatchObject({ code: 'signInFirst' })
})
