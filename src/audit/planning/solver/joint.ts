import type { Model } from './model.ts'

/**
 * A block of two or three officials of one unit, laid out for pricing. A `part` of the block is a bit mask of its members; `keepers` are
 * those of the part whose set of years stays as approved and who therefore pay for leaving their approved slot. A table cell is
 * `(year × parts + part) × parts + keepers`.
 */
export type Joint = {
  readonly subjects: Int32Array
  readonly parts: number
  /** Slots that all of a part may use in a year, from `start[year × parts + part]`, with their options' points. */
  readonly start: Int32Array
  readonly slot: Int32Array
  readonly cost: Float64Array
  /** Person-days of a part together. */
  readonly effort: Float64Array
  /** Every combination of the members' sets of years: the sets, their points, the group's years in it, and the cell of each year. */
  readonly combinations: number
  readonly sets: Int32Array
  readonly setCost: Float64Array
  readonly union: Int32Array
  readonly cells: Int32Array
  /** Cheapest points and slot of each cell at the last prices. */
  readonly points: Float64Array
  readonly chosen: Int32Array
}

/** The slots that all members of a part may use in a year, with the sum of their points. */
function commonSlots(model: Model, members: readonly number[], year: number): { slot: number; cost: number }[] {
  const found = new Map<number, { count: number; cost: number }>()
  for (const subject of members) {
    const cell = subject * model.years + year
    for (let option = model.optionStart[cell]; option < model.optionStart[cell + 1]; option++) {
      const slot = model.optionSlot[option]
      const before = found.get(slot) ?? { count: 0, cost: 0 }
      found.set(slot, { count: before.count + 1, cost: before.cost + model.optionCost[option] })
    }
  }
  return [...found].flatMap(([slot, { count, cost }]) => (count === members.length ? [{ slot, cost }] : []))
}

const membersOf = (subjects: Int32Array, part: number): number[] => [...subjects].filter((_, place) => (part >> place) & 1)

function slotsOf(model: Model, subjects: Int32Array): Pick<Joint, 'start' | 'slot' | 'cost'> {
  const parts = 1 << subjects.length
  const start = new Int32Array(model.years * parts + 1)
  const slot: number[] = []
  const cost: number[] = []
  for (let year = 0; year < model.years; year++)
    for (let part = 0; part < parts; part++) {
      const members = membersOf(subjects, part)
      for (const each of members.length > 1 ? commonSlots(model, members, year) : []) {
        slot.push(each.slot)
        cost.push(each.cost)
      }
      start[year * parts + part + 1] = slot.length
    }
  return { start, slot: Int32Array.from(slot), cost: Float64Array.from(cost) }
}

/** All combinations of sets that the members may have. */
function combine(model: Model, subjects: Int32Array): number[][] {
  let combinations: number[][] = [[]]
  for (const subject of subjects) {
    const allowed = [...model.yearSets].filter((set) => model.setCost[(subject << model.years) + set] < Infinity)
    combinations = combinations.flatMap((sets) => allowed.map((set) => [...sets, set]))
  }
  return combinations
}

function cellOf(model: Model, subjects: Int32Array, sets: readonly number[], year: number): number {
  const parts = 1 << subjects.length
  let part = 0
  let keepers = 0
  for (const [place, set] of sets.entries()) {
    if (!((set >> year) & 1)) continue
    part |= 1 << place
    if (model.approvedSet[subjects[place]] === set) keepers |= 1 << place
  }
  return (year * parts + part) * parts + keepers
}

/** Lays out one block of the component of `group` (−1 for none). */
export function jointOf(model: Model, subjects: Int32Array, group: number): Joint {
  const parts = 1 << subjects.length
  const combinations = combine(model, subjects)
  const years = [...Array(model.years).keys()]
  const pointsOf = (sets: readonly number[]) =>
    sets.reduce((sum, set, place) => sum + model.setCost[(subjects[place] << model.years) + set], 0)
  const unionOf = (sets: readonly number[]) =>
    sets.reduce((union, set, place) => (group >= 0 && model.group[subjects[place]] === group ? union | set : union), 0)
  const effortOf = (part: number) => membersOf(subjects, part).reduce((sum, subject) => sum + model.effort[subject], 0)
  return {
    subjects,
    parts,
    ...slotsOf(model, subjects),
    effort: Float64Array.from({ length: parts }, (_, part) => effortOf(part)),
    combinations: combinations.length,
    sets: Int32Array.from(combinations.flat()),
    setCost: Float64Array.from(combinations, pointsOf),
    union: Int32Array.from(combinations, unionOf),
    cells: Int32Array.from(combinations.flatMap((sets) => years.map((year) => cellOf(model, subjects, sets, year)))),
    points: new Float64Array(model.years * parts * parts),
    chosen: new Int32Array(model.years * parts * parts).fill(-1),
  }
}
