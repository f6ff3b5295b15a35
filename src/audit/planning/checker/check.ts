import type { Instance, Missed, PlanItem } from '../instance/model.ts'
import { bySubject, type Reckoning, reckon } from './cost.ts'
import {
  capacity,
  ceilings,
  fixed,
  frozenItems,
  itemRules,
  keyOf,
  type Place,
  spacing,
  units,
  unknownNames,
  type Violation,
} from './rules.ts'

/** What the checker asks of a plan: its audits, and what it claims about itself when it claims something. */
export type Claim = {
  readonly items: readonly PlanItem[]
  readonly cost?: number | undefined
  readonly bound?: number | undefined
  readonly gap?: number | undefined
  readonly missed?: Missed | undefined
}

export type Checked = { readonly ok: boolean; readonly violations: readonly Violation[] } & Reckoning

/** Points are compared with this much patience for the rounding of sums. */
const near = (one: number, other: number) => Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other))

const sameIds = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.toSorted().every((id, at) => id === other.toSorted()[at])

function* falseClaims(claim: Claim, found: Reckoning): Generator<Violation> {
  const { cost, bound, gap, missed } = claim
  if (cost !== undefined && !near(cost, found.cost)) yield { code: 'costWrong', facts: { said: cost, found: found.cost } }
  if (bound !== undefined && bound > found.cost + 1e-6 * Math.max(1, Math.abs(found.cost)))
    yield { code: 'boundAboveCost', facts: { bound, cost: found.cost } }
  if (gap !== undefined && bound !== undefined && found.cost > 0 && Math.abs(gap - (found.cost - bound) / found.cost) > 1e-5)
    yield { code: 'gapWrong', facts: { said: gap, found: (found.cost - bound) / found.cost } }
  if (missed === undefined) return
  for (const what of ['mandatory', 'deadline'] as const)
    if (!sameIds(missed[what], found.missed[what]))
      yield { code: 'missedWrong', facts: { what, said: missed[what].length, found: found.missed[what].length } }
}

/**
 * Checks a plan against every hard rule and reckons its cost again, sharing no code with the solver. `ok` when nothing is broken and
 * nothing the plan says about itself (cost, bound, gap, what it misses) is untrue.
 */
export function checkPlan(instance: Instance, claim: Claim): Checked {
  const place: Place = {
    instance,
    subjects: new Map(instance.subjects.map((subject) => [subject.id, subject])),
    teams: new Map(instance.teams.map((team) => [team.id, team])),
    frozen: new Set(frozenItems(instance).map(keyOf)),
  }
  const strange = unknownNames(place, claim.items)
  const items = claim.items.filter(({ subject, team }) => place.subjects.has(subject) && place.teams.has(team))
  const found = reckon(instance, items)
  const violations = [
    ...strange,
    ...itemRules(place, items),
    ...spacing(place, bySubject(items)),
    ...capacity(place, items),
    ...ceilings(place, items),
    ...units(place, items),
    ...fixed(place, items, claim.missed?.pins ?? []),
    ...falseClaims(claim, found),
  ]
  return { ok: violations.length === 0, violations, ...found }
}
