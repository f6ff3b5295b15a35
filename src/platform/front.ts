import type { Contract } from '../kernel/contract.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Phrases } from './answer.ts'
import type { Caller } from './caller.ts'
import type { Actor, Office } from './desk.ts'
import type { Bus } from './events.ts'
import type { Paces } from './rates.ts'
import type { Handler } from './serve.ts'
import type { Witness } from './talk.ts'

/** Somebody who was let in a moment ago, and who speaks for him. */
export type Remembered = { actor: Actor; witness: Witness }

/** Everything the HTTP side needs of the house. */
export type Front = {
  office: Office
  handlers: readonly Handler[]
  phrases: Phrases
  /** Who asks: by session cookie or bearer token; null when nobody known; a Stranger with the reason when it was known and is not let in. */
  whoIs(token: string | null, caller: Caller): Promise<Actor | null>
  /** Who showed this token to this process a moment ago. What he asks is answered only after his witness has. */
  recall?(token: string | null): Remembered | null
  /** The policy's answer for this contract. */
  may(actor: Actor, contract: Contract): boolean
  /** How many requests a minute pass; unlimited when absent. */
  paces?: () => Promise<Paces>
  /** Why a record is not there any more for somebody who once was let know it. */
  whyGone?(actor: Actor, input: unknown): Promise<Refusal | null>
  bus: Bus | null
  ready(): Promise<boolean>
}
