import type { Component, Model } from './model.ts'

/** Prices of the shared rows: points a person-day of each slot, points an audit of each district-year. */
export type Prices = { readonly day: Float64Array; readonly audit: Float64Array }

export const noPrices = (model: Model): Prices => ({
  day: new Float64Array(model.slots),
  audit: new Float64Array(model.districts * model.years),
})

/** Room for one decision, made once and used for every component; `set` and `slot` hold what was chosen for every subject. */
export type Choice = {
  readonly set: Int32Array
  readonly slot: Int32Array
  /** Cheapest priced option by subject and year, and its slot. */
  readonly best: Float64Array
  readonly bestSlot: Int32Array
  /** The same, at the price of leaving the approved slot. */
  readonly kept: Float64Array
  readonly keptSlot: Int32Array
  /** Sum over a group's blocks, and one block's own, by set of years. */
  readonly sum: Float64Array
  readonly own: Float64Array
}

export const choiceFor = (model: Model): Choice => {
  const cells = model.subjects * model.years
  return {
    set: new Int32Array(model.subjects),
    slot: new Int32Array(cells).fill(-1),
    best: new Float64Array(cells),
    bestSlot: new Int32Array(cells),
    kept: new Float64Array(cells),
    keptSlot: new Int32Array(cells),
    sum: new Float64Array(1 << model.years),
    own: new Float64Array(1 << model.years),
  }
}

/** Finds the cheapest slot of every year of a subject at these prices. */
function priceOptions(model: Model, prices: Prices, choice: Choice, subject: number): void {
  const { years, optionStart, optionSlot, optionCost, approvedSlot, changeSlot } = model
  const { day, audit } = prices
  const effort = model.effort[subject]
  const district = model.district[subject] * years
  const isRevision = model.approvedSet[subject] >= 0
  for (let year = 0, cell = subject * years; year < years; year++, cell++) {
    let cheapest = Infinity
    let at = -1
    let approved = Infinity
    for (let option = optionStart[cell]; option < optionStart[cell + 1]; option++) {
      const points = optionCost[option] + effort * day[optionSlot[option]]
      if (points < cheapest) {
        cheapest = points
        at = optionSlot[option]
      }
      if (isRevision && optionSlot[option] === approvedSlot[cell]) approved = points
    }
    const toll = audit[district + year]
    choice.best[cell] = cheapest + toll
    choice.bestSlot[cell] = at
    if (!isRevision) continue
    const stays = approved <= cheapest + changeSlot
    choice.kept[cell] = (stays ? approved : cheapest + changeSlot) + toll
    choice.keptSlot[cell] = stays ? approvedSlot[cell] : at
  }
}

/** A subject's points for one set of years: waiting and changes, and the cheapest slot of each year. */
function pointsOf(model: Model, choice: Choice, subject: number, set: number): number {
  let points = model.setCost[(subject << model.years) + set]
  const from = model.approvedSet[subject] === set ? choice.kept : choice.best
  for (let year = 0, cell = subject * model.years; set >> year !== 0; year++, cell++) if ((set >> year) & 1) points += from[cell]
  return points
}

function take(model: Model, choice: Choice, subject: number, set: number): void {
  const { years } = model
  const from = model.approvedSet[subject] === set ? choice.keptSlot : choice.bestSlot
  choice.set[subject] = set
  for (let year = 0, cell = subject * years; year < years; year++, cell++) choice.slot[cell] = (set >> year) & 1 ? from[cell] : -1
}

/** The cheapest set of years inside `within`. */
function cheapestSet(model: Model, choice: Choice, subject: number, within: number): { set: number; points: number } {
  let cheapest = Infinity
  let chosen = 0
  for (let at = 0; at < model.yearSets.length; at++) {
    const set = model.yearSets[at]
    if ((set & ~within) !== 0) continue
    const points = pointsOf(model, choice, subject, set)
    if (points < cheapest) {
      cheapest = points
      chosen = set
    }
  }
  return { set: chosen, points: cheapest }
}

/** Decides one block of one subject; the caller has priced its options. */
export function decideAlone(model: Model, choice: Choice, subject: number, within: number): number {
  const { set, points } = cheapestSet(model, choice, subject, within)
  take(model, choice, subject, set)
  return points
}

/** Fills `own` with the cheapest points of a subject for every set of years it may be kept inside. */
function pointsBySet(model: Model, choice: Choice, subject: number): void {
  const { own } = choice
  own.fill(Infinity)
  for (let at = 0; at < model.yearSets.length; at++) own[model.yearSets[at]] = pointsOf(model, choice, subject, model.yearSets[at])
  spreadUp(own, model.years)
}

/** What is possible inside a set of years is possible inside every larger one. */
export function spreadUp(points: Float64Array, years: number): void {
  for (let year = 0; year < years; year++) {
    const bit = 1 << year
    for (let set = bit; set < points.length; set = (set + 1) | bit) if (points[set ^ bit] < points[set]) points[set] = points[set ^ bit]
  }
}

/** Exact decision of blocks of several subjects, who share a slot in every year in which more than one of them is audited. */
export type Together = {
  price(prices: Prices, block: Int32Array): void
  /** Adds to `sum` by set of years of the group. */
  addTo(sum: Float64Array, block: Int32Array): void
  take(block: Int32Array, within: number): number
}

/** Decides one component exactly at these prices; answers its points and leaves the choice in `choice`. */
export function decide(model: Model, prices: Prices, at: { choice: Choice; together: Together }, component: Component): number {
  const { choice, together } = at
  const { group, blocks } = component
  for (const block of blocks) for (const subject of block) priceOptions(model, prices, choice, subject)
  for (const block of blocks) if (block.length > 1) together.price(prices, block)
  const all = (1 << model.years) - 1
  if (group < 0) {
    const [block] = blocks
    return block.length === 1 ? decideAlone(model, choice, block[0], all) : together.take(block, all)
  }
  const within = yearsOfGroup(model, choice, together, component)
  for (const block of blocks) {
    if (block.length === 1) decideAlone(model, choice, block[0], within.set)
    else together.take(block, within.set)
  }
  return within.points
}

/** The years in which a group is audited at all: each costs the split price once, whoever is audited then. */
function yearsOfGroup(model: Model, choice: Choice, together: Together, { blocks }: Component): { set: number; points: number } {
  const { sum, own } = choice
  sum.fill(0)
  for (const block of blocks) {
    if (block.length === 1) {
      pointsBySet(model, choice, block[0])
      for (let set = 0; set < sum.length; set++) sum[set] += own[set]
    } else together.addTo(sum, block)
  }
  let cheapest = Infinity
  let chosen = 0
  for (let set = 0; set < sum.length; set++) {
    const points = sum[set] + model.split * bits(set)
    if (points < cheapest) {
      cheapest = points
      chosen = set
    }
  }
  return { set: chosen, points: cheapest }
}

export function bits(set: number): number {
  let count = 0
  for (let rest = set; rest !== 0; rest &= rest - 1) count++
  return count
}
