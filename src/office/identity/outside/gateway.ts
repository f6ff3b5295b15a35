import { createHash, timingSafeEqual } from 'node:crypto'
import { type Caller, isLoopback } from '../../../platform/caller.ts'
import type { Gateway } from './config.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** With a shared secret only whoever sends it is the gateway; without one, only a peer on this machine. */
function isGateway(gateway: Gateway, caller: Caller): boolean {
  if (gateway.secret === null) return isLoopback(caller.peer)
  return timingSafeEqual(digest(gateway.secret), digest(caller.header(gateway.secretHeader) ?? ''))
}

/** The account a trusted gateway vouches for; null when there is none, or the header came from elsewhere. */
export function accountByGateway(gateway: Gateway | null, caller: Caller): string | null {
  if (!gateway || !isGateway(gateway, caller)) return null
  return caller.header(gateway.header)?.trim() || null
}
