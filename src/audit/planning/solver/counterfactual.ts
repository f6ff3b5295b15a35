import type { Instance, PlanItem } from '../instance/model.ts'
import { compile } from './compile.ts'
import type { Model } from './model.ts'
import { type Progress, solve } from './solve.ts'

/** What is wished: the subject, and the year when it matters which. */
export type Wanted = { readonly subject: number; readonly year: number | null }

/** The plan as it stands becomes the approved one, so that every change has its price and nobody moves without need. */
export const asApproved = (instance: Instance, items: readonly PlanItem[]): Instance => ({ ...instance, approved: [...items] })

/** Leaves the subject only sets of years with the wished one (or with any audit at all); false when no such set is allowed. */
function force(model: Model, wanted: Wanted): boolean {
  const from = wanted.subject << model.years
  let isPossible = false
  for (const set of model.yearSets) {
    const meets = wanted.year === null ? set !== 0 : ((set >> wanted.year) & 1) === 1
    if (!meets) model.setCost[from + set] = Infinity
    else if (model.setCost[from + set] < Infinity) isPossible = true
  }
  return isPossible
}

/**
 * Brings a subject in and lets the rest of the plan move as little as its change prices ask: the plan is the starting point, every change
 * costs. Null when no allowed set of years brings the subject in.
 */
export function bringIn(
  instance: Instance,
  items: readonly PlanItem[],
  wanted: Wanted,
  moves: number,
): { model: Model; solved: Progress } | null {
  const model = compile(asApproved(instance, items))
  if (!force(model, wanted)) return null
  const steps = solve(model, { seed: 1, moves, effort: 'quick' })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return { model, solved: step.value }
}
