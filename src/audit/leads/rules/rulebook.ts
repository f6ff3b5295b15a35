import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'
import type { RouteRule, SanctionRule } from './records.ts'

type No = Refusal<keyof typeof words.refusal>
type Row = Pick<RouteRule | SanctionRule, 'validFrom' | 'validUntil' | 'region'>

/** A row follows the one it replaces from a later day on; a row that has ended is followed by none. */
export function whyNotFollow(draft: Pick<Row, 'validFrom'>, replaced: Row | null): No | null {
  if (replaced === null) return null
  if (replaced.validUntil !== null) return refuse('leadRuleEnded', { on: replaced.validUntil })
  return draft.validFrom <= replaced.validFrom ? refuse('leadRuleNotLater', { on: replaced.validFrom }) : null
}

/** A rule of routing names a receiver, or says that the committee hears of it first. */
export const whyNotRouteRule = ({ receiverKind, committeeFirst }: Pick<RouteRule, 'receiverKind' | 'committeeFirst'>): No | null =>
  receiverKind === null && !committeeFirst ? refuse('leadRuleAimless') : null

type Named = Pick<SanctionRule, 'kind' | 'region' | 'validFrom' | 'validUntil'> & { zh: string }
/** One kind of sanction has one row at a time in a place. */
export function whyNotSanctionRule(draft: Omit<Named, 'validUntil'>, others: readonly SanctionRule[]): No | null {
  const clash = others.find(
    ({ kind, region, title, validUntil }) =>
      kind === draft.kind && region === draft.region && title.zh === draft.zh && (validUntil === null || validUntil >= draft.validFrom),
  )
  return clash ? refuse('leadRuleTwice', { title: clash.title.zh }) : null
}
