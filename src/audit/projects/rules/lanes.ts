import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import type { ProjectStep } from '../model.ts'
import type { Deadline } from './deadline-records.ts'

export type LaneKey = 'office' | 'team' | 'review' | 'committee' | 'parties'
export const lanes: readonly LaneKey[] = ['office', 'team', 'review', 'committee', 'parties']

const laneOfRole: Readonly<Record<string, LaneKey>> = {
  director: 'office',
  clerk: 'office',
  auditor: 'team',
  leadAuditor: 'team',
  reviewer: 'review',
  adjudicator: 'review',
  committeeOffice: 'committee',
  secretary: 'committee',
  unitStaff: 'parties',
  official: 'parties',
}
/** In whose lane a step stands: by the role that took it. */
export const laneOf = (step: Pick<ProjectStep, 'role'>): LaneKey => laneOfRole[step.role] ?? 'office'

export type Span = { from: Day; to: Day }
/** The days drawn: from the first step to the last thing known or today, with a little air at both ends. */
export function spanOf(steps: readonly Pick<ProjectStep, 'takenOn'>[], deadlines: readonly Pick<Deadline, 'dueOn'>[], today: Day): Span {
  const days = [today, ...steps.map(({ takenOn }) => takenOn), ...deadlines.map(({ dueOn }) => dueOn)].sort()
  const [first = today] = days
  const last = days.at(-1) ?? today
  const air = Math.max(2, Math.round(daysBetween({ from: first, to: last }) / 30))
  return { from: addDays(first, -air), to: addDays(last, air) }
}

/** Where a day lies on a line of a width; fractions are kept. */
export const placeOn = (day: Day, { from, to }: Span, width: number): number =>
  (daysBetween({ from, to: day }) / Math.max(1, daysBetween({ from, to }))) * width

/** The first days of months inside a span, thinned so that at most `most` are marked. */
export function monthsIn({ from, to }: Span, most: number): Day[] {
  const months: Day[] = []
  for (let at = addDays(from, 0); at <= to; at = addDays(at, 1)) if (at.endsWith('-01')) months.push(at)
  const every = Math.max(1, Math.ceil(months.length / most))
  return months.filter((_, index) => index % every === 0)
}
