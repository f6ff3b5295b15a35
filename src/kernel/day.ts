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

const at = (from: Day) => new Date(`${from}T00:00:00Z`)
const asDay = (moment: Date): Day => Day.parse(moment.toISOString().slice(0, 10))

/** The day `count` calendar days later (earlier when negative). */
export function addDays(from: Day, count: number): Day {
  const moment = at(from)
  moment.setUTCDate(moment.getUTCDate() + count)
  return asDay(moment)
}

/** The same day of the month `count` months later; a day that does not exist there becomes the month's last. */
export function addMonths(from: Day, count: number): Day {
  const moment = at(from)
  const dayOfMonth = moment.getUTCDate()
  moment.setUTCDate(1)
  moment.setUTCMonth(moment.getUTCMonth() + count + 1, 0)
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
