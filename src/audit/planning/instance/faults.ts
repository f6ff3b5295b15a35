import { refuse } from '../../../kernel/refusal.ts'
import type { Fault } from './fault.ts'
import { type Instance, type PlanItem, pinsOf, type Slot, type Subject } from './model.ts'
import { pinFaults } from './pins.ts'

function* repeated(names: readonly string[], what: 'subjects' | 'teams'): Generator<Fault> {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) yield refuse('plannerTwice', { field: `${what}.id`, value: name })
    seen.add(name)
  }
}

/** Tables of the wrong shape: a row for every year, a number for every window. */
function* shapes({ teams, years, windows, districtCeilings }: Instance): Generator<Fault> {
  for (const { id, capacityDays } of teams) {
    if (capacityDays.length !== years)
      yield refuse('plannerRows', { field: 'capacityDays', record: id, given: capacityDays.length, wanted: years })
    const odd = capacityDays.find((row) => row.length !== windows)
    if (odd) yield refuse('plannerRows', { field: 'capacityDays', record: id, given: odd.length, wanted: windows })
  }
  for (const [district, row] of Object.entries(districtCeilings))
    if (row.length !== years) yield refuse('plannerRows', { field: 'districtCeilings', record: district, given: row.length, wanted: years })
}

function* subjectFaults(instance: Instance, subject: Subject, teams: ReadonlySet<string>): Generator<Fault> {
  const unknown = subject.recusedTeams.find((team) => !teams.has(team))
  if (unknown !== undefined) yield refuse('plannerUnknown', { field: 'recusedTeams', record: subject.id, value: unknown })
  const { patrol } = subject
  if (patrol && patrol.window > instance.windows)
    yield refuse('plannerWindow', { field: 'patrol.window', record: subject.id, value: patrol.window, windows: instance.windows })
  for (const pin of pinsOf(subject)) yield* slotFaults(instance, pin, { field: 'pin', record: subject.id, teams })
}

function* slotFaults(instance: Instance, slot: Slot, at: { field: string; record: string; teams: ReadonlySet<string> }): Generator<Fault> {
  const { firstYear, years, windows } = instance
  const { field, record } = at
  if (!at.teams.has(slot.team)) yield refuse('plannerUnknown', { field: `${field}.team`, record, value: slot.team })
  if (slot.window > windows) yield refuse('plannerWindow', { field: `${field}.window`, record, value: slot.window, windows })
  if (field === 'pin' && (slot.year < firstYear || slot.year >= firstYear + years))
    yield refuse('plannerYear', { field: `${field}.year`, record, value: slot.year, from: firstYear, until: firstYear + years - 1 })
}

function* approvedFaults(instance: Instance, teams: ReadonlySet<string>): Generator<Fault> {
  const subjects = new Set(instance.subjects.map(({ id }) => id))
  const seen = new Set<string>()
  for (const item of instance.approved ?? []) {
    const at = { field: 'approved', record: item.subject, teams }
    if (!subjects.has(item.subject))
      yield refuse('plannerUnknown', { field: 'approved.subject', record: item.subject, value: item.subject })
    yield* slotFaults(instance, item, at)
    const year = yearKey(item)
    if (seen.has(year)) yield refuse('plannerApprovedTwice', { subject: item.subject, year: item.year })
    seen.add(year)
  }
}
const yearKey = ({ subject, year }: PlanItem) => `${year}|${subject}`

/** Names given twice or unknown, tables of the wrong shape, days outside the horizon. */
export function plainFaultsOf(instance: Instance): Fault[] {
  const teams = new Set(instance.teams.map(({ id }) => id))
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)
  return [
    ...repeated(ids(instance.subjects), 'subjects'),
    ...repeated(ids(instance.teams), 'teams'),
    ...shapes(instance),
    ...instance.subjects.flatMap((subject) => [...subjectFaults(instance, subject, teams)]),
    ...approvedFaults(instance, teams),
  ]
}

/**
 * Everything that makes an instance unusable, each with the field and the record: names given twice or unknown, tables of the wrong
 * shape, pins that no rule allows, pins that contradict one another (both are named). Empty when the instance can be solved.
 */
export function faultsOf(instance: Instance): Fault[] {
  const plain = plainFaultsOf(instance)
  return plain.length > 0 ? plain : pinFaults(instance)
}
