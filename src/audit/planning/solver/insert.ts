import { type Draft, place, slotOfUnit } from './draft.ts'
import type { Model } from './model.ts'
import { pointsAt, type Ranking } from './ranking.ts'

/** Room for one insertion: the best option of each year, now and when the set of years stays as approved. */
export type Seat = {
  readonly points: Float64Array
  readonly option: Int32Array
  readonly keptPoints: Float64Array
  readonly keptOption: Int32Array
}

export const seatFor = ({ years }: Model): Seat => ({
  points: new Float64Array(years),
  option: new Int32Array(years),
  keptPoints: new Float64Array(years),
  keptOption: new Int32Array(years),
})

/** Person-days may be fractions; sums of fractions are compared with this much patience. */
export const daysSlack = 1e-7

/** Whom to insert, and how far prices are trusted (1 = fully). */
export type Wish = {
  readonly subject: number
  readonly trust: number
  /** Asks for exactly this set of years; absent: any. */
  readonly only?: number
}

/** The first option in the ranking that has room in one year; −1 when there is none. */
function firstWithRoom(draft: Draft, ranking: Ranking, wish: Wish, year: number): number {
  const { model, free } = draft
  const { optionSlot, optionStart } = model
  const { subject } = wish
  const cell = subject * model.years + year
  const need = model.effort[subject] - daysSlack
  const only = slotOfUnit(draft, subject, year)
  for (let at = optionStart[cell]; at < optionStart[cell + 1]; at++) {
    const option = ranking.order[at]
    const slot = optionSlot[option]
    if (free[slot] < need || (only !== -1 && only !== slot)) continue
    return option
  }
  return -1
}

/** Whether the approved option of a cell has room. */
function approvedWithRoom(draft: Draft, ranking: Ranking, subject: number, year: number): number {
  const { model } = draft
  const option = ranking.approved[subject * model.years + year]
  if (option < 0 || draft.free[model.optionSlot[option]] < model.effort[subject] - daysSlack) return -1
  const only = slotOfUnit(draft, subject, year)
  return only === -1 || only === model.optionSlot[option] ? option : -1
}

/** Fills the seat of one year; adds the ceiling's price and the split of a group not yet active. */
function seek(draft: Draft, ranking: Ranking, wish: Wish, year: number, seat: Seat): void {
  const { model } = draft
  const { subject, trust } = wish
  const row = model.district[subject] * model.years + year
  const group = model.group[subject]
  const toll = trust * ranking.prices.audit[row] + (group >= 0 && draft.active[group * model.years + year] === 0 ? model.split : 0)
  const trusted = trust * model.effort[subject]
  const pointsOf = (option: number) => (option < 0 ? Infinity : pointsAt(model, ranking.prices, option, trusted))
  const option = draft.left[row] < 1 ? -1 : firstWithRoom(draft, ranking, wish, year)
  seat.option[year] = option
  seat.points[year] = pointsOf(option) + toll
  if (model.approvedSet[subject] < 0) return
  const approved = draft.left[row] < 1 ? -1 : approvedWithRoom(draft, ranking, subject, year)
  const keeps = pointsOf(approved) <= pointsOf(option) + model.changeSlot
  seat.keptOption[year] = keeps ? approved : option
  seat.keptPoints[year] = (keeps ? pointsOf(approved) : pointsOf(option) + model.changeSlot) + toll
}

/** The cheapest set of years in these seats; −1 when none is possible. `only` ≥ 0 asks for exactly that set. */
function cheapestSet(model: Model, subject: number, seat: Seat, only: number): number {
  const { yearSets, setCost } = model
  const from = subject << model.years
  const approved = model.approvedSet[subject]
  let cheapest = Infinity
  let chosen = -1
  for (let at = 0; at < yearSets.length; at++) {
    const set = yearSets[at]
    if (only >= 0 && set !== only) continue
    const seats = set === approved ? seat.keptPoints : seat.points
    let points = setCost[from + set]
    for (let year = 0; set >> year !== 0; year++) if ((set >> year) & 1) points += seats[year]
    if (points < cheapest) {
      cheapest = points
      chosen = set
    }
  }
  return chosen
}

/** Puts a subject where it costs least at the ranking's prices; false when no allowed set of years has room. */
export function insert(draft: Draft, ranking: Ranking, wish: Wish, seat: Seat): boolean {
  const { model } = draft
  const { subject } = wish
  for (let year = 0; year < model.years; year++) seek(draft, ranking, wish, year, seat)
  const set = cheapestSet(model, subject, seat, wish.only ?? -1)
  if (set < 0) return false
  place(draft, subject, set, set === model.approvedSet[subject] ? seat.keptOption : seat.option, 0)
  return true
}
