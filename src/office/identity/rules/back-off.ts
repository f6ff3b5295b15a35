import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Account, SignInAddress } from '../model.ts'
import type { words } from '../words.ts'
import type { SecuritySettings } from './settings.ts'

type No = Refusal<keyof typeof words.refusal>
type Pace = Pick<SecuritySettings, 'freeFailures' | 'backoffSeconds' | 'lockFailures' | 'lockMinutes'>

const daySeconds = 86_400
const later = (from: string, seconds: number) => new Date(new Date(from).getTime() + seconds * 1000).toISOString()
const secondsTo = (until: string, now: string) => Math.ceil((new Date(until).getTime() - new Date(now).getTime()) / 1000)

/** Seconds the next try must wait after so many failures in a row: nothing, then doubling, then a lock that doubles, a day at most. */
export function waitAfter(failures: number, pace: Pace): number {
  const lock = pace.lockMinutes * 60
  if (failures >= pace.lockFailures) return Math.min(lock * 2 ** (failures - pace.lockFailures), Math.max(daySeconds, lock))
  if (failures <= pace.freeFailures) return 0
  return Math.min(pace.backoffSeconds * 2 ** (failures - pace.freeFailures - 1), lock)
}

/** Null when this account may try to sign in at this moment (ISO text). */
export function whyNotSignIn(account: Pick<Account, 'disabledOn' | 'lockedUntil'>, now: string): No | null {
  if (account.disabledOn) return refuse('accountDisabled')
  if (account.lockedUntil && account.lockedUntil > now)
    return refuse('accountLocked', { until: account.lockedUntil, seconds: secondsTo(account.lockedUntil, now) })
  return null
}

/** The account after one wrong password or code. Failures older than a day are forgotten. */
export function afterFailure(account: Pick<Account, 'failures' | 'failedAt'>, now: string, pace: Pace) {
  const remembered = account.failedAt !== null && later(account.failedAt, daySeconds) > now
  const failures = (remembered ? account.failures : 0) + 1
  const wait = waitAfter(failures, pace)
  return { failures, failedAt: now, lockedUntil: wait > 0 ? later(now, wait) : null }
}

type AddressPace = Pace & Pick<SecuritySettings, 'addressFailures'>
/** Seconds an address must wait: many people may share one, so only many failures count, and a lock's time clears them. */
const addressWait = (failures: number, pace: AddressPace): number =>
  failures < pace.addressFailures ? 0 : Math.min(pace.backoffSeconds * 2 ** (failures - pace.addressFailures), pace.lockMinutes * 60)

export function whyNotFrom(address: SignInAddress | undefined, now: string, pace: AddressPace): No | null {
  if (!address) return null
  const wait = addressWait(address.failures, pace)
  const until = later(address.failedAt, wait)
  return wait > 0 && until > now ? refuse('addressWaits', { seconds: Math.min(wait, secondsTo(until, now)) }) : null
}

/** The address after one more failure; a quiet time as long as a lock forgets the former ones. */
export function addressAfterFailure(
  address: SignInAddress | undefined,
  now: string,
  pace: Pace,
): Pick<SignInAddress, 'failures' | 'failedAt'> {
  const remembered = address !== undefined && later(address.failedAt, pace.lockMinutes * 60) > now
  return { failures: (remembered ? address.failures : 0) + 1, failedAt: now }
}
