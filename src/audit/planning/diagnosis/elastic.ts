import loadHighs, { type Highs } from 'highs'
import type { Instance } from '../instance/model.ts'
import type { Model } from '../solver/model.ts'
import { type Way, type Ways, waysOf } from './duties.ts'

/** What may give, in the order in which an office would ask for it. */
export const families = ['days', 'ceiling', 'postpone', 'handover', 'mandatory'] as const
export type Family = (typeof families)[number]

/** Prices of giving, one step dearer by family: a person-day, an audit over a ceiling, a deadline by class, a mandatory item. */
const price = { days: 1, ceiling: 40, postpone: { C: 2000, B: 3000, A: 4000 }, otherClass: 3000, mandatory: 40_000 } as const

/** How much of each row must give. */
export type Slack =
  | { family: 'days'; year: number; skill: string | null; amount: number; at?: { team: string; window: number } }
  | { family: 'ceiling'; year: number; district: string; amount: number }
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

type Column = { ways: Ways; way: Way }

/** More years cost days and audits: a way is worth a column only when no part of its years serves as well. */
const undominated = (ways: readonly Way[]): Way[] =>
  ways.filter(
    (way) =>
      !ways.some(
        (part) =>
          part.set !== way.set && (part.set & ~way.set) === 0 && Number(part.late) <= Number(way.late) && part.dropped <= way.dropped,
      ),
  )

function addWays(
  instance: Instance,
  model: Model,
  linear: Linear,
  at: { limits: Limits; allowed: ReadonlySet<Family> },
): Map<number, Column> {
  const columns = new Map<number, Column>()
  for (const [place, subject] of instance.subjects.entries()) {
    const ways = waysOf(instance, model, place)
    const chooseOne = addRow(linear, { lower: 1, upper: 1 })
    for (const way of undominated(ways.ways)) {
      if ((way.late && !at.allowed.has('postpone')) || (way.dropped > 0 && !at.allowed.has('mandatory'))) continue
      const classPrice = Object.entries(price.postpone).find(([name]) => name === subject.class)?.[1] ?? price.otherClass
      const cost = (way.late ? classPrice : 0) + way.dropped * price.mandatory
      columns.set(addColumn(linear, cost, [[chooseOne, 1], ...rowsOf(at.limits, subject, way.set, instance.years)]), { ways, way })
    }
  }
  return columns
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
function addSlacks(linear: Linear, limits: Limits, allowed: ReadonlySet<Family>): Map<number, { kind: 'days' | 'ceiling'; name: string }> {
  const columns = new Map<number, { kind: 'days' | 'ceiling'; name: string }>()
  for (const [name, row] of allowed.has('days') ? limits.days : []) {
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
  for (const [name, row] of allowed.has('ceiling') ? limits.ceilings : [])
    columns.set(addColumn(linear, price.ceiling, [[row, -1]]), { kind: 'ceiling', name })
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

/** How the linear answer reads: what of each row must give, and whose duties. */
function readSlacks(
  instance: Instance,
  values: Float64Array,
  at: { ways: Map<number, Column>; limits: ReturnType<typeof addSlacks> },
): Slack[] {
  const slacks: Slack[] = []
  for (const [column, { kind, name }] of at.limits) {
    const amount = Math.ceil((values[column] ?? 0) - 1e-6)
    if (amount <= 0) continue
    const cut = name.indexOf('|')
    const year = instance.firstYear + Number(name.slice(0, cut))
    const rest = name.slice(cut + 1)
    slacks.push(
      kind === 'days' ? { family: 'days', year, skill: rest || null, amount } : { family: 'ceiling', year, district: rest, amount },
    )
  }
  return [...slacks, ...unmetSlacks(instance, values, at.ways)]
}

/** Who has to wait or be dropped: whoever the linear answer gives mostly such ways. */
function unmetSlacks(instance: Instance, values: Float64Array, ways: Map<number, Column>): Slack[] {
  const late = new Map<string, string[]>()
  const dropped: string[] = []
  for (const [
    column,
    {
      ways: { place },
      way,
    },
  ] of ways) {
    const subject = instance.subjects[place]
    if (!subject || (values[column] ?? 0) < 0.5) continue
    if (way.dropped > 0) dropped.push(subject.id)
    else if (way.late) late.set(subject.class, [...(late.get(subject.class) ?? []), subject.id])
  }
  const postponed = [...late].toSorted(([one], [other]) => (one < other ? 1 : -1))
  return [
    ...postponed.map(([name, subjects]): Slack => ({ family: 'postpone', class: name, subjects })),
    ...(dropped.length > 0 ? [{ family: 'mandatory', subjects: dropped } satisfies Slack] : []),
  ]
}

/**
 * The elastic model: years × districts × duties, where each duty is met or given up, each limit kept or exceeded, at a price by family;
 * answers the cheapest way, or null when the allowed families are not enough. Days are counted for all teams together and by skill, not
 * by window: what it asks for is checked afterwards by a full solve.
 */
export async function whatMustGive(instance: Instance, model: Model, allowed: ReadonlySet<Family>): Promise<Slack[] | null> {
  const linear: Linear = { cost: [], starts: [0], indices: [], values: [], rows: [] }
  const limits = limitRows(instance, linear)
  const ways = addWays(instance, model, linear, { limits, allowed })
  const slackColumns = addSlacks(linear, limits, allowed)
  const values = solveLinear(await highs(), linear)
  return values ? readSlacks(instance, values, { ways, limits: slackColumns }) : null
}
