import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../../tables.ts'

const of = expressionBuilder<Tables, 'finding'>()
/** In a question that reads `finding`: the objections to it. */
export const objectionsTo = of.selectFrom('objection').select(sql`1`.as('one')).whereRef('objection.finding', '=', 'finding.id')
/** In a question that reads `finding`: an objection took it back. */
export const isWithdrawn: Expression<SqlBool> = of.exists(objectionsTo.where('objection.effect', '=', 'withdrawn'))
/** In a question that reads `finding`: no objection took it back. */
export const isNotWithdrawn: Expression<SqlBool> = of.not(isWithdrawn)
