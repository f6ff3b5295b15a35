import fc from 'fast-check'

/** A JSON schema as OpenAPI writes it, as far as inputs are made from it. */
export type Schema = {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  minimum?: number
  maximum?: number
}

const ids = ['00000000-0000-7000-8000-000000000000', '01960000-0000-7000-8000-000000000001']
const oddTexts = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  '9'.repeat(30),
  '1e999',
  '💥',
  '%',
  '_',
  '\\',
  '2026-13-45',
  '0000-00-00',
  'true',
  'null',
  '[object Object]',
  '../../etc/passwd',
  'a'.repeat(3000),
  '甲'.repeat(3000),
  "';drop table trail;--",
  '<script>alert(1)</script>',
  '{{constructor}}',
  '${7*7}',
  '*',
  '甲 OR (',
  '\u0000',
  '\ud800',
  '\u202e右',
  'ﬁ①㈱',
]
const odd = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.constantFrom(...ids),
  fc.constantFrom<unknown>(
    null,
    true,
    -0,
    1e308,
    -1e308,
    2 ** 53,
    1.5,
    [],
    {},
    [[]],
    { toString: 'x' },
    { __proto__: null, constructor: 1 },
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.constantFrom(...oddTexts), { maxLength: 60 }),
)

const textOf = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.format === 'uuid') return fc.constantFrom(...ids)
  if (schema.format === 'date') return fc.constantFrom('2026-01-01', '2024-02-29', '1949-10-01')
  return fc.constantFrom('x', '990100', 'LJ0001', '2026-11-20', '一段说明文字', '990121', 'A')
}

/** Values the schema asks for. */
function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(fitting))
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'string') return textOf(schema)
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: Math.max(schema.minimum ?? 0, -1000), max: Math.min(schema.maximum ?? 2100, 100_000) })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'array') return fc.array(fitting(schema.items ?? {}), { maxLength: 3 })
  if (schema.properties)
    return fc.record(Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, fitting(each)])), {
      requiredKeys: [...(schema.required ?? [])],
    })
  return odd
}

/** Inputs of an operation: mostly what it asks for with one or more fields turned odd; sometimes something else altogether. */
export function inputsFor(schema: Schema): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {}).map(([key, each]): [string, fc.Arbitrary<unknown>] => [
    key,
    fc.oneof({ weight: 3, arbitrary: fitting(each) }, { weight: 1, arbitrary: odd }),
  ])
  const record = fc.record(Object.fromEntries(fields), { requiredKeys: [] })
  const whole = fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, each]) => [key, fitting(each)])))
  return fc.oneof({ weight: 4, arbitrary: whole }, { weight: 4, arbitrary: record }, { weight: 1, arbitrary: odd })
}
