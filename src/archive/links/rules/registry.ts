import { foldedText } from '../../../kernel/fold.ts'
import { type Alias, aliasesOf } from './aliases.ts'
import { buildNames, type NameIndex } from './names.ts'
import { placesIn } from './places.ts'

/** What the linker needs to know of the register. `key` is what a mention's target shows. */
export type UnitRecord = {
  key: string
  name: string
  shortNames: readonly string[]
  formerNames: readonly { name: string; from: string | null; until: string | null }[]
  jurisdiction: string
  superior: string | null
}
export type OfficialRecord = { key: string; name: string; formerNames: readonly string[] }
export type TenureRecord = { official: string; unit: string; post: string; head: boolean; from: string; until: string | null }
export type RegulationRecord = { title: string; aliases: readonly string[] }
export type Register = {
  units: readonly UnitRecord[]
  officials: readonly OfficialRecord[]
  tenures: readonly TenureRecord[]
  regulations: readonly RegulationRecord[]
  places?: readonly string[]
}

export type Held = { unit: number; post: string; head: boolean; from: string; until: string | null }
export type Person = { key: string; name: string; held: readonly Held[] }
export type UnitAlias = Alias & { unit: number }

/** The register made ready: names hashed, aliases generated, tenures at their person. Build once, link many papers. */
export type Compiled = {
  people: readonly Person[]
  names: NameIndex
  /** Characters that end a registered name of three or more. */
  endsNames: ReadonlySet<string>
  units: readonly UnitRecord[]
  unitByKey: ReadonlyMap<string, number>
  superiorOf: Int32Array
  aliases: ReadonlyMap<string, readonly UnitAlias[]>
  /** Bit set for every unit an alias begins with. */
  aliasStarts: Uint8Array
  /** For each pair of first two units of an alias: the lengths to try, longest first. */
  aliasLengths: ReadonlyMap<number, readonly number[]>
  regulations: readonly RegulationRecord[]
}

export function compile(register: Register): Compiled {
  const unitByKey = new Map(register.units.map((unit, k) => [unit.key, k]))
  const people = peopleOf(register, unitByKey)
  const aliases = aliasTable(register)
  return {
    people,
    names: namesOf(register.officials),
    endsNames: new Set(register.officials.flatMap(({ name }) => (name.length > 2 ? [name.slice(-1)] : []))),
    units: register.units,
    unitByKey,
    superiorOf: Int32Array.from(register.units, (unit) => (unit.superior === null ? -1 : (unitByKey.get(unit.superior) ?? -1))),
    aliases,
    aliasStarts: startsOf(aliases),
    aliasLengths: lengthsByPair(aliases),
    regulations: register.regulations,
  }
}

function peopleOf(register: Register, unitByKey: ReadonlyMap<string, number>): Person[] {
  const held = new Map<string, Held[]>()
  for (const { official, unit, ...rest } of register.tenures) {
    const at = unitByKey.get(unit)
    if (at === undefined) continue
    const mine = held.get(official)
    if (mine) mine.push({ unit: at, ...rest })
    else held.set(official, [{ unit: at, ...rest }])
  }
  return register.officials.map(({ key, name }) => ({ key, name, held: held.get(key) ?? [] }))
}

function namesOf(officials: readonly OfficialRecord[]): NameIndex {
  const names: string[] = []
  const bearers: number[] = []
  officials.forEach((official, k) => {
    for (const name of [official.name, ...official.formerNames]) {
      names.push(foldedText(name))
      bearers.push(k)
    }
  })
  return buildNames(names, bearers)
}

function aliasTable(register: Register): Map<string, UnitAlias[]> {
  const table = new Map<string, UnitAlias[]>()
  const folded = register.units.map(foldedNames)
  const places = placesIn(
    folded.flatMap((unit) => [unit.name, ...unit.formerNames.map((former) => former.name)]),
    (register.places ?? []).map(foldedText),
  )
  folded.forEach((unit, k) => {
    for (const alias of aliasesOf(unit, places)) {
      const others = table.get(alias.text)
      if (others) others.push({ ...alias, unit: k })
      else table.set(alias.text, [{ ...alias, unit: k }])
    }
  })
  return table
}

const foldedNames = (unit: UnitRecord) => ({
  name: foldedText(unit.name),
  shortNames: unit.shortNames.map(foldedText),
  formerNames: unit.formerNames.map((former) => ({ ...former, name: foldedText(former.name) })),
})

function startsOf(aliases: ReadonlyMap<string, unknown>): Uint8Array {
  const starts = new Uint8Array(65_536)
  for (const alias of aliases.keys()) starts[alias.charCodeAt(0)] = 1
  return starts
}

function lengthsByPair(aliases: ReadonlyMap<string, unknown>): Map<number, readonly number[]> {
  const lengths = new Map<number, Set<number>>()
  for (const alias of aliases.keys()) {
    const pair = pairOf(alias, 0)
    const known = lengths.get(pair)
    if (known) known.add(alias.length)
    else lengths.set(pair, new Set([alias.length]))
  }
  return new Map([...lengths].map(([pair, each]) => [pair, [...each].sort((a, b) => b - a)]))
}

export const pairOf = (text: string, at: number): number => text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
