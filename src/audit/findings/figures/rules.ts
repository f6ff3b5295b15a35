import { type Fen, fen } from '../../../kernel/money.ts'
import { type ClassSum, remapped } from '../classes/rules.ts'
import { MoneyKind, type MoneyLine } from '../model.ts'
import { levelOne } from '../rules.ts'

/** One group and one kind of money as the database sums them; `kind` null for findings without money. */
export type Summed = { key: string; kind: MoneyKind | null; findings: number; fen: number }
export type Figure = { key: string; count: number; money: MoneyLine[] }

const inOrder = (money: ReadonlyMap<MoneyKind, Fen>): MoneyLine[] =>
  MoneyKind.options.flatMap((kind) => {
    const sum = money.get(kind)
    return sum === undefined ? [] : [{ kind, fen: sum }]
  })

/** The groups with their findings counted once and their money kind by kind; kinds are never added to one another. */
export function figuresOf(rows: readonly Summed[]): Figure[] {
  const groups = new Map<string, { count: number; money: Map<MoneyKind, Fen> }>()
  for (const { key, kind, findings, fen: sum } of rows) {
    const group = groups.get(key) ?? { count: 0, money: new Map() }
    groups.set(key, group)
    group.count += findings
    if (kind) group.money.set(kind, fen((group.money.get(kind) ?? 0) + sum))
  }
  return [...groups].map(([key, { count, money }]) => ({ key, count, money: inOrder(money) }))
}

/** Groups put together under other keys; nothing is lost and nothing counted twice. */
export const regrouped = (figures: readonly Figure[], keyOf: (key: string) => string): Figure[] =>
  figuresOf(
    figures.flatMap(({ key, count, money }): Summed[] => [
      { key: keyOf(key), kind: null, findings: count, fen: 0 },
      ...money.map((line): Summed => ({ key: keyOf(key), kind: line.kind, findings: 0, fen: line.fen })),
    ]),
  )

export const totalOf = (figures: readonly Figure[]): Figure => regrouped(figures, () => 'total')[0] ?? { key: 'total', count: 0, money: [] }

const asSums = (figures: readonly Figure[]): ClassSum[] => figures.map(({ key, ...rest }) => ({ code: key, ...rest }))
/** Figures by class in the scheme of a day. */
export const toldOn = (figures: readonly Figure[], steps: Parameters<typeof remapped>[1], on: Parameters<typeof remapped>[2]): Figure[] =>
  remapped(asSums(figures), steps, on).map(({ code, ...rest }) => ({ key: code, ...rest }))

export const byLevelOne = (figures: readonly Figure[]): Figure[] => regrouped(figures, levelOne)
