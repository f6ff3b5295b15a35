import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { MachineToken } from '../model.ts'
import type { words } from '../words.ts'
import type { SecuritySettings } from './settings.ts'

type No = Refusal<keyof typeof words.refusal>

const covers = (scope: string, name: string) => (scope.endsWith('*') ? name.startsWith(scope.slice(0, -1)) : scope === name)

type Wanted = { scopes: readonly string[]; days: number }
/** Null when a token may be given these scopes: each names something the owner's seat may do, and none touches accounts (so `*` is none). `may` = what the seat may call. */
export function whyNotToken({ scopes, days }: Wanted, may: readonly string[], settings: Pick<SecuritySettings, 'tokenDays'>): No | null {
  if (days > settings.tokenDays) return refuse('tokenTooLong', { days: settings.tokenDays })
  const forTokens = may.filter((name) => !name.startsWith('identity.'))
  const bad = scopes.find((scope) => covers(scope, 'identity.me') || !forTokens.some((name) => covers(scope, name)))
  return bad === undefined ? null : refuse('tokenScope', { scope: bad })
}

/** Null when the token opens at this moment (ISO text). */
export function whyNotTokenNow(token: Pick<MachineToken, 'name' | 'endsAt' | 'revokedAt'>, now: string): No | null {
  if (token.revokedAt) return refuse('tokenRevoked', { name: token.name, at: token.revokedAt.slice(0, 10) })
  return token.endsAt <= now ? refuse('tokenExpired', { name: token.name, at: token.endsAt.slice(0, 10) }) : null
}
