import { type Choice, choiceFor, decide, type Prices, type Together } from './decide.ts'
import type { Component, Model } from './model.ts'
import { togetherFor } from './together.ts'

/** Prices with the bound that they prove. */
export type Priced = { readonly prices: Prices; readonly bound: number }

/** What the components together would use of each row at some prices. */
export type Use = { readonly day: Float64Array; readonly audit: Float64Array }

/** Room to evaluate prices again and again. */
export type Room = { readonly choice: Choice; readonly together: Together; readonly use: Use }

export function roomFor(model: Model): Room {
  const choice = choiceFor(model)
  const use = { day: new Float64Array(model.slots), audit: new Float64Array(model.districts * model.years) }
  return { choice, together: togetherFor(model, choice), use }
}

/** Counts what one decided component uses, times `sign`. */
export function count(model: Model, room: Room, component: Component, into: Use): void {
  const { years } = model
  for (const block of component.blocks)
    for (const subject of block)
      for (let year = 0, cell = subject * years; year < years; year++, cell++) {
        const slot = room.choice.slot[cell]
        if (slot < 0) continue
        into.day[slot] += model.effort[subject]
        into.audit[model.district[subject] * years + year] += 1
      }
}

/**
 * The proven bound at these prices: each component decided exactly, less the worth of the rows. No plan that keeps the hard rules can
 * cost less, whatever the prices are (Lagrangian duality); better prices only prove more. Leaves in `room.use` what would be used.
 */
export function boundAt(model: Model, prices: Prices, room: Room): number {
  room.use.day.fill(0)
  room.use.audit.fill(0)
  let points = 0
  for (const component of model.components) {
    points += decide(model, prices, room, component)
    count(model, room, component, room.use)
  }
  for (let slot = 0; slot < model.slots; slot++) points -= prices.day[slot] * model.capacity[slot]
  for (let row = 0; row < prices.audit.length; row++) if (prices.audit[row] > 0) points -= prices.audit[row] * model.ceiling[row]
  return points
}

export const copyOf = ({ day, audit }: Prices): Prices => ({ day: day.slice(), audit: audit.slice() })
