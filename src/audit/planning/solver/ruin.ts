import type { Chains, Draft } from './draft.ts'
import type { Model } from './model.ts'
import type { Chance } from './random.ts'

/** The subjects taken out in one move. */
export type Ruin = { readonly taken: Int32Array; count: number; readonly isTaken: Uint8Array }

export const ruinFor = (model: Model): Ruin => ({
  taken: new Int32Array(model.subjects),
  count: 0,
  isTaken: new Uint8Array(model.subjects),
})

/** The least each subject can cost by itself; what it costs above that is what a move may win back. */
export function floorOf(model: Model): Float64Array {
  const { subjects, years, optionStart, optionCost } = model
  const cheapest = new Float64Array(years)
  return Float64Array.from({ length: subjects }, (_, subject) => {
    for (let year = 0, cell = subject * years; year < years; year++, cell++) {
      cheapest[year] = Infinity
      for (let option = optionStart[cell]; option < optionStart[cell + 1]; option++)
        cheapest[year] = Math.min(cheapest[year], optionCost[option])
    }
    let least = Infinity
    for (const set of model.yearSets) {
      let points = model.setCost[(subject << years) + set]
      for (let year = 0; set >> year !== 0; year++) if ((set >> year) & 1) points += cheapest[year]
      least = Math.min(least, points)
    }
    return least
  })
}

/** In a larger unit only the subject itself is taken. */
const largestFamily = 6

/** Marks a subject and the officials of its unit as taken. */
function mark({ model }: Draft, ruin: Ruin, subject: number): void {
  const add = (one: number) => {
    if (ruin.isTaken[one]) return
    ruin.isTaken[one] = 1
    ruin.taken[ruin.count++] = one
  }
  add(subject)
  const members = model.unit[subject] < 0 ? null : model.unitMembers[model.unit[subject]]
  if (members && members.length <= largestFamily) for (const one of members) add(one)
}

/** Some cell a few steps along a chain; −1 when it is empty. */
function along({ head, next }: Chains, at: number, steps: number): number {
  let cell = head[at]
  while (steps-- > 0 && cell >= 0 && next[cell] >= 0) cell = next[cell]
  return cell
}

/** Somebody whose leaving may help `subject`: in one of its slots, under one of its ceilings, or of its group. */
function related(draft: Draft, subject: number, at: { chance: Chance; members: readonly Int32Array[] }): number {
  const { model } = draft
  const { chance } = at
  const { years } = model
  const way = chance.unit()
  const group = model.group[subject]
  if (way < 0.2 && group >= 0) return at.members[group][chance.below(at.members[group].length)]
  const from = model.optionStart[subject * years]
  const count = model.optionStart[(subject + 1) * years] - from
  if (count === 0) return chance.below(model.subjects)
  const option = from + chance.below(count)
  if (way < 0.75) {
    const cell = along(draft.inSlot, model.optionSlot[option], chance.below(4))
    return cell < 0 ? -1 : Math.floor(cell / years)
  }
  const cell = along(draft.inRow, model.district[subject] * years + chance.below(years), chance.below(12))
  return cell < 0 ? -1 : Math.floor(cell / years)
}

/** Chooses a costly subject (the worst of a few drawn) and others whose places it might want. */
export function chooseRuin(
  draft: Draft,
  ruin: Ruin,
  at: { chance: Chance; members: readonly Int32Array[]; floor: Float64Array; size: number; draws: number },
): void {
  const { model, own } = draft
  const { chance, floor } = at
  let seed = chance.below(model.subjects)
  for (let draw = 1; draw < at.draws; draw++) {
    const other = chance.below(model.subjects)
    if (own[other] - floor[other] > own[seed] - floor[seed]) seed = other
  }
  for (let place = 0; place < ruin.count; place++) ruin.isTaken[ruin.taken[place]] = 0
  ruin.count = 0
  mark(draft, ruin, seed)
  for (let tries = at.size * 3; tries > 0 && ruin.count < at.size; tries--) {
    const from = chance.unit() < 0.5 ? seed : ruin.taken[chance.below(ruin.count)]
    const subject = related(draft, from, at)
    if (subject >= 0) mark(draft, ruin, subject)
  }
}
