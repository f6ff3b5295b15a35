import type { Tongue } from '../../../kernel/say.ts'
import type { Explanation, Instance, Missed, PlanItem, Reason, Slot } from '../instance/model.ts'
import { itemsOf, missedBy } from './answer.ts'
import { compile } from './compile.ts'
import { bringIn } from './counterfactual.ts'
import { explain } from './explain.ts'
import type { Model } from './model.ts'
import { draftOf } from './reading.ts'
import { roughPrices } from './solve.ts'
import type { Scene } from './why.ts'
import { whyNot, whyOut } from './why-not.ts'

/** A question about a written plan. The plan must be sound (`checkPlan`), and the subject must be in the instance. */
export type Asking = { readonly instance: Instance; readonly items: readonly PlanItem[]; readonly subject: string; readonly tongue: Tongue }

/** One subject that moves when another is brought in. */
export type Moved = { subject: string; before: Slot[]; after: Slot[] }

/** What a plan costs and misses, for comparing two. */
export type Standing = { cost: number; audits: number; days: number; missed: Missed }

/** What would bring a subject in: not at all (with the rule that forbids it), or at the price of these differences. */
export type Bringing =
  | { possible: false; because: Reason }
  | { possible: true; items: PlanItem[]; before: Standing; after: Standing; moved: Moved[]; nowMissed: Missed; noLongerMissed: Missed }

function sceneOf({ instance, items, tongue }: Omit<Asking, 'subject'>, withPrices: boolean): Scene | null {
  const model = compile(instance)
  const draft = draftOf(instance, model, items)
  if (!draft) return null
  return { instance, draft, tongue, prices: withPrices ? quickPrices(model) : null }
}

function quickPrices(model: Scene['draft']['model']): Scene['prices'] {
  return roughPrices(model, 1)
}

const placeOf = ({ instance, subject }: Asking): number => instance.subjects.findIndex(({ id }) => id === subject)

/** Why a subject is in, why in these years, with these teams and in these windows, and why not in every other year. Null for an unsound plan. */
export function explainSubject(asking: Asking): Explanation | null {
  const scene = sceneOf(asking, true)
  return scene ? explain(scene, placeOf(asking)) : null
}

/** Moves that a counterfactual search makes: some tenths of a second at 2,000 subjects. */
const counterfactualMoves = 8000

function standing(instance: Instance, model: Model, items: readonly PlanItem[]): Standing {
  const draft = draftOf(instance, model, items)
  const effort = new Map(instance.subjects.map(({ id, effortDays }) => [id, effortDays]))
  const days = items.reduce((sum, { subject }) => sum + (effort.get(subject) ?? 0), 0)
  const missed = draft ? missedBy(instance, model, draft.option) : { mandatory: [], deadline: [], pins: [] }
  return { cost: draft ? Math.round(draft.cost.total * 1e6) / 1e6 : Number.NaN, audits: items.length, days, missed }
}

function slotsBySubject(items: readonly PlanItem[]): Map<string, Slot[]> {
  const slots = new Map<string, Slot[]>()
  for (const { subject, ...slot } of items) slots.set(subject, [...(slots.get(subject) ?? []), slot])
  return slots
}

/** Who is audited otherwise in two plans. */
export function differences(before: readonly PlanItem[], after: readonly PlanItem[]): Moved[] {
  const [old, now] = [slotsBySubject(before), slotsBySubject(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((subject) => {
    const [one, other] = [old.get(subject) ?? [], now.get(subject) ?? []]
    return textOf(one) === textOf(other) ? [] : [{ subject, before: one, after: other }]
  })
}
const textOf = (slots: readonly Slot[]) =>
  slots
    .map(({ year, window, team }) => `${year}|${window}|${team}`)
    .toSorted()
    .join(' ')

const without = (one: Missed, other: Missed): Missed => ({
  mandatory: one.mandatory.filter((id) => !other.mandatory.includes(id)),
  deadline: one.deadline.filter((id) => !other.deadline.includes(id)),
  pins: one.pins.filter((id) => !other.pins.includes(id)),
})

/**
 * What would bring a subject in (in `year`, or in any year): the plan is solved anew with the subject forced in and a price on every
 * change, and both plans are laid side by side. When no allowed set of years has it in, the rule that forbids it. Null for an unsound plan.
 */
export function whatWouldBring(asking: Asking & { year: number | null }): Bringing | null {
  const { instance, items, year } = asking
  const scene = sceneOf(asking, false)
  if (!scene) return null
  const subject = placeOf(asking)
  const at = year === null ? null : year - instance.firstYear
  const brought = bringIn(instance, items, { subject, year: at }, counterfactualMoves)
  if (!brought) return { possible: false, because: at === null ? whyOut(scene, subject) : whyNot(scene, subject, at) }
  const after = itemsOf(instance, brought.model, brought.solved.option)
  if (!after.some((item) => item.subject === asking.subject && (year === null || item.year === year)))
    return { possible: false, because: at === null ? whyOut(scene, subject) : whyNot(scene, subject, at) }
  const { model } = scene.draft
  const [old, now] = [standing(instance, model, items), standing(instance, model, after)]
  const changes = { nowMissed: without(now.missed, old.missed), noLongerMissed: without(old.missed, now.missed) }
  return { possible: true, items: after, before: old, after: now, moved: differences(items, after), ...changes }
}
