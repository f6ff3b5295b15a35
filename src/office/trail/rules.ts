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

/** Settings of this product: rows chained at one time, how far back late commits are looked for each round, rows a browser is handed. */
export const pace = {
  rows: 2000,
  lookBack: 20_000,
  roundMs: 1000,
  sweepEvery: 3600,
  checkpointSeconds: 3600,
  browserRows: 300_000,
} as const

/** Whether the house should sign again by itself: an hour has passed and more has happened than the last signing itself. */
export function isCheckpointDue(last: { at: string; rows: number } | null, at: { rows: number; now: string }): boolean {
  if (last === null) return at.rows > 0
  const seconds = (Date.parse(at.now) - Date.parse(last.at)) / 1000
  return seconds >= pace.checkpointSeconds && at.rows > last.rows + 1
}

/** Fields that say why something was done: the administrator of the trail reads them as they are. */
const whys = ['purpose', 'reason', 'basis', 'legalBasis', 'ground']
/** Rooms whose entries are about the house itself, not about a case or a person under audit. */
const ownRooms = ['identity', 'trail', 'custody', 'access']

function veil(value: unknown, key: string): unknown {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) && !whys.includes(key) ? `…(${[...value].length})` : value
  if (Array.isArray(value)) return value.map((each) => veil(each, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, veil(each, name)]))
}

/**
 * An entry's content as the administrator of the trail may see it: numbers, days, codes and reasons stay; names and texts of
 * cases and persons are veiled, for their content is none of this seat's business. The full text stays in the trail and its export.
 */
export const veiled = (verb: string, detail: unknown): unknown => (ownRooms.includes(verb.split('.')[0] ?? '') ? detail : veil(detail, ''))
