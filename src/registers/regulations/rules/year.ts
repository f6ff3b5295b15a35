import { calendarOf, type SpecialDay } from '../../../kernel/calendar.ts'
import { addDays, type Day, day, weekdayOf } from '../../../kernel/day.ts'

/** Whether the day counts as the week has it: Monday to Friday worked, Saturday and Sunday off. */
export const likeItsWeek = (on: Day, working: boolean): boolean => working === (weekdayOf(on) !== 0 && weekdayOf(on) !== 6)

/** Every day of a year, in order. */
export function daysOf(year: number): Day[] {
  const days: Day[] = []
  for (let at = day(`${year}-01-01`); at <= day(`${year}-12-31`); at = addDays(at, 1)) days.push(at)
  return days
}

export function workingDaysIn(year: number, special: readonly SpecialDay[]): number {
  const calendar = calendarOf(special, [year])
  return daysOf(year).filter((each) => calendar.isWorkingDay(each)).length
}

/** Rows that hold a whole year's notice: days off both in the first two months and in October. */
export function looksWhole(year: number, special: readonly SpecialDay[]): boolean {
  const off = (from: string, until: string) =>
    special.some((each) => !each.working && each.day >= `${year}-${from}` && each.day <= `${year}-${until}`)
  return off('01-01', '02-29') && off('10-01', '10-31')
}
