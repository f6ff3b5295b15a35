import type { z } from 'zod'
import type { Day } from '../../../kernel/day.ts'
import { yuan } from '../../../kernel/money.ts'
import type { Written } from '../editing/contract.ts'
import type { Finding, MoneyKind } from '../model.ts'

/** A finding as it stands in the fields of the form. */
export type Draft = {
  title: string
  problemClass: string | null
  standard: string
  facts: string
  cause: string
  consequence: string
  unit: string | null
  periodFrom: Day | null
  periodTo: Day | null
  actOn: Day | null
  money: { kind: MoneyKind; amount: string }[]
  loose: readonly string[]
}

export const blank: Draft = {
  ...{ title: '', problemClass: null, standard: '', facts: '', cause: '', consequence: '', unit: null },
  ...{ periodFrom: null, periodTo: null, actOn: null, money: [], loose: [] },
}

/** What the form sends; the unit and class must be chosen before it is sent. */
export const writtenOf = (draft: Draft): z.input<typeof Written> => ({
  ...draft,
  problemClass: draft.problemClass ?? '',
  unit: draft.unit ?? '',
  money: draft.money.filter(({ amount }) => amount.trim() !== ''),
  loose: [...draft.loose],
})

/** The finding as the form begins with it; `pinned` citations are kept by the house and not typed. */
export const draftOf = (finding: Finding, pinned: readonly string[]): Draft => ({
  title: finding.title,
  problemClass: finding.problemClass,
  standard: finding.standard ?? '',
  facts: finding.facts,
  cause: finding.cause ?? '',
  consequence: finding.consequence ?? '',
  unit: finding.unit,
  periodFrom: finding.periodFrom,
  periodTo: finding.periodTo,
  actOn: finding.actOn,
  money: finding.money.map(({ kind, fen }) => ({ kind, amount: yuan(fen) })),
  loose: finding.basis.filter((text) => !pinned.includes(text)),
})
