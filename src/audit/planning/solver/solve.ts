import { boundAt, type Priced, type Room, roomFor } from './bound.ts'
import { construct } from './construct.ts'
import { noPrices } from './decide.ts'
import { type Draft, draftFrom } from './draft.ts'
import { seatFor } from './insert.ts'
import type { Model } from './model.ts'
import { polish } from './polish.ts'
import { onlinePrices, type Rounds } from './prices.ts'
import { chanceFrom } from './random.ts'
import { type Ranking, rank } from './ranking.ts'
import { type Found, search } from './search.ts'
import { settleDown } from './settle.ts'

/** How far a solve has come. `option` is the best plan so far (see `itemsOf`); cost − bound is what it may lose at most. */
export type Progress = {
  readonly phase: 'prices' | 'search'
  readonly bound: number
  readonly cost: number
  readonly moves: number
  readonly share: number
  readonly option: Int32Array
}

/**
 * What a solve may spend: exactly so many moves (then the same seed gives the same plan to the byte), or as long as `spent` stays under 1
 * (the share of the time used so far, asked for some thousand times a second; the clock is the caller's). `quick` leaves the bound at its first rough value.
 */
export type Budget = { readonly seed: number; readonly effort?: 'quick' } & ({ readonly moves: number } | { readonly spent: () => number })

export type Solved = Progress & { readonly prices: Priced['prices'] }

const quick: Rounds = { rounds: 16, first: 0.5, last: 0.02, every: 16 }
/** More rounds where a round is quick: slower falling steps come nearer to the best prices. */
const thorough = (model: Model): Rounds => ({
  rounds: between(100, 400_000 / (model.subjects + 1), 600),
  first: 1.5,
  last: 0.0005,
  every: 5,
})
/** The same in short time, from where the quick rounds left off. */
const hasty: Rounds = { rounds: 60, first: 0.3, last: 0.005, every: 5 }
/** Evaluations of the polish, and how far above the best bound it first aims. */
const refinement = (model: Model) => ({ evaluations: between(200, 600_000 / (model.subjects + 1), 1000), reach: 0.02 })
const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, Math.round(value)))

/** Shares of the time by which the online prices and the polish must be done, when the time is short. */
const onlineUntil = 0.25
const polishUntil = 0.4

/** Temperatures of the search, as shares of what an average subject costs: hotter in a small place; a plan made from an approved one starts cool. */
const temperature = { hottest: 1, hot: 0.25, warm: 0.02, cold: 0.004 }
const hotFor = ({ subjects }: Model): number => Math.min(temperature.hottest, Math.max(temperature.hot, 300 / (subjects + 1)))

const spentOf = (budget: Budget): (() => number) => ('spent' in budget ? budget.spent : () => 0)

/** Runs a step-wise improvement until it ends or the time for it is up; every step is told. */
function* whileTime<T>(steps: Generator<T, T>, from: T, isOver: () => boolean): Generator<T, T> {
  let last = from
  for (const step of watch(steps)) {
    last = step
    yield last
    if (isOver()) break
  }
  return last
}

/** The proven bound: prices from scratch, polished. */
function* prove(model: Model, room: Room, budget: Budget): Generator<Priced, Priced> {
  const spent = spentOf(budget)
  const none = noPrices(model)
  const start: Priced = { prices: none, bound: boundAt(model, none, room) }
  const chance = chanceFrom(budget.seed)
  const first = yield* onlinePrices(model, start, quick, { room, chance, share: () => 5 * spent() })
  if (budget.effort === 'quick') return first
  const began = spent()
  const share = () => (spent() - began) / Math.max(1e-3, onlineUntil - began)
  const fitting = ((onlineUntil - began) / Math.max(1e-9, began)) * quick.rounds
  const rounds = spent() > 0 && fitting < hasty.rounds ? hasty : thorough(model)
  const online = yield* onlinePrices(model, first, rounds, { room, chance, share })
  return yield* whileTime(polish(model, online, { room, ...refinement(model) }), online, () => spent() > polishUntil)
}

/** Prices after a few rounds: enough to say what a person-day is worth. */
export function roughPrices(model: Model, seed: number): Priced['prices'] {
  const steps = prove(model, roomFor(model), { seed, moves: 0, effort: 'quick' })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value.prices
}

/** A cost that is infinite or a bound that is not a number would mean a fault in the instance that `faultsOf` missed. */
const told = (phase: Progress['phase'], priced: Priced, found: Found, share: number): Progress => ({
  phase,
  bound: Math.min(priced.bound, found.cost),
  cost: found.cost,
  moves: found.moves,
  share,
  option: found.option,
})

/** A plan built at some prices, and the order of the options that it was built by. */
type Built = { readonly priced: Priced; readonly ranking: Ranking; readonly draft: Draft; readonly found: Found }

function builtAt(model: Model, priced: Priced): Built {
  const ranking = rank(model, priced.prices)
  const draft = construct(model, ranking)
  return { priced, ranking, draft, found: { option: draft.option.slice(), cost: draft.cost.total, moves: 0 } }
}
const better = (one: Found, other: Found): Found => (other.cost < one.cost ? other : one)

/**
 * Solves a compiled instance: prices and the bound they prove, a first plan within the first rounds, then the search. Yields progress;
 * whoever stops asking keeps the last plan told. The answer is the best plan found, never worse than the construction.
 */
export function* solve(model: Model, budget: Budget): Generator<Progress, Solved> {
  const spent = spentOf(budget)
  const room = roomFor(model)
  let first: Built | null = null
  let priced: Priced = { prices: noPrices(model), bound: -Infinity }
  let rounds = 0
  for (const step of watch(prove(model, room, budget))) {
    priced = step
    rounds++
    if (!first && rounds >= quick.rounds) first = builtAt(model, priced)
    if (first) yield told('prices', priced, first.found, spent())
  }
  const built = first?.priced.prices === priced.prices ? first : builtAt(model, priced)
  let found = first ? better(first.found, built.found) : built.found
  yield told('prices', priced, found, spent())
  for (const step of watch(searching(built, found, budget, heatFor(model, priced.bound)))) {
    found = step
    yield told('search', priced, found, 'moves' in budget ? found.moves / Math.max(1, budget.moves) : spent())
  }
  return { ...told('search', priced, found, 1), prices: priced.prices }
}

/**
 * A plan made better by so many moves, from where it stands and at these prices: nothing is proven. For asking "and if there were more
 * days" of a plan that is made already.
 */
export function improved(draft: Draft, prices: Priced['prices'], budget: { readonly seed: number; readonly moves: number }): Int32Array {
  const { model } = draft
  const scale = scaleOf(model, draft.cost.total)
  const found = { option: draft.option.slice(), cost: draft.cost.total, moves: 0 }
  const built: Built = { priced: { prices, bound: -Infinity }, ranking: rank(model, prices), draft, found }
  const heat = { hot: scale * temperature.warm, cold: scale * temperature.cold }
  let last: Found = found
  for (const step of watch(searching(built, found, budget, heat))) last = step
  return last.option
}

/** A generator's steps with its answer as the last of them. */
function* watch<T>(steps: Generator<T, T>): Generator<T> {
  let step = steps.next()
  while (!step.done) {
    yield step.value
    step = steps.next()
  }
  yield step.value
}

/** What an average subject costs, in points. */
const scaleOf = ({ subjects }: Model, points: number): number => Math.max(1e-3, Math.abs(points) / Math.max(1, subjects))

type Heat = { readonly hot: number; readonly cold: number }
/** A plan made from an approved one starts cool: most of it is to stay. */
function heatFor(model: Model, bound: number): Heat {
  const scale = scaleOf(model, bound)
  const isRevision = model.approvedSet.some((set) => set >= 0)
  return { hot: scale * (isRevision ? temperature.warm : hotFor(model)), cold: scale * temperature.cold }
}

function* searching({ priced, ranking, draft }: Built, found: Found, budget: Budget, heat: Heat): Generator<Found, Found> {
  const moves = 'moves' in budget ? budget.moves : Number.MAX_SAFE_INTEGER
  const start = spentOf(budget)()
  const spent = spentOf(budget)
  const share = (done: number) => ('moves' in budget ? done / Math.max(1, budget.moves) : (spent() - start) / Math.max(1e-9, 1 - start))
  const annealing = { ...heat, share }
  let best = found
  for (const step of watch(search(draft, ranking, { chance: chanceFrom(budget.seed + 1), annealing, moves, bound: priced.bound }))) {
    best = step.cost <= best.cost ? step : { ...best, moves: step.moves }
    yield best
  }
  return settled(draft.model, best)
}

/** The plan after everybody has taken whatever better place is free. */
function settled(model: Model, found: Found): Found {
  const draft = draftFrom(model, found.option)
  settleDown(draft, rank(model, noPrices(model)), seatFor(model))
  const fresh = draftFrom(model, draft.option)
  return { option: fresh.option, cost: fresh.cost.total, moves: found.moves }
}
