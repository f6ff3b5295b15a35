import type { Instance } from '../instance/model.ts'
import { compile } from '../solver/compile.ts'
import { bits, noPrices, type Prices } from '../solver/decide.ts'
import { type Draft, draftFrom } from '../solver/draft.ts'
import { seatFor } from '../solver/insert.ts'
import type { Model } from '../solver/model.ts'
import { rank } from '../solver/ranking.ts'
import { settleDown } from '../solver/settle.ts'
import { improved, solve } from '../solver/solve.ts'
import { unmetBy, type Ways } from './duties.ts'
import type { Slack } from './elastic.ts'

const movesFor = (model: Model): number => Math.min(60_000, Math.max(10_000, model.subjects * 8))

/** The same instance when nothing but duties counts. */
export const dutiesOnly = (instance: Instance): Instance => ({
  ...instance,
  approved: instance.frozenUntil === null ? null : instance.approved,
  weights: { ...instance.weights, exposure: 0, split: 0, travel: 0, joint: 0, late: 0, changeYear: 0, changeSlot: 0 },
})

/** A plan made for keeping duties and nothing else, and what a day is worth in it. */
export type DutyPlan = { readonly draft: Draft; readonly prices: Prices }

export function dutyPlan(instance: Instance): DutyPlan {
  const model = compile(dutiesOnly(instance))
  const steps = solve(model, { seed: 1, moves: movesFor(model), effort: 'quick' })
  let step = steps.next()
  while (!step.done) step = steps.next()
  const { option, prices } = step.value
  return { draft: filledUp(model, bare(model, option)), prices }
}

/**
 * The duty plan of the same place when it is granted something: goes on from the plan as things are, which is possible in any place
 * with more room, instead of starting anew.
 */
export function dutyPlanFrom({ draft, prices }: DutyPlan, instance: Instance): Draft {
  const model = compile(dutiesOnly(instance))
  const start = filledUp(model, carried(draft, model))
  const option = improved(start, prices, { seed: 1, moves: Math.round(movesFor(model) / 2) })
  return filledUp(model, bare(model, option))
}

/** The options of a plan in another model of the same place: the same slots. */
function carried({ model: old, option }: Draft, model: Model): Int32Array {
  return option.map((taken, cell) => {
    if (taken < 0) return -1
    const [from, until] = [model.optionStart[cell] ?? 0, model.optionStart[cell + 1] ?? 0]
    const at = model.optionSlot.subarray(from, until).indexOf(old.optionSlot[taken] ?? -1)
    return at < 0 ? -1 : from + at
  })
}

/** The same plan without the audits that no duty needs: where only duties count, they cost nothing and would take others' days. */
function bare(model: Model, option: Int32Array): Int32Array {
  const needed = option.slice()
  for (let place = 0; place < model.subjects; place++) {
    const cells = Array.from({ length: model.years }, (_, year) => place * model.years + year)
    const set = cells.reduce((mask, cell, year) => ((option[cell] ?? -1) >= 0 ? mask | (1 << year) : mask), 0)
    const cost = (years: number) => model.setCost[(place << model.years) + years] ?? Infinity
    const parts = [...model.yearSets].filter((part) => (part & ~set) === 0 && cost(part) <= cost(set) + 1e-9)
    const least = parts.reduce((few, part) => (bits(part) < bits(few) ? part : few), set)
    for (const [year, cell] of cells.entries()) if (!((least >> year) & 1)) needed[cell] = -1
  }
  return needed
}

/** Whoever still misses a duty takes what room there is now. */
export function filledUp(model: Model, option: Int32Array): Draft {
  const draft = draftFrom(model, option)
  settleDown(draft, rank(model, noPrices(model)), seatFor(model))
  return draft
}

export type Missing = { late: string[]; dropped: string[] }
/** Duties that a plan misses although the rules would allow them, by subject. */
export function avoidable(instance: Instance, all: readonly Ways[], draft: Draft): Missing {
  const late: string[] = []
  const dropped: string[] = []
  for (const { place, lateAnyway, droppedAnyway } of all) {
    const subject = instance.subjects[place]
    if (!subject) continue
    const unmet = unmetBy(instance, subject, draft.set[place] ?? 0)
    if (unmet.overdue > 0 && !lateAnyway) late.push(subject.id)
    if (unmet.mandatory > droppedAnyway) dropped.push(subject.id)
  }
  return { late, dropped }
}

/** Giving up instead of granting: exactly what the plan as things are leaves unmet, by class. */
export function givenUp(instance: Instance, missed: Missing): Slack[] {
  const classes = new Map<string, string[]>()
  for (const { id, class: name } of instance.subjects) if (missed.late.includes(id)) classes.set(name, [...(classes.get(name) ?? []), id])
  const postponed = [...classes].map(([name, subjects]): Slack => ({ family: 'postpone', class: name, subjects }))
  return missed.dropped.length > 0 ? [...postponed, { family: 'mandatory', subjects: missed.dropped }] : postponed
}
