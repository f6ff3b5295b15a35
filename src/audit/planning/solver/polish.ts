import { boundAt, copyOf, type Priced, type Room } from './bound.ts'
import type { Prices } from './decide.ts'
import type { Model } from './model.ts'

/** Share of the last direction kept in the next one. */
const memory = 0.9
/** Tries without a better bound before the target comes nearer. */
const patience = 30

/** How much more (+) or less (−) than its limit each row is used, as a share of the limit; a row at price 0 cannot be lowered. */
function excess(model: Model, room: Room, prices: Prices, into: Prices): void {
  for (let slot = 0; slot < model.slots; slot++) {
    const limit = Math.max(1, model.capacity[slot])
    const over = (room.use.day[slot] - model.capacity[slot]) / limit
    into.day[slot] = over < 0 && prices.day[slot] === 0 ? 0 : over
  }
  for (let row = 0; row < prices.audit.length; row++) {
    const limit = model.ceiling[row]
    const over = limit < Infinity ? (room.use.audit[row] - limit) / Math.max(1, limit) : 0
    into.audit[row] = over < 0 && prices.audit[row] === 0 ? 0 : over
  }
}

function deflect(direction: Float64Array, excess: Float64Array): number {
  let square = 0
  for (let at = 0; at < direction.length; at++) {
    direction[at] = excess[at] + memory * direction[at]
    square += direction[at] * direction[at]
  }
  return square
}

/** One step along the direction; prices are counted per whole row, so that small and large rows move alike. */
function move(model: Model, prices: Prices, direction: Prices, step: number): void {
  for (let slot = 0; slot < model.slots; slot++)
    prices.day[slot] = Math.max(0, prices.day[slot] + (step * direction.day[slot]) / Math.max(1, model.capacity[slot]))
  for (let row = 0; row < prices.audit.length; row++)
    if (model.ceiling[row] < Infinity)
      prices.audit[row] = Math.max(0, prices.audit[row] + (step * direction.audit[row]) / Math.max(1, model.ceiling[row]))
}

const emptyLike = ({ day, audit }: Prices): Prices => ({ day: new Float64Array(day.length), audit: new Float64Array(audit.length) })

/**
 * Raises the bound further from good prices: a deflected subgradient whose step aims at a target a little above the best bound. When
 * the target is out of reach it comes nearer and the search goes back to the best prices. Yields after each evaluation.
 */
export function* polish(model: Model, start: Priced, at: { room: Room; evaluations: number; reach: number }): Generator<Priced, Priced> {
  let best = start
  let reach = Math.max(1e-9, Math.abs(start.bound) * at.reach)
  let prices = copyOf(start.prices)
  let direction = emptyLike(prices)
  const over = emptyLike(prices)
  let failures = 0
  for (let number = 0; number < at.evaluations; number++) {
    const bound = boundAt(model, prices, at.room)
    if (bound > best.bound) {
      if (bound > best.bound + reach / 4) failures = 0
      best = { prices: copyOf(prices), bound }
    } else failures++
    if (failures > patience) {
      reach /= 2
      failures = 0
      prices = copyOf(best.prices)
      direction = emptyLike(prices)
      boundAt(model, prices, at.room)
    }
    excess(model, at.room, prices, over)
    const square = deflect(direction.day, over.day) + deflect(direction.audit, over.audit)
    if (square < 1e-18) return best
    move(model, prices, direction, (best.bound + reach - Math.min(bound, best.bound)) / square)
    yield best
  }
  return best
}
