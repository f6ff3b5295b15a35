import { ageCap, type Instance, type Subject } from '../instance/model.ts'

/** The bit mask of those of the calendar years that lie inside the horizon. */
export function maskOf(instance: Pick<Instance, 'firstYear' | 'years'>, years: Iterable<number>): number {
  let mask = 0
  for (const year of years) {
    const at = year - instance.firstYear
    if (at >= 0 && at < instance.years) mask |= 1 << at
  }
  return mask
}

/** Whether any two years of the set lie at least `gap` apart; pairs inside `settled` (already done) are not asked. */
export function keepsGap(set: number, gap: number, settled: number): boolean {
  for (let distance = 1; distance < gap; distance++) {
    const near = set & (set >> distance)
    if ((near & ~(settled & (settled >> distance))) !== 0) return false
  }
  return true
}

/** Exposure and overdue years of one subject audited in exactly these years, in points. */
function waitingCost(instance: Instance, subject: Subject, set: number): number {
  const { firstYear, years, weights } = instance
  let last = subject.lastAuditYear ?? firstYear - subject.frequencyYears
  let points = 0
  let isOverdue = false
  for (let at = 0; at < years; at++) {
    const year = firstYear + at
    if ((set >> at) & 1) {
      last = Math.max(last, year)
      isOverdue = false
      continue
    }
    const age = year - last
    points += weights.exposure * subject.risk * Math.max(0, Math.min(ageCap, age))
    if (age < subject.frequencyYears) continue
    points += isOverdue ? weights.overdueYear : weights.deadline
    isOverdue = true
  }
  return points
}

/** What a set of years costs a subject by itself: waiting, missed duties, and the change against the approved set (−1: none approved). */
export function costOfYears(
  instance: Instance,
  subject: Subject,
  at: { set: number; approved: number; duties: readonly number[] },
): number {
  const missed = at.duties.filter((duty) => duty !== 0 && (duty & at.set) === 0).length
  const changed = at.approved >= 0 && at.set !== at.approved ? instance.weights.changeYear : 0
  return waitingCost(instance, subject, at.set) + missed * instance.weights.mandatory + changed
}
