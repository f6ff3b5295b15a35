import type { z } from 'zod'
import { BadInput, serve, stopIf } from '../../platform/serve.ts'
import { find } from './contract.ts'
import { databaseEngine } from './engine.ts'
import { findIn } from './find.ts'
import { parseQuery } from './rules/parse.ts'
import { both, type Query } from './rules/query.ts'

type Input = z.output<typeof find.input>

/** The filters of the page are terms like any other. */
function narrowed(query: Query, { kind, year, unit }: Input): Query {
  const filters: Query[] = []
  if (kind.length > 0) filters.push({ op: 'field', of: { field: 'kind', kinds: kind } })
  if (year !== undefined) filters.push({ op: 'field', of: { field: 'year', from: year, to: year } })
  if (unit !== undefined) filters.push({ op: 'field', of: { field: 'unitId', id: unit } })
  return both([query, ...filters])
}

export const searchApi = [
  serve(find, async ({ input, read, tongue }) => {
    const parsed = parseQuery(input.q)
    if ('refusal' in parsed) {
      stopIf(parsed.refusal)
      throw new BadInput([])
    }
    const { offset, limit, q: given } = input
    return findIn(read, databaseEngine(read), { given, query: narrowed(parsed.query, input), tongue, offset, limit })
  }),
]
