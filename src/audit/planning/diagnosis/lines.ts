import { say, type Tongue } from '../../../kernel/say.ts'
import type { Reason } from '../instance/model.ts'
import { words } from '../planner.words.ts'
import type { Slack } from './elastic.ts'

/** A secretary reads so many lines, not more. */
export const mostLines = 15
const namesShown = 8

type LineCode = keyof typeof words.gives
export const line = (code: LineCode, facts: Reason['facts'], tongue: Tongue): Reason => ({
  code,
  text: say(words.gives[code], tongue, facts),
  facts,
})

/** The first few names, and how many more there are. */
export const some = (names: readonly string[]): string =>
  names.length <= namesShown ? names.join('、') : `${names.slice(0, namesShown).join('、')}…(${names.length})`

type Ceiling = Extract<Slack, { family: 'ceiling' }>
type Days = Extract<Slack, { family: 'days' }>

function byYear<T extends { year: number }>(slacks: readonly T[]): Map<number, T[]> {
  const years = new Map<number, T[]>()
  for (const slack of slacks.toSorted((one, other) => one.year - other.year))
    years.set(slack.year, [...(years.get(slack.year) ?? []), slack])
  return years
}

/** Days by year: the whole, and of which teams or skills. */
function dayLines(slacks: readonly Days[], tongue: Tongue): Reason[] {
  return [...byYear(slacks)].map(([year, all]) => {
    const amount = Math.round(all.reduce((sum, each) => sum + each.amount, 0))
    const where = all.flatMap(({ at, skill, amount: days }) => {
      if (at) return [`${at.team} Q${at.window} +${days}`]
      return skill === null ? [] : [`${skill} +${days}`]
    })
    return where.length > 0 ? line('daysWhere', { year, amount, where: some(where) }, tongue) : line('days', { year, amount }, tongue)
  })
}

/** Ceilings one by one while they are few, else gathered by year. */
function ceilingLines(slacks: readonly Ceiling[], tongue: Tongue): Reason[] {
  if (slacks.length <= 5) return slacks.map(({ year, district, amount }) => line('ceiling', { year, district, amount }, tongue))
  return [...byYear(slacks)].map(([year, all]) => {
    const amount = all.reduce((sum, each) => sum + each.amount, 0)
    return line('ceilings', { year, amount, districts: some(all.map(({ district, amount: audits }) => `${district}+${audits}`)) }, tongue)
  })
}

/** What must give, in at most fifteen lines. */
export function linesOf(slacks: readonly Slack[], tongue: Tongue): Reason[] {
  const days = dayLines(
    slacks.filter((slack) => slack.family === 'days'),
    tongue,
  )
  const ceilings = ceilingLines(
    slacks.filter((slack) => slack.family === 'ceiling'),
    tongue,
  )
  const others = slacks.flatMap((slack) => {
    if (slack.family === 'postpone' || slack.family === 'handover')
      return [line(slack.family, { class: slack.class, count: slack.subjects.length, subjects: some(slack.subjects) }, tongue)]
    return slack.family === 'mandatory' ? [line('mandatory', { count: slack.subjects.length, subjects: some(slack.subjects) }, tongue)] : []
  })
  return [...days, ...ceilings, ...others].slice(0, mostLines)
}
