import type { Instance, PlanItem } from '../instance/model.ts'
import { numbering } from './components.ts'
import { type Draft, draftFrom } from './draft.ts'
import { type Model, slotOf } from './model.ts'

/** The draft of a written plan; null when an audit of it is not allowed (`checkPlan` says why). */
export function draftOf(instance: Instance, model: Model, items: readonly PlanItem[]): Draft | null {
  const subjects = numbering(instance.subjects.map(({ id }) => id))
  const teams = numbering(instance.teams.map(({ id }) => id))
  const option = new Int32Array(model.subjects * model.years).fill(-1)
  for (const item of items) {
    const subject = subjects.get(item.subject)
    const team = teams.get(item.team)
    if (subject === undefined || team === undefined) return null
    const year = item.year - instance.firstYear
    const cell = subject * model.years + year
    const slot = slotOf(model, { year, team, window: item.window - 1 })
    for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++) if (model.optionSlot[at] === slot) option[cell] = at
    if (option[cell] < 0) return null
  }
  return draftFrom(model, option)
}
