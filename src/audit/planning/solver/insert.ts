import type { Prices } from './decide.ts'
import { type Draft, place } from './draft.ts'
import type { Model } from './model.ts'

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

/** The slot in which an official of the same unit is already audited that year: −1 none, −2 when they are not together themselves. */
function slotOfUnit(draft: Draft, subject: number, year: number): number {
  const { model } = draft
  let found = -1
  for (let at = model.siblingStart[subject]; at < model.siblingStart[subject + 1]; at++) {
    const option = draft.option[model.sibling[at] * model.years + year]
    if (option < 0) continue
    const slot = model.optionSlot[option]
    if (found !== -1 && found !== slot) return -2
    found = slot
  }
  return found
}

/** Finds the cheapest option with room for one year of a subject; prices weigh by `trust`. */
function seek(draft: Draft, prices: Prices, at: { subject: number; year: number; trust: number }, seat: Seat): void {
  const { model, free } = draft
  const { optionSlot, optionCost, optionStart } = model
  const { subject, year } = at
  const cell = subject * model.years + year
  const effort = model.effort[subject]
  const weighed = effort * at.trust
  const need = effort - daysSlack
  const only = model.siblingStart[subject] === model.siblingStart[subject + 1] ? -1 : slotOfUnit(draft, subject, year)
  const approvedSlot = model.approvedSlot[cell]
  let cheapest = Infinity
  let chosen = -1
  let approved = Infinity
  let stays = -1
  for (let option = optionStart[cell]; option < optionStart[cell + 1]; option++) {
    const slot = optionSlot[option]
    if (free[slot] < need || (only !== -1 && only !== slot)) continue
    const points = optionCost[option] + weighed * prices.day[slot]
    if (points < cheapest) {
      cheapest = points
      chosen = option
    }
    if (slot === approvedSlot) {
      approved = points
      stays = option
    }
  }
  const keeps = approved <= cheapest + model.changeSlot
  seat.points[year] = cheapest
  seat.option[year] = chosen
  seat.keptPoints[year] = keeps ? approved : cheapest + model.changeSlot
  seat.keptOption[year] = keeps ? stays : chosen
}

/** Fills the seat for all years with room under the ceiling; adds the ceiling's price and the split of a group not yet active. */
function seekYears(draft: Draft, prices: Prices, at: { subject: number; trust: number }, seat: Seat): void {
  const { model } = draft
  const { years } = model
  const group = model.group[at.subject]
  const district = model.district[at.subject] * years
  for (let year = 0; year < years; year++) {
    if (draft.left[district + year] < 1) {
      seat.points[year] = Infinity
      seat.keptPoints[year] = Infinity
      continue
    }
    seek(draft, prices, { ...at, year }, seat)
    const toll = at.trust * prices.audit[district + year] + (group >= 0 && draft.active[group * years + year] === 0 ? model.split : 0)
    seat.points[year] += toll
    seat.keptPoints[year] += toll
  }
}

/** The cheapest set of years in these seats; −1 when none is possible. `only` ≥ 0 asks for exactly that set. */
function cheapestSet(model: Model, subject: number, seat: Seat, only: number): number {
  const from = subject << model.years
  const approved = model.approvedSet[subject]
  let cheapest = Infinity
  let chosen = -1
  for (const set of model.yearSets) {
    let points = model.setCost[from + set]
    if (only >= 0 && set !== only) continue
    const seats = set === approved ? seat.keptPoints : seat.points
    for (let year = 0; set >> year !== 0; year++) if ((set >> year) & 1) points += seats[year]
    if (points < cheapest) {
      cheapest = points
      chosen = set
    }
  }
  return chosen
}

/** Puts a subject where it costs least at these prices; false when no allowed set of years has room. */
export function insert(draft: Draft, prices: Prices, at: { subject: number; trust: number; only?: number }, seat: Seat): boolean {
  const { model } = draft
  seekYears(draft, prices, at, seat)
  const set = cheapestSet(model, at.subject, seat, at.only ?? -1)
  if (set < 0) return false
  place(draft, at.subject, set, set === model.approvedSet[at.subject] ? seat.keptOption : seat.option, 0)
  return true
}
