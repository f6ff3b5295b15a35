import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import { tokenOf } from './session.ts'

/**
 * Where a request comes from: the peer of the connection, the network address behind it (the peer itself, unless that is a
 * proxy on this machine), kind of browser, the token the request carries, and its headers.
 */
export type Caller = { peer: string; address: string; device: string; token: string | null; header(name: string): string | null }

export const noCaller: Caller = { peer: '-', address: '-', device: '-', token: null, header: () => null }

const plainAddress = (address: string) => address.replace(/^::ffff:/, '')
export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

const peerOf = (c: Context): string =>
  plainAddress((c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? '-')

/** The last address that a proxy on this very machine names; a header from anywhere else is not believed. */
function addressOf(c: Context, peer: string): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return isLoopback(peer) && forwarded ? plainAddress(forwarded).slice(0, 64) : peer
}

export function callerOf(c: Context): Caller {
  const peer = peerOf(c)
  return {
    peer,
    address: addressOf(c, peer),
    device: (c.req.header('user-agent') ?? '-').slice(0, 200),
    token: tokenOf(c.req.raw.headers),
    header: (name) => c.req.header(name) ?? null,
  }
}

/** Whether an actor who is limited to some contracts (a machine's token, a session that must first mend its account) may call this one. */
export const isInScope = (actor: { scopes?: readonly string[] }, name: string): boolean =>
  actor.scopes === undefined || actor.scopes.some((scope) => (scope.endsWith('*') ? name.startsWith(scope.slice(0, -1)) : scope === name))
