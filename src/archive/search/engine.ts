import { sql } from 'kysely'
import { likeText, type Reader } from '../../platform/db.ts'
import { type Fitting, fittingOf } from './fields.ts'
import { gramsOf } from './rules/grams.ts'
import { fieldKey, matches, type Query } from './rules/query.ts'
import { type Candidate, candidateColumns, searchable } from './searchable.ts'

/** Answers which texts a query matches: exactly those a plain scan of every folded text would find. */
export type Engine = { matching(query: Query): Promise<Candidate[]> }

/** Asks the database: the query as one condition on the stored folded text. */
export const databaseEngine = (read: Reader): Engine => ({
  async matching(query) {
    const fitting = await fittingOf(read, query)
    return searchable(read).where(condition(query, fitting)).select(candidateColumns).execute()
  },
})

function condition(query: Query, fitting: Fitting): ReturnType<typeof sql<boolean>> {
  switch (query.op) {
    case 'text':
      return sql<boolean>`searchable.folded like ${`%${likeText(query.term)}%`}`
    case 'field':
      return sql<boolean>`searchable.id = any(${[...(fitting.get(fieldKey(query.of)) ?? [])]}::uuid[])`
    case 'not':
      return sql<boolean>`not (${condition(query.of, fitting)})`
    case 'and':
      return sql<boolean>`(${sql.join(
        query.of.map((each) => condition(each, fitting)),
        sql` and `,
      )})`
    case 'or':
      return sql<boolean>`(${sql.join(
        query.of.map((each) => condition(each, fitting)),
        sql` or `,
      )})`
  }
}

/** Loads every text once and answers from memory: for many queries in a row. What is imported meanwhile is not seen. */
export async function memoryEngine(read: Reader): Promise<Engine> {
  const rows = await searchable(read)
    .select([...candidateColumns, 'folded'])
    .execute()
  const grams = gramsOf(rows.map(({ folded }) => folded))
  const holding = (term: string): Set<number> => {
    const candidates = grams.candidates(term) ?? rows.keys()
    const known = term.length <= 2 && !term.includes('\uffff')
    return new Set([...candidates].filter((i) => known || rows[i]?.folded.includes(term)))
  }
  return {
    async matching(query) {
      const fitting = await fittingOf(read, query)
      const held = new Map<string, Set<number>>()
      const has = (term: string, i: number) => {
        const set = held.get(term) ?? holding(term)
        held.set(term, set)
        return set.has(i)
      }
      return rows.filter((row, i) =>
        matches(query, { has: (term) => has(term, i), fits: (field) => fitting.get(fieldKey(field))?.has(row.id) ?? false }),
      )
    },
  }
}
