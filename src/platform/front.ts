import type { Contract } from '../kernel/contract.ts'
import type { Phrases } from './answer.ts'
import type { Actor, Office } from './desk.ts'
import type { Bus } from './events.ts'
import type { Handler } from './serve.ts'

/** Everything the HTTP side needs of the house. */
export type Front = {
  office: Office
  handlers: readonly Handler[]
  phrases: Phrases
  /** Who asks: by session cookie or bearer token; null when nobody known. */
  whoIs(token: string | null): Promise<Actor | null>
  /** The policy's answer for this contract. */
  may(actor: Actor, contract: Contract): boolean
  bus: Bus | null
  ready(): Promise<boolean>
}
