import type { OfficialRecord, Register, TenureRecord, UnitRecord } from '../rules/registry.ts'
import { type Dice, dice } from './dice.ts'
import * as w from './world.words.ts'

export type WorldUnit = UnitRecord & { place: string; level: string; core: string; head: string }
export type WorldPerson = OfficialRecord & { posts: TenureRecord[]; word: boolean; namesake: boolean }
/** The truth, and the imperfect register the linker is given. */
export type World = {
  units: WorldUnit[]
  people: WorldPerson[]
  byUnit: Map<string, WorldPerson[]>
  removed: Set<string>
  register: Register
  dice: Dice
  namesUsed: string[]
}
export type WorldSize = { seed: number; cities: number; counties: number; perUnit: number }

export function makeWorld(size: WorldSize): World {
  const d = dice(size.seed)
  const units = makeUnits(d, size)
  const people = makePeople(d, units, size.perUnit)
  const byUnit = new Map<string, WorldPerson[]>()
  for (const person of people) for (const post of person.posts) byUnit.set(post.unit, [...(byUnit.get(post.unit) ?? []), person])
  const removed = new Set(people.filter(() => d.chance(0.1)).map((person) => person.key))
  const register = imperfect(d, { units, people, removed })
  return { units, people, byUnit, removed, register, dice: d, namesUsed: people.map((person) => person.name) }
}

function makeUnits(d: Dice, size: WorldSize): WorldUnit[] {
  const units: WorldUnit[] = []
  for (let c = 0; c < size.cities; c += 1) {
    const stem = w.cityStems[c % w.cityStems.length] ?? ''
    const code = `99${String(c + 1).padStart(2, '0')}00`
    addUnits(d, units, { place: `${stem}${w.cityEnd}`, level: w.cityEnd, code, city: '' })
    for (let k = 0; k < size.counties; k += 1) {
      const end = w.countyEnds[k % w.countyEnds.length] ?? ''
      const county = `${w.countyStems[(c * size.counties + k) % w.countyStems.length]}${end}`
      addUnits(d, units, { place: county, level: end, code: `${code.slice(0, 4)}${String(k + 11)}`, city: `${stem}${w.cityEnd}` })
    }
  }
  return units
}

function addUnits(d: Dice, units: WorldUnit[], at: { place: string; level: string; code: string; city: string }) {
  const prefix = at.city !== '' && d.chance(0.5) ? at.city : ''
  for (const organ of w.organs) {
    const short = w.shortOf[organ.core]
    units.push({
      key: `U${String(units.length + 1).padStart(4, '0')}`,
      name: `${organ.lead ?? ''}${prefix}${at.place}${organ.core}`,
      shortNames: short && d.chance(0.5) ? [`${at.level}${short}`] : [],
      formerNames: organ.former ? [{ name: `${prefix}${at.place}${organ.former}`, from: null, until: '2019-02-28' }] : [],
      jurisdiction: at.code,
      superior: null,
      place: at.place,
      level: at.level,
      core: organ.core,
      head: organ.head === w.mayor ? `${at.level}${w.chief}` : organ.head,
    })
  }
}

function makePeople(d: Dice, units: readonly WorldUnit[], perUnit: number): WorldPerson[] {
  const people: WorldPerson[] = []
  for (const unit of units) {
    const span = chain(d, perUnit)
    for (let k = 0; k < perUnit; k += 1) {
      const word = d.chance(0.006)
      const twin = d.chance(0.03) ? people[Math.max(0, people.length - 1 - d.below(perUnit * 30))] : undefined
      const name = twin ? twin.name : word ? d.pick(w.wordNames) : newName(d)
      if (twin) twin.namesake = true
      const person: WorldPerson = {
        key: `P${String(people.length + 1).padStart(5, '0')}`,
        name,
        formerNames: [],
        posts: [],
        word: w.wordNames.includes(name),
        namesake: twin !== undefined,
      }
      person.posts.push(postIn(d, { unit, k, span: span[k] ?? { from: '2018-01-01', until: null }, person: person.key }))
      if (d.chance(0.35)) person.posts.push(earlier(d, units, person, unit))
      people.push(person)
    }
  }
  return people
}

/** Heads follow one another; the others overlap as they please. */
function chain(d: Dice, count: number) {
  let year = 2013 + d.below(3)
  return Array.from({ length: count }, (_, k) => {
    const from = k < 3 ? year : 2013 + d.below(9)
    const until = from + 2 + d.below(4)
    year = until
    return { from: `${from}-0${1 + d.below(9)}-15`, until: k === 2 || (k > 2 && d.chance(0.3)) ? null : `${until}-0${1 + d.below(9)}-10` }
  })
}

function postIn(
  d: Dice,
  about: { unit: WorldUnit; k: number; span: { from: string; until: string | null }; person: string },
): TenureRecord {
  const { unit, k, span, person } = about
  const head = k < 3
  const bureau = w.bureauHeads.includes(unit.head)
  const post = head
    ? `${bureau && d.chance(0.5) ? w.posts.party : ''}${unit.head}`
    : k < 7
      ? `${bureau && d.chance(0.3) ? w.posts.partyMember : ''}${w.posts.deputy}${unit.head}`
      : d.pick(w.posts.middle)
  return { official: person, unit: unit.key, post, head, ...span }
}

function earlier(d: Dice, units: readonly WorldUnit[], person: WorldPerson, now: WorldUnit): TenureRecord {
  const same = units.filter((unit) => unit.jurisdiction.slice(0, 4) === now.jurisdiction.slice(0, 4))
  const unit = d.pick(same)
  const until = person.posts[0]?.from ?? '2014-01-01'
  return {
    official: person.key,
    unit: unit.key,
    post: `${w.posts.deputy}${unit.head}`,
    head: false,
    from: `${Number(until.slice(0, 4)) - 3}-03-01`,
    until,
  }
}

/** Surnames and given characters fall off in frequency, so namesakes arise by themselves. */
export function newName(d: Dice): string {
  const surname = d.chance(0.012) ? d.pick(w.compound) : (w.surnames[Math.floor(d.unit() ** 2.2 * w.surnames.length)] ?? '')
  const letters = [...w.given]
  const one = () => letters[Math.floor(d.unit() ** 1.5 * letters.length)] ?? ''
  return surname + one() + (d.chance(0.72) ? one() : '')
}

function imperfect(d: Dice, truth: { units: WorldUnit[]; people: WorldPerson[]; removed: ReadonlySet<string> }): Register {
  const known = truth.people.filter((person) => !truth.removed.has(person.key))
  const tenures = known.flatMap((person) => person.posts.map((post) => spoiled(d, post)))
  return {
    units: truth.units,
    officials: known.map(({ key, name, formerNames }) => ({ key, name, formerNames })),
    tenures,
    regulations: [],
  }
}

function spoiled(d: Dice, post: TenureRecord): TenureRecord {
  const moved = (day: string) => `${Number(day.slice(0, 4)) + (d.chance(0.5) ? 1 : -1)}${day.slice(4)}`
  const dated = d.chance(0.08)
    ? { ...post, from: moved(post.from), until: post.until && d.chance(0.5) ? moved(post.until) : post.until }
    : post
  return d.chance(0.05) ? { ...dated, post: d.pick(w.wrongPosts) } : dated
}
