import type { Instance, Missed, Plan, PlanItem, Reason, Subject } from '../instance/model.ts'
import { type Model, teamOfSlot, windowOfSlot, yearOfSlot } from './model.ts'
import type { Progress } from './solve.ts'
import { maskOf } from './year-sets.ts'

/** The audits of a plan by subject and year, in the order of the instance. */
export function itemsOf(instance: Instance, model: Model, option: Int32Array): PlanItem[] {
  const items: PlanItem[] = []
  for (const [cell, chosen] of option.entries()) {
    if (chosen < 0) continue
    const slot = model.optionSlot[chosen]
    items.push({
      subject: instance.subjects[Math.floor(cell / model.years)].id,
      year: instance.firstYear + yearOfSlot(model, slot),
      window: windowOfSlot(model, slot) + 1,
      team: instance.teams[teamOfSlot(model, slot)].id,
    })
  }
  return items
}

function isLate(instance: Instance, subject: Subject, set: number): boolean {
  let last = subject.lastAuditYear ?? instance.firstYear - subject.frequencyYears
  for (let at = 0; at < instance.years; at++) {
    if ((set >> at) & 1) last = instance.firstYear + at
    else if (instance.firstYear + at - last >= subject.frequencyYears) return true
  }
  return false
}

/** What the plan could not honour: subjects with a missed duty, and with an overdue year. Pins are always kept. */
export function missedBy(instance: Instance, model: Model, option: Int32Array): Missed {
  const missed: Missed = { mandatory: [], deadline: [], pins: [] }
  for (const [place, subject] of instance.subjects.entries()) {
    let set = 0
    for (let year = 0; year < model.years; year++) if (option[place * model.years + year] >= 0) set |= 1 << year
    const duties = subject.mandatory.map((duty) => maskOf(instance, duty.years)).filter((duty) => duty !== 0)
    if (duties.some((duty) => (duty & set) === 0)) missed.mandatory.push(subject.id)
    if (isLate(instance, subject, set)) missed.deadline.push(subject.id)
  }
  return missed
}

const rounded = (points: number) => Math.round(points * 1e6) / 1e6
/** A bound is rounded down, and below the last digits that adding many numbers may blur. */
const roundedDown = (points: number) => Math.floor((points - Math.abs(points) * 1e-10) * 1e6) / 1e6

/** cost − bound as a share of the cost; a plan that costs nothing has no gap. */
export const gapOf = (cost: number, bound: number): number =>
  cost - bound <= 1e-6 ? 0 : rounded((cost - bound) / Math.max(Math.abs(cost), 1e-6))

/** The answer as INTERFACES.md words it. */
export function planOf(
  instance: Instance,
  model: Model,
  solved: Progress,
  stamp: { seed: number; seconds: number; instanceHash: string; reasons: Record<string, Reason[]> },
): Plan {
  const cost = rounded(solved.cost)
  const bound = Math.min(cost, roundedDown(solved.bound))
  return {
    items: itemsOf(instance, model, solved.option),
    cost,
    bound,
    gap: gapOf(cost, bound),
    missed: missedBy(instance, model, solved.option),
    reasons: stamp.reasons,
    seed: stamp.seed,
    moves: solved.moves,
    seconds: stamp.seconds,
    instanceHash: stamp.instanceHash,
  }
}
