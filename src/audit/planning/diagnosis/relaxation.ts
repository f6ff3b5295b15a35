import { grouped } from '../../../kernel/grouped.ts'
import type { Model } from '../solver/model.ts'
import { highs } from './elastic.ts'

/**
 * The linear relaxation of the whole model, solved by HiGHS: what tests and the bench hold the solver's own bound against. Sets of years
 * z, options x, years of groups w, all between 0 and 1. The common slot of a unit is left out, so it speaks only for places without
 * shared units; a first plan only. `whole` asks for whole numbers: the true optimum, for tiny places. Null when HiGHS finds no optimum.
 */
export async function relaxedCost(model: Model, { whole = false } = {}): Promise<number | null> {
  const linear = layOut(model)
  const numCols = linear.cost.length
  const numRows = linear.lower.length
  const matrix = { format: 'csc', numRows, numCols, starts: linear.starts, indices: linear.indices, values: linear.values } as const
  const source = {
    numCols,
    numRows,
    colCost: linear.cost,
    colLower: linear.cost.map(() => 0),
    colUpper: linear.cost.map(() => Infinity),
    rowLower: linear.lower,
    rowUpper: linear.upper,
    matrix,
    ...(whole ? { integrality: new Int32Array(numCols).fill(1) } : {}),
  }
  const solver = await highs()
  return solver.withModel(source, (lp) => {
    lp.options.set({ output_flag: false })
    lp.run()
    return lp.getModelStatus() === solver.constants.modelStatus.optimal ? lp.getObjectiveValue() : null
  })
}

type Linear = { cost: number[]; starts: number[]; indices: number[]; values: number[]; lower: number[]; upper: number[] }
type Entry = readonly [row: number, value: number]

function column(linear: Linear, cost: number, entries: readonly Entry[]): void {
  linear.cost.push(cost)
  for (const [row, value] of entries) {
    linear.indices.push(row)
    linear.values.push(value)
  }
  linear.starts.push(linear.indices.length)
}

function rows(linear: Linear, count: number, limit: (at: number) => readonly [lower: number, upper: number]): number {
  const first = linear.lower.length
  for (let at = 0; at < count; at++) {
    const [lower, upper] = limit(at)
    linear.lower.push(lower)
    linear.upper.push(upper)
  }
  return first
}

type Rows = { one: number; link: number; day: number; audit: number; group: number }

function layOut(model: Model): Linear {
  const linear: Linear = { cost: [], starts: [0], indices: [], values: [], lower: [], upper: [] }
  const cells = model.subjects * model.years
  const at: Rows = {
    one: rows(linear, model.subjects, () => [1, 1]),
    link: rows(linear, cells, () => [0, 0]),
    day: rows(linear, model.slots, (slot) => [-Infinity, model.capacity[slot] ?? 0]),
    audit: rows(linear, model.districts * model.years, (row) => [-Infinity, model.ceiling[row] ?? Infinity]),
    group: rows(linear, cells, () => [-Infinity, 0]),
  }
  for (let subject = 0; subject < model.subjects; subject++) {
    setColumns(model, linear, at, subject)
    optionColumns(model, linear, at, subject)
  }
  groupColumns(model, linear, at)
  return linear
}

function setColumns(model: Model, linear: Linear, at: Rows, subject: number): void {
  for (const set of model.yearSets) {
    const cost = model.setCost[(subject << model.years) + set] ?? Infinity
    if (cost === Infinity) continue
    const entries: Entry[] = [[at.one + subject, 1]]
    for (let year = 0; year < model.years; year++) {
      if (!((set >> year) & 1)) continue
      const cell = subject * model.years + year
      entries.push([at.link + cell, -1])
      if ((model.group[subject] ?? -1) >= 0) entries.push([at.group + cell, 1])
    }
    column(linear, cost, entries)
  }
}

function optionColumns(model: Model, linear: Linear, at: Rows, subject: number): void {
  for (let year = 0; year < model.years; year++) {
    const cell = subject * model.years + year
    const row = (model.district[subject] ?? 0) * model.years + year
    for (let option = model.optionStart[cell] ?? 0; option < (model.optionStart[cell + 1] ?? 0); option++) {
      const days: Entry = [at.day + (model.optionSlot[option] ?? 0), model.effort[subject] ?? 0]
      column(linear, model.optionCost[option] ?? 0, [[at.link + cell, 1], days, [at.audit + row, 1]])
    }
  }
}

function groupColumns(model: Model, linear: Linear, at: Rows): void {
  const members = grouped(
    [...model.group.keys()].filter((subject) => (model.group[subject] ?? -1) >= 0),
    (subject) => model.group[subject] ?? -1,
  )
  for (const subjects of members.values())
    for (let year = 0; year < model.years; year++)
      column(
        linear,
        model.split,
        subjects.map((subject): Entry => [at.group + subject * model.years + year, -1]),
      )
}
