import type { Instance, Subject } from '../instance/model.ts'
import type { Model } from '../solver/model.ts'
import { maskOf } from '../solver/year-sets.ts'

/** Which duties a set of years leaves unmet: overdue years, and mandatory entries. */
export type Unmet = { readonly overdue: number; readonly mandatory: number }

function overdueYears(instance: Instance, subject: Subject, set: number): number {
  let last = subject.lastAuditYear ?? instance.firstYear - subject.frequencyYears
  let count = 0
  for (let at = 0; at < instance.years; at++) {
    if ((set >> at) & 1) last = instance.firstYear + at
    else if (instance.firstYear + at - last >= subject.frequencyYears) count++
  }
  return count
}

export function unmetBy(instance: Instance, subject: Subject, set: number): Unmet {
  const duties = subject.mandatory.map(({ years }) => maskOf(instance, years)).filter((duty) => duty !== 0)
  return { overdue: overdueYears(instance, subject, set), mandatory: duties.filter((duty) => (duty & set) === 0).length }
}

/** One way to plan a subject: its years, and what it leaves unmet beyond what cannot be met at all. */
export type Way = { readonly set: number; readonly late: boolean; readonly dropped: number }
/** A subject's ways; `lateAnyway` and `droppedAnyway` are what no allowed set of years can meet. */
export type Ways = { readonly place: number; readonly ways: readonly Way[]; readonly lateAnyway: boolean; readonly droppedAnyway: number }

/** All ways of a subject, measured against the best that the rules allow it. */
export function waysOf(instance: Instance, model: Model, place: number): Ways {
  const subject = instance.subjects[place]
  if (!subject) return { place, ways: [], lateAnyway: false, droppedAnyway: 0 }
  const allowed = [...model.yearSets].filter((set) => (model.setCost[(place << model.years) + set] ?? Infinity) < Infinity)
  const unmet = allowed.map((set) => ({ set, ...unmetBy(instance, subject, set) }))
  const droppedAnyway = Math.min(...unmet.map(({ mandatory }) => mandatory))
  const lateAnyway = Math.min(...unmet.filter(({ mandatory }) => mandatory === droppedAnyway).map(({ overdue }) => overdue)) > 0
  return {
    place,
    lateAnyway,
    droppedAnyway,
    ways: unmet.map(({ set, overdue, mandatory }) => ({ set, late: overdue > 0 && !lateAnyway, dropped: mandatory - droppedAnyway })),
  }
}
