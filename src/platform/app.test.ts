import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { act, ask } from '../kernel/contract.ts'
import { refuse } from '../kernel/refusal.ts'
import { app } from './app.ts'
import type { Desk } from './desk.ts'
import { serve, stopIf } from './serve.ts'
import { aClerk, type TestHouse, testHouse } from './testing/house.ts'

const title = { zh: '试', en: 'Try' }
const Text = z.object({ text: z.string() })
const tryAct = act({ name: 'try.act', title, input: Text, output: Text })
const tryPerson = ask({ name: 'try.person', title, input: z.object({ say: z.string().optional() }), output: z.object({}), reads: 'person' })
const tryBroken = ask({ name: 'try.broken', title, input: z.object({}), output: z.object({}) })
const tryTwice = act({ name: 'try.twice', title, input: z.object({}), output: z.object({}), writes: 'inSteps' })
const tryTooOften = act({ name: 'try.tooOften', title, input: z.object({}), output: z.object({}) })
const tryNothing = act({ name: 'try.nothing', title, input: z.object({}), output: z.object({}) })
const tryDry = act({ name: 'try.dry', title, input: z.object({}), output: z.object({}), writes: 'nothing' })
const tryAskThatWrites = ask({ name: 'try.askThatWrites', title, input: z.object({}), output: z.object({}) })
const tryFiles = act({
  name: 'try.files',
  title,
  input: z.object({ note: z.string() }),
  output: z.object({ files: z.array(z.string()) }),
  takes: 'files',
  writes: 'nothing',
})
let house: TestHouse
let times = 0

const twoChanges = async ({ change }: Desk) => {
  await change('try:1', async () => undefined)
  await change('try:2', async () => undefined)
  return {}
}
const handlers = [
  serve(tryTwice, twoChanges),
  serve(tryTooOften, twoChanges),
  serve(tryNothing, async () => ({})),
  serve(tryDry, async () => ({})),
  serve(tryAskThatWrites, ({ change }) => change('try:3', async () => ({}))),
  serve(tryAct, async ({ input, change }) => {
    stopIf(input.text === 'no' ? refuse('accountTaken', { account: 'no' }) : null)
    return change('try:1', async () => {
      times += 1
      return { text: `${input.text} ${times}` }
    })
  }),
  serve(tryPerson, async ({ input, seen }) => {
    if (input.say) seen(`official:${input.say}`)
    return {}
  }),
  serve(tryBroken, () => Promise.reject(new Error('a secret detail'))),
  serve(tryFiles, async ({ input, files }) => ({
    files: [input.note, ...files.map((file) => `${file.name} ${file.size} ${file.sha256.slice(0, 8)}`)],
  })),
]
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const request = (path: string, init: RequestInit & { signedIn?: boolean } = {}) => {
  const phrases = { accountTaken: { zh: '已有 {account}', en: '{account} taken' } }
  const whoIs = async () => (init.signedIn === false ? null : aClerk)
  const hono = app({
    office: house.office,
    handlers,
    phrases,
    whoIs,
    may: (_, contract) => contract.name !== 'try.never',
    bus: null,
    ready: async () => true,
  })
  return hono.request(path, init)
}
const post = (body: unknown, headers: Record<string, string> = {}) =>
  request('/api/try.act', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })

test('nobody known is asked to sign in first', async () => {
  expect((await request('/api/try.broken', { signedIn: false })).status).toBe(401)
})

test('an act is not answered to GET, nor an unknown name to anybody', async () => {
  expect((await request('/api/try.act?text=x')).status).toBe(404)
  expect((await request('/api/try.nobodyKnows')).status).toBe(404)
})

test('bad input names the field', async () => {
  const answer = await post({ text: 7 })
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { code: 'badInput', issues: [{ path: 'text', message: expect.stringContaining('无效输入') }] },
  ])
  expect(await (await post({ text: 7 }, { 'accept-language': 'en' })).json()).toMatchObject({
    issues: [{ message: expect.stringContaining('Invalid input') }],
  })
  expect((await request('/api/try.act', { method: 'POST', body: '{broken' })).status).toBe(400)
})

test('a refusal is answered with its code, its facts and its sentence in the tongue of the reader', async () => {
  const zh = await post({ text: 'no' })
  expect([zh.status, await zh.json()]).toEqual([409, { code: 'accountTaken', facts: { account: 'no' }, message: '已有 no' }])
  const en = await post({ text: 'no' }, { 'accept-language': 'en' })
  expect(await en.json()).toMatchObject({ message: 'no taken' })
})

test('a bug answers with an incident number and no detail', async () => {
  const answer = await request('/api/try.broken')
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).toMatch(/"incident":"[0-9A-F]{10}"/)
  expect(text).not.toContain('secret')
})

test('the same idempotency key acts once and answers the same', async () => {
  const key = { 'idempotency-key': 'k-1' }
  const first = await (await post({ text: 'once' }, key)).json()
  const second = await (await post({ text: 'once' }, key)).json()
  expect(second).toEqual(first)
  const other = await post({ text: 'other' }, key)
  expect([other.status, await other.json()]).toMatchObject([409, { code: 'keyUsedOtherwise' }])
})

test('an act of several changes under one key notes the key once, and a twin at the same moment acts no second time', async () => {
  const before = times
  const twins = await Promise.all([
    post({ text: 'twin' }, { 'idempotency-key': 'k-2' }),
    post({ text: 'twin' }, { 'idempotency-key': 'k-2' }),
  ])
  expect(times - before).toBeGreaterThan(0)
  expect(
    await house.db
      .selectFrom('trail')
      .select('id')
      .where('verb', '=', 'try.act')
      .where(sql<string>`detail ->> 'text'`, '=', 'twin')
      .execute(),
  ).toHaveLength(1)
  expect(twins.map((answer) => answer.status).sort()).toEqual(twins.every((answer) => answer.status === 200) ? [200, 200] : [200, 409])
  const both = await request('/api/try.twice', { method: 'POST', body: '{}', headers: { 'idempotency-key': 'k-3' } })
  expect(both.status).toBe(200)
})

test('a form on another site cannot act in a signed-in person’s name', async () => {
  expect((await post({ text: 'x' }, { origin: 'http://evil.example', host: 'guantong.local' })).status).toBe(403)
})

test('reading a person is traced, and a handler that forgets whose fails', async () => {
  expect((await request('/api/try.person?say=7')).status).toBe(200)
  expect(await house.trail()).toContainEqual({ verb: 'try.person', subject: 'official:7', kind: 'read', account: 'clerk' })
  expect((await request('/api/try.person')).status).toBe(500)
})

test('an act that leaves no entry, or more than one, and a question that changes something fail', async () => {
  const order = (name: string) => request(`/api/try.${name}`, { method: 'POST', body: '{}' })
  expect([(await order('nothing')).status, (await order('tooOften')).status]).toEqual([500, 500])
  expect((await request('/api/try.askThatWrites')).status).toBe(500)
  expect((await house.trail()).filter(({ verb }) => verb === 'try.tooOften')).toHaveLength(1)
})

test('an act that only tries leaves the entry that it was tried', async () => {
  expect((await request('/api/try.dry', { method: 'POST', body: '{}' })).status).toBe(200)
  expect((await house.trail()).at(-1)).toEqual({ verb: 'try.dry', subject: 'contract:try.dry', kind: 'act', account: 'clerk' })
})

test('a refused act, a forbidden one and one from another site each leave one entry with the code', async () => {
  const before = (await house.refusals()).length
  await post({ text: 'no' })
  await post({ text: 'x' }, { origin: 'http://evil.example', host: 'guantong.local' })
  const codes = await house.db.selectFrom('trail').select('detail').where('kind', '=', 'refused').orderBy('place').offset(before).execute()
  expect(codes.map(({ detail }) => detail)).toEqual([
    { asked: { text: 'no' }, refusal: { code: 'accountTaken', facts: { account: 'no' } } },
    { asked: {}, refusal: { code: 'crossSite' } },
  ])
})

test('an upload is hashed and kept while it arrives', async () => {
  const form = new FormData()
  form.append('note', '备注')
  form.append('files', new Blob(['abc']), '报告（终稿）.txt')
  const answer = await request('/api/try.files', { method: 'POST', body: form })
  expect(await answer.json()).toEqual({ files: ['备注', '报告（终稿）.txt 3 ba7816bf'] })
  const kept = house.office.store
  expect(new TextDecoder().decode(await kept.read('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'))).toBe('abc')
})

test('OpenAPI describes each contract as an operation of its own name', async () => {
  const document = await (await request('/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  expect(document.paths['/api/try.act'].post.operationId).toBe('try.act')
  expect(document.paths['/api/try.person'].get.parameters[0]).toMatchObject({ name: 'say', in: 'query', required: false })
})

test('health, readiness and metrics answer without a session', async () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) expect((await request(path, { signedIn: false })).status).toBe(200)
})
