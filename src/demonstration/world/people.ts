import { doubleSurnames, givenCharacters, hero, heroStaff, sameName, surnames, wordNames } from './names.words.ts'
import type { Random } from './random.ts'

export type DemoPerson = { number: string; name: string; sex: 'male' | 'female'; bornIn: string }

/** Gives people one after another: first the named ones, then invented ones whose names never repeat. */
export function populace(random: Random) {
  const taken = new Set<string>([sameName, hero.name, ...wordNames, ...heroStaff.map((each) => each.name)])
  const people: DemoPerson[] = []

  function freshName(): string {
    const surname = random.chance(2) ? random.pick(doubleSurnames) : random.pick(surnames)
    const given = random.chance(22) ? random.pick(givenCharacters) : `${random.pick(givenCharacters)}${random.pick(givenCharacters)}`
    const name = `${surname}${given}`
    if (taken.has(name) || /(.)\1\1/.test(name)) return freshName()
    taken.add(name)
    return name
  }
  function add(name: string, bornIn?: string): DemoPerson {
    const month = `${random.whole(1966, 1986)}-${String(random.whole(1, 12)).padStart(2, '0')}`
    const person: DemoPerson = {
      number: `LJ${String(people.length + 1).padStart(4, '0')}`,
      name,
      sex: random.chance(24) ? 'female' : 'male',
      bornIn: bornIn ?? month,
    }
    people.push(person)
    return person
  }
  return { people, named: add, next: () => add(freshName()) }
}
export type Populace = ReturnType<typeof populace>
