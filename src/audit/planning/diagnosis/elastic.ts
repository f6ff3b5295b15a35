import loadHighs, { type Highs } from 'highs'
import type { Instance } from '../instance/model.ts'
import type { Way, Ways } from './duties.ts'

/** Prices of giving: a person-day, and an audit over a ceiling. */
const price = { days: 1, ceiling: 40 } as const

/** How much of each row must give. */
export type Grant =
  | { family: 'days'; year: number; skill: string | null; amount: number; at?: { team: string; window: number } }
  | { family: 'ceiling'; year: number; district: string; amount: number }
/** What gives: granted, or given up. */
export type Slack =
  | Grant
  | { family: 'postpone' | 'handover'; class: string; subjects: string[] }
  | { family: 'mandatory'; subjects: string[] }

type Row = { upper: number; lower: number }
/** A linear model in the making, column by column. */
type Linear = { cost: number[]; starts: number[]; indices: number[]; values: number[]; rows: Row[] }

const addColumn = (linear: Linear, cost: number, entries: readonly (readonly [row: number, value: number])[]): number => {
  linear.cost.push(cost)
  for (const [row, value] of entries) {
    linear.indices.push(row)
    linear.values.push(value)
  }
  linear.starts.push(linear.indices.length)
  return linear.cost.length - 1
}
const addRow = (linear: Linear, row: Row): number => linear.rows.push(row) - 1

/** Rows by what they limit: days of all teams and of those with a skill, audits of a district. */
type Limits = { days: Map<string, number>; ceilings: Map<string, number> }

const daysOf = (instance: Instance, at: number, skill: string | null): number =>
  instance.teams
    .filter(({ skills }) => skill === null || skills.includes(skill))
    .reduce((sum, { capacityDays }) => sum + (capacityDays[at] ?? []).reduce((days, each) => days + each, 0), 0)

function limitRows(instance: Instance, linear: Linear): Limits {
  const limits: Limits = { days: new Map(), ceilings: new Map() }
  const skills = [null, ...new Set(instance.subjects.map(({ skill }) => skill).filter((skill) => skill !== null))]
  const districts = [...new Set(instance.subjects.map(({ district }) => district))]
  for (let at = 0; at < instance.years; at++) {
    for (const skill of skills)
      limits.days.set(`${at}|${skill ?? ''}`, addRow(linear, { lower: -Infinity, upper: daysOf(instance, at, skill) }))
    for (const district of districts) {
      const ceiling = instance.districtCeilings[district]?.[at]
      if (ceiling !== undefined) limits.ceilings.set(`${at}|${district}`, addRow(linear, { lower: -Infinity, upper: Math.floor(ceiling) }))
    }
  }
  return limits
}

/** More years cost days and audits: a way is worth a column only when no part of its years serves as well. */
const undominated = (ways: readonly Way[]): Way[] =>
  ways.filter(({ set }) => !ways.some((part) => part.set !== set && (part.set & ~set) === 0))

/** Every subject takes one of the ways that keep all its duties. */
function addWays(instance: Instance, all: readonly Ways[], linear: Linear, limits: Limits): void {
  for (const { place, ways } of all) {
    const subject = instance.subjects[place]
    if (!subject) continue
    const chooseOne = addRow(linear, { lower: 1, upper: 1 })
    for (const { set } of undominated(ways.filter(({ late, dropped }) => !late && dropped === 0)))
      addColumn(linear, 0, [[chooseOne, 1], ...rowsOf(limits, subject, set, instance.years)])
  }
}

function rowsOf({ days, ceilings }: Limits, subject: Instance['subjects'][number], set: number, years: number): [number, number][] {
  const entries: [number, number][] = []
  for (let at = 0; at < years; at++) {
    if (!((set >> at) & 1)) continue
    const names = subject.skill === null ? [`${at}|`] : [`${at}|`, `${at}|${subject.skill}`]
    for (const name of names) {
      const row = days.get(name)
      if (row !== undefined) entries.push([row, subject.effortDays])
    }
    const ceiling = ceilings.get(`${at}|${subject.district}`)
    if (ceiling !== undefined) entries.push([ceiling, 1])
  }
  return entries
}

/** Columns that let a limit give; a skilled day counts as a day too. */
function addSlacks(linear: Linear, limits: Limits): Map<number, { kind: 'days' | 'ceiling'; name: string }> {
  const columns = new Map<number, { kind: 'days' | 'ceiling'; name: string }>()
  for (const [name, row] of limits.days) {
    const all = limits.days.get(`${name.split('|')[0] ?? ''}|`) ?? row
    const entries: [number, number][] =
      all === row
        ? [[row, -1]]
        : [
            [row, -1],
            [all, -1],
          ]
    columns.set(addColumn(linear, price.days * (all === row ? 1 : 1.01), entries), { kind: 'days', name })
  }
  for (const [name, row] of limits.ceilings) columns.set(addColumn(linear, price.ceiling, [[row, -1]]), { kind: 'ceiling', name })
  return columns
}

function solveLinear(highs: Highs, { cost, starts, indices, values, rows }: Linear): Float64Array | null {
  const numCols = cost.length
  const numRows = rows.length
  const matrix = { format: 'csc', numRows, numCols, starts, indices, values } as const
  const source = {
    numCols,
    numRows,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: cost.map(() => Infinity),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix,
  }
  return highs.withModel(source, (model) => {
    model.options.set({ output_flag: false })
    model.run()
    return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().colValue : null
  })
}

let loaded: Promise<Highs> | null = null
/** The linear solver, loaded once. */
export const highs = (): Promise<Highs> => {
  loaded ??= loadHighs()
  return loaded
}

/** How the linear answer reads: what of each row must give. */
function readSlacks(instance: Instance, values: Float64Array, limits: ReturnType<typeof addSlacks>): Grant[] {
  return [...limits].flatMap(([column, { kind, name }]): Grant[] => {
    const amount = Math.ceil((values[column] ?? 0) - 1e-6)
    if (amount <= 0) return []
    const cut = name.indexOf('|')
    const year = instance.firstYear + Number(name.slice(0, cut))
    const rest = name.slice(cut + 1)
    return [kind === 'days' ? { family: 'days', year, skill: rest || null, amount } : { family: 'ceiling', year, district: rest, amount }]
  })
}

/**
 * The elastic model: years × districts × duties, where every duty that the rules allow is kept and each limit may be exceeded at a price;
 * answers the cheapest way. Days are counted for all teams together and by skill, not by window: what it asks for is checked afterwards
 * by a plan. What cannot be met at all is not asked.
 */
export async function whatMustGive(instance: Instance, all: readonly Ways[]): Promise<Grant[]> {
  const linear: Linear = { cost: [], starts: [0], indices: [], values: [], rows: [] }
  const limits = limitRows(instance, linear)
  addWays(instance, all, linear, limits)
  const slackColumns = addSlacks(linear, limits)
  const values = solveLinear(await highs(), linear)
  return values ? readSlacks(instance, values, slackColumns) : []
}
