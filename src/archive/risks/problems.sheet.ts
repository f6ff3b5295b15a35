import { MoneyKind } from '../../audit/findings/model.ts'
import { words as findings } from '../../audit/findings/words.ts'
import { Fen, yuan } from '../../kernel/money.ts'
import type { Tongue } from '../../kernel/say.ts'
import { UnitCategory } from '../../registers/places/model.ts'
import { words as places } from '../../registers/places/words.ts'
import type { Count, Heat } from './rules/tally.ts'
import { words } from './words.ts'

/** Money stands in yuan, each kind in a column of its own. */
export const problemColumns = (tongue: Tongue): string[] => [
  ...[words.field.class, words.field.class, words.field.unitType, words.field.audits, words.field.withProblem].map((each) => each[tongue]),
  ...[words.field.share, words.field.common, words.field.findings, words.field.objected].map((each) => each[tongue]),
  ...MoneyKind.options.map((kind) => `${findings.money[kind][tongue]}(元)`),
]

const amountOf = (count: Count, kind: MoneyKind): string => {
  const line = count.money.find((each) => each.kind === kind)
  return line ? yuan(Fen.parse(line.fen)) : ''
}

function cells(count: Count, names: readonly [string, string, string]): string[] {
  const share = count.share === null ? words.note.tooFewShort.zh : `${count.share / 100}%`
  const numbers = [count.base, count.audits].map(String)
  const found = [count.findings, count.objected].map(String)
  return [
    ...names,
    ...numbers,
    share,
    count.common ? words.field.common.zh : '',
    ...found,
    ...MoneyKind.options.map((kind) => amountOf(count, kind)),
  ]
}

/** One row for each class and type of unit in which something was found, and one for all types together. */
export const problemRows = (heat: Heat, tongue: Tongue): string[][] =>
  heat.rows.flatMap((row) => {
    const own = row.cells.flatMap((count, at) => {
      const type = UnitCategory.safeParse(heat.columns[at]?.key)
      if (count.findings + count.objected === 0 || !type.success) return []
      return [cells(count, [row.code, row[tongue], places.category[type.data][tongue]])]
    })
    return [...own, cells(row.all, [row.code, row[tongue], words.field.all[tongue]])]
  })
