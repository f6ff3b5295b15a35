import { createHash } from 'node:crypto'
import type { Tongue } from '../../kernel/say.ts'
import { ticks } from '../../platform/clock.ts'
import { type Diagnosis, diagnose } from './diagnosis/diagnose.ts'
import type { Explanation, Instance, Plan } from './instance/model.ts'
import { gapOf, planOf } from './solver/answer.ts'
import { asGiven, canonical } from './solver/canonical.ts'
import { compile } from './solver/compile.ts'
import { draftFrom } from './solver/draft.ts'
import { reasonsOf } from './solver/explain.ts'
import type { Model } from './solver/model.ts'
import { type Asking, type Bringing, explainSubject, whatWouldBring } from './solver/questions.ts'
import { type Budget, type Progress, type Solved, solve } from './solver/solve.ts'

/** What a solve is asked: the instance, how long or how many moves, the seed, and in which tongue the reasons are said. */
export type SolveAsked = {
  readonly instance: Instance
  readonly seed: number
  readonly seconds: number | null
  readonly moves: number | null
  readonly tongue: Tongue
}

/** One question to the planner's thread. */
export type Asked =
  | ({ readonly do: 'solve' } & SolveAsked)
  | ({ readonly do: 'explain' } & Asking)
  | ({ readonly do: 'bring'; readonly year: number | null } & Asking)
  | { readonly do: 'diagnose'; readonly instance: Instance; readonly tongue: Tongue }

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

export type Told =
  | { progress: SolveProgress }
  | { share: number }
  | { plan: Plan }
  | { explanation: Explanation | null }
  | { bringing: Bringing | null }
  | { diagnosis: Diagnosis }
  | { failed: string }

/** Seconds spent when neither moves nor seconds are asked. */
const defaultSeconds = 10
/** Seconds between two reports of progress. */
const reportEvery = 0.2

/** The same instance has the same hash, however its JSON was written. */
export const hashOf = (instance: Instance): string => createHash('sha256').update(JSON.stringify(instance)).digest('hex')

/** Who listens: whether to stop, a solve's progress, how much of a diagnosis is done (0 to 1); `clock` in ms is the wall's unless given. */
type At = { isStopped(): boolean; tell(progress: SolveProgress): void; hear?(share: number): void; clock?(): number }

/** Runs a solve until it ends or is stopped. */
function run(model: Model, budget: Budget, at: At, seconds: () => number): Progress | Solved {
  const report = reporter(at.tell, seconds)
  const steps = solve(model, budget)
  let step = steps.next()
  let last: Progress = step.value
  while (!step.done) {
    last = step.value
    report(last)
    if (at.isStopped()) return last
    step = steps.next()
  }
  return step.value
}

/** Solves here and now, in whatever thread this is; stopped, it keeps the best plan so far. */
export function solveNow(asked: SolveAsked, at: At): Plan {
  const { instance, seed, moves, tongue } = asked
  const clock = at.clock ?? ticks
  const start = clock()
  const seconds = () => (clock() - start) / 1000
  const ordered = canonical(instance)
  const model = compile(ordered)
  const limit = Math.max(1e-3, asked.seconds ?? defaultSeconds)
  const budget: Budget = moves === null ? { seed, spent: () => seconds() / limit } : { seed, moves }
  const solved = run(model, budget, at, seconds)
  const reasons = reasonsOf({ instance: ordered, draft: draftFrom(model, solved.option), prices: null, tongue })
  const stamp = { seed, seconds: Math.round(seconds() * 1000) / 1000, instanceHash: hashOf(instance), reasons }
  return asGiven(instance, planOf(ordered, model, solved, stamp))
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

/** Answers one question in this thread. */
export async function workOut(asked: Asked, at: At): Promise<Told> {
  if (asked.do === 'solve') return { plan: solveNow(asked, at) }
  if (asked.do === 'explain') return { explanation: explainSubject(asked) }
  if (asked.do === 'bring') return { bringing: whatWouldBring(asked) }
  return { diagnosis: await diagnose(asked.instance, asked.tongue, at.hear) }
}
