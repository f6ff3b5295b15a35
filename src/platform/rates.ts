import { type Refusal, refuse } from '../kernel/refusal.ts'
import { ticks } from './clock.ts'

/** Requests a minute that are answered; as many may come at once. 0 = no limit. */
export type Paces = { addressPerMinute: number; accountPerMinute: number; signInPerMinute: number }

/** Buckets kept in memory; beyond this the fullest are forgotten: they have nothing to remember. */
const mostBuckets = 50_000

/** Counts requests by key (an address, an account) for this process. */
export type Rates = {
  /** 0 when the request may pass, else the seconds until the next one may. */
  wait(key: string, perMinute: number): number
}

export function openRates(now: () => number = ticks): Rates {
  const buckets = new Map<string, { left: number; at: number }>()
  const forget = () => {
    for (const [key, { at }] of buckets) if (now() - at > 60_000) buckets.delete(key)
    if (buckets.size > mostBuckets) buckets.clear()
  }
  return {
    wait(key, perMinute) {
      if (perMinute === 0) return 0
      const at = now()
      const before = buckets.get(key) ?? { left: perMinute, at }
      const left = Math.min(perMinute, before.left + ((at - before.at) / 60_000) * perMinute)
      buckets.set(key, { left: left < 1 ? left : left - 1, at })
      if (buckets.size > mostBuckets) forget()
      return left < 1 ? Math.ceil(((1 - left) * 60) / perMinute) : 0
    },
  }
}

/** Null when one more request of this key may pass now. */
export function whyNotYet(rates: Rates, key: string, perMinute: number): Refusal | null {
  const seconds = rates.wait(key, perMinute)
  return seconds > 0 ? refuse('tooManyRequests', { seconds }) : null
}
