import { type Instance, type PlanItem, pinsOf, type Subject, type Team } from '../instance/model.ts'

/**
 * A careful clerk: scores, sorts, and fills year by year, overdue first and then by risk; the best free slot in a team of the district,
 * else elsewhere; honours recusal, skill, patrol, days, ceilings, the gap, the unit's common slot, pins and what is frozen. What most
 * offices do by hand in a workbook, without a mistake.
 */
export function clerkPlan(instance: Instance): PlanItem[] {
  const desk = openDesk(instance)
  for (const item of fixedItems(instance)) enter(desk, item)
  for (let at = 0; at < instance.years; at++) fillYear(desk, instance.firstYear + at)
  return desk.items
}

type Desk = {
  readonly instance: Instance
  readonly subjects: ReadonlyMap<string, Subject>
  readonly items: PlanItem[]
  readonly planned: Map<string, PlanItem[]>
  readonly free: Map<string, number>
  readonly left: Map<string, number>
  readonly unitSlot: Map<string, PlanItem>
}

const slotKey = (team: string, year: number, window: number) => `${year}|${window}|${team}`

function openDesk(instance: Instance): Desk {
  const free = new Map<string, number>()
  for (const { id, capacityDays } of instance.teams)
    for (const [at, row] of capacityDays.entries())
      for (const [window, days] of row.entries()) free.set(slotKey(id, instance.firstYear + at, window + 1), days)
  const left = new Map<string, number>()
  for (const [district, row] of Object.entries(instance.districtCeilings))
    for (const [at, audits] of row.entries()) left.set(`${instance.firstYear + at}|${district}`, audits)
  const subjects = new Map(instance.subjects.map((subject) => [subject.id, subject]))
  return { instance, subjects, items: [], planned: new Map(), free, left, unitSlot: new Map() }
}

const isFrozen = ({ frozenUntil }: Instance, at: { year: number; window: number }) =>
  frozenUntil !== null && (at.year < frozenUntil.year || (at.year === frozenUntil.year && at.window <= frozenUntil.window))

function fixedItems(instance: Instance): PlanItem[] {
  const done = (instance.approved ?? []).filter((item) => isFrozen(instance, item) && item.year >= instance.firstYear)
  const has = new Set(done.map(({ subject, year }) => `${year}|${subject}`))
  const pins = instance.subjects
    .flatMap((subject) => pinsOf(subject).map((pin) => ({ subject: subject.id, ...pin })))
    .filter(({ subject, year }) => !has.has(`${year}|${subject}`))
  return [...done, ...pins]
}

function enter(desk: Desk, item: PlanItem): void {
  const subject = desk.subjects.get(item.subject)
  if (!subject) return
  const key = slotKey(item.team, item.year, item.window)
  const row = `${item.year}|${subject.district}`
  desk.items.push(item)
  desk.planned.set(item.subject, [...(desk.planned.get(item.subject) ?? []), item])
  desk.free.set(key, (desk.free.get(key) ?? 0) - subject.effortDays)
  desk.left.set(row, (desk.left.get(row) ?? Infinity) - 1)
  desk.unitSlot.set(`${item.year}|${subject.unit}`, item)
}

const lastBefore = (desk: Desk, subject: Subject, year: number): number =>
  Math.max(
    subject.lastAuditYear ?? desk.instance.firstYear - subject.frequencyYears,
    ...(desk.planned.get(subject.id) ?? []).map((item) => item.year).filter((each) => each < year),
  )

/** Mandatory this year and not yet met, then overdue or due, then by risk times age. */
function scoreOf(desk: Desk, subject: Subject, year: number): number {
  const planned = desk.planned.get(subject.id) ?? []
  const age = year - lastBefore(desk, subject, year)
  const isMandatory = subject.mandatory.some(({ years }) => years.includes(year) && !planned.some((item) => years.includes(item.year)))
  return (
    (isMandatory ? 1e6 : 0) +
    (age >= subject.frequencyYears ? 1e4 * (1 + age - subject.frequencyYears) : 0) +
    subject.risk * Math.max(0, age)
  )
}

function fillYear(desk: Desk, year: number): void {
  const scored = desk.instance.subjects
    .map((subject) => ({ subject, score: scoreOf(desk, subject, year) }))
    .filter(({ score }) => score > 0)
  for (const { subject } of scored.toSorted((one, other) => other.score - one.score)) {
    const slot = maySeat(desk, subject, year) ? bestSlot(desk, subject, year) : null
    if (slot) enter(desk, { subject: subject.id, year, ...slot })
  }
}

function maySeat(desk: Desk, subject: Subject, year: number): boolean {
  const gap = Math.max(1, desk.instance.gapYears)
  const isNear = (desk.planned.get(subject.id) ?? []).some((item) => Math.abs(item.year - year) < gap)
  const isClosed = subject.banYears.includes(year) || (subject.patrol?.year === year && !subject.patrol.joint)
  return !isNear && !isClosed && (desk.left.get(`${year}|${subject.district}`) ?? Infinity) >= 1
}

const isAble = (subject: Subject, { id, skills }: Team) =>
  (subject.skill === null || skills.includes(subject.skill)) && !subject.recusedTeams.includes(id)

/** The slot with most days left in a team of the district; when none has room, in any team. */
function bestSlot(desk: Desk, subject: Subject, year: number): { window: number; team: string } | null {
  const { instance } = desk
  const shared = desk.unitSlot.get(`${year}|${subject.unit}`)
  const windows = Array.from({ length: instance.windows }, (_, at) => at + 1).filter(
    (window) => !isFrozen(instance, { year, window }) && (subject.patrol?.year !== year || subject.patrol.window === window),
  )
  const slots = instance.teams
    .filter((team) => isAble(subject, team))
    .flatMap((team) => windows.map((window) => ({ window, team: team.id, home: team.district === subject.district })))
    .filter(({ window, team }) => !shared || (shared.window === window && shared.team === team))
    .map((slot) => ({ ...slot, free: desk.free.get(slotKey(slot.team, year, slot.window)) ?? 0 }))
    .filter(({ free }) => free >= subject.effortDays)
    .toSorted((one, other) => Number(other.home) - Number(one.home) || other.free - one.free)
  const [best] = slots
  return best ? { window: best.window, team: best.team } : null
}
