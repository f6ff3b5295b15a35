import type { Prices } from './decide.ts'
import type { Model } from './model.ts'

/**
 * The options of every subject and year, cheapest first at some prices. Whoever looks for a place takes the first that has room, so a
 * look-up reads a handful of options instead of all of them.
 */
export type Ranking = {
  readonly prices: Prices
  /** Options by cell, in the same ranges as `optionStart`, cheapest first. */
  readonly order: Int32Array
  /** Points of each option at these prices, and without them. */
  readonly priced: Float64Array
  /** The approved option of each cell; −1 where there is none. */
  readonly approved: Int32Array
}

/** Insertion sort of one range by priced points, ties by place. */
function sortRange(order: Int32Array, priced: Float64Array, from: number, until: number): void {
  for (let at = from + 1; at < until; at++) {
    const option = order[at]
    let place = at
    while (place > from && priced[order[place - 1]] > priced[option]) {
      order[place] = order[place - 1]
      place--
    }
    order[place] = option
  }
}

export function rank(model: Model, prices: Prices): Ranking {
  const { optionStart, optionSlot, optionCost, effort, years, subjects } = model
  const count = optionSlot.length
  const order = new Int32Array(count)
  const priced = new Float64Array(count)
  const approved = new Int32Array(subjects * years).fill(-1)
  for (let cell = 0; cell < subjects * years; cell++) {
    const days = effort[Math.floor(cell / years)]
    for (let option = optionStart[cell]; option < optionStart[cell + 1]; option++) {
      order[option] = option
      priced[option] = optionCost[option] + days * prices.day[optionSlot[option]]
      if (optionSlot[option] === model.approvedSlot[cell]) approved[cell] = option
    }
    sortRange(order, priced, optionStart[cell], optionStart[cell + 1])
  }
  return { prices, order, priced, approved }
}
