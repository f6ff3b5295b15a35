import type { Explanation, Reason } from '../instance/model.ts'
import { type Scene, slotNames, yearAt } from './why.ts'
import { whyIn, whyThere } from './why-in.ts'
import { whyNot, whyOut } from './why-not.ts'

const yearsOf = ({ draft }: Scene, subject: number, isIn: boolean): number[] =>
  Array.from({ length: draft.model.years }, (_, year) => year).filter((year) => (((draft.set[subject] >> year) & 1) === 1) === isIn)

/** Explains one subject (by its place in the instance) from the numbers of the plan. */
export function explain(scene: Scene, subject: number): Explanation {
  const { model, option } = scene.draft
  const { id } = scene.instance.subjects[subject]
  const audited = yearsOf(scene, subject, true)
  return {
    subject: id,
    items: audited.map((year) => ({
      subject: id,
      year: yearAt(scene, year),
      ...slotNames(scene, model.optionSlot[option[subject * model.years + year]]),
    })),
    in: audited.flatMap((year) => whyIn(scene, subject, year)),
    place: audited.map((year) => whyThere(scene, subject, year)),
    not: yearsOf(scene, subject, false).map((year) => whyNot(scene, subject, year)),
  }
}

/** The short reasons that go with a plan: for each audit the strongest one, and one for each subject left out. */
export function reasonsOf(scene: Scene): Record<string, Reason[]> {
  const reasons: Record<string, Reason[]> = {}
  for (const [subject, { id }] of scene.instance.subjects.entries()) {
    const audited = yearsOf(scene, subject, true)
    reasons[id] = audited.length > 0 ? audited.flatMap((year) => whyIn(scene, subject, year).slice(0, 1)) : [whyOut(scene, subject)]
  }
  return reasons
}
