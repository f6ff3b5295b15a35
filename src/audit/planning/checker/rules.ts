import type { Instance, PlanItem, Subject, Team } from '../instance/model.ts'

/** A hard rule that the plan breaks, with the records and numbers that show it. */
export type Violation = { code: ViolationCode; facts: Record<string, string | number> }
export type ViolationCode =
  | 'unknownSubject'
  | 'unknownTeam'
  | 'outsideHorizon'
  | 'twiceAYear'
  | 'skillMissing'
  | 'teamRecused'
  | 'yearBanned'
  | 'patrolWindow'
  | 'overCapacity'
  | 'overCeiling'
  | 'tooSoonAgain'
  | 'unitApart'
  | 'pinNotKept'
  | 'frozenChanged'
  | 'frozenAdded'
  | 'costWrong'
  | 'boundAboveCost'
  | 'gapWrong'
  | 'missedWrong'

export type Place = {
  readonly instance: Instance
  readonly subjects: ReadonlyMap<string, Subject>
  readonly teams: ReadonlyMap<string, Team>
  readonly frozen: ReadonlySet<string>
}

const factsOf = ({ subject, year, window, team }: PlanItem) => ({ subject, year, window, team })
export const keyOf = ({ subject, year, window, team }: PlanItem) => `${subject}|${year}|${window}|${team}`

const isBeforeThaw = ({ frozenUntil }: Instance, at: { year: number; window: number }): boolean =>
  frozenUntil !== null && (at.year < frozenUntil.year || (at.year === frozenUntil.year && at.window <= frozenUntil.window))

/** Approved audits that may no longer be changed. */
export const frozenItems = (instance: Instance): PlanItem[] =>
  (instance.approved ?? []).filter(
    (item) => isBeforeThaw(instance, item) && item.year >= instance.firstYear && item.year < instance.firstYear + instance.years,
  )

/** Names that mean nothing, and days that do not exist. */
export function unknownNames({ instance, subjects, teams }: Place, items: readonly PlanItem[]): Violation[] {
  return items.flatMap((item): Violation[] => {
    const facts = factsOf(item)
    if (!subjects.has(item.subject)) return [{ code: 'unknownSubject', facts }]
    if (!teams.has(item.team)) return [{ code: 'unknownTeam', facts }]
    const isInside =
      item.year >= instance.firstYear &&
      item.year < instance.firstYear + instance.years &&
      item.window >= 1 &&
      item.window <= instance.windows
    return isInside ? [] : [{ code: 'outsideHorizon', facts }]
  })
}

/** Skill, recusal, banned years, patrol windows, the frozen part: rules of one audit by itself. What is frozen is done and not asked. */
export function itemRules(place: Place, items: readonly PlanItem[]): Violation[] {
  return items.flatMap((item) => {
    const subject = place.subjects.get(item.subject)
    const team = place.teams.get(item.team)
    if (!subject || !team || place.frozen.has(keyOf(item))) return []
    return brokenBy(place.instance, { item, subject, team }).map((code) => ({ code, facts: factsOf(item) }))
  })
}

function brokenBy(instance: Instance, { item, subject, team }: { item: PlanItem; subject: Subject; team: Team }): ViolationCode[] {
  const { patrol } = subject
  const broken: [ViolationCode, boolean][] = [
    ['skillMissing', subject.skill !== null && !team.skills.includes(subject.skill)],
    ['teamRecused', subject.recusedTeams.includes(team.id)],
    ['yearBanned', subject.banYears.includes(item.year) || (patrol?.year === item.year && !patrol.joint)],
    ['patrolWindow', patrol?.year === item.year && patrol.joint && patrol.window !== item.window],
    ['frozenAdded', isBeforeThaw(instance, item)],
  ]
  return broken.filter(([, isBroken]) => isBroken).map(([code]) => code)
}

/** One audit a year, and the gap between two; two audits that were both already done are not asked. */
export function spacing(place: Place, planned: ReadonlyMap<string, readonly PlanItem[]>): Violation[] {
  return [...planned.values()].flatMap((own) => {
    const sorted = own.toSorted((one, other) => one.year - other.year)
    return sorted.slice(1).flatMap((item, at): Violation[] => {
      const before = sorted[at]
      if (!before) return []
      if (item.year === before.year) return [{ code: 'twiceAYear', facts: factsOf(item) }]
      const areDone = place.frozen.has(keyOf(item)) && place.frozen.has(keyOf(before))
      if (areDone || item.year - before.year >= place.instance.gapYears) return []
      return [{ code: 'tooSoonAgain', facts: { ...factsOf(item), before: before.year, gap: place.instance.gapYears } }]
    })
  })
}

function summed(items: readonly PlanItem[], key: (item: PlanItem) => string, amount: (item: PlanItem) => number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + amount(item))
  return sums
}

const slotKey = ({ team, year, window }: PlanItem) => `${team}|${year}|${window}`

/** Person-days of every team in every window; frozen audits that already take more are not asked. */
export function capacity(place: Place, items: readonly PlanItem[]): Violation[] {
  const effort = ({ subject }: PlanItem) => place.subjects.get(subject)?.effortDays ?? 0
  const used = summed(items, slotKey, effort)
  const done = summed(frozenItems(place.instance), slotKey, effort)
  return [...used].flatMap(([key, days]): Violation[] => {
    const [team = '', year, window] = key.split('|')
    const there = place.teams.get(team)?.capacityDays[Number(year) - place.instance.firstYear]?.[Number(window) - 1] ?? 0
    const limit = Math.max(there, done.get(key) ?? 0)
    if (days <= limit + 1e-6) return []
    return [{ code: 'overCapacity', facts: { team, year: Number(year), window: Number(window), days, limit } }]
  })
}

/** Audits of every district in every year. */
export function ceilings(place: Place, items: readonly PlanItem[]): Violation[] {
  const { districtCeilings, firstYear } = place.instance
  const key = ({ subject, year }: PlanItem) => `${year}|${place.subjects.get(subject)?.district ?? ''}`
  const used = summed(items, key, () => 1)
  const done = summed(frozenItems(place.instance), key, () => 1)
  return [...used].flatMap(([name, audits]): Violation[] => {
    const cut = name.indexOf('|')
    const [year, district] = [Number(name.slice(0, cut)), name.slice(cut + 1)]
    const ceiling = Math.max(districtCeilings[district]?.[year - firstYear] ?? Infinity, done.get(name) ?? 0)
    return audits <= ceiling + 1e-9 ? [] : [{ code: 'overCeiling', facts: { district, year, audits, ceiling } }]
  })
}

/** Officials of one unit audited in one year share window and team. */
export function units(place: Place, items: readonly PlanItem[]): Violation[] {
  const slots = new Map<string, PlanItem>()
  return items.flatMap((item): Violation[] => {
    const unit = place.subjects.get(item.subject)?.unit ?? ''
    const first = slots.get(`${item.year}|${unit}`)
    if (!first) {
      slots.set(`${item.year}|${unit}`, item)
      return []
    }
    if (first.window === item.window && first.team === item.team) return []
    if (place.frozen.has(keyOf(first)) && place.frozen.has(keyOf(item))) return []
    return [{ code: 'unitApart', facts: { ...factsOf(item), other: first.subject, unit } }]
  })
}

/** Pins are kept unless the plan says openly that it could not; frozen audits stay as they were. */
export function fixed(place: Place, items: readonly PlanItem[], missedPins: readonly string[]): Violation[] {
  const there = new Set(items.map(keyOf))
  const wanted = place.instance.subjects.flatMap(({ id, pin, furtherPins }) =>
    [...(pin === null ? [] : [pin]), ...furtherPins].map((slot) => ({ subject: id, ...slot })),
  )
  const lost = wanted.filter((item) => !missedPins.includes(item.subject) && !there.has(keyOf(item)))
  const pins = lost.map((item): Violation => ({ code: 'pinNotKept', facts: factsOf(item) }))
  const frozen = frozenItems(place.instance).filter((item) => !there.has(keyOf(item)))
  return [...pins, ...frozen.map((item): Violation => ({ code: 'frozenChanged', facts: factsOf(item) }))]
}
