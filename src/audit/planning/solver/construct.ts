import { type Draft, draftFrom, emptyDraft, place, remove, slotOfUnit } from './draft.ts'
import { daysSlack, insert, type Seat, seatFor } from './insert.ts'
import type { Model } from './model.ts'
import type { Ranking } from './ranking.ts'
import { settleDown } from './settle.ts'

/** The years that every allowed set of a subject holds: pins and frozen audits. */
export function mustYears(model: Model, subject: number): number {
  let must = (1 << model.years) - 1
  for (const set of model.yearSets) if (model.setCost[(subject << model.years) + set] < Infinity) must &= set
  return must
}

/** How much a subject loses when it gets no audit beyond its musts. */
function stakeOf(model: Model, subject: number, must: number): number {
  const from = subject << model.years
  let best = Infinity
  for (const set of model.yearSets) best = Math.min(best, model.setCost[from + set])
  return model.setCost[from + must] - best
}

/** Whether the approved options of a subject still have room. */
function fits(draft: Draft, subject: number, options: Int32Array): boolean {
  const { model } = draft
  const district = model.district[subject] * model.years
  for (let year = 0; year < model.years; year++) {
    const option = options[year]
    if (option < 0) continue
    if (draft.free[model.optionSlot[option]] < model.effort[subject] - daysSlack || draft.left[district + year] < 1) return false
    const shared = slotOfUnit(draft, subject, year)
    if (shared !== -1 && shared !== model.optionSlot[option]) return false
  }
  return true
}

/** The options by which a subject would stay as approved; null when some are no longer allowed. */
function approvedOptions(model: Model, subject: number): Int32Array | null {
  const { years } = model
  const set = model.approvedSet[subject]
  if (set < 0 || model.setCost[(subject << years) + set] === Infinity) return null
  const options = new Int32Array(years).fill(-1)
  for (let year = 0, cell = subject * years; year < years; year++, cell++) {
    if (!((set >> year) & 1)) continue
    for (let option = model.optionStart[cell]; option < model.optionStart[cell + 1]; option++)
      if (model.optionSlot[option] === model.approvedSlot[cell]) options[year] = option
    if (options[year] < 0) return null
  }
  return options
}

/** What one construction needs in every step. */
type Making = { readonly draft: Draft; readonly seat: Seat; readonly ranking: Ranking; readonly must: Int32Array }

/** Puts a subject in with exactly its musts, wherever there is room. */
const settle = ({ draft, seat, ranking, must }: Making, subject: number): boolean =>
  insert(draft, ranking, { subject, trust: 0, only: must[subject] }, seat)

/** Puts a subject back as approved when that is still allowed and has room. */
function keepApproved(making: Making, subject: number): boolean {
  const { draft, must } = making
  const options = approvedOptions(draft.model, subject)
  if (!options) return false
  if (draft.isIn[subject]) remove(draft, subject)
  const hasRoom = fits(draft, subject, options)
  if (hasRoom) place(draft, subject, draft.model.approvedSet[subject], options, 0)
  else if (must[subject] !== 0) settle(making, subject)
  return hasRoom
}

/** Gives a subject its best years at these prices; one that finds no room keeps its musts. */
function seatWell({ draft, seat, ranking, must }: Making, subject: number): void {
  const { years } = draft.model
  const before = draft.option.slice(subject * years, (subject + 1) * years)
  if (draft.isIn[subject]) remove(draft, subject)
  if (!insert(draft, ranking, { subject, trust: 1 }, seat)) place(draft, subject, must[subject], before, 0)
}

/**
 * A first plan in one pass: what must be, then what was approved, then everybody else by what is at stake for them, each where it costs
 * least at the ranking's prices; then everybody may take a better place that is free. Never fails on a faultless instance: whoever finds no room gets no audit beyond the musts.
 */
export function construct(model: Model, ranking: Ranking): Draft {
  const places = Int32Array.from({ length: model.subjects }, (_, at) => at)
  const must = places.map((subject) => mustYears(model, subject))
  const making: Making = { draft: emptyDraft(model), seat: seatFor(model), ranking, must }
  const stake = Float64Array.from(places, (subject) => stakeOf(model, subject, must[subject]))
  for (const subject of places) if (must[subject] !== 0) settle(making, subject)
  const order = [...places].sort((one, other) => stake[other] - stake[one] || one - other)
  const open = order.filter((subject) => !keepApproved(making, subject))
  for (const subject of open) seatWell(making, subject)
  settleDown(making.draft, ranking, making.seat)
  return draftFrom(model, making.draft.option)
}
