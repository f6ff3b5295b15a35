import { type Choice, type Prices, spreadUp, type Together } from './decide.ts'
import { type Joint, jointOf } from './joint.ts'
import type { Component, Model } from './model.ts'

/** What the members of a part who stay as approved would pay for this slot. */
function leaving(model: Model, joint: Joint, at: { year: number; keepers: number; slot: number }): number {
  let points = 0
  for (const [place, subject] of joint.subjects.entries())
    if ((at.keepers >> place) & 1 && model.approvedSlot[subject * model.years + at.year] !== at.slot) points += model.changeSlot
  return points
}

/** Finds the cheapest common slot of one cell of two or more members. */
function priceShared(model: Model, prices: Prices, joint: Joint, at: { year: number; part: number; keepers: number }): void {
  const { year, part, keepers } = at
  const row = year * joint.parts + part
  const cell = row * joint.parts + keepers
  const effort = joint.effort[part]
  let best = Infinity
  let chosen = -1
  for (let place = joint.start[row]; place < joint.start[row + 1]; place++) {
    const slot = joint.slot[place]
    const toll = keepers === 0 ? 0 : leaving(model, joint, { year, keepers, slot })
    const points = joint.cost[place] + effort * prices.day[slot] + toll
    if (points < best) {
      best = points
      chosen = slot
    }
  }
  for (const [place, subject] of joint.subjects.entries())
    if ((part >> place) & 1) best += prices.audit[model.district[subject] * model.years + year]
  joint.points[cell] = best
  joint.chosen[cell] = chosen
}

/** Copies what one member alone pays, as the single pricing found it. */
function priceAlone(model: Model, choice: Choice, joint: Joint, at: { year: number; place: number }): void {
  const own = joint.subjects[at.place] * model.years + at.year
  const part = 1 << at.place
  const cell = (at.year * joint.parts + part) * joint.parts
  joint.points[cell] = choice.best[own]
  joint.chosen[cell] = choice.bestSlot[own]
  joint.points[cell + part] = choice.kept[own]
  joint.chosen[cell + part] = choice.keptSlot[own]
}

function priceBlock(model: Model, prices: Prices, choice: Choice, joint: Joint): void {
  const mayKeep = joint.subjects.some((subject) => model.approvedSet[subject] >= 0)
  for (let year = 0; year < model.years; year++) {
    for (let place = 0; place < joint.subjects.length; place++) priceAlone(model, choice, joint, { year, place })
    for (let part = 3; part < joint.parts; part++) {
      if ((part & (part - 1)) === 0) continue
      for (let keepers = mayKeep ? part : 0; ; keepers = (keepers - 1) & part) {
        priceShared(model, prices, joint, { year, part, keepers })
        if (keepers === 0) break
      }
    }
  }
}

function pointsOf(model: Model, { setCost, cells, points }: Joint, combination: number): number {
  let sum = setCost[combination]
  for (let year = 0, at = combination * model.years; year < model.years; year++, at++) sum += points[cells[at]]
  return sum
}

/** Writes a combination into the choice. */
function write(model: Model, choice: Choice, joint: Joint, combination: number): void {
  const { years } = model
  const count = joint.subjects.length
  for (const [place, subject] of joint.subjects.entries()) {
    const set = joint.sets[combination * count + place]
    choice.set[subject] = set
    for (let year = 0; year < years; year++)
      choice.slot[subject * years + year] = (set >> year) & 1 ? joint.chosen[joint.cells[combination * years + year]] : -1
  }
}

function jointsOf(model: Model, components: readonly Component[]): Map<Int32Array, Joint> {
  const joints = new Map<Int32Array, Joint>()
  for (const { group, blocks } of components)
    for (const block of blocks) if (block.length > 1) joints.set(block, jointOf(model, block, group))
  return joints
}

/**
 * Exact decisions for blocks of several officials of one unit: for every year and every part of the block the cheapest slot that all of
 * the part may use, then all combinations of their sets of years. A member of another group than the block's is taken as groupless,
 * which can only lower the bound.
 */
export function togetherFor(model: Model, choice: Choice): Together {
  const joints = jointsOf(model, model.components)
  const own = new Float64Array(1 << model.years)
  const jointFor = (block: Int32Array): Joint => joints.get(block) ?? jointOf(model, block, -1)
  return {
    price: (prices, block) => priceBlock(model, prices, choice, jointFor(block)),
    addTo: (sum, block) => {
      const joint = jointFor(block)
      own.fill(Infinity)
      for (let at = 0; at < joint.combinations; at++) own[joint.union[at]] = Math.min(own[joint.union[at]], pointsOf(model, joint, at))
      spreadUp(own, model.years)
      for (let set = 0; set < sum.length; set++) sum[set] += own[set]
    },
    take: (block, within) => {
      const joint = jointFor(block)
      let best = Infinity
      let chosen = 0
      for (let at = 0; at < joint.combinations; at++) {
        if ((joint.union[at] & ~within) !== 0) continue
        const points = pointsOf(model, joint, at)
        if (points >= best) continue
        best = points
        chosen = at
      }
      write(model, choice, joint, chosen)
      return best
    },
  }
}
