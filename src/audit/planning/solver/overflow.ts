import { type Draft, place, remove, slotOfUnit } from './draft.ts'

/** What one placement takes beyond what is there: days of a slot, one audit of a district-year. */
export type Overflow = { readonly slot: number; readonly days: number; readonly row: number; readonly audits: number }

/** An audit over a ceiling weighs as many person-days when the least overflow is looked for. */
const auditWeight = 40

const lack = ({ model, free }: Draft, subject: number, slot: number): number => Math.max(0, model.effort[subject] - Math.max(0, free[slot]))

/** The option of a year that takes least beyond what is there; −1 when none is allowed. */
function mildest(draft: Draft, subject: number, year: number): { option: number; weight: number } {
  const { model } = draft
  const cell = subject * model.years + year
  const only = slotOfUnit(draft, subject, year)
  let weight = Infinity
  let option = -1
  for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++) {
    const slot = model.optionSlot[at]
    const days = lack(draft, subject, slot)
    if ((only !== -1 && only !== slot) || days >= weight) continue
    weight = days
    option = at
  }
  const isFull = draft.left[model.district[subject] * model.years + year] < 1
  return { option, weight: weight + (isFull ? auditWeight : 0) }
}

/**
 * Puts a subject where `serves` is met with the least beyond what is there, and answers what that was; the draft then uses more than its
 * rows hold. Null when no allowed set of years serves.
 */
export function forceIn(draft: Draft, subject: number, serves: (set: number) => boolean): Overflow[] | null {
  const { model } = draft
  const before = draft.option.slice(subject * model.years, (subject + 1) * model.years)
  const old = draft.set[subject]
  remove(draft, subject)
  const years = Array.from({ length: model.years }, (_, year) => mildest(draft, subject, year))
  let chosen = -1
  let least = Infinity
  for (const set of model.yearSets) {
    if (model.setCost[(subject << model.years) + set] === Infinity || !serves(set)) continue
    const weight = years.reduce((sum, each, year) => sum + ((set >> year) & 1 ? each.weight : 0), 0)
    if (weight < least) [chosen, least] = [set, weight]
  }
  if (chosen < 0) {
    place(draft, subject, old, before, 0)
    return null
  }
  const overflow = years.flatMap(({ option }, year): Overflow[] => {
    if (!((chosen >> year) & 1)) return []
    const slot = model.optionSlot[option]
    const row = model.district[subject] * model.years + year
    return [{ slot, days: lack(draft, subject, slot), row, audits: draft.left[row] < 1 ? 1 : 0 }]
  })
  place(
    draft,
    subject,
    chosen,
    Int32Array.from(years, ({ option }) => option),
    0,
  )
  return overflow
}
