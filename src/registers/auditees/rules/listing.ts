import type { Day } from '../../../kernel/day.ts'
import type { Unit } from '../../places/model.ts'
import type { ListFilters, ListSort, OfficialLine } from '../contract.ts'
import type { AuditeeRule, Official, PastAudit, Tenure } from '../model.ts'
import { mainTenure, subjectStatus } from './status.ts'

/** Everything the register knows about some officials, by official and by unit. */
export type Known = {
  tenures: ReadonlyMap<string, readonly Tenure[]>
  audits: ReadonlyMap<string, readonly PastAudit[]>
  units: ReadonlyMap<string, Unit>
  rules: readonly AuditeeRule[]
  today: Day
}
export type Held = { tenure: Tenure; unit: Unit }

export const heldBy = (official: string, known: Known): Held[] =>
  (known.tenures.get(official) ?? []).flatMap((tenure) => {
    const unit = known.units.get(tenure.unit)
    return unit ? [{ tenure, unit }] : []
  })

export const statusOf = (held: Held, known: Known) =>
  subjectStatus({
    ...held,
    audits: known.audits.get(held.tenure.official) ?? [],
    others: known.tenures.get(held.tenure.official) ?? [],
    rules: known.rules,
    today: known.today,
  })

const heldOn = (on: Day) => (held: Held) => held.tenure.startsOn <= on && (held.tenure.endsOn === null || held.tenure.endsOn >= on)

/** One line of the list: the post that stands for the official, and what is derived from it. */
export function lineOf({ id, number, name }: Official, known: Known): OfficialLine {
  const held = heldBy(id, known)
  const main = mainTenure(held, known.today)
  if (!main) return { id, number, name, tenure: null, unitName: null, concurrent: 0, status: null }
  const concurrent = Math.max(0, held.filter(heldOn(known.today)).length - 1)
  return { id, number, name, tenure: main.tenure, unitName: main.unit.name, concurrent, status: statusOf(main, known) }
}

const anyOf = <T>(wanted: readonly T[], value: T | null | undefined) => wanted.length === 0 || (value != null && wanted.includes(value))

/** Whether the line is among those asked for; `inside` holds the units of the tree's branch. */
export const fits = (line: OfficialLine, filters: ListFilters, inside: ReadonlySet<string> | null): boolean =>
  (inside === null || (line.tenure !== null && inside.has(line.tenure.unit))) &&
  anyOf(filters.class, line.status?.class.value) &&
  anyOf(filters.state, line.status?.state.value) &&
  anyOf(filters.standing, line.status?.standing.value ?? 'noPost') &&
  anyOf(filters.headship, line.tenure?.headship)

/** Whether the answer needs every official's derived values, not only those of one page. */
export const asksDerived = ({ under, class: classes, state, standing, headship, sort }: ListFilters): boolean =>
  under !== undefined || [classes, state, standing, headship].some((wanted) => wanted.length > 0) || !/^-?(name|number)$/.test(sort)

const urgency = ['overdue', 'dueSoon', 'notDue', 'leftOut', 'noFixedTerm', 'settled', 'notSubject']
const last = '\uffff'
const keys: Readonly<Record<string, (line: OfficialLine) => string>> = {
  name: (line) => line.name,
  number: (line) => line.number,
  unit: (line) => line.unitName ?? last,
  startsOn: (line) => line.tenure?.startsOn ?? last,
  class: (line) => line.status?.class.value ?? last,
  lastAudit: (line) => line.status?.lastAudit.value ?? '',
  due: (line) => line.status?.due.value ?? last,
  state: (line) => String(line.status ? urgency.indexOf(line.status.state.value) : urgency.length),
}

/** Sorted as asked; equal lines by number. */
export function sorted(lines: readonly OfficialLine[], sort: ListSort): OfficialLine[] {
  const key = keys[sort.replace('-', '')] ?? ((line: OfficialLine) => line.name)
  const sign = sort.startsWith('-') ? -1 : 1
  const compare = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
  return lines.toSorted((one, other) => sign * compare(key(one), key(other)) || compare(one.number, other.number))
}
