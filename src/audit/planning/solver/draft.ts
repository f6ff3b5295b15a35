import type { Model } from './model.ts'

/** A plan being made: the option of every subject and year, and what is left of every row. Some subjects may be out for a moment. */
export type Draft = {
  readonly model: Model
  /** The option chosen by subject and year; −1 = no audit. */
  readonly option: Int32Array
  readonly set: Int32Array
  /** Whether the subject is in the draft (an empty set of years counts as in). */
  readonly isIn: Uint8Array
  /** Person-days left by slot, audits left by district-year, audits there are by group-year. */
  readonly free: Float64Array
  readonly left: Float64Array
  readonly active: Int32Array
  /** How many officials of a unit are audited in a year, and in which slot (−1 none, −2 not together themselves: frozen apart). */
  readonly unitCount: Int32Array
  readonly unitSlot: Int32Array
  /** Each subject's own points; the split of groups stands only in the total. */
  readonly own: Float64Array
  readonly cost: { total: number }
  /** Chains of the cells (subject × years + year) in one slot and in one district-year. */
  readonly inSlot: Chains
  readonly inRow: Chains
}

/** Doubly linked lists over cells, without allocation. */
export type Chains = { readonly head: Int32Array; readonly next: Int32Array; readonly back: Int32Array }

const chains = (heads: number, cells: number): Chains => ({
  head: new Int32Array(heads).fill(-1),
  next: new Int32Array(cells).fill(-1),
  back: new Int32Array(cells).fill(-1),
})

function link({ head, next, back }: Chains, at: number, cell: number): void {
  const first = head[at]
  next[cell] = first
  back[cell] = -1
  if (first >= 0) back[first] = cell
  head[at] = cell
}

function unlink({ head, next, back }: Chains, at: number, cell: number): void {
  if (back[cell] >= 0) next[back[cell]] = next[cell]
  else head[at] = next[cell]
  if (next[cell] >= 0) back[next[cell]] = back[cell]
}

/** A draft with nobody in it. */
export function emptyDraft(model: Model): Draft {
  const cells = model.subjects * model.years
  const rows = model.districts * model.years
  return {
    model,
    option: new Int32Array(cells).fill(-1),
    set: new Int32Array(model.subjects),
    isIn: new Uint8Array(model.subjects),
    free: model.capacity.slice(),
    left: model.ceiling.slice(),
    active: new Int32Array(model.groups * model.years),
    unitCount: new Int32Array(model.units * model.years),
    unitSlot: new Int32Array(model.units * model.years).fill(-1),
    own: new Float64Array(model.subjects),
    cost: { total: 0 },
    inSlot: chains(model.slots, cells),
    inRow: chains(rows, cells),
  }
}

/** Counts an official into the slot of its unit and year, or out of it. */
function joinUnit({ model, unitCount, unitSlot }: Draft, subject: number, at: { year: number; slot: number }): void {
  const unit = model.unit[subject]
  if (unit < 0) return
  const row = unit * model.years + at.year
  unitSlot[row] = unitCount[row]++ === 0 || unitSlot[row] === at.slot ? at.slot : -2
}

function leaveUnit({ model, unitCount, unitSlot }: Draft, subject: number, year: number): void {
  const unit = model.unit[subject]
  if (unit < 0) return
  const row = unit * model.years + year
  if (--unitCount[row] === 0) unitSlot[row] = -1
}

/** The slot in which an official of the same unit is already audited that year: −1 none, −2 when they are not together themselves. */
export function slotOfUnit({ model, unitSlot }: Draft, subject: number, year: number): number {
  const unit = model.unit[subject]
  return unit < 0 ? -1 : unitSlot[unit * model.years + year]
}

/** Takes a subject out of the draft. */
export function remove(draft: Draft, subject: number): void {
  const { model, option, cost } = draft
  const { years } = model
  const group = model.group[subject]
  const district = model.district[subject] * years
  for (let year = 0, cell = subject * years; year < years; year++, cell++) {
    if (option[cell] < 0) continue
    const slot = model.optionSlot[option[cell]]
    draft.free[slot] += model.effort[subject]
    draft.left[district + year] += 1
    if (group >= 0 && --draft.active[group * years + year] === 0) cost.total -= model.split
    leaveUnit(draft, subject, year)
    unlink(draft.inSlot, slot, cell)
    unlink(draft.inRow, district + year, cell)
    option[cell] = -1
  }
  cost.total -= draft.own[subject]
  draft.own[subject] = 0
  draft.isIn[subject] = 0
}

/** Puts a subject into the draft with this set of years; `chosen[from + year]` is the option of each of them. The caller has seen to the room. */
export function place(draft: Draft, subject: number, set: number, chosen: Int32Array, from: number): void {
  const { model, option, cost } = draft
  const { years } = model
  const group = model.group[subject]
  const district = model.district[subject] * years
  const isAsApproved = model.approvedSet[subject] === set
  let own = model.setCost[(subject << years) + set]
  for (let year = 0, cell = subject * years; set >> year !== 0; year++, cell++) {
    if (!((set >> year) & 1)) continue
    const taken = chosen[from + year]
    const slot = model.optionSlot[taken]
    option[cell] = taken
    own += model.optionCost[taken]
    if (isAsApproved && slot !== model.approvedSlot[cell]) own += model.changeSlot
    draft.free[slot] -= model.effort[subject]
    draft.left[district + year] -= 1
    if (group >= 0 && draft.active[group * years + year]++ === 0) cost.total += model.split
    joinUnit(draft, subject, { year, slot })
    link(draft.inSlot, slot, cell)
    link(draft.inRow, district + year, cell)
  }
  draft.set[subject] = set
  draft.own[subject] = own
  draft.isIn[subject] = 1
  cost.total += own
}

/** The draft with everybody placed anew by these options; sums are made afresh, so that no rounding is carried along. */
export function draftFrom(model: Model, option: Int32Array): Draft {
  const draft = emptyDraft(model)
  for (let subject = 0; subject < model.subjects; subject++) {
    let set = 0
    for (let year = 0; year < model.years; year++) if (option[subject * model.years + year] >= 0) set |= 1 << year
    place(draft, subject, set, option, subject * model.years)
  }
  return draft
}
