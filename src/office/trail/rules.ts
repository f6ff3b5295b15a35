import type { Fault } from './model.ts'
import type { words } from './words.ts'

/** The chain of the house itself: its jobs, its console and whoever has not signed in. */
export const houseChain = '*'

/**
 * The chain an entry belongs to: the city (first four digits of the GB/T 2260 code) of the jurisdiction it was written in,
 * so that a city's trail can be handed over and checked without another's; provinces (…0000) are chains of their own.
 */
export const chainOf = (jurisdiction: string): string => (/^\d{4}/.test(jurisdiction) ? `${jurisdiction.slice(0, 4)}00` : houseChain)

export type FaultCode = keyof typeof words.fault
export type Where = { chain: string; seq?: number | null; entry?: string | null }
export const fault = (code: FaultCode, { chain, seq = null, entry = null }: Where): Fault => ({ chain, seq, entry, code })

/** Sequencing settings of this product: rows chained at one time, how far back late commits are looked for at each round. */
export const pace = { rows: 2000, lookBack: 20_000, roundMs: 1000, sweepEvery: 3600, checkpointSeconds: 3600 } as const

/** Whether the house should sign again by itself: an hour has passed and more has happened than the last signing itself. */
export function isCheckpointDue(last: { at: string; rows: number } | null, at: { rows: number; now: string }): boolean {
  if (last === null) return at.rows > 0
  const seconds = (Date.parse(at.now) - Date.parse(last.at)) / 1000
  return seconds >= pace.checkpointSeconds && at.rows > last.rows + 1
}
