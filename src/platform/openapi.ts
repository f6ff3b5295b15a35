import { z } from 'zod'
import type { Contract } from '../kernel/contract.ts'

type Json = Record<string, unknown>
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const parametersOf = (input: Json): Json[] => {
  const required = Array.isArray(input.required) ? input.required : []
  return Object.entries(input.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
}

function bodyOf(contract: Contract, input: Json): Json {
  if (contract.takes !== 'files') return { required: true, content: { 'application/json': { schema: input } } }
  const files = { type: 'array', items: { type: 'string', format: 'binary' } }
  const schema = { ...input, type: 'object', properties: { ...(input.properties as Json), files } }
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

const answerOf = (contract: Contract): Json =>
  contract.gives === 'file'
    ? { description: 'file', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
    : { description: 'answer', content: { 'application/json': { schema: schemaOf(contract.output, 'output') } } }

const failure = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
})

function operationOf(contract: Contract): Json {
  const input = schemaOf(contract.input, 'input')
  const how = contract.kind === 'ask' ? { parameters: parametersOf(input) } : { requestBody: bodyOf(contract, input) }
  return {
    operationId: contract.name,
    summary: contract.title.en,
    description: contract.title.zh,
    tags: [contract.name.split('.')[0]],
    ...(contract.open ? { security: [] } : {}),
    ...how,
    responses: {
      200: answerOf(contract),
      400: failure('bad input'),
      401: failure('sign in'),
      403: failure('no right'),
      404: failure('absent'),
      409: failure('refused'),
    },
  }
}

/** OpenAPI 3.1 of every contract: declared once, described from the same schemas that check it. */
export function openApi(contracts: readonly Contract[]): Json {
  const paths = contracts.map((contract) => [
    `/api/${contract.name}`,
    { [contract.kind === 'ask' ? 'get' : 'post']: operationOf(contract) },
  ])
  const text = { type: 'string' }
  const failureSchema = {
    type: 'object',
    required: ['code'],
    properties: { code: text, message: text, facts: { type: 'object' }, issues: { type: 'array' }, incident: text },
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Guantong', version: '0.1.0', license: { name: 'MulanPSL-2.0', identifier: 'MulanPSL-2.0' } },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: { Failure: failureSchema },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'guantong_session' }, token: { type: 'http', scheme: 'bearer' } },
    },
  }
}
