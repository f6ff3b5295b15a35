import { z } from 'zod'

/** A calendar day such as 2026-03-31: no hour, no zone, ordered by plain text comparison. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

/** A month such as 2026-03; officials' birth dates are kept no finer than this. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .brand<'Month'>()
export type Month = z.infer<typeof Month>

/** Reads a day; throws on anything that is not YYYY-MM-DD. For input from people use Day.safeParse. */
export const day = (text: string): Day => Day.parse(text)

const firstDay = day('0001-01-01')
const lastDay = day('9999-12-31')
/** Further than from the first day to the last. */
const furthest = { days: 3_700_000, months: 120_000 }
const within = (count: number, most: number): number => Math.max(-most, Math.min(most, count))

const at = (from: Day) => new Date(`${from}T00:00:00Z`)
/** Days before the first or after the last that can be written are that day: a term of a million years ends, and nothing fails. */
function asDay(moment: Date): Day {
  if (moment < at(firstDay)) return firstDay
  return moment > at(lastDay) ? lastDay : Day.parse(moment.toISOString().slice(0, 10))
}

/** The day `count` calendar days later (earlier when negative), and not beyond the years 1 to 9999. */
export function addDays(from: Day, count: number): Day {
  const moment = at(from)
  moment.setUTCDate(moment.getUTCDate() + within(count, furthest.days))
  return asDay(moment)
}

/** The same day of the month `count` months later; a day that does not exist there becomes the month's last. */
export function addMonths(from: Day, count: number): Day {
  const moment = at(from)
  const dayOfMonth = moment.getUTCDate()
  moment.setUTCDate(1)
  moment.setUTCMonth(moment.getUTCMonth() + within(count, furthest.months) + 1, 0)
  moment.setUTCDate(Math.min(dayOfMonth, moment.getUTCDate()))
  return asDay(moment)
}

export const addYears = (from: Day, count: number): Day => addMonths(from, count * 12)

/** Calendar days from one day to another; negative when `to` is earlier. */
export const daysBetween = (span: { from: Day; to: Day }): number =>
  Math.round((at(span.to).getTime() - at(span.from).getTime()) / 86_400_000)

/** Whole months completed between two days. */
export function monthsBetween(span: { from: Day; to: Day }): number {
  const count = (yearOf(span.to) - yearOf(span.from)) * 12 + Number(span.to.slice(5, 7)) - Number(span.from.slice(5, 7))
  return span.to.slice(8) < span.from.slice(8) ? count - 1 : count
}

export const yearOf = (d: Day): number => Number(d.slice(0, 4))
/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (d: Day): number => at(d).getUTCDay()
