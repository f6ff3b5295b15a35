import type { Component } from './model.ts'

/** Combinations of sets of years tried for one block at most; a larger unit is cut, which can only lower the bound. */
const mostCombinations = 4096

/** Numbers things by name, in the order in which they come. */
export function numbering(names: Iterable<string>): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size)
  return numbers
}

/** Places of the members of each name. */
export function membersBy(names: readonly (string | null)[]): Map<string, number[]> {
  const members = new Map<string, number[]>()
  for (const [place, name] of names.entries()) {
    if (name === null) continue
    const there = members.get(name)
    if (there) there.push(place)
    else members.set(name, [place])
  }
  return members
}

/** Officials of a unit so large that deciding them jointly would not pay: each is decided alone, which can only lower the bound. */
const largeUnit = 6

/** Officials of one unit decided jointly, when each has so many sets of years to choose from: three over five years, fewer over more. */
const jointly = (sets: number): number => Math.max(1, Math.floor(Math.log(mostCombinations) / Math.log(Math.max(2, sets))))

function* blocksOf(members: readonly number[], size: number): Generator<Int32Array> {
  for (let from = 0; from < members.length; from += size) yield Int32Array.from(members.slice(from, from + size))
}

/** Cuts the subjects into parts that only the shared rows (days, ceilings) tie together. A block goes with the first group among its members. */
export function componentsOf(units: Iterable<readonly number[]>, group: Int32Array, yearSets: number): Component[] {
  const grouped = new Map<number, Int32Array[]>()
  const components: Component[] = []
  for (const members of units) {
    for (const block of blocksOf(members, members.length > largeUnit ? 1 : jointly(yearSets))) {
      const home = block.find((subject) => group[subject] >= 0)
      if (home === undefined) {
        components.push({ group: -1, blocks: [block] })
        continue
      }
      const there = grouped.get(group[home])
      if (there) there.push(block)
      else grouped.set(group[home], [block])
    }
  }
  for (const [number, blocks] of grouped) components.push({ group: number, blocks })
  return components
}
