import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contracts } from '../../house.ts'
import { type TestHouse, testHouse } from '../../platform/testing/house.ts'
import { administrators, browserAt, guard, root, somebody } from '../../platform/testing/people.ts'
import { expectNoise } from '../../platform/testing/quiet.ts'
import { identityApi } from './api.ts'
import type { Outside } from './outside/config.ts'
import { outsideOf } from './outside/config.ts'

let house: TestHouse
let server: Server
let outside: Outside
const ours = 'http://guantong.test'

/** A real provider on this machine: whoever logs in there is the subject his login names. */
async function startProvider(): Promise<Server> {
  const listening = createServer()
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', () => resolve()))
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'guantong',
        client_secret: 'between-us',
        redirect_uris: [`${ours}/sign-in/return`],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true, methods: ['S256'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  })
  listening.on('request', provider.callback())
  return listening
}

beforeAll(async () => {
  house = await testHouse()
  await administrators(house)
  await somebody(house, { account: 'lin' })
  await somebody(house, { account: 'hu' })
  expectNoise(/oidc-provider/)
  server = await startProvider()
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  outside = outsideOf({
    GUANTONG_OIDC_ISSUER: issuer,
    GUANTONG_OIDC_CLIENT_ID: 'guantong',
    GUANTONG_OIDC_CLIENT_SECRET: 'between-us',
    GUANTONG_URL: ours,
  })
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await house.close()
})

const handlers = (given: Outside) => identityApi(() => contracts, given)
const at = (given: Outside = outside, address?: string) => browserAt(house, { handlers: handlers(given), ...(address ? { address } : {}) })

/** Goes through the provider's own pages as a person would, and answers the query it sends the browser back with. */
async function logInThere(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = address
  let form: Record<string, string> | null = null
  for (let steps = 0; steps < 12; steps++) {
    const headers: Record<string, string> = { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const body = form ? new URLSearchParams(form) : null
    const response: Response = await fetch(next, { redirect: 'manual', headers, ...(body ? { method: 'POST', body } : {}) })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    form = null
    if (location?.startsWith(ours)) return new URL(location).search.slice(1)
    if (location) next = new URL(location, next).href
    else {
      const page = await response.text()
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? ''
      next = new URL(action, next).href
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? 'login'
      form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt }
    }
  }
  throw new Error('the provider never sent the browser back')
}

async function map(account: string, subject: string): Promise<void> {
  const issuer = outside.provider?.issuer
  const asked = await house.act('identity.proposeSubject', { account, issuer, subject, ground: '统一身份对照表' }, root)
  await house.act('identity.decideOrder', { id: (asked.body as { order: string }).order, confirm: true }, guard)
}
type Begun = { address: string; ticket: string }

test('somebody the provider vouches for, and whom two administrators have mapped, is let in to his own account', async () => {
  await map('lin', 'subject-of-lin')
  const lin = at()
  expect((await lin.ask('identity.ways')).body).toMatchObject({ provider: expect.stringContaining('127.0.0.1') })
  const { address, ticket } = (await lin.act('identity.beginOutside')).body as Begun
  expect(address).toMatch(/code_challenge_method=S256/)
  const query = await logInThere(address, 'subject-of-lin')
  const answer = await lin.act('identity.finishOutside', { ticket, query })
  expect([answer.status, answer.body]).toMatchObject([200, { account: 'lin', role: 'auditor' }])
  expect((await lin.ask('identity.mine')).body).toMatchObject({ sessions: [{ way: 'provider', here: true }] })
  const replayed = await lin.act('identity.finishOutside', { ticket, query })
  expect([replayed.status, replayed.body]).toMatchObject([409, { code: 'outsideFailed' }])
})

test('a subject nobody has mapped is told so; another browser cannot finish what this one began', async () => {
  const [one, other] = [at(), at()]
  const begun = (await one.act('identity.beginOutside')).body as Begun
  const query = await logInThere(begun.address, 'subject-unknown')
  const theirs = (await other.act('identity.beginOutside')).body as Begun
  expect((await other.act('identity.finishOutside', { ticket: theirs.ticket, query })).body).toMatchObject({ code: 'outsideFailed' })
  expect((await one.act('identity.finishOutside', { ticket: begun.ticket, query })).body).toMatchObject({ code: 'outsideUnknown' })
})

test('a code that was made up, or meant for another sign-in, opens nothing', async () => {
  const lin = at()
  const first = (await lin.act('identity.beginOutside')).body as Begun
  const second = (await lin.act('identity.beginOutside')).body as Begun
  const query = new URLSearchParams(await logInThere(first.address, 'subject-of-lin'))
  const state = new URL(second.address).searchParams.get('state') ?? ''
  query.set('state', state)
  expect((await lin.act('identity.finishOutside', { ticket: second.ticket, query: query.toString() })).body).toMatchObject({
    code: 'outsideFailed',
  })
  const madeUp = new URLSearchParams({ code: 'made-up', state, iss: outside.provider?.issuer ?? '' }).toString()
  expect((await lin.act('identity.finishOutside', { ticket: second.ticket, query: madeUp })).body).toMatchObject({ code: 'outsideFailed' })
})

test('one identity of the provider belongs to one account', async () => {
  await map('lin', 'subject-of-lin-2')
  const issuer = outside.provider?.issuer
  const asked = await house.act('identity.proposeSubject', { account: 'hu', issuer, subject: 'subject-of-lin-2', ground: '对照' }, root)
  const decided = await house.act('identity.decideOrder', { id: (asked.body as { order: string }).order, confirm: true }, guard)
  expect(decided.body).toMatchObject({ code: 'subjectTaken', facts: { account: 'lin' } })
})

test('without a provider set up there is none, and none can be begun', async () => {
  const off = at(outsideOf({}))
  expect((await off.ask('identity.ways')).body).toEqual({ provider: null, gateway: null })
  expect((await off.act('identity.beginOutside')).body).toMatchObject({ code: 'outsideOff' })
})

const header = { 'x-remote-account': 'hu' }
test.each([
  ['a gateway on this machine', { GUANTONG_GATEWAY: '1' }, '127.0.0.1', header, 200],
  ['the header from elsewhere', { GUANTONG_GATEWAY: '1' }, '10.0.0.7', header, 409],
  ['the header while the gateway is off', {}, '127.0.0.1', header, 409],
  ['the shared secret', { GUANTONG_GATEWAY: '1', GUANTONG_GATEWAY_SECRET: 's3' }, '10.0.0.7', { ...header, 'x-gateway-secret': 's3' }, 200],
  ['a wrong secret', { GUANTONG_GATEWAY: '1', GUANTONG_GATEWAY_SECRET: 's3' }, '127.0.0.1', { ...header, 'x-gateway-secret': 's4' }, 409],
  ['another header name', { GUANTONG_GATEWAY: '1', GUANTONG_GATEWAY_HEADER: 'x-user' }, '127.0.0.1', { 'x-user': 'hu' }, 200],
  ['an account nobody has', { GUANTONG_GATEWAY: '1' }, '127.0.0.1', { 'x-remote-account': 'nobody' }, 409],
])('%s is answered as it must be', async (_, settings, address, headers, status) => {
  const hu = at(outsideOf(settings), address)
  const answer = await hu.act('identity.enterByGateway', {}, headers)
  expect([answer.status, answer.body]).toMatchObject([status, status === 200 ? { account: 'hu' } : {}])
  expect((await hu.ask('identity.me')).status).toBe(status === 200 ? 200 : 401)
})
