import { type Draft, place, remove } from './draft.ts'
import { insert, type Seat, seatFor } from './insert.ts'
import type { Model } from './model.ts'
import { type Chance, shuffle } from './random.ts'
import type { Ranking } from './ranking.ts'
import { chooseRuin, floorOf, type Ruin, ruinFor } from './ruin.ts'

/** How a search anneals: temperatures in points; `share` answers how much of the search is over, 0 to 1, or more to end it. */
export type Annealing = { readonly hot: number; readonly cold: number; share(moves: number): number }

/** The best plan of a search so far; the next step writes over `option`. */
export type Found = { readonly option: Int32Array; readonly cost: number; readonly moves: number }

/** Moves between two looks at the budget. */
export const stride = 200

type Search = {
  readonly draft: Draft
  readonly ranking: Ranking
  readonly chance: Chance
  readonly members: readonly Int32Array[]
  readonly floor: Float64Array
  readonly ruin: Ruin
  readonly seat: Seat
  /** Where the taken subjects stood: their sets and options, to put them back. */
  readonly oldSet: Int32Array
  readonly oldOption: Int32Array
  readonly key: Float64Array
}

function membersOf(model: Model): Int32Array[] {
  const members = Array.from({ length: model.groups }, (): number[] => [])
  for (let subject = 0; subject < model.subjects; subject++) if (model.group[subject] >= 0) members[model.group[subject]].push(subject)
  return members.map((each) => Int32Array.from(each))
}

function openSearch(draft: Draft, ranking: Ranking, chance: Chance): Search {
  const { model } = draft
  return {
    draft,
    ranking,
    chance,
    members: membersOf(model),
    floor: floorOf(model),
    ruin: ruinFor(model),
    seat: seatFor(model),
    oldSet: new Int32Array(model.subjects),
    oldOption: new Int32Array(model.subjects * model.years),
    key: new Float64Array(model.subjects),
  }
}

function takeOut({ draft, ruin, oldSet, oldOption }: Search): void {
  const { years } = draft.model
  for (let at = 0; at < ruin.count; at++) {
    const subject = ruin.taken[at]
    oldSet[at] = draft.set[subject]
    for (let year = 0; year < years; year++) oldOption[at * years + year] = draft.option[subject * years + year]
    remove(draft, subject)
  }
}

function putBack({ draft, ruin, oldSet, oldOption }: Search, order: Int32Array): void {
  for (let at = 0; at < ruin.count; at++) if (draft.isIn[ruin.taken[at]]) remove(draft, ruin.taken[at])
  for (let at = 0; at < ruin.count; at++) place(draft, order[at], oldSet[at], oldOption, at * draft.model.years)
}

/** The order of reinsertion: by chance, by effort, or by the least it could cost; always with a little noise. */
function arrange({ draft, ruin, chance, key, floor }: Search, order: Int32Array): void {
  const { model } = draft
  const way = chance.unit()
  for (let at = 0; at < ruin.count; at++) order[at] = ruin.taken[at]
  shuffle(order, ruin.count, chance)
  if (way < 0.45) return
  for (let at = 0; at < ruin.count; at++) {
    const subject = order[at]
    const noise = 0.7 + 0.6 * chance.unit()
    const empty = model.setCost[subject << model.years]
    key[subject] = noise * (way < 0.75 ? model.effort[subject] : empty === Infinity ? 1e12 : empty - floor[subject])
  }
  sortByKey(order, ruin.count, key)
}

/** Insertion sort, largest first: the lists are short. */
function sortByKey(order: Int32Array, count: number, key: Float64Array): void {
  for (let at = 1; at < count; at++) {
    const subject = order[at]
    let place = at
    while (place > 0 && key[order[place - 1]] < key[subject]) {
      order[place] = order[place - 1]
      place--
    }
    order[place] = subject
  }
}

/** The most subjects taken out at once: in a small place one mandatory item moves many, in a large one quick moves pay more. */
const largestRuin = ({ subjects }: Model): number => (subjects < 1000 ? 30 : 16)

/** One move: ruin, recreate, and keep it or not. */
function move(search: Search, order: Int32Array, heat: number): void {
  const { draft, ranking, chance, ruin, seat } = search
  const before = draft.cost.total
  const size = 2 + Math.floor(chance.unit() * chance.unit() * largestRuin(draft.model))
  chooseRuin(draft, ruin, { ...search, size, draws: 3 })
  takeOut(search)
  arrange(search, order)
  const trust = 0.9 + 0.2 * chance.unit()
  const limit = before - heat * Math.log(chance.unit() + 1e-300)
  for (let at = 0; at < ruin.count; at++) {
    if (insert(draft, ranking, { subject: order[at], trust }, seat)) continue
    putBack(search, ruin.taken)
    return
  }
  if (draft.cost.total > limit) putBack(search, ruin.taken)
}

/**
 * Ruin and recreate with annealing, guided by prices: a costly subject and some related ones leave the draft and come back where they
 * cost least at prices between half and a little over their worth; a worse plan is accepted by chance, less and less often.
 * Yields every `stride` moves with the best plan; ends when `share` reaches 1 or the plan is proven best.
 */
export function* search(
  start: Draft,
  ranking: Ranking,
  at: { chance: Chance; annealing: Annealing; moves: number; bound: number },
): Generator<Found, Found> {
  const { annealing } = at
  const run = openSearch(start, ranking, at.chance)
  const order = new Int32Array(start.model.subjects)
  const kept = start.option.slice()
  let best: Found = { option: kept, cost: start.cost.total, moves: 0 }
  let moves = 0
  while (moves < at.moves && best.cost - at.bound > 1e-6) {
    const share = annealing.share(moves)
    if (share >= 1) break
    const heat = annealing.hot * (annealing.cold / annealing.hot) ** share
    for (const until = Math.min(at.moves, moves + stride); moves < until; moves++) move(run, order, heat)
    const isBetter = start.cost.total < best.cost - 1e-9
    if (isBetter) kept.set(start.option)
    best = { option: kept, cost: isBetter ? start.cost.total : best.cost, moves }
    yield best
  }
  return best
}
