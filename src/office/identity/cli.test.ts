import { afterAll, beforeAll, expect, test } from 'vitest'
import { phrases } from '../../house.ts'
import { sentence } from '../../platform/answer.ts'
import { openDesk } from '../../platform/desk.ts'
import { houseActor } from '../../platform/jobs.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { browserAt, guard } from '../../platform/testing/people.ts'
import type { VerbContext } from '../../platform/verb.ts'
import { identityVerbs } from './cli.ts'

let house: TestHouse
const said: string[] = []
const offline = () => Promise.reject(new Error('not needed here'))
const context: VerbContext = {
  desk: async (_, verb) => (await openDesk<unknown>(house.office, { actor: houseActor, verb, input: {} })).desk,
  office: async () => house.office,
  runJobs: offline,
  databaseUrl: offline,
  dataFolder: offline,
  today: '2026-11-20' as VerbContext['today'],
  tongue: 'zh',
  out: (text) => void said.push(text),
  json: () => undefined,
  err: (text) => void said.push(text),
  sentence: (refusal) => sentence(phrases, 'zh', refusal),
  progress: () => undefined,
}
const create = (...argv: string[]) => {
  said.length = 0
  return identityVerbs[0]?.run(context, ['create', ...argv])
}
const passwordSaid = () => /初始密码 (\S+)（/.exec(said.join('\n'))?.[1] ?? ''

beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

test('an installation’s first three administrators are made by the command line, at once and recorded', async () => {
  for (const [account, role] of [
    ['root', 'systemAdmin'],
    ['guard', 'securityAdmin'],
    ['watch', 'auditAdmin'],
  ] as const) {
    expect(await create(account, '--name', account, '--role', role)).toBe(0)
    expect(said.join('\n')).toContain('该管理员岗位空缺')
    expect((await browserAt(house).signIn(account, passwordSaid())).body).toMatchObject({ account, role })
  }
  expect((await house.trail()).filter((row) => row.verb === 'identity.createAccount')).toHaveLength(3)
})

test('a second administrator of a kind, and any business account, waits for the security administrator', async () => {
  for (const [account, role] of [
    ['root2', 'systemAdmin'],
    ['lin', 'clerk'],
  ] as const) {
    expect(await create(account, '--name', account, '--role', role, '--jurisdiction', '990100')).toBe(0)
    const password = passwordSaid()
    expect((await browserAt(house).signIn(account, password)).body).toMatchObject({ code: 'seatAwaited' })
    const { rows } = (await house.ask('identity.orders', { state: 'waiting' }, guard)).body as { rows: { id: string; account: string }[] }
    const order = rows.find((each) => each.account === account)
    expect((await house.act('identity.decideOrder', { id: order?.id, confirm: true }, guard)).status).toBe(200)
    expect((await browserAt(house).signIn(account, password)).body).toMatchObject({ account, role })
  }
})

test('an account is not made twice, nor under the name of the house, nor for a wrong role', async () => {
  expect(await create('lin', '--role', 'clerk')).toBe(1)
  expect(said.join()).toContain('账号 lin 已存在')
  expect(await create('system', '--role', 'clerk')).toBe(1)
  await expect(create('bai', '--role', 'king')).rejects.toMatchObject({ issues: [{ path: 'role' }] })
})
