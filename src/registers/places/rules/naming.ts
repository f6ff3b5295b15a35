import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { FormerName, Unit } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Named = Pick<Unit, 'name' | 'formerNames'>

const bore = (former: FormerName, on: Day) => former.until !== null && on <= former.until && (former.from === null || former.from <= on)
const earlier = (one: FormerName, other: FormerName) => ((one.until ?? '') < (other.until ?? '') ? -1 : 1)

/** What the unit was called on a day: the former name that ended first on or after it, else the present name. A former name without an end is never chosen. */
export function nameOn(unit: Named, on: Day): string {
  return unit.formerNames.filter((former) => bore(former, on)).toSorted(earlier)[0]?.name ?? unit.name
}

/** Every name a paper may use for the unit: present, short, former. */
export const allNames = (unit: Named & Pick<Unit, 'shortNames'>): string[] => [
  ...new Set([unit.name, ...unit.shortNames, ...unit.formerNames.map((former) => former.name)]),
]

export function whyNotFormerNames(names: readonly FormerName[]): No | null {
  const wrong = names.find(({ from, until }) => from !== null && until !== null && until < from)
  return wrong ? refuse('formerNameDays', { name: wrong.name, from: wrong.from ?? '', until: wrong.until ?? '' }) : null
}
