import { applicableRule, type ClockRule, type DatedRule, isDated } from '../../../kernel/clock-rule.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ClockRow } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
export type RowRule = ClockRule & { row: ClockRow }

/** A row of the register as the kernel reckons with it. */
export const ruleOf = (row: ClockRow): RowRule => ({
  rule: row.rule,
  title: row.title,
  amount: row.amount,
  unit: row.unit,
  roll: row.roll,
  direction: row.direction,
  startEvent: row.startEvent,
  startOffset: row.startOffset,
  region: row.region,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  selectedBy: row.selectedBy,
  verified: row.verified,
  citation: { title: row.lawTitle, version: row.lawVersion, article: row.article, paragraph: row.paragraph, item: row.item },
  row,
})

/** The row that applies, or why none leads to a day: unknown rule, not in this place or at that time, left to the document. */
export function ruleFor(
  rows: readonly ClockRow[],
  asked: { rule: string; from: Day; actDate: Day | null; region: string | null },
): { value: RowRule & DatedRule } | { refusal: No } {
  const same = rows.filter((row) => row.rule === asked.rule)
  if (same.length === 0) return { refusal: refuse('clockUnknown', { rule: asked.rule }) }
  const rule = applicableRule(same.map(ruleOf), asked)
  if (!rule) return { refusal: refuse('clockNotHere', { rule: asked.rule }) }
  if (!isDated(rule)) return { refusal: refuse('clockHasNoDay', { title: rule.title.zh, note: rule.row.note ?? '' }) }
  return { value: rule }
}

type Draft = Omit<ClockRow, 'id' | 'version' | 'validFrom'> & { validFrom: Day }

/** Null when a row may be kept as it is drafted; `old` is the row it takes the place of, `others` the rows of its rule. */
export function whyNotClock(draft: Draft, old: ClockRow | null, others: readonly ClockRow[]): No | null {
  if (draft.validUntil && draft.validUntil < draft.validFrom) return refuse('clockSpan', { from: draft.validFrom, until: draft.validUntil })
  if (draft.verified && (draft.article === null || draft.lawVersion === null)) return refuse('clockUncited')
  if (draft.unit === 'open' && !draft.note) return refuse('clockReserved')
  if (old?.validUntil && old.validUntil < draft.validFrom) return refuse('clockEnded', { until: old.validUntil })
  if (old?.validFrom && draft.validFrom <= old.validFrom) return refuse('clockNotLater', { from: old.validFrom })
  if (others.some((row) => row.region === draft.region && row.validFrom === draft.validFrom))
    return refuse('clockAlready', { from: draft.validFrom })
  return null
}

/** The old row's last day: the one before its successor begins. */
export const endedBy = (validFrom: Day): Day => addDays(validFrom, -1)
