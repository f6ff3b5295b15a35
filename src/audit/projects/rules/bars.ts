import { addDays, type Day } from '../../../kernel/day.ts'
import type { PortfolioRow } from '../portfolio.contract.ts'
import { isOver } from './case.ts'
import type { Span } from './lanes.ts'

export type Bar = Span & { stage: 'prepare' | 'field' | 'close' }
type Dated = Pick<PortfolioRow, 'openedOn' | 'startedOn' | 'reportedOn' | 'endedOn' | 'state'>

/** The stretches of a project's life: until entry, until the report, until the archive; what still runs reaches to today. */
export function barsOf({ openedOn, startedOn, reportedOn, endedOn, state }: Dated, today: Day): Bar[] {
  const end = endedOn ?? (isOver(state) ? reportedOn : today)
  const cuts = [
    { stage: 'prepare' as const, from: openedOn, to: startedOn ?? (startedOn === null && openedOn ? end : null) },
    { stage: 'field' as const, from: startedOn, to: reportedOn ?? end },
    { stage: 'close' as const, from: reportedOn, to: end },
  ]
  return cuts.flatMap(({ stage, from, to }) => (from && to && from <= to ? [{ stage, from, to }] : []))
}

/** The days a set of projects covers, at least half a year; older than `yearsBack` is cut off. */
export function portfolioSpan(rows: readonly (Dated & Pick<PortfolioRow, 'dueOn'>)[], today: Day, yearsBack = 3): Span {
  const earliest = addDays(today, -365 * yearsBack)
  const days = rows.flatMap(({ openedOn, startedOn, dueOn }) => [openedOn ?? startedOn, dueOn]).filter((day): day is Day => day !== null)
  const sorted = days.filter((day) => day >= earliest).sort()
  const from = sorted[0] ?? today
  const to = sorted.at(-1) ?? today
  const floor = addDays(today, -90)
  const ceiling = addDays(today, 90)
  return { from: addDays(from < floor ? from : floor, -5), to: addDays(to > ceiling ? to : ceiling, 5) }
}

/** Days of a month as a calendar shows them: whole weeks from Monday. */
export function weeksOf(month: string, first: Day, weekday: (day: Day) => number): Day[][] {
  const start = addDays(first, -((weekday(first) + 6) % 7))
  const weeks = Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)))
  return weeks.filter((week) => week.some((day) => day.startsWith(month)))
}
