import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { contracts } from './house.ts'
import { type TestHouse, testHouse } from './platform/testing/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await testHouse()
})
afterAll(() => house.close())

const oddText = fc.constantFrom(
  '',
  'x',
  '0',
  '-1',
  '9'.repeat(30),
  '💥',
  '%',
  '_',
  '2026-13-45',
  '2026-01-01',
  'true',
  'null',
  '../..',
  'a'.repeat(3000),
  "';--",
  '*',
  '甲 OR (',
  'A',
  'inOffice',
)
const someId = fc.constantFrom('00000000-0000-7000-8000-000000000000', '01960000-0000-7000-8000-000000000001')
const fieldsOf = (input: z.ZodType): string[] =>
  Object.keys(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {})
const inputOf = (fields: readonly string[], values: fc.Arbitrary<unknown>) =>
  fc.record(Object.fromEntries(fields.map((field) => [field, values])), { requiredKeys: [] })

const skipped = new Set(['identity.login'])
const asks = contracts.filter((contract) => contract.kind === 'ask')
const acts = contracts.filter((contract) => contract.kind === 'act' && contract.takes !== 'files' && !skipped.has(contract.name))
const roles = ['clerk', 'leadAuditor', 'systemAdmin', 'auditAdmin', 'unitStaff']

test.each(asks.map((contract) => [contract.name, contract] as const))(
  '%s answers odd questions without failing',
  async (name, { input }) => {
    await fc.assert(
      fc.asyncProperty(inputOf(fieldsOf(input), fc.oneof(oddText, someId)), fc.constantFrom(...roles), async (asked, role) => {
        const answer = await house.ask(name, asked, { role })
        expect([answer.status < 500, answer.status >= 500 ? answer.body : null, asked]).toEqual([true, null, asked])
      }),
      { numRuns: 25 },
    )
  },
)

test.each(acts.map((contract) => [contract.name, contract] as const))('%s refuses odd orders without failing', async (name, { input }) => {
  const values = fc.oneof(oddText, someId, fc.constant(null), fc.integer(), fc.constant([]), fc.constant({}))
  await fc.assert(
    fc.asyncProperty(inputOf(fieldsOf(input), values), fc.constantFrom(...roles), async (asked, role) => {
      const answer = await house.act(name, asked, { role })
      expect([answer.status < 500, asked]).toEqual([true, asked])
    }),
    { numRuns: 20 },
  )
})
