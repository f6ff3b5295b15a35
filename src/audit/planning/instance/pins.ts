import { refuse } from '../../../kernel/refusal.ts'
import type { Fault } from './fault.ts'
import { type Instance, type PlanItem, pinsOf, type Slot, type Subject, type Team } from './model.ts'

/** What must stand in every plan: a pin, or an approved audit that may no longer be changed. */
type Fixed = { readonly subject: Subject; readonly slot: Slot; readonly isPin: boolean }

const keyOf = ({ year, window, team }: Slot) => `${year}|${window}|${team}`
const isFrozen = ({ frozenUntil }: Instance, { year, window }: Slot): boolean =>
  frozenUntil !== null && (year < frozenUntil.year || (year === frozenUntil.year && window <= frozenUntil.window))

function frozenBySubject(instance: Instance): Map<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>()
  for (const item of instance.approved ?? []) {
    if (!isFrozen(instance, item) || item.year < instance.firstYear) continue
    found.set(item.subject, [...(found.get(item.subject) ?? []), item])
  }
  return found
}

/** Why one pin by itself cannot be kept; null when it can. */
function whyNotPinned(instance: Instance, subject: Subject, pin: Slot, team: Team, isDone: boolean): Fault | null {
  const facts = { subject: subject.id, year: pin.year, window: pin.window, team: pin.team }
  const { patrol } = subject
  if (isDone) return null
  if (isFrozen(instance, pin)) return refuse('pinFrozen', facts)
  if (subject.banYears.includes(pin.year) || (patrol?.year === pin.year && !patrol.joint)) return refuse('pinBanned', facts)
  if (patrol?.year === pin.year && patrol.window !== pin.window) return refuse('pinPatrol', { ...facts, patrol: patrol.window })
  if (subject.recusedTeams.includes(pin.team)) return refuse('pinRecused', facts)
  if (subject.skill !== null && !team.skills.includes(subject.skill)) return refuse('pinSkill', { ...facts, skill: subject.skill })
  const days = team.capacityDays[pin.year - instance.firstYear]?.[pin.window - 1] ?? 0
  return days < subject.effortDays ? refuse('pinCapacity', { ...facts, days, effort: subject.effortDays }) : null
}

/** The first of a pinned pair that cannot both stand, by whatever rule `clash` knows. */
function* pairs(fixed: readonly Fixed[], clash: (one: Fixed, other: Fixed) => Fault | null): Generator<Fault> {
  for (const [at, one] of fixed.entries())
    for (const other of fixed.slice(at + 1)) {
      if (!one.isPin && !other.isPin) continue
      const fault = clash(one, other)
      if (fault) yield fault
    }
}

const bothOf = (one: Fixed, other: Fixed) => ({
  subject: one.subject.id,
  other: other.subject.id,
  year: one.slot.year,
  window: one.slot.window,
  team: one.slot.team,
  otherYear: other.slot.year,
  otherWindow: other.slot.window,
  otherTeam: other.slot.team,
})

function by<T>(things: readonly T[], key: (thing: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const thing of things) {
    const there = found.get(key(thing))
    if (there) there.push(thing)
    else found.set(key(thing), [thing])
  }
  return [...found.values()].filter(({ length }) => length > 1)
}

/** Pins of one slot that together need more days than it has: the two that need most are named. */
function* crowded(instance: Instance, fixed: readonly Fixed[]): Generator<Fault> {
  const days = new Map(instance.teams.map(({ id, capacityDays }) => [id, capacityDays]))
  for (const together of by(fixed, ({ slot }) => keyOf(slot))) {
    const needed = together.reduce((sum, { subject }) => sum + subject.effortDays, 0)
    const slot = together[0]?.slot
    const there = slot ? (days.get(slot.team)?.[slot.year - instance.firstYear]?.[slot.window - 1] ?? 0) : 0
    if (needed <= there + 1e-7 || !together.some(({ isPin }) => isPin)) continue
    const [one, other] = heaviest(together)
    if (one && other) yield refuse('pinsCrowded', { ...bothOf(one, other), needed, days: there })
  }
}
const heaviest = (fixed: readonly Fixed[]) =>
  fixed.toSorted((one, other) => Number(other.isPin) - Number(one.isPin) || other.subject.effortDays - one.subject.effortDays)

/** Pins of one district and year above its ceiling. */
function* overCeiling(instance: Instance, fixed: readonly Fixed[]): Generator<Fault> {
  for (const together of byEvery(fixed, ({ subject, slot }) => `${slot.year}|${subject.district}`)) {
    const [one, other] = heaviest(together)
    if (!one) continue
    const { district } = one.subject
    const ceiling = instance.districtCeilings[district]?.[one.slot.year - instance.firstYear] ?? Infinity
    if (together.length <= ceiling || !together.some(({ isPin }) => isPin)) continue
    const facts = { district, count: together.length, ceiling, ...bothOf(one, other ?? one) }
    yield refuse('pinsCeiling', facts)
  }
}
function byEvery<T>(things: readonly T[], key: (thing: T) => string): T[][] {
  const found = new Map<string, T[]>()
  for (const thing of things) found.set(key(thing), [...(found.get(key(thing)) ?? []), thing])
  return [...found.values()]
}

/** Pins that cannot be kept, alone or together; two that contradict each other are both named. */
export function pinFaults(instance: Instance): Fault[] {
  const teams = new Map(instance.teams.map((team) => [team.id, team]))
  const frozen = frozenBySubject(instance)
  const alone: Fault[] = []
  const fixed: Fixed[] = []
  for (const subject of instance.subjects) {
    const done = frozen.get(subject.id) ?? []
    for (const slot of done) fixed.push({ subject, slot, isPin: false })
    for (const pin of pinsOf(subject)) {
      const team = teams.get(pin.team)
      if (!team) continue
      const isDone = done.some((item) => keyOf(item) === keyOf(pin))
      const why = whyNotPinned(instance, subject, pin, team, isDone)
      if (why) alone.push(why)
      else if (!isDone) fixed.push({ subject, slot: pin, isPin: true })
    }
  }
  return alone.length > 0 ? alone : together(instance, fixed)
}

function together(instance: Instance, fixed: readonly Fixed[]): Fault[] {
  const gap = Math.max(1, instance.gapYears)
  const apart = (one: Fixed, other: Fixed): Fault | null =>
    one.slot.year === other.slot.year && keyOf(one.slot) !== keyOf(other.slot)
      ? refuse('pinsUnit', { ...bothOf(one, other), unit: one.subject.unit })
      : null
  const tooSoon = (one: Fixed, other: Fixed): Fault | null =>
    Math.abs(one.slot.year - other.slot.year) < gap ? refuse('pinsGap', { ...bothOf(one, other), gap }) : null
  return [
    ...by(fixed, ({ subject }) => subject.id).flatMap((same) => [...pairs(same, tooSoon)]),
    ...by(fixed, ({ subject }) => subject.unit).flatMap((same) => [
      ...pairs(same, (one, other) => (one.subject === other.subject ? null : apart(one, other))),
    ]),
    ...crowded(instance, fixed),
    ...overCeiling(instance, fixed),
  ]
}
