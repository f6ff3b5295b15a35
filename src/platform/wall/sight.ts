import { type Organ, standingOf } from '../../access.ts'
import type { Actor } from '../actor.ts'
import { any, arrayOf, type Clause, clause } from './condition.ts'
import type { Eye, SetName } from './predicate.ts'

/** Who looks, and what he has been let know or is kept from today. */
export type Sight = {
  organ: Organ
  role: string
  account: string
  /** The digits that every code of his place begins with; empty for everywhere. */
  prefix: string
  unit: string | null
  official: string | null
  sets: Readonly<Partial<Record<SetName, readonly string[]>>>
}
export const noSets: Sight['sets'] = {}

/** How an actor looks before the database has been asked what is shared with him. */
export const sightOf = (actor: Actor): Sight => ({
  ...standingOf(actor),
  role: actor.role,
  account: actor.account,
  unit: actor.unitId,
  official: actor.officialId,
  sets: noSets,
})

/** The first wall's eye: it knows its actor, so most conditions are settled before the database is asked. */
export function eyeOf(sight: Sight): Eye {
  const own = { account: sight.account, official: sight.official, unit: sight.unit, organ: sight.organ }
  const covers = (column: Clause) =>
    sight.prefix === '' ? true : clause('(starts_with(', column, ', ', { value: sight.prefix }, ') or ', column, " = '*')")
  return {
    isOrgan: (organs) => organs.includes(sight.organ),
    isRole: (roles) => roles.some((role) => role === sight.role),
    covers,
    isAmong(column, set) {
      const ids = sight.sets[set] ?? []
      return ids.length === 0 ? false : clause(column, ' = any(', { value: ids }, '::uuid[])')
    },
    isAnyAmong(columns, set) {
      const ids = sight.sets[set] ?? []
      return ids.length === 0 ? false : clause(...arrayOf(columns), ' && ', { value: ids }, '::uuid[]')
    },
    isOwn: (column, what) =>
      own[what] === null ? false : clause(column, ' = ', { value: own[what] }, what === 'official' || what === 'unit' ? '::uuid' : ''),
    isOrganNamed: (column) => clause({ value: sight.organ }, ' = any(', column, ')'),
    isOwnSubject: (column) => (sight.official === null ? false : clause(column, ' = ', { value: `official:${sight.official}` })),
    hasPostHere: (column) => any(sight.prefix === '', clause('has_post_in(', column, ', ', { value: sight.prefix }, ')')),
    guardsParents: false,
  }
}
