import { boundAt, copyOf, type Priced, type Room } from './bound.ts'
import { decide, noPrices, type Prices } from './decide.ts'
import type { Component, Model } from './model.ts'
import { type Chance, shuffle } from './random.ts'

/** Points a person-day that deciding well about an average subject is worth: the scale on which prices are looked for. */
function scaleOf(model: Model): number {
  const { subjects, years, setCost } = model
  let sum = 0
  for (let subject = 0; subject < subjects; subject++) {
    const from = subject << years
    let best = Infinity
    let worst = -Infinity
    for (const set of model.yearSets) {
      const points = setCost[from + set]
      if (points === Infinity) continue
      best = Math.min(best, points)
      worst = Math.max(worst, points)
    }
    if (worst > best) sum += (worst - best) / Math.max(1, model.effort[subject])
  }
  return subjects === 0 ? 1 : Math.max(1e-6, sum / subjects)
}

const meanOf = (values: Float64Array): number => (values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** How often in one round over all components the prices are lowered a little. */
const batches = 25

type Step = { readonly day: number; readonly audit: number }

/** Raises the prices of the rows that one decided component uses, by the share of the row that it takes. */
function raise(model: Model, prices: Prices, step: Step, at: { room: Room; component: Component }): void {
  const { years, capacity, ceiling } = model
  for (const block of at.component.blocks)
    for (const subject of block)
      for (let year = 0, cell = subject * years; year < years; year++, cell++) {
        const slot = at.room.choice.slot[cell]
        if (slot < 0) continue
        if (capacity[slot] > 0) prices.day[slot] += (step.day * model.effort[subject]) / capacity[slot]
        const row = model.district[subject] * years + year
        if (ceiling[row] < Infinity) prices.audit[row] += step.audit / Math.max(1, ceiling[row])
      }
}

/** Lowers every price by the step of one batch: a row used exactly to its limit keeps its price over a round. */
function lower(prices: Prices, step: Step): void {
  const { day, audit } = prices
  for (let slot = 0; slot < day.length; slot++) day[slot] = Math.max(0, day[slot] - step.day / batches)
  for (let row = 0; row < audit.length; row++) audit[row] = Math.max(0, audit[row] - step.audit / batches)
}

function add(sum: Prices, prices: Prices, share: number): void {
  for (let slot = 0; slot < sum.day.length; slot++) sum.day[slot] += prices.day[slot] * share
  for (let row = 0; row < sum.audit.length; row++) sum.audit[row] += prices.audit[row] * share
}

/** One round over the components in random order; answers the mean of the prices met. */
function round(model: Model, prices: Prices, step: Step, at: { room: Room; order: Int32Array; chance: Chance }): Prices {
  const { order, room, chance } = at
  const mean = noPrices(model)
  shuffle(order, order.length, chance)
  for (let batch = 0; batch < batches; batch++) {
    const until = Math.floor(((batch + 1) * order.length) / batches)
    for (let place = Math.floor((batch * order.length) / batches); place < until; place++) {
      const component = model.components[order[place]]
      decide(model, prices, room, component)
      raise(model, prices, step, { room, component })
    }
    lower(prices, step)
    add(mean, prices, 1 / batches)
  }
  return mean
}

/** How many rounds, the first and last step (in the instance's own scale), and how often the bound is taken. */
export type Rounds = { readonly rounds: number; readonly first: number; readonly last: number; readonly every: number }

/**
 * Prices by online updates: while the components are decided one after another, the slots they choose become dearer and all others a
 * little cheaper. The step falls geometrically from round to round, or faster when `share` (of the time allowed) runs ahead of the
 * rounds. Yields after each round; the best bound proven so far rides along.
 */
export function* onlinePrices(
  model: Model,
  start: Priced,
  plan: Rounds,
  at: { room: Room; chance: Chance; share(): number },
): Generator<Priced, Priced> {
  const scale = scaleOf(model)
  const auditScale = meanOf(model.effort)
  const order = Int32Array.from(model.components.keys())
  const prices = copyOf(start.prices)
  let best = start
  let done = 0
  for (let number = 0; done < 1; number++) {
    const day = scale * plan.first * (plan.last / plan.first) ** done
    const mean = round(model, prices, { day, audit: day * auditScale }, { ...at, order })
    done = Math.max((number + 1) / plan.rounds, at.share())
    if ((number + 1) % plan.every === 0 || done >= 1) {
      const bound = boundAt(model, mean, at.room)
      if (bound > best.bound) best = { prices: mean, bound }
    }
    yield best
  }
  return best
}
