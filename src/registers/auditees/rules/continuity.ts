import { addDays, type Day } from '../../../kernel/day.ts'
import type { Tenure } from '../model.ts'

type Post = Pick<Tenure, 'id' | 'unit' | 'headship' | 'startsOn' | 'endsOn'>

/** Between the end of one term and the next appointment some weeks of formalities may pass. */
const gapDays = 31

const heads = (one: Post, other: Post) =>
  one.unit === other.unit && one.headship !== 'other' && other.headship !== 'other' && one.id !== other.id
const goesOver = (earlier: Post, later: Post): boolean =>
  heads(earlier, later) &&
  earlier.startsOn < later.startsOn &&
  earlier.endsOn !== null &&
  later.startsOn <= addDays(earlier.endsOn, gapDays)

/** The tenure in which the same person goes on heading the same unit: a new term is no departure. */
export const continuedBy = <P extends Post>(tenure: P, others: readonly P[]): P | null =>
  others.find((other) => goesOver(tenure, other)) ?? null

/** Since when the person has headed the unit without a break. */
export function headSince<P extends Post>(tenure: P, others: readonly P[]): Day {
  let first = tenure
  for (let before = others.find((other) => goesOver(other, first)); before; before = others.find((other) => goesOver(other, first)))
    first = before
  return first.startsOn
}
