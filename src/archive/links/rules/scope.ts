import { yearRange } from './lexicon.ts'
import type { Paper } from './paper.ts'
import type { Compiled } from './registry.ts'
import type { Scope } from './unit-scores.ts'
import type { UnitSighting } from './units.ts'

/** What the caller knows of a paper; every part may be missing. */
export type Meta = { unit: string | null; city: string | null; from: string | null; until: string | null }
export const noMeta: Meta = { unit: null, city: null, from: null, until: null }

const opening = 400
const head = 3000

/** The scope of a paper: what the caller says, else what its opening says (a guess, and marked as one). */
export function scopeOf(compiled: Compiled, paper: Paper, given: { meta: Meta; sightings: readonly UnitSighting[] }): Scope {
  const { meta, sightings } = given
  const told = meta.unit === null ? undefined : compiled.unitByKey.get(meta.unit)
  const unit = told ?? guessedUnit(sightings)
  const period = meta.from !== null && meta.until !== null ? null : spokenPeriod(paper.text)
  const places = new Set<string>()
  if (unit !== null) places.add(compiled.units[unit]?.jurisdiction ?? '')
  if (meta.city !== null) places.add(meta.city)
  places.delete('')
  return {
    unit,
    sure: told !== undefined,
    places: [...places],
    from: meta.from ?? period?.from ?? null,
    until: meta.until ?? period?.until ?? null,
  }
}

/** The first unit called by its full name in the opening, else the one so called most often. */
function guessedUnit(sightings: readonly UnitSighting[]): number | null {
  const counts = new Map<number, number>()
  for (const { start, entries } of sightings) {
    const full = entries.filter((entry) => entry.kind === 'full' || entry.kind === 'place')
    const only = full[0]
    if (!only || full.some((entry) => entry.unit !== only.unit)) continue
    if (start < opening) return only.unit
    counts.set(only.unit, (counts.get(only.unit) ?? 0) + 1)
  }
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  return most && most[1] >= 2 ? most[0] : null
}

/** The first range of years in the paper's opening pages. */
function spokenPeriod(text: string): { from: string; until: string } | null {
  const found = text.slice(0, head).matchAll(yearRange).next().value
  if (!found || Number(found[2]) < Number(found[1])) return null
  return { from: `${found[1]}-01-01`, until: `${found[2]}-12-31` }
}
