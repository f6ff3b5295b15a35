import { say, type Tongue } from '../../../kernel/say.ts'
import type { Instance, Reason } from '../instance/model.ts'
import { words } from '../planner.words.ts'
import type { Prices } from './decide.ts'
import type { Draft } from './draft.ts'
import { teamOfSlot, windowOfSlot } from './model.ts'

/** What every explanation reads: the instance, the plan as a draft, the prices when they are known. */
export type Scene = {
  readonly instance: Instance
  readonly draft: Draft
  readonly prices: Prices | null
  readonly tongue: Tongue
}

export type ReasonCode = keyof typeof words.reason

/** A reason with its sentence, filled from its own facts. */
export const reason = (scene: Scene, code: ReasonCode, facts: Reason['facts']): Reason => ({
  code,
  text: say(words.reason[code], scene.tongue, facts),
  facts,
})

export const yearAt = ({ instance }: Scene, year: number): number => instance.firstYear + year
export const roundPoints = (points: number): number => Math.round(points * 10) / 10

/** The names of a slot: its window (from 1) and team. */
export function slotNames({ instance, draft }: Scene, slot: number): { window: number; team: string } {
  return { window: windowOfSlot(draft.model, slot) + 1, team: instance.teams[teamOfSlot(draft.model, slot)].id }
}

/** The last audit before a year of the horizon, in this plan or before it. */
export function lastBefore(scene: Scene, subject: number, year: number): number {
  const { firstYear, subjects } = scene.instance
  for (let at = year - 1; at >= 0; at--) if ((scene.draft.set[subject] >> at) & 1) return firstYear + at
  const { lastAuditYear, frequencyYears } = subjects[subject]
  return lastAuditYear ?? firstYear - frequencyYears
}

/** Cheapest points of a year for a subject when room is no question; Infinity when nothing is allowed. */
export function freePoints({ draft }: Scene, subject: number, year: number): { points: number; option: number } {
  const { model } = draft
  const cell = subject * model.years + year
  let points = Infinity
  let option = -1
  for (let at = model.optionStart[cell]; at < model.optionStart[cell + 1]; at++) {
    if (model.optionCost[at] >= points) continue
    points = model.optionCost[at]
    option = at
  }
  return { points, option }
}

/** Whether the group of a subject pays for a year only because of this subject. */
export function splitAlone({ draft }: Scene, subject: number, year: number): number {
  const { model } = draft
  const group = model.group[subject]
  if (group < 0) return 0
  const others = draft.active[group * model.years + year] - ((draft.set[subject] >> year) & 1)
  return others === 0 ? model.split : 0
}

/** Points of a subject for a set of years when room is no question, with or without what its group pays on its account. */
export function wishPoints(scene: Scene, subject: number, set: number, withSplit: boolean): number {
  const { model } = scene.draft
  let points = model.setCost[(subject << model.years) + set]
  for (let year = 0; set >> year !== 0; year++)
    if ((set >> year) & 1) points += freePoints(scene, subject, year).points + (withSplit ? splitAlone(scene, subject, year) : 0)
  return points
}

/** What the subject costs as planned, on the same footing as `wishPoints`. */
export function presentPoints(scene: Scene, subject: number, withSplit: boolean): number {
  const set = scene.draft.set[subject]
  let points = scene.draft.own[subject]
  for (let year = 0; withSplit && set >> year !== 0; year++) if ((set >> year) & 1) points += splitAlone(scene, subject, year)
  return points
}

/** The cheapest allowed set of years with (or without) a year, room being no question. */
export function cheapestWish(
  scene: Scene,
  subject: number,
  at: { year: number; isIn: boolean; withSplit: boolean },
): { set: number; points: number } {
  let best = { set: -1, points: Infinity }
  for (const set of scene.draft.model.yearSets) {
    if (((set >> at.year) & 1) !== Number(at.isIn)) continue
    const points = wishPoints(scene, subject, set, at.withSplit)
    if (points < best.points) best = { set, points }
  }
  return best
}
