import type { Instance, Subject, Team } from '../instance/model.ts'
import { type Dice, diceFrom } from './dice.ts'

/** How large and how tight a made-up place is; `load` = days wanted by the class frequencies over the days there are. */
export type WorldPlan = { subjects: number; teams: number; seed: number; load?: number; ceilings?: number; joined?: number }

const firstYear = 2027
const years = 5
const windows = 4
const skills = ['general', 'finance', 'engineering', 'data']
const classes = [
  { name: 'A', share: 0.2, frequency: 3, effort: [60, 160] },
  { name: 'B', share: 0.5, frequency: 4, effort: [30, 90] },
  { name: 'C', share: 0.3, frequency: 5, effort: [10, 40] },
] as const
/** Quarters differ: the first holds the budget audits, the last the closing of books. */
const profile = [0.7, 0.95, 1.2, 1.15] as const
const weights = {
  exposure: 0.1,
  deadline: 300,
  overdueYear: 100,
  mandatory: 2000,
  split: 6,
  travel: 1,
  joint: 2,
  late: 2,
  changeYear: 8,
  changeSlot: 2,
}

const districtsFor = (teams: number): string[] => Array.from({ length: Math.max(2, Math.round(teams / 2)) }, (_, at) => `d${at + 1}`)

function classOf(dice: Dice): (typeof classes)[number] {
  const drawn = dice.unit()
  if (drawn < classes[0].share) return classes[0]
  return drawn < classes[0].share + classes[1].share ? classes[1] : classes[2]
}

/** Half of the subjects stand in groups of two to eight of one system and district. */
function groupNames(dice: Dice, plan: WorldPlan, districts: readonly string[]): { district: string; group: string | null }[] {
  const places: { district: string; group: string | null }[] = []
  for (let group = 1; places.length < plan.subjects / 2; group++) {
    const district = dice.pick(districts)
    const members = Math.min(dice.whole(2, 8), plan.subjects - places.length)
    for (let member = 0; member < members; member++) places.push({ district, group: `g${group}-${district}` })
  }
  while (places.length < plan.subjects) places.push({ district: dice.pick(districts), group: null })
  return places
}

function teamsOf(dice: Dice, plan: WorldPlan, districts: readonly string[]): Team[] {
  return Array.from({ length: plan.teams }, (_, at) => ({
    id: `t${at + 1}`,
    district: districts[at % districts.length] ?? 'd1',
    skills: ['general', ...skills.filter((skill) => skill !== 'general' && dice.chance(0.6))],
    capacityDays: [],
  }))
}

/** Every skill is held by five teams at least (or by all there are). */
function shareSkills(dice: Dice, teams: Team[]): void {
  for (const skill of skills)
    while (teams.filter((team) => team.skills.includes(skill)).length < Math.min(5, teams.length)) {
      const team = dice.pick(teams)
      if (!team.skills.includes(skill)) team.skills.push(skill)
    }
}

function lastAudit(dice: Dice, frequency: number): number | null {
  if (dice.chance(0.03)) return null
  if (dice.chance(0.08)) return firstYear - frequency - dice.whole(0, 2)
  return firstYear - dice.whole(1, Math.max(1, frequency - 1))
}

/** Leavers and the entrusted; nobody is entrusted for a year that is closed to them (a few slip through by other rules). */
function mandatoryOf(dice: Dice, leavesYear: number | null, banYears: readonly number[]): Subject['mandatory'] {
  const duties: Subject['mandatory'] = []
  const leaving =
    leavesYear === null ? [] : [leavesYear, leavesYear + 1].filter((year) => year < firstYear + years && !banYears.includes(year))
  if (leaving.length > 0 && dice.chance(0.6)) duties.push({ years: leaving, reason: 'leaving' })
  if (!banYears.includes(firstYear) && dice.chance(0.06)) duties.push({ years: [firstYear], reason: 'entrusted' })
  return duties
}

function patrolOf(dice: Dice): Subject['patrol'] {
  if (!dice.chance(0.3)) return null
  return { year: firstYear + dice.whole(0, years - 1), window: dice.whole(1, windows), joint: dice.chance(0.6) }
}

function subjectOf(dice: Dice, at: number, place: { district: string; group: string | null }, teams: readonly Team[]): Subject {
  const kind = classOf(dice)
  const leavesYear = dice.chance(0.25) ? firstYear + dice.whole(0, years - 1) : null
  const patrol = patrolOf(dice)
  const tenure = dice.chance(0.08) ? [firstYear] : []
  const banYears = [...new Set([...tenure, ...(patrol && !patrol.joint ? [patrol.year] : [])])]
  return {
    id: `s${at + 1}`,
    unit: `u${at + 1}`,
    ...place,
    class: kind.name,
    frequencyYears: kind.frequency,
    effortDays: dice.whole(kind.effort[0], kind.effort[1]),
    risk: dice.whole(5, 100),
    lastAuditYear: lastAudit(dice, kind.frequency),
    banYears,
    leavesYear,
    mandatory: mandatoryOf(dice, leavesYear, banYears),
    skill: dice.pick(skills),
    patrol,
    pin: null,
    furtherPins: [],
    recusedTeams: teams.filter(() => dice.chance(0.05)).map(({ id }) => id),
  }
}

/** Days so that what the frequencies ask for a year is `load` of what there is. */
function giveDays(dice: Dice, teams: readonly Team[], subjects: readonly Subject[], load: number): void {
  const wanted = subjects.reduce((sum, { effortDays, frequencyYears }) => sum + effortDays / frequencyYears, 0)
  const base = wanted / load / teams.length / windows
  for (const team of teams) {
    const size = 0.8 + 0.4 * dice.unit()
    team.capacityDays = Array.from({ length: years }, () =>
      profile.map((share) => Math.round(base * size * share * (0.95 + 0.1 * dice.unit()))),
    )
  }
}

/** Ceilings somewhat over what the frequencies ask of each district in a year. */
function ceilingsOf(subjects: readonly Subject[], districts: readonly string[], slack: number): Instance['districtCeilings'] {
  return Object.fromEntries(
    districts.map((district) => {
      const wanted = subjects.filter((each) => each.district === district).reduce((sum, { frequencyYears }) => sum + 1 / frequencyYears, 0)
      return [district, Array.from({ length: years }, () => Math.max(1, Math.ceil(wanted * slack)))]
    }),
  )
}

/** Every so many subjects two officials share a unit (party secretary and mayor of one town). */
function joinUnits(subjects: readonly Subject[], share: number, dice: Dice): void {
  for (let at = 1; at < subjects.length; at++) {
    const [before, one] = [subjects[at - 1], subjects[at]]
    if (!before || !one || !dice.chance(share) || before.district !== one.district) continue
    Object.assign(one, { unit: before.unit, patrol: before.patrol, group: before.group })
  }
}

/** Three in a hundred are pinned where the rules allow it; no two pins meet in one slot. */
function pin(instance: Instance, dice: Dice): void {
  const taken = new Set<string>()
  const units = new Map<string, number>()
  for (const { unit } of instance.subjects) units.set(unit, (units.get(unit) ?? 0) + 1)
  for (const subject of instance.subjects) {
    if (!dice.chance(0.03) || (units.get(subject.unit) ?? 0) > 1) continue
    const at = dice.whole(0, years - 1)
    const window = subject.patrol?.year === firstYear + at ? subject.patrol.window : dice.whole(1, windows)
    const able = instance.teams.filter(
      ({ id, skills: own, capacityDays }) =>
        (subject.skill === null || own.includes(subject.skill)) &&
        !subject.recusedTeams.includes(id) &&
        (capacityDays[at]?.[window - 1] ?? 0) >= subject.effortDays,
    )
    const key = (team: Team) => `${at}/${window}/${team.id}`
    const free = able.filter((team) => !taken.has(key(team)))
    const district = `${subject.district}/${at}`
    if (free.length === 0 || subject.banYears.includes(firstYear + at) || taken.has(district)) continue
    const team = dice.pick(free)
    taken.add(key(team))
    if ((instance.districtCeilings[subject.district]?.[at] ?? 99) < 8) taken.add(district)
    subject.pin = { year: firstYear + at, window, team: team.id }
  }
}

/** A made-up place by seed: classes, backlog, leavers, entrusted, patrols, recusals, skills, groups and pins in the shares of ordinary practice. */
export function worldOf(plan: WorldPlan): Instance {
  const dice = diceFrom(plan.seed)
  const districts = districtsFor(plan.teams)
  const teams = teamsOf(dice, plan, districts)
  shareSkills(dice, teams)
  const subjects = groupNames(dice, plan, districts).map((place, at) => subjectOf(dice, at, place, teams))
  joinUnits(subjects, plan.joined ?? 0.04, dice)
  giveDays(dice, teams, subjects, plan.load ?? 0.78)
  const districtCeilings = ceilingsOf(subjects, districts, plan.ceilings ?? 1.3)
  const frame = { firstYear, years, windows, gapYears: 2, approved: null, frozenUntil: null, weights }
  const instance: Instance = { ...frame, subjects, teams, districtCeilings }
  pin(instance, dice)
  return instance
}
