import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Account } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/** Security settings of sessions and sign-in: seconds and counts of this product, not numbers of law. */
export const limits = { idleSeconds: 2 * 3600, absoluteSeconds: 12 * 3600, failures: 5, lockMinutes: 15, passwordLeast: 10 } as const

/** Every demonstration account has this password; it opens nothing once the demonstration is removed. */
export const demoPassword = 'lanjiang-2026'

/** Null when this account may try to sign in at this moment (ISO text). */
export function whyNotSignIn(account: Pick<Account, 'disabledOn' | 'lockedUntil'>, now: string): No | null {
  if (account.disabledOn) return refuse('accountDisabled')
  if (account.lockedUntil && account.lockedUntil > now) return refuse('accountLocked', { until: account.lockedUntil })
  return null
}

/** The account after one wrong password: counted, and locked when the limit is reached. */
export function afterFailure(account: Pick<Account, 'failures'>, now: string): Pick<Account, 'failures' | 'lockedUntil'> {
  const failures = account.failures + 1
  if (failures < limits.failures) return { failures, lockedUntil: null }
  return { failures: 0, lockedUntil: new Date(new Date(now).getTime() + limits.lockMinutes * 60_000).toISOString() }
}

export function whyNotPassword(password: string): No | null {
  const strong = password.length >= limits.passwordLeast && /\p{L}/u.test(password) && /\d/.test(password)
  return strong ? null : refuse('weakPassword', { least: limits.passwordLeast })
}

const later = (from: string, seconds: number) => new Date(new Date(from).getTime() + seconds * 1000).toISOString()
export const sessionEnd = (createdAt: string): string => later(createdAt, limits.absoluteSeconds)
/** A session lives until its absolute end, or until nobody has used it for the idle time. */
export const sessionLives = (session: { seenAt: string; endsAt: string }, now: string): boolean =>
  now < session.endsAt && now < later(session.seenAt, limits.idleSeconds)
