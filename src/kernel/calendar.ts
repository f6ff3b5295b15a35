import { addDays, type Day, weekdayOf, yearOf } from './day.ts'

/** Working days of this place: weekends, public holidays and make-up working days, loaded as data. */
export type Calendar = {
  isWorkingDay(day: Day): boolean
  /** Whether the year's holiday notice is on file; where it is not, only weekends are known. */
  knows(year: number): boolean
  /** The name of the holiday or the reason of the make-up day; null for an ordinary day. */
  noteOf(day: Day): string | null
}

/** A day that differs from the week's habit: a holiday on a weekday, or a Saturday or Sunday worked to make up for one. */
export type SpecialDay = { day: Day; working: boolean; note: string }

const weekend = (day: Day) => weekdayOf(day) === 0 || weekdayOf(day) === 6

/** A calendar from its special days and the years whose notices are on file (none: nothing is known). */
export function calendarOf(special: readonly SpecialDay[], years: readonly number[]): Calendar {
  const byDay = new Map(special.map((each) => [each.day, each]))
  const known = new Set(years)
  return {
    isWorkingDay: (day) => byDay.get(day)?.working ?? !weekend(day),
    noteOf: (day) => byDay.get(day)?.note ?? null,
    knows: (year) => known.has(year),
  }
}

/** The first year of a span whose holidays are not on file; null when all are. */
export function unknownYearIn(span: { from: Day; to: Day }, calendar: Calendar): number | null {
  for (let year = yearOf(span.from); year <= yearOf(span.to); year++) if (!calendar.knows(year)) return year
  return null
}

/** Whether the holidays of that day's year are not on file. */
export const isProvisional = (day: Day, calendar: Calendar): boolean => !calendar.knows(yearOf(day))

/** The `count`-th working day after `from`, which itself is never counted; earlier when negative; `from` itself for 0. */
export function addWorkingDays(from: Day, count: number, calendar: Calendar): Day {
  const step = count < 0 ? -1 : 1
  let at = from
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (calendar.isWorkingDay(at)) left--
  }
  return at
}

/** The day itself when it is a working day, else the next working day, or the one before. */
export function rollToWorkingDay(day: Day, calendar: Calendar, to: 'next' | 'previous' = 'next'): Day {
  let at = day
  while (!calendar.isWorkingDay(at)) at = addDays(at, to === 'next' ? 1 : -1)
  return at
}

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(span: { from: Day; to: Day }, calendar: Calendar): number {
  if (span.to < span.from) return -workingDaysBetween({ from: span.to, to: span.from }, calendar)
  let count = 0
  for (let at = addDays(span.from, 1); at <= span.to; at = addDays(at, 1)) if (calendar.isWorkingDay(at)) count++
  return count
}
