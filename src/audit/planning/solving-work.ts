import { createHash } from 'node:crypto'
import type { Tongue } from '../../kernel/say.ts'
import { ticks } from '../../platform/clock.ts'
import type { Instance, Plan } from './instance/model.ts'
import { gapOf, planOf } from './solver/answer.ts'
import { compile } from './solver/compile.ts'
import { type Budget, type Progress, type Solved, solve } from './solver/solve.ts'

/** What a solve is asked: the instance, how long or how many moves, the seed, and in which tongue the reasons are said. */
export type Asked = {
  readonly instance: Instance
  readonly seed: number
  readonly seconds: number | null
  readonly moves: number | null
  readonly tongue: Tongue
}

/** How far it has come: `bound` is proven, `gap` = (cost − bound) / cost, `share` of the time or moves from 0 to 1. */
export type SolveProgress = {
  phase: Progress['phase']
  bound: number
  cost: number
  gap: number
  moves: number
  share: number
  seconds: number
}

export type Told = { progress: SolveProgress } | { answer: Plan } | { failed: string }

/** Seconds spent when neither moves nor seconds are asked. */
const defaultSeconds = 10
/** Seconds between two reports of progress. */
const reportEvery = 0.2

/** The same instance has the same hash, however its JSON was written. */
export const hashOf = (instance: Instance): string => createHash('sha256').update(JSON.stringify(instance)).digest('hex')

/** Solves here and now, in whatever thread this is; `isStopped` ends it early with the best plan so far. */
export function workOut(asked: Asked, at: { isStopped(): boolean; tell(progress: SolveProgress): void }): Plan {
  const start = ticks()
  const seconds = () => (ticks() - start) / 1000
  const model = compile(asked.instance)
  const limit = asked.seconds ?? defaultSeconds
  const budget: Budget =
    asked.moves === null ? { seed: asked.seed, spent: () => seconds() / Math.max(1e-3, limit) } : { seed: asked.seed, moves: asked.moves }
  const report = reporter(at.tell, seconds)
  const steps = solve(model, budget)
  let step = steps.next()
  let last: Progress | Solved = step.value
  while (!step.done) {
    last = step.value
    report(last)
    if (at.isStopped()) break
    step = steps.next()
  }
  const solved = step.done ? step.value : last
  return planOf(asked.instance, model, solved, {
    seed: asked.seed,
    seconds: Math.round(seconds() * 1000) / 1000,
    instanceHash: hashOf(asked.instance),
    reasons: {},
  })
}

/** Tells progress a few times a second, not a thousand times. */
function reporter(tell: (progress: SolveProgress) => void, seconds: () => number): (progress: Progress) => void {
  let due = 0
  return ({ phase, bound, cost, moves, share }) => {
    const now = seconds()
    if (now < due) return
    due = now + reportEvery
    tell({ phase, bound, cost, gap: gapOf(cost, bound), moves, share: Math.min(1, share), seconds: now })
  }
}
