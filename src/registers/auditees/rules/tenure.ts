import type { Month } from '../../../kernel/day.ts'
import { addDays, addMonths, type Day, Day as DaySchema } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Precision, Tenure } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Span = Pick<Tenure, 'startsOn' | 'endsOn'>
type Held = Span & Pick<Tenure, 'official' | 'unit' | 'post'>

export const overlap = (one: Span, other: Span): boolean =>
  (one.endsOn === null || other.startsOn <= one.endsOn) && (other.endsOn === null || one.startsOn <= other.endsOn)

const samePost = (one: Held, other: Held) => one.official === other.official && one.unit === other.unit && one.post === other.post

/** Null when the tenure may stand beside the others of the same official (itself left out). */
export function whyNotTenure(tenure: Held, others: readonly Held[], bornIn: Month | null): No | null {
  const { startsOn, endsOn } = tenure
  if (endsOn !== null && endsOn < startsOn) return refuse('endBeforeStart', { startsOn, endsOn })
  if (bornIn !== null && startsOn < addMonths(DaySchema.parse(`${bornIn}-01`), 18 * 12)) return refuse('bornTooLate', { bornIn, startsOn })
  const other = others.find((each) => samePost(each, tenure) && overlap(each, tenure))
  return other ? refuse('samePostOverlaps', { startsOn: other.startsOn, endsOn: other.endsOn ?? '' }) : null
}

/** A post stays on record once an audit stands on it. */
export const whyNotDrop = (tenure: Pick<Tenure, 'id'>, audits: readonly { tenure: string | null }[]): No | null =>
  audits.some((audit) => audit.tenure === tenure.id) ? refuse('tenureHasAudits') : null

/** First and last day of what a resume writes as 2015-07 or 2015. */
export function spanOf(written: { from: string; to: string | null }): Span & { precision: Precision } {
  const first = (text: string) => DaySchema.parse(text.length === 4 ? `${text}-01-01` : `${text}-01`)
  const last = (text: string): Day => (text.length === 4 ? DaySchema.parse(`${text}-12-31`) : lastOfMonth(text))
  const yearly = written.from.length === 4 || written.to?.length === 4
  return { startsOn: first(written.from), endsOn: written.to === null ? null : last(written.to), precision: yearly ? 'year' : 'month' }
}
const lastOfMonth = (month: string): Day => addDays(addMonths(DaySchema.parse(`${month}-01`), 1), -1)
