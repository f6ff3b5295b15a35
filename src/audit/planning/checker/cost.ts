import type { Instance, Missed, PlanItem, Subject } from '../instance/model.ts'

/**
 * What a plan costs, reckoned again from the instance alone. Written for reading, line by line as the interface words it; it shares
 * nothing with the solver but the shapes of the records, so that a fault in one does not hide in the other.
 */
export type Reckoning = { cost: number; parts: Readonly<Record<Part, number>>; missed: Missed }
export type Part = 'exposure' | 'deadline' | 'mandatory' | 'travel' | 'joint' | 'late' | 'split' | 'change'

const yearsOf = ({ firstYear, years }: Instance): number[] => Array.from({ length: years }, (_, at) => firstYear + at)

type Waiting = { exposure: number; deadline: number; isMissed: boolean }

/** Ages year by year: exposure grows with the age, at most to eight years; an overdue run costs its first year and each further one. */
function waitingOf(instance: Instance, subject: Subject, audited: ReadonlySet<number>): Waiting {
  const { weights, firstYear } = instance
  const total: Waiting = { exposure: 0, deadline: 0, isMissed: false }
  let last = subject.lastAuditYear ?? firstYear - subject.frequencyYears
  let overdueYears = 0
  for (const year of yearsOf(instance)) {
    if (audited.has(year)) last = year
    const age = Math.max(0, year - last)
    total.exposure += weights.exposure * subject.risk * Math.min(8, age)
    overdueYears = !audited.has(year) && age >= subject.frequencyYears ? overdueYears + 1 : 0
    if (overdueYears === 0) continue
    total.deadline += overdueYears === 1 ? weights.deadline : weights.overdueYear
    total.isMissed = true
  }
  return total
}

/** Duties of a subject with no audit in any of their years; years outside the horizon do not count. */
function missedDuties(instance: Instance, subject: Subject, audited: ReadonlySet<number>): number {
  const horizon = new Set(yearsOf(instance))
  return subject.mandatory.filter(({ years }) => {
    const inside = years.filter((year) => horizon.has(year))
    return inside.length > 0 && !inside.some((year) => audited.has(year))
  }).length
}

const key = (item: Pick<PlanItem, 'window' | 'team'>) => `${item.window}/${item.team}`

/** Against the approved plan: other years cost once for the subject, else every audit in another window or team. */
function changeOf(instance: Instance, items: readonly PlanItem[], approved: readonly PlanItem[]): number {
  if (instance.approved === null) return 0
  const horizon = new Set(yearsOf(instance))
  const before = new Map(approved.filter(({ year }) => horizon.has(year)).map((item) => [item.year, key(item)]))
  const isSameYears = before.size === items.length && items.every(({ year }) => before.has(year))
  if (!isSameYears) return instance.weights.changeYear
  return items.filter((item) => before.get(item.year) !== key(item)).length * instance.weights.changeSlot
}

/** Each group of two or more pays for every year in which any of it is audited. */
function splitOf(instance: Instance, subjects: ReadonlyMap<string, Subject>, items: readonly PlanItem[]): number {
  const sizes = new Map<string, number>()
  for (const { group } of instance.subjects) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const active = new Set<string>()
  for (const { subject, year } of items) {
    const group = subjects.get(subject)?.group ?? null
    if (group !== null && (sizes.get(group) ?? 0) > 1) active.add(`${year}/${group}`)
  }
  return active.size * instance.weights.split
}

export function bySubject(items: readonly PlanItem[]): Map<string, PlanItem[]> {
  const found = new Map<string, PlanItem[]>()
  for (const item of items) found.set(item.subject, [...(found.get(item.subject) ?? []), item])
  return found
}

const arePinsKept = ({ pin, furtherPins }: Subject, items: readonly PlanItem[]): boolean =>
  [...(pin === null ? [] : [pin]), ...furtherPins].every((wanted) =>
    items.some(({ year, window, team }) => year === wanted.year && window === wanted.window && team === wanted.team),
  )

/** Reckons the points of a plan, part by part, and what it misses. */
export function reckon(instance: Instance, items: readonly PlanItem[]): Reckoning {
  const { weights } = instance
  const parts: Record<Part, number> = { exposure: 0, deadline: 0, mandatory: 0, travel: 0, joint: 0, late: 0, split: 0, change: 0 }
  const missed: Missed = { mandatory: [], deadline: [], pins: [] }
  const subjects = new Map(instance.subjects.map((subject) => [subject.id, subject]))
  const districts = new Map(instance.teams.map(({ id, district }) => [id, district]))
  const planned = bySubject(items)
  const approved = bySubject(instance.approved ?? [])
  for (const subject of instance.subjects) {
    const own = planned.get(subject.id) ?? []
    const audited = new Set(own.map(({ year }) => year))
    const waiting = waitingOf(instance, subject, audited)
    const duties = missedDuties(instance, subject, audited)
    parts.exposure += waiting.exposure
    parts.deadline += waiting.deadline
    parts.mandatory += duties * weights.mandatory
    parts.change += changeOf(instance, own, approved.get(subject.id) ?? [])
    parts.travel += own.filter(({ team }) => districts.get(team) !== subject.district).length * weights.travel
    parts.joint -= own.filter(({ year }) => subject.patrol?.year === year).length * weights.joint
    parts.late += own.filter(({ year }) => subject.leavesYear !== null && year > subject.leavesYear).length * weights.late
    if (duties > 0) missed.mandatory.push(subject.id)
    if (waiting.isMissed) missed.deadline.push(subject.id)
    if (!arePinsKept(subject, own)) missed.pins.push(subject.id)
  }
  parts.split = splitOf(instance, subjects, items)
  return { cost: Object.values(parts).reduce((sum, part) => sum + part, 0), parts, missed }
}
