import { type Instance, type PlanItem, pinsOf, type Subject } from '../instance/model.ts'
import { componentsOf, membersBy, numbering } from './components.ts'
import type { Model } from './model.ts'
import { costOfYears, keepsGap, maskOf } from './year-sets.ts'

type Row = readonly PlanItem[]
/** What of the approved plan concerns one subject, as masks and slots. */
type Settled = { approved: number; slots: Int32Array; frozen: number }

/** Whether a slot lies in the part of the horizon that may no longer be changed. */
const isFrozen = ({ frozenUntil }: Instance, at: { year: number; window: number }): boolean =>
  frozenUntil !== null && (at.year < frozenUntil.year || (at.year === frozenUntil.year && at.window <= frozenUntil.window))

function settledOf(instance: Instance, items: Row, slot: (item: PlanItem) => number): Settled {
  const slots = new Int32Array(instance.years).fill(-1)
  const inside = items.filter(({ year }) => year >= instance.firstYear && year < instance.firstYear + instance.years)
  for (const item of inside) slots[item.year - instance.firstYear] = slot(item)
  const years = (some: Row) =>
    maskOf(
      instance,
      some.map(({ year }) => year),
    )
  const frozen = years(inside.filter((item) => isFrozen(instance, item)))
  return { approved: instance.approved === null ? -1 : years(inside), slots, frozen }
}

/** Teams that have the skill and are not recused, with their travel points. */
function teamsFor(instance: Instance, subject: Subject): { team: number; travel: number }[] {
  const recused = new Set(subject.recusedTeams)
  return instance.teams.flatMap(({ id, skills, district }, team) => {
    const isAble = hasSkill(skills, subject.skill) && !recused.has(id)
    return isAble ? [{ team, travel: district === subject.district ? 0 : instance.weights.travel }] : []
  })
}

/** Windows in which the subject may be audited in a year: none when banned, one in a patrol year, never a frozen one. */
function windowsFor(instance: Instance, subject: Subject, year: number): number[] {
  const { patrol } = subject
  if (subject.banYears.includes(year) || (patrol?.year === year && !patrol.joint)) return []
  const all = patrol?.year === year ? [patrol.window] : Array.from({ length: instance.windows }, (_, at) => at + 1)
  return all.filter((window) => !isFrozen(instance, { year, window }))
}

const yearCost = ({ weights }: Instance, { patrol, leavesYear }: Subject, year: number): number =>
  (leavesYear !== null && year > leavesYear ? weights.late : 0) - (patrol?.year === year ? weights.joint : 0)

/** Options in the making: room for the most there can be, of which the unused end is never touched. */
type Options = { readonly start: Int32Array; readonly slot: Int32Array; readonly cost: Float64Array; count: number }

function roomForOptions({ subjects, teams, years, windows }: Instance): Options {
  const able = new Map(
    [null, ...new Set(subjects.map(({ skill }) => skill))].map((skill) => [
      skill,
      teams.filter(({ skills }) => hasSkill(skills, skill)).length,
    ]),
  )
  const most = subjects.reduce((sum, { skill }) => sum + years * Math.max(1, (able.get(skill) ?? 0) * windows), 0)
  return { start: new Int32Array(subjects.length * years + 1), slot: new Int32Array(most), cost: new Float64Array(most), count: 0 }
}
const hasSkill = (skills: readonly string[], skill: string | null): boolean => skill === null || skills.includes(skill)

/** Appends the options of one subject, year by year; a pinned or frozen year has exactly one. */
function addOptions(instance: Instance, place: number, settled: Settled, into: Options): void {
  const subject = instance.subjects[place]
  const teams = teamsFor(instance, subject)
  const { windows, years, firstYear, weights } = instance
  const number = (at: number, team: number, window: number) => (at * instance.teams.length + team) * windows + window - 1
  for (let at = 0; at < years; at++) {
    const year = firstYear + at
    const extra = yearCost(instance, subject, year)
    const add = (slot: number, travel: number) => {
      into.slot[into.count] = slot
      into.cost[into.count++] = travel + extra
    }
    if ((settled.frozen >> at) & 1) {
      const team = instance.teams[Math.floor(settled.slots[at] / windows) % instance.teams.length]
      add(settled.slots[at], team.district === subject.district ? 0 : weights.travel)
    } else {
      const pinned = pinsOf(subject).find((pin) => pin.year === year)
      for (const window of windowsFor(instance, subject, year))
        for (const { team, travel } of teams) {
          if (pinned && (pinned.window !== window || pinned.team !== instance.teams[team].id)) continue
          if (instance.teams[team].capacityDays[at][window - 1] >= subject.effortDays) add(number(at, team, window), travel)
        }
    }
    into.start[place * years + at + 1] = into.count
  }
}

/** Points of every allowed set of years; Infinity for the others. */
function addSets(instance: Instance, place: number, settled: Settled, options: Options, into: Float64Array): void {
  const subject = instance.subjects[place]
  const { years } = instance
  let open = 0
  for (let at = 0; at < years; at++) if (options.start[place * years + at + 1] > options.start[place * years + at]) open |= 1 << at
  const pinned = pinsOf(subject).map(({ year }) => year)
  const must = settled.frozen | maskOf(instance, pinned)
  const duties = subject.mandatory.map((duty) => maskOf(instance, duty.years))
  for (let set = 0; set < 1 << years; set++) {
    const allowed = (set & ~open) === 0 && (must & ~set) === 0 && keepsGap(set, instance.gapYears, settled.frozen)
    into[(place << years) + set] = allowed ? costOfYears(instance, subject, { set, approved: settled.approved, duties }) : Infinity
  }
}

function capacityOf(instance: Instance): Float64Array {
  const { teams, years, windows } = instance
  const capacity = new Float64Array(years * teams.length * windows)
  for (let at = 0; at < years; at++)
    for (const [team, { capacityDays }] of teams.entries())
      for (let window = 0; window < windows; window++) capacity[(at * teams.length + team) * windows + window] = capacityDays[at][window]
  return capacity
}

function ceilingOf(instance: Instance, districts: ReadonlyMap<string, number>): Float64Array {
  const ceiling = new Float64Array(districts.size * instance.years).fill(Infinity)
  for (const [name, district] of districts)
    for (const [at, audits] of (instance.districtCeilings[name] ?? []).entries())
      ceiling[district * instance.years + at] = Math.floor(audits)
  return ceiling
}

/** What is done is done: rows are never under what the frozen audits take. */
function raiseToFrozen(
  instance: Instance,
  settled: readonly Settled[],
  rows: { capacity: Float64Array; ceiling: Float64Array; district: Int32Array },
) {
  const days = new Float64Array(rows.capacity.length)
  const audits = new Float64Array(rows.ceiling.length)
  for (const [place, { frozen, slots }] of settled.entries())
    for (let at = 0; at < instance.years; at++) {
      if (!((frozen >> at) & 1)) continue
      days[slots[at]] += instance.subjects[place].effortDays
      audits[rows.district[place] * instance.years + at] += 1
    }
  for (const [slot, taken] of days.entries()) rows.capacity[slot] = Math.max(rows.capacity[slot], taken)
  for (const [row, taken] of audits.entries()) rows.ceiling[row] = Math.max(rows.ceiling[row], taken)
}

/** Units with more than one official. */
function sharedUnits(units: ReadonlyMap<string, readonly number[]>, subjects: number): Pick<Model, 'units' | 'unit' | 'unitMembers'> {
  const unitMembers = [...units.values()].filter(({ length }) => length > 1).map((members) => Int32Array.from(members))
  const unit = new Int32Array(subjects).fill(-1)
  for (const [number, members] of unitMembers.entries()) for (const place of members) unit[place] = number
  return { units: unitMembers.length, unit, unitMembers }
}

function groupsOf(instance: Instance): { groups: number; group: Int32Array } {
  const members = [...membersBy(instance.subjects.map(({ group }) => group)).values()].filter(({ length }) => length > 1)
  const group = new Int32Array(instance.subjects.length).fill(-1)
  for (const [number, places] of members.entries()) for (const place of places) group[place] = number
  return { groups: members.length, group }
}

function settledItems(instance: Instance): Settled[] {
  const teams = numbering(instance.teams.map(({ id }) => id))
  const bySubject = new Map<string, PlanItem[]>(instance.subjects.map(({ id }) => [id, []]))
  for (const item of instance.approved ?? []) bySubject.get(item.subject)?.push(item)
  const slot = ({ year, window, team }: PlanItem) =>
    ((year - instance.firstYear) * instance.teams.length + (teams.get(team) ?? 0)) * instance.windows + window - 1
  return instance.subjects.map(({ id }) => settledOf(instance, bySubject.get(id) ?? [], slot))
}

function usedSets(setCost: Float64Array, years: number): Int32Array {
  const used = new Uint8Array(1 << years)
  for (const [at, cost] of setCost.entries()) if (cost < Infinity) used[at & ((1 << years) - 1)] = 1
  return Int32Array.from([...used.keys()].filter((set) => used[set] === 1))
}

/** Turns a faultless instance (see `faultsOf`) into arrays. Rules about single options are kept here, so that no later step can break them. */
export function compile(instance: Instance): Model {
  const { subjects, teams, years, windows, weights } = instance
  const settled = settledItems(instance)
  const options = roomForOptions(instance)
  const setCost = new Float64Array(subjects.length << years)
  for (const [place, each] of settled.entries()) {
    addOptions(instance, place, each, options)
    addSets(instance, place, each, options, setCost)
  }
  const districts = numbering(subjects.map(({ district }) => district))
  const district = Int32Array.from(subjects, (subject) => districts.get(subject.district) ?? 0)
  const rows = { capacity: capacityOf(instance), ceiling: ceilingOf(instance, districts), district }
  raiseToFrozen(instance, settled, rows)
  const units = membersBy(subjects.map(({ unit }) => unit))
  const { groups, group } = groupsOf(instance)
  const yearSets = usedSets(setCost, years)
  return {
    subjects: subjects.length,
    teams: teams.length,
    years,
    windows,
    slots: rows.capacity.length,
    effort: Float64Array.from(subjects, ({ effortDays }) => effortDays),
    ...rows,
    optionStart: options.start,
    optionSlot: options.slot.subarray(0, options.count),
    optionCost: options.cost.subarray(0, options.count),
    yearSets,
    setCost,
    approvedSet: Int32Array.from(settled, ({ approved }) => approved),
    approvedSlot: Int32Array.from(settled.flatMap(({ slots }) => [...slots])),
    changeSlot: weights.changeSlot,
    split: weights.split,
    districts: districts.size,
    groups,
    group,
    ...sharedUnits(units, subjects.length),
    components: componentsOf(units.values(), group, yearSets.length),
  }
}
