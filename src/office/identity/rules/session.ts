import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Session } from '../model.ts'
import type { words } from '../words.ts'
import type { SecuritySettings } from './settings.ts'

type No = Refusal<keyof typeof words.refusal>

const later = (from: string, minutes: number) => new Date(new Date(from).getTime() + minutes * 60_000).toISOString()
export const sessionEnd = (createdAt: string, { absoluteMinutes }: Pick<SecuritySettings, 'absoluteMinutes'>): string =>
  later(createdAt, absoluteMinutes)

type Kept = Pick<Session, 'seenAt' | 'endsAt' | 'endedAt' | 'endedWhy'>
/** Null while the session lives: not ended by anybody, before its absolute end, and used within the idle time. */
export function whyNotSession(session: Kept, now: string, { idleMinutes }: Pick<SecuritySettings, 'idleMinutes'>): No | null {
  if (session.endedAt) return refuse('sessionReplayed')
  return now < session.endsAt && now < later(session.seenAt, idleMinutes) ? null : refuse('sessionExpired')
}

/** What a person must do before anything else, if anything. */
export type Duty = 'password' | 'secondFactor' | null
/** All that a session may call while its person has a duty. */
export const dutyScopes: readonly string[] = [
  'identity.me',
  'identity.logout',
  'identity.changePassword',
  'identity.mine',
  'identity.beginSecondFactor',
  'identity.confirmSecondFactor',
  'identity.takeSeat',
  'identity.passwordRules',
]
