import type { Calendar } from '../../../kernel/calendar.ts'
import { addDays, addMonths, type Day, day } from '../../../kernel/day.ts'
import type { Auditor, AuditorAbsence, AuditorTie, Window } from '../model.ts'

export type Span = { from: Day; to: Day }
const two = (number: number) => String(number).padStart(2, '0')

/** First and last day of a quarter, or of a month. */
export const quarterOf = (year: number, window: number): Span => spanOf(year, (window - 1) * 3 + 1, 3)
export const monthOf = (year: number, month: number): Span => spanOf(year, month, 1)
function spanOf(year: number, month: number, months: number): Span {
  const from = day(`${year}-${two(month)}-01`)
  return { from, to: addDays(addMonths(from, months), -1) }
}
export const windowOf = (on: Day): Window => Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1

const later = (one: Day, other: Day) => (one > other ? one : other)
const earlier = (one: Day, other: Day | null) => (other !== null && other < one ? other : one)

/** The working days of spans looked up before, by calendar: a team of ten asks for each quarter ten times. */
const looked = new WeakMap<Calendar, Map<string, readonly Day[]>>()

/** Working days of a span, both ends counted. Of a year whose holidays are not on file only weekends are known. */
export function workingDaysIn({ from, to }: Span, calendar: Calendar): readonly Day[] {
  const known = looked.get(calendar) ?? new Map<string, readonly Day[]>()
  looked.set(calendar, known)
  const found = known.get(from + to)
  if (found) return found
  const days: Day[] = []
  for (let at = from; at <= to; at = addDays(at, 1)) if (calendar.isWorkingDay(at)) days.push(at)
  known.set(from + to, days)
  return days
}

export type Member = Pick<Auditor, 'id' | 'startsOn' | 'endsOn'>
type Away = Pick<AuditorAbsence, 'auditor' | 'startsOn' | 'endsOn' | 'share'>

/** The working days of one auditor in a span on which nothing else claims him: statutory jobs, leave and secondment come first. */
export function freeDays(member: Member, span: Span, known: { absences: readonly Away[]; calendar: Calendar }): number {
  const own = { from: later(span.from, member.startsOn), to: earlier(span.to, member.endsOn) }
  if (own.from > own.to) return 0
  const claims = known.absences.filter(({ auditor }) => auditor === member.id)
  return workingDaysIn(span, known.calendar)
    .filter((on) => own.from <= on && on <= own.to)
    .reduce((sum, on) => sum + leftOf(claims, on), 0)
}
/** What the claims leave of one working day, 0 to 1. */
const leftOf = (claims: readonly Away[], on: Day): number =>
  claims.reduce((left, { startsOn, endsOn, share }) => {
    const isClaimed = startsOn <= on && on <= endsOn
    return isClaimed ? Math.max(0, left - share / 100) : left
  }, 1)

type Force = { members: readonly Member[]; absences: readonly Away[]; calendar: Calendar; utilisation: number }
/** Person-days that a team has for the plan in each quarter of each year; `utilisation` is a share (0…1) of what is free. */
export const capacityDays = (force: Force, years: readonly number[]): number[][] =>
  years.map((year) =>
    [1, 2, 3, 4].map((window) => {
      const free = force.members.reduce((sum, member) => sum + freeDays(member, quarterOf(year, window), force), 0)
      return Math.floor(free * force.utilisation)
    }),
  )

/** Whether a tie keeps the auditor away in a year: service counts for so many years after it ended, other ties always. */
export const keepsAway = (
  tie: Pick<AuditorTie, 'kind' | 'endedOn'> & { until?: Day | null },
  year: number,
  recusalYears: number,
): boolean =>
  tie.kind !== 'served'
    ? !tie.until || tie.until >= day(`${year}-01-01`)
    : tie.endedOn === null || addMonths(tie.endedOn, recusalYears * 12) >= day(`${year}-01-01`)

/** The days that two spans share; null when they share none. */
export function spanWithin(one: Span, other: Span): Span | null {
  const span = { from: later(one.from, other.from), to: earlier(one.to, other.to) }
  return span.from <= span.to ? span : null
}
