import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contracts } from './house.ts'
import type { Contract } from './kernel/contract.ts'
import { Role } from './office/identity/model.ts'
import { openApi } from './platform/openapi.ts'
import { type Answer, aClerk, type TestHouse, testHouse } from './platform/testing/house.ts'
import { inputsFor, type Schema } from './platform/testing/odd-inputs.ts'

/** Rounds for each contract; what is slow on purpose (hashing a password) gets fewer. */
const rounds = 12
const slow = /^identity\.(?:login|changePassword|createAccount)/

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const Parameter = z.object({ name: z.string(), required: z.boolean(), schema: z.custom<Schema>() })
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.custom<Schema>() })) }).optional(),
})
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })

/** What the document says an operation takes. */
const schemaOf = ({ parameters = [], requestBody }: z.infer<typeof Operation>): Schema =>
  Object.values(requestBody?.content ?? {})[0]?.schema ?? {
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  }
const byName = new Map<string, Contract>(contracts.map((contract) => [contract.name, contract]))
const operations = Object.values(Document.parse(openApi(contracts)).paths)
  .flatMap((path) => Object.entries(path))
  .map(([method, operation]) => ({ method, schema: schemaOf(operation), name: operation.operationId }))

const queryOf = (input: unknown): string =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? Object.entries(input)
        .flatMap(([key, value]) =>
          [value].flat().map((each) => `${encode(key)}=${encode(typeof each === 'object' ? JSON.stringify(each) : String(each))}`),
        )
        .join('&')
    : `${encode(String(input))}&%FF%FE=%C0%80&a[b]=1&=`
const encode = (text: string) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'))

const someone = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Role.options).map((role) => ({ role, account: role })) },
  { weight: 1, arbitrary: fc.constant(null) },
)

async function send(
  { method, name }: (typeof operations)[number],
  input: unknown,
  who: { role: string; account: string } | null,
): Promise<Answer> {
  const token = who && `Bearer ${encodeURIComponent(JSON.stringify({ ...aClerk, ...who }))}`
  const authorization = token ? { authorization: token } : undefined
  if (method === 'get') return answerOf(await house.hono.request(`/api/${name}?${queryOf(input)}`, { headers: { ...authorization } }))
  const type = byName.get(name)?.takes === 'files' ? 'multipart/form-data; boundary=x' : 'application/json'
  const body = byName.get(name)?.takes === 'files' ? multipart(input) : JSON.stringify(input)
  return answerOf(
    await house.hono.request(`/api/${name}`, { method: 'POST', body: body ?? '', headers: { ...authorization, 'content-type': type } }),
  )
}
async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  return { status: response.status, body: text, headers: response.headers, response }
}
const multipart = (input: unknown) =>
  `--x\r\ncontent-disposition: form-data; name="what"\r\n\r\n${JSON.stringify(input)}\r\n--x\r\ncontent-disposition: form-data; name="files"; filename="../a.csv"\r\n\r\n\u0000,\r\n--x--\r\n`

const stack = /\bat [^\n"]*\(?[\w/.-]+:\d+:\d+\)?|node_modules|\/src\/\w+/
const count = async () =>
  (
    await house.db
      .selectFrom('trail')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count

/** How many entries an answer must have left: an act one, done or refused; a reading of a person at least one. */
function owed(contract: Contract, status: number, isSomebody: boolean): 'none' | 'one' | 'some' | 'any' {
  if (status === 400 || status === 401 || status === 413) return 'none'
  if (status === 403) return isSomebody ? 'one' : 'none'
  if (contract.kind === 'act') return contract.writes === 'inSteps' && status === 200 ? 'some' : 'one'
  if (contract.reads === 'person') return status === 200 ? 'some' : 'one'
  return status === 200 ? 'any' : 'none'
}
const fits = (left: number, due: ReturnType<typeof owed>) => due === 'any' || (due === 'some' ? left > 0 : left === (due === 'one' ? 1 : 0))

test('the document describes every contract', () => {
  expect(operations.map(({ name }) => name).toSorted()).toEqual([...byName.keys()].toSorted())
})

test.each(operations.map((operation) => [operation.name, operation] as const))(
  '%s answers whatever is sent in the name of whatever role without failing, and leaves its entry',
  async (name, operation) => {
    const contract = byName.get(name)
    if (!contract) throw new Error(name)
    await fc.assert(
      fc.asyncProperty(inputsFor(operation.schema), someone, async (input, who) => {
        const before = Number(await count())
        const { status, body } = await send(operation, input, who)
        const left = Number(await count()) - before
        expect([status < 500, stack.test(String(body)) ? body : '', input]).toEqual([true, '', input])
        expect([fits(left, owed(contract, status, who !== null)), left, status, input, who]).toEqual([true, left, status, input, who])
      }),
      { numRuns: slow.test(name) ? 6 : rounds },
    )
  },
)

test.each([
  ['broken JSON', '{"a":', 'application/json', 400],
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'application/json', 400],
  ['a body too large', `{"a":"${'x'.repeat(9 * 1024 * 1024)}"}`, 'application/json', 413],
  ['deeply nested JSON', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'application/json', 400],
  ['a form without its boundary', 'x', 'multipart/form-data', 400],
])('%s is refused in a sentence', async (_, body, type, status) => {
  const authorization = `Bearer ${encodeURIComponent(JSON.stringify(aClerk))}`
  const headers = { authorization, 'content-type': type }
  const path = type.startsWith('multipart') ? '/api/intake.preview' : '/api/places.saveUnit'
  const answer = await house.hono.request(path, { method: 'POST', body, headers })
  expect([answer.status, await answer.json()]).toMatchObject([status, { code: expect.any(String), message: expect.any(String) }])
})
