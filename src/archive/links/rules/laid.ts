import type { NameHit } from './names.ts'
import type { Paper } from './paper.ts'
import type { Compiled } from './registry.ts'
import type { UnitMention } from './unit-scores.ts'

/** The paper with its units and names laid out by where they end or begin. */
export type Laid = {
  paper: Paper
  units: readonly UnitMention[]
  unitEnding: ReadonlyMap<number, UnitMention>
  unitBeginning: ReadonlyMap<number, UnitMention>
  /** Start of the longest name that ends here. */
  nameEnding: ReadonlyMap<number, number>
  nameBeginning: ReadonlySet<number>
  /** Characters that end longer registered names. */
  endsNames: ReadonlySet<string>
}

export function layOut(compiled: Compiled, paper: Paper, given: { units: readonly UnitMention[]; names: readonly NameHit[] }): Laid {
  const { units, names } = given
  const nameEnding = new Map<number, number>()
  for (const { start, end } of names) nameEnding.set(end, Math.min(start, nameEnding.get(end) ?? start))
  return {
    paper,
    units,
    unitEnding: new Map(units.map((unit) => [unit.end, unit])),
    unitBeginning: new Map(units.map((unit) => [unit.start, unit])),
    nameEnding,
    nameBeginning: new Set(names.map(({ start }) => start)),
    endsNames: compiled.endsNames,
  }
}
