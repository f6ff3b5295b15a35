import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { MoneyKind } from '../model.ts'
import type { FindingProposal } from './model.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
/** A proposal is decided once. */
export const whyNotDecide = (proposal: Pick<FindingProposal, 'state' | 'decidedOn'>): No | null =>
  proposal.state === 'open' ? null : refuse('proposalDecided', { on: proposal.decidedOn ?? '' })
/** Only a proposed problem becomes a finding. */
export const whyNotTake = (proposal: Pick<FindingProposal, 'state' | 'decidedOn' | 'kind'>): No | null =>
  whyNotDecide(proposal) ?? (proposal.kind === 'problem' ? null : refuse('proposalNoProblem'))

/** The kind of money that the words right before an amount name; null when they name none: a person chooses. */
export function moneyKindAt(text: string, proposal: Pick<FindingProposal, 'kind' | 'startsAt'>): MoneyKind | null {
  if (proposal.kind !== 'amount') return null
  const before = text.slice(Math.max(0, proposal.startsAt - 18), proposal.startsAt)
  return MoneyKind.options.find((kind) => words.moneyWord[kind].test(before)) ?? null
}
