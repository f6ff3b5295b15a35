import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reader } from '../../platform/db.ts'
import type { Tables } from '../../tables.ts'
import { isNotWithdrawn, isWithdrawn, objectionsTo } from '../papers/withdrawn.ts'
import { isReported } from '../projects/store.ts'
import type { Counted } from './model.ts'

const of = expressionBuilder<Tables, 'finding' | 'project'>()

/** An objection to the finding waits for its decision. */
export const isObjected: Expression<SqlBool> = of.exists(objectionsTo.where('objection.outcome', '=', 'pending'))

/** Written down and confirmed, in an audit whose report is out. */
const isOut = of.and([isReported, of('finding.established', '=', 'confirmed')])
const conditions: Readonly<Record<Counted, Expression<SqlBool>>> = {
  unreported: of.not(isOut),
  withdrawn: of.and([isOut, isWithdrawn]),
  objected: of.and([isOut, isNotWithdrawn, isObjected]),
  stands: of.and([isOut, isNotWithdrawn, of.not(isObjected)]),
}
/** The findings that count in one of these ways, for a question that joins `finding` and `project`. */
export const countsAs = (...ways: readonly Counted[]): Expression<SqlBool> => of.or(ways.map((way) => conditions[way]))

/**
 * The findings that an objection took back (`gone`) or holds up (`open`), each once: joined where all findings are counted
 * at once, so that no finding asks for its objections by itself. It says what `countsAs` says.
 */
export const contestedIn = (read: Reader) =>
  read
    .selectFrom('objection')
    .select([
      'objection.finding',
      sql<boolean>`bool_or(objection.effect = 'withdrawn')`.as('gone'),
      sql<boolean>`bool_or(objection.outcome = 'pending')`.as('open'),
    ])
    .groupBy('objection.finding')
    .as('contested')
