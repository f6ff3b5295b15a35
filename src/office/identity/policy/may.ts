import type { Contract } from '../../../kernel/contract.ts'
import type { May } from '../../../kernel/may.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { isInScope } from '../../../platform/caller.ts'
import type { Actor } from '../../../platform/desk.ts'
import { roleMay } from './policy.ts'

type Somebody = Pick<Actor, 'role' | 'scopes'>
const maySometimes = (actor: Somebody, contract: Pick<Contract, 'name' | 'kind'>) =>
  isInScope(actor, contract.name) && roleMay(actor.role, contract)

/** Names of all contracts an actor may call: by role, and within the limits of his session or token. */
export const mayOf = (actor: Somebody, contracts: readonly Contract[]): string[] =>
  contracts.filter((each) => each.open || maySometimes(actor, each)).map((each) => each.name)

/** Whether somebody may take an act on the record at hand: his role and scopes first, then the rule that speaks of the record. */
export const mayAct = (actor: Somebody, contract: Pick<Contract, 'name' | 'kind'>, whyNot: Refusal | null = null): May =>
  maySometimes(actor, contract) ? (whyNot ?? true) : refuse('forbidden')
