import { type Compilable, type Expression, NOOP_QUERY_EXECUTOR, QueryCreator, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Reader } from './db.ts'

/** What a question is worded with, when it is not asked alone. */
export type Wording = Pick<Reader, 'selectFrom'>
export const wording: Wording = new QueryCreator<Tables>({ executor: NOOP_QUERY_EXECUTOR })

/** A question in words: rows of one shape, in one order. */
export type Question<O> = Expression<unknown> & Compilable<O>
export type Questions = Readonly<Record<string, Question<unknown>>>
export type Answers<Q> = { [Name in keyof Q]: Q[Name] extends Compilable<infer O> ? O[] : never }

const rowsOf = (question: Question<unknown>): RawBuilder<unknown> =>
  sql`(select coalesce(json_agg(asked), '[]'::json) from ${question} as asked)`

const camels = new Map<string, string>()
const inCamel = (column: string): string => column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
function camel(column: string): string {
  const name = camels.get(column) ?? inCamel(column)
  camels.set(column, name)
  return name
}
const named = (row: object) => Object.fromEntries(Object.entries(row).map(([column, value]) => [camel(column), value]))

type Planning = 'force_generic_plan' | 'force_custom_plan'
const planned = (read: Reader, how: Planning) =>
  read.selectNoFrom(sql<string>`set_config('plan_cache_mode', ${how}::text, true)`.as('mode')).execute()

/**
 * Such a statement is long and its questions name their record by its id: planning it costs many times what running it
 * does, and one plan is as good as another. So, for the rest of this transaction, a statement is planned once for each
 * connection and not anew for its first five uses.
 */
const planOnce = (read: Reader) => planned(read, 'force_generic_plan')

/**
 * For questions that go through very many rows: what they are asked with decides how they are best answered (by several
 * workers at once, from which index), and planning costs nothing beside running. Said along with the question, it has
 * each statement for the rest of this transaction planned for its own values, however often it has been said.
 */
export const planAnew = (read: Reader): Promise<unknown> => planned(read, 'force_custom_plan')

/**
 * Several questions in one statement: `await together(read, { steps: stepsTaken(wording, id), ... })`, each answered as if it
 * had been asked alone. Days come as days; a moment or an exact decimal would come in another form, so such columns are asked apart.
 */
export async function together<Q extends Questions>(read: Reader, questions: Q): Promise<Answers<Q>> {
  const names = Object.keys(questions)
  const columns = names.map((name, at) => rowsOf(questions[name] as Question<unknown>).as(`q${at}`))
  const asked = read.selectNoFrom(columns as never)
  const [, row] = await Promise.all([planOnce(read), asked.executeTakeFirstOrThrow() as Promise<Record<string, object[]>>])
  return Object.fromEntries(names.map((name, at) => [name, (row[`q${at}`] ?? []).map(named)])) as Answers<Q>
}
