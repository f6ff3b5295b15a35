import type { Contract } from '../../../kernel/contract.ts'
import { isInScope } from '../../../platform/caller.ts'
import type { Actor } from '../../../platform/desk.ts'
import { roleMay } from './policy.ts'

/** Names of all contracts an actor may call: by role, and within the limits of his session or token. */
export const mayOf = (actor: Pick<Actor, 'role' | 'scopes'>, contracts: readonly Contract[]): string[] =>
  contracts.filter((each) => each.open || (isInScope(actor, each.name) && roleMay(actor.role, each))).map((each) => each.name)
