import { grouped } from '../../../kernel/grouped.ts'
import type { Comparison, Difference, Totals } from './shapes.ts'

export type Placed = { tenure: string; year: number; window: number; team: string; effortDays: number }
type Names = (tenure: string) => { name: string; unitName: string; class: string }
type Side = { items: readonly Placed[]; cost: number | null; mandatory: number; deadline: number }

const slots = (items: readonly Placed[]) =>
  items
    .map(({ year, window, team }) => ({ year, window, team }))
    .toSorted((one, other) => one.year - other.year || one.window - other.window)
const totals = ({ items, cost, mandatory, deadline }: Side): Totals => ({
  items: items.length,
  days: items.reduce((sum, { effortDays }) => sum + effortDays, 0),
  cost,
  mandatory,
  deadline,
})
const kindOf = (before: readonly unknown[], after: readonly unknown[]): Difference['kind'] => {
  if (before.length === 0) return 'added'
  return after.length === 0 ? 'removed' : 'moved'
}

/** What differs between two plans, subject by subject, with the totals of both; subjects that stand as they stood are left out. */
export function differenceOf(before: Side, after: Side, named: Names): Comparison {
  const tenures = [...new Set([...before.items, ...after.items].map(({ tenure }) => tenure))]
  const [old, now] = [grouped(before.items, ({ tenure }) => tenure), grouped(after.items, ({ tenure }) => tenure)]
  const rows = tenures.flatMap((tenure): Difference[] => {
    const [was, is] = [slots(old.get(tenure) ?? []), slots(now.get(tenure) ?? [])]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    return [{ tenure, ...named(tenure), kind: kindOf(was, is), before: was, after: is }]
  })
  const order = { removed: 0, added: 1, moved: 2 }
  return { rows: rows.toSorted((one, other) => order[one.kind] - order[other.kind]), before: totals(before), after: totals(after) }
}
