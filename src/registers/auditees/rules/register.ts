import type { Unit } from '../../places/model.ts'
import type { Register, RegisterUnit } from './resume.ts'

type Bearer = { unit: RegisterUnit; until: string | null; from: string | null }

/** Every name of every unit, and who bore it when. */
function bearersOf(units: readonly Unit[]): Map<string, Bearer[]> {
  const bearers = new Map<string, Bearer[]>()
  const bear = (name: string, bearer: Bearer) => bearers.set(name, [...(bearers.get(name) ?? []), bearer])
  for (const { id, number, name, shortNames, formerNames } of units) {
    const unit = { id, number, name }
    for (const each of new Set([name, ...shortNames])) bear(each, { unit, from: null, until: null })
    for (const former of formerNames) bear(former.name, { unit, from: former.from, until: former.until })
  }
  return bearers
}

/** A former name counts in its own time (by month); where its days are not recorded it always counts. */
const boreThen = ({ from, until }: Bearer, on: string | null): boolean =>
  on === null || ((from === null || from.slice(0, on.length) <= on) && (until === null || on <= until.slice(0, on.length)))

const distinct = (units: readonly RegisterUnit[]): RegisterUnit[] => [...new Map(units.map((unit) => [unit.id, unit])).values()]

/** An index of the register for reading resumes: the longest name that a text begins with, and all who bore it then. */
export function registerOf(units: readonly Unit[]): Register {
  const bearers = bearersOf(units)
  const longest = Math.max(0, ...[...bearers.keys()].map((name) => name.length))
  return {
    empty: bearers.size === 0,
    startOf(text, on) {
      for (let length = Math.min(longest, text.length); length >= 3; length -= 1) {
        const name = text.slice(0, length)
        const meant = distinct((bearers.get(name) ?? []).filter((bearer) => boreThen(bearer, on)).map(({ unit }) => unit))
        if (meant.length > 0) return { name, units: meant }
      }
      return null
    },
  }
}
