import { type Draft, place, remove } from './draft.ts'
import { insert, type Seat } from './insert.ts'
import type { Model } from './model.ts'
import type { Ranking } from './ranking.ts'

/** Rounds after which even a stubborn draft is left as it is. */
const mostRounds = 5

/** Moves one subject to the place that costs least as everybody else stands; answers whether that was better. */
function improve(draft: Draft, ranking: Ranking, seat: Seat, old: Int32Array, subject: number): boolean {
  const { years } = draft.model
  const before = draft.cost.total
  const set = draft.set[subject]
  for (let year = 0; year < years; year++) old[year] = draft.option[subject * years + year]
  remove(draft, subject)
  const found = insert(draft, ranking, { subject, trust: 0 }, seat)
  if (found && draft.cost.total < before - 1e-9) return true
  if (found) remove(draft, subject)
  place(draft, subject, set, old, 0)
  return false
}

/**
 * Lets everybody in turn take a better place, until nobody alone can do better: afterwards whoever is left out of a year would either
 * not gain by it, or finds no room. (Exactly so with a ranking made without prices: the explanations rest on it.)
 */
export function settleDown(draft: Draft, ranking: Ranking, seat: Seat): void {
  const model: Model = draft.model
  const old = new Int32Array(model.years)
  for (let round = 0; round < mostRounds; round++) {
    let moved = 0
    for (let subject = 0; subject < model.subjects; subject++) if (improve(draft, ranking, seat, old, subject)) moved++
    if (moved === 0) return
  }
}
