import type { Instance, Team } from '../instance/model.ts'
import type { Slack } from './elastic.ts'

type Days = Extract<Slack, { family: 'days' }>

/** Adds days to the teams that have the skill, window by window, in proportion to what they have. */
function withDays(teams: readonly Team[], slack: Days, at: number): Team[] {
  if (slack.at) return withDaysAt(teams, slack.at, { year: at, amount: slack.amount })
  const able = new Set(teams.filter(({ skills }) => slack.skill === null || skills.includes(slack.skill)).map(({ id }) => id))
  const before = teams.filter(({ id }) => able.has(id)).reduce((sum, team) => sum + total(team.capacityDays[at] ?? []), 0)
  const share = before > 0 ? slack.amount / before : 0
  return teams.map((team) => {
    if (!able.has(team.id)) return team
    const more = (days: number) =>
      Math.ceil(before > 0 ? days * (1 + share) : days + slack.amount / Math.max(1, able.size * (team.capacityDays[at]?.length ?? 1)))
    return { ...team, capacityDays: team.capacityDays.map((row, year) => (year === at ? row.map(more) : row)) }
  })
}
/** Adds days to one team in one window. */
function withDaysAt(teams: readonly Team[], slot: { team: string; window: number }, more: { year: number; amount: number }): Team[] {
  const grown = (row: readonly number[]) => row.map((days, at) => (at === slot.window - 1 ? days + more.amount : days))
  return teams.map((team) =>
    team.id === slot.team ? { ...team, capacityDays: team.capacityDays.map((row, year) => (year === more.year ? grown(row) : row)) } : team,
  )
}
const total = (row: readonly number[]) => row.reduce((sum, days) => sum + days, 0)

/** The instance after the days and ceilings of a repair are granted; duties are not touched. */
export function granted(instance: Instance, slacks: readonly Slack[]): Instance {
  let teams = instance.teams
  const districtCeilings = Object.fromEntries(Object.entries(instance.districtCeilings).map(([district, row]) => [district, [...row]]))
  for (const slack of slacks) {
    if (slack.family === 'days') teams = withDays(teams, slack, slack.year - instance.firstYear)
    if (slack.family !== 'ceiling') continue
    const row = districtCeilings[slack.district]
    const at = slack.year - instance.firstYear
    if (row) row[at] = (row[at] ?? 0) + slack.amount
  }
  return { ...instance, teams, districtCeilings }
}
