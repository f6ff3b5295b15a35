import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { MoneyLine, ProblemClass } from '../model.ts'
import { sumByKind } from '../rules.ts'
import type { ClassRemap } from './model.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
/** Part of an old class in thousandths of a thousand steps: exact for chains of any length. */
export type Part = { code: string; share: number }
type Step = Pick<ClassRemap, 'oldCode' | 'newCode' | 'share' | 'startsOn'>

const inUse = (classes: readonly ProblemClass[], code: string, on: Day) =>
  classes.find((each) => each.code === code && each.validFrom <= on && (each.validUntil === null || each.validUntil >= on))

/** The rows that tell a class on a day: those of the latest remap that has begun. */
function stepsOf(code: string, steps: readonly Step[], on: Day): readonly Step[] {
  const begun = steps.filter((step) => step.oldCode === code && step.startsOn <= on)
  const last = begun
    .map(({ startsOn }) => startsOn)
    .sort()
    .at(-1)
  return begun.filter(({ startsOn }) => startsOn === last)
}

/** What a class is called in the scheme of a day: itself, or its parts, which together are the whole (shares sum to 1). */
export function partsOn(code: string, steps: readonly Step[], on: Day, seen: readonly string[] = []): Part[] {
  const next = seen.includes(code) ? [] : stepsOf(code, steps, on)
  if (next.length === 0) return [{ code, share: 1 }]
  const sum = next.reduce((total, { share }) => total + share, 0)
  const parts = next.flatMap((step) =>
    partsOn(step.newCode, steps, on, [...seen, code]).map((part) => ({ code: part.code, share: (part.share * step.share) / sum })),
  )
  return [...new Set(parts.map((part) => part.code))].map((each) => ({
    code: each,
    share: parts.filter((part) => part.code === each).reduce((total, part) => total + part.share, 0),
  }))
}

/** The one class under which a finding is counted: the largest part, the first code among equals. */
export const mainPart = (parts: readonly Part[]): string =>
  parts.toSorted((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1))[0]?.code ?? ''

export type ClassSum = { code: string; count: number; money: MoneyLine[] }
/**
 * Figures by class told in the scheme of a day. A finding is told whole, with all of its money, under the class that took the
 * largest part of its old one: so a sum is the sum of the findings behind it, and every table says the same.
 */
export function remapped(sums: readonly ClassSum[], steps: readonly Step[], on: Day): ClassSum[] {
  const told = new Map<string, ClassSum>()
  for (const { code: recorded, count, money } of sums) {
    const code = mainPart(partsOn(recorded, steps, on))
    const known = told.get(code) ?? { code, count: 0, money: [] }
    told.set(code, { code, count: known.count + count, money: sumByKind([known, { money }]) })
  }
  return [...told.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

export type LocalClass = Pick<ProblemClass, 'code' | 'parent' | 'validFrom' | 'validUntil'>
/** A local class stands under a class of level 1 and bears its code with two digits; no code twice on one day. */
export function whyNotClass(given: LocalClass, others: readonly ProblemClass[]): No | null {
  const { code, parent, validFrom, validUntil } = given
  if (validUntil !== null && validUntil < validFrom) return refuse('classDaysBackward')
  const holder = parent ? inUse(others, parent, validFrom) : undefined
  if (!parent || holder?.parent !== null) return refuse('classParentUnknown', { code: parent ?? '' })
  if (!code.startsWith(`${parent}-`)) return refuse('classCodeOdd', { parent })
  const clash = others.some(
    (each) =>
      each.code === code &&
      (each.validUntil === null || each.validUntil >= validFrom) &&
      (validUntil === null || each.validFrom <= validUntil),
  )
  return clash ? refuse('classTaken', { code }) : null
}

type Told = { oldCode: string; startsOn: Day; to: readonly { newCode: string; share: number }[] }
/** The parts of one old class make a thousand, each new class is in use on the day, and nothing runs in a circle. */
export function whyNotRemap(given: Told, classes: readonly ProblemClass[], steps: readonly Step[]): No | null {
  const { oldCode, startsOn, to } = given
  const sum = to.reduce((total, { share }) => total + share, 0)
  if (sum !== 1000) return refuse('remapShares', { sum })
  if (new Set(to.map(({ newCode }) => newCode)).size < to.length) return refuse('remapTwice')
  const unknown = to.find(({ newCode }) => !inUse(classes, newCode, startsOn))
  if (unknown) return refuse('remapUnknown', { code: unknown.newCode, on: startsOn })
  if (!classes.some(({ code }) => code === oldCode)) return refuse('remapUnknown', { code: oldCode, on: startsOn })
  const after = [...steps, ...to.map((each) => ({ ...each, oldCode, startsOn }))]
  const reaches = (code: string, seen: readonly string[]): boolean =>
    code === oldCode || (!seen.includes(code) && stepsOf(code, after, startsOn).some((step) => reaches(step.newCode, [...seen, code])))
  const circle = to.find(({ newCode }) => reaches(newCode, []))
  return circle ? refuse('remapCircle', { code: circle.newCode }) : null
}
