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
  /** The approved option of each cell; −1 where there is none. */
  readonly approved: Int32Array
}

/** Insertion sort of one range by points (those of `from` stand first in `points`), ties by place. */
function sortRange(order: Int32Array, points: Float64Array, from: number, until: number): void {
  for (let at = 1; at < until - from; at++) {
    const [option, own] = [order[from + at], points[at]]
    let place = at
    while (place > 0 && points[place - 1] > own) {
      order[from + place] = order[from + place - 1]
      points[place] = points[place - 1]
      place--
    }
    order[from + place] = option
    points[place] = own
  }
}

/** What an option costs when prices are trusted so far (1 = fully). */
export const pointsAt = ({ optionCost, optionSlot }: Model, { day }: Prices, option: number, days: number): number =>
  optionCost[option] + days * day[optionSlot[option]]

export function rank(model: Model, prices: Prices): Ranking {
  const { optionStart, optionSlot, effort, years, subjects } = model
  const count = optionSlot.length
  const order = new Int32Array(count)
  const points = new Float64Array(years === 0 ? 0 : model.teams * model.windows)
  const approved = new Int32Array(subjects * years).fill(-1)
  for (let cell = 0; cell < subjects * years; cell++) {
    const days = effort[Math.floor(cell / years)]
    for (let option = optionStart[cell]; option < optionStart[cell + 1]; option++) {
      order[option] = option
      points[option - optionStart[cell]] = pointsAt(model, prices, option, days)
      if (optionSlot[option] === model.approvedSlot[cell]) approved[cell] = option
    }
    sortRange(order, points, optionStart[cell], optionStart[cell + 1])
  }
  return { prices, order, approved }
}
