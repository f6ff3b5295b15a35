import { type Day, day } from '../kernel/day.ts'

/** The only place that reads the machine's time. */
export type Clock = { now(): Date; today(): Day }

/** Official days are counted in China Standard Time whatever the machine's zone is. */
const beijing = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const hour = 3_600_000
/** The hour asked for last: within it the day is the same, and asked for again and again. */
let last: { hour: number; day: Day } | null = null
export function dayAt(moment: Date): Day {
  const at = Math.floor(moment.getTime() / hour)
  if (last?.hour !== at) last = { hour: at, day: day(beijing.format(moment)) }
  return last.day
}

export const machineClock: Clock = { now: () => new Date(), today: () => dayAt(new Date()) }

/** A clock standing still, for tests and for replaying a day. */
export const clockAt = (moment: string): Clock => ({ now: () => new Date(moment), today: () => dayAt(new Date(moment)) })

/** Milliseconds for ids and metrics, never for decisions. */
export const nowMs = (): number => Date.now()
/** A monotone stopwatch in milliseconds. */
export const ticks = (): number => performance.now()

const beijingMoment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
/** A moment (ISO text) as 2026-11-21 10:32 in China Standard Time. */
export const momentText = (moment: string): string => beijingMoment.format(new Date(moment))
