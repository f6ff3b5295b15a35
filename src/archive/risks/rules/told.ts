import { mainPart, partsOn } from '../../../audit/findings/classes/rules.ts'
import type { Day } from '../../../kernel/day.ts'

/** How classes that were recorded are told in the scheme of a day: only those that are told otherwise than they stand. */
export type Told = ReadonlyMap<string, string>
type Steps = Parameters<typeof partsOn>[1]

/**
 * Each recorded class is told as one class, the largest part of what it became: a finding stays one and whole, with its
 * money, so that every number is the number of its rows.
 */
export const toldOn = (steps: Steps, on: Day): Told =>
  new Map(
    [...new Set(steps.map(({ oldCode }) => oldCode))].flatMap((code): [string, string][] => {
      const told = mainPart(partsOn(code, steps, on))
      return told === code ? [] : [[code, told]]
    }),
  )

export const asTold = (told: Told, code: string): string => told.get(code) ?? code

const holds = (code: string, other: string) => other === code || other.startsWith(`${code}-`)
/**
 * The recorded classes whose findings are told under a class, by which its rows are listed; null where these are just
 * those recorded under it. `known` are all classes there ever were.
 */
export function recordedAs(told: Told, code: string, known: readonly string[]): string[] | null {
  const moved = [...told].some(([from, to]) => holds(code, from) !== holds(code, to))
  if (!moved) return null
  return [...new Set([...known, ...told.keys()])].filter((each) => holds(code, asTold(told, each))).sort()
}
