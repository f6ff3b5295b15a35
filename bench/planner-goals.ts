import type { Row } from './planner.ts'
import type { measureRequests } from './planner-request.ts'

type Goal = { readonly goal: string; readonly most: number; readonly measured: number | null; readonly isMet: boolean }

const goal = (says: string, most: number, measured: number | null | undefined): Goal => ({
  goal: says,
  most,
  measured: measured ?? null,
  isMet: typeof measured === 'number' && measured <= most,
})

/** What a row owes the careful clerk on the same place. */
const againstClerk = ({ row, ...found }: Row): Goal[] => [
  goal(`${row}: missed deadlines over the clerk's`, 0.65, found.deadlinesOverClerk),
  goal(`${row}: mandatory missed although an option was allowed`, 0, found.avoidableMandatory[0]),
  goal(`${row}: group-years over the clerk's`, 0.8, found.groupYearsOverClerk),
  goal(`${row}: cost over the clerk's`, 0.6, found.costOverClerk),
  goal(`${row}: rules broken`, 0, found.violations + found.replan.violations),
]

/** Largest gap in percent, and the most of those June does not concern who may change, in percent; by row. */
const limits: Readonly<Record<string, { gap: number; changed?: number }>> = {
  '300': { gap: 2, changed: 12 },
  '300 with shared units': { gap: 2, changed: 12 },
  '2,000': { gap: 1.5, changed: 6 },
  '2,000 loose': { gap: 0.5, changed: 6 },
  '10,000': { gap: 2.5 },
  '50,000': { gap: 6 },
}

function goalsOfRow(found: Row): Goal[] {
  const limit = limits[found.row]
  if (!limit) return []
  return [
    goal(`${found.row}: gap in percent`, limit.gap, found.gapPercent),
    ...(limit.changed === undefined
      ? []
      : [goal(`${found.row}: changed by June's re-plan without need, percent`, limit.changed, found.replan.unaffectedChangedPercent)]),
    ...(found.boundOverLinear === null
      ? []
      : [goal(`${found.row}: bound off the linear relaxation, percent`, 0.1, Math.round(Math.abs(1 - found.boundOverLinear) * 1e5) / 1e3)]),
    ...(found.row === '10,000' ? [goal('10,000: memory, MB', 300, found.peakMb)] : []),
    ...(found.row === '2,000' ? goalsAtTwoThousand(found) : []),
    ...againstClerk(found),
  ]
}

const goalsAtTwoThousand = (found: Row): Goal[] => [
  goal('2,000: first usable plan, ms', 1000, found.firstPlan?.ms),
  goal('2,000: what would bring one in, seconds', 2, found.whatWouldBring?.seconds),
]

/** What the secretary waits for, from the request to the answer, the database included. */
export const goalsOfRequests = ({ bring, bringAgain, bringAfterChange }: Awaited<ReturnType<typeof measureRequests>>): Goal[] => [
  goal('2,000: the whole request what would bring one in, seconds', 2, bring.seconds),
  goal('2,000: the same about another, seconds', 2, bringAgain.seconds),
  goal('2,000: the same after the plan was changed, seconds', 2, bringAfterChange.seconds),
]

/** Every goal of the planner beside what was measured, in one list. */
export const goalsOf = (rows: readonly Row[], diagnosis: { lines: number; ways: readonly { enough: boolean }[] }): Goal[] => [
  ...rows.flatMap(goalsOfRow),
  goal('what must give: lines', 15, diagnosis.lines),
  goal('what must give: ways out that are not enough', 0, diagnosis.ways.filter(({ enough }) => !enough).length),
]
