import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import { loadCalendar } from '../../registers/regulations/store.ts'
import type { PlannedAudit, PlanningRule } from './model.ts'
import { capacityDays, freeDays, monthOf, quarterOf, spanWithin } from './rules/capacity.ts'
import { amountOf } from './rules/rulebook.ts'
import type { AuditorLoad, TeamView } from './rules/shapes.ts'
import { absencesOf, membersOf, teamsOf, tiesOf } from './store-force.ts'

type Asked = { place: string; years: readonly number[]; today: Day; rules: readonly PlanningRule[] }

/** The teams of a place with their members, what claims them, and their person-days in each quarter of the years asked for. */
export async function forcesOf(read: Reader, { place, years, today, rules }: Asked) {
  const calendar = await loadCalendar(read)
  const teams = (await teamsOf(read, place)).filter(({ endedOn }) => endedOn === null || endedOn > today)
  const members = await membersOf(
    read,
    teams.map(({ id }) => id),
  )
  const ids = members.map(({ id }) => id)
  const [absences, ties] = [await absencesOf(read, ids), await tiesOf(read, ids)]
  return teams.map((team) => {
    const own = members.filter((member) => member.team === team.id)
    const at = { on: today, jurisdiction: team.jurisdiction }
    const utilisation = amountOf(rules, { kind: 'utilisation' }, at, 80) / 100
    return {
      team,
      members: own.map((member) => ({
        ...member,
        absences: absences.filter(({ auditor }) => auditor === member.id),
        ties: ties.filter(({ auditor }) => auditor === member.id),
      })),
      skills: [...new Set(own.flatMap(({ skills }) => skills))],
      days: capacityDays({ members: own, absences, calendar, utilisation }, years),
      calendar,
      utilisation,
    }
  })
}
export type Force = Awaited<ReturnType<typeof forcesOf>>[number]

export const teamView = ({ team, members, days }: Force, places: ReadonlyMap<string, string>): TeamView => ({
  ...team,
  districtName: places.get(team.district) ?? team.district,
  members,
  days: days[0] ?? [],
})

const months = Array.from({ length: 12 }, (_, at) => at + 1)
/** The share of an item's days that falls into a month: spread evenly over the days of its quarter. */
function daysInMonth(item: PlannedAudit, month: number): number {
  const quarter = quarterOf(item.year, item.window)
  const own = spanWithin(quarter, monthOf(item.year, month))
  if (!own) return 0
  const length = (span: { from: Day; to: Day }) => daysBetween({ from: span.from, to: addDays(span.to, 1) })
  return (item.effortDays * length(own)) / length(quarter)
}

const rounded = (days: number) => Math.round(days * 10) / 10
/** What each auditor has and is planned for, month by month: a team's items are shared out by what its members have free. */
export function loadsOf(force: Force, items: readonly PlannedAudit[], asked: { year: number; overtime: number }): AuditorLoad[] {
  const own = items.filter((item) => item.team === force.team.id && item.year === asked.year)
  const known = { absences: force.members.flatMap(({ absences }) => absences), calendar: force.calendar }
  const free = force.members.map((member) => months.map((month) => freeDays(member, monthOf(asked.year, month), known) * force.utilisation))
  return force.members.map((member, at) => ({
    auditor: member.id,
    name: member.name,
    team: force.team.name,
    months: months.map((month, index) => {
      const have = free[at]?.[index] ?? 0
      const whole = free.reduce((sum, row) => sum + (row[index] ?? 0), 0)
      const planned = own.reduce((sum, item) => sum + daysInMonth(item, month), 0)
      const used = whole > 0 ? (planned * have) / whole : 0
      return { month, free: rounded(have), used: rounded(used), limit: rounded(have * (1 + asked.overtime / 100)) }
    }),
  }))
}
