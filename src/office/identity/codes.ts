import { createHash, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { CodeFound } from './rules/second-factor.ts'

const stepSeconds = 30
/** How far off a code is still recognised, only to say that the clocks differ: ten minutes. */
const farthest = 20

const totp = (secret: string, account: string) =>
  new TOTP({ issuer: 'Guantong', label: account, algorithm: 'SHA1', digits: 6, period: stepSeconds, secret: Secret.fromBase32(secret) })

export const newSecret = (): string => new Secret({ size: 20 }).base32
/** The address an authenticator reads from a picture: otpauth://totp/… */
export const addressOf = (secret: string, account: string): string => totp(secret, account).toString()

/** Where in time this code belongs, seen from now (RFC 6238, SHA-1, 30 seconds, 6 digits); null when nowhere near. */
export function findCode(secret: string, code: string, now: string): CodeFound | null {
  const timestamp = new Date(now).getTime()
  const drift = totp(secret, '').validate({ token: code, timestamp, window: farthest })
  return drift === null ? null : { step: Math.floor(timestamp / 1000 / stepSeconds) + drift, drift }
}

/** The code that is right at a moment: for tests and for whoever proves the second factor by hand. */
export const codeAt = (secret: string, moment: string): string => totp(secret, '').generate({ timestamp: new Date(moment).getTime() })

/** A recovery code is read from paper: ten letters and digits without look-alikes, in two groups. */
export function newRecoveryCode(): string {
  const signs = Array.from(randomBytes(10), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(byte % 31)).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}
const plain = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/g, '')
export const hashOfCode = (code: string): string => createHash('sha256').update(plain(code)).digest('hex')
export const isOneTimeCode = (code: string): boolean => /^\d{6}$/.test(code.trim())
