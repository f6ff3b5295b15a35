import type { Meta } from '../rules/scope.ts'
import type { World, WorldPerson, WorldUnit } from './world.ts'
import { committeeTail, governmentTail, party, shortOf } from './world.words.ts'

export type Stratum = 'unique' | 'namesake' | 'word' | 'bare' | 'outsider' | 'list' | 'removed' | 'unit'
export type Label = { start: number; end: number; kind: 'official' | 'unit'; target: string | null; stratum: Stratum; form: string }
export type LabelledPaper = { name: string; text: string; labels: Label[]; meta: Meta }
export type Templates = { titles: readonly string[]; rows: readonly string[]; anaphora?: readonly string[] }

type Cast = {
  audited: WorldUnit
  subject: WorldPerson
  period: { from: number; until: number }
  introduced: WorldPerson[]
  taken: Map<string, string>
}

/** One labelled report about one official of one unit, made from templates. */
export function makePaper(world: World, templates: Templates, no: number): LabelledPaper {
  const d = world.dice
  const audited = d.pick(world.units.filter((unit) => (world.byUnit.get(unit.key) ?? []).length > 8))
  const heads = (world.byUnit.get(audited.key) ?? []).filter((person) =>
    person.posts.some((post) => post.unit === audited.key && post.head),
  )
  const subject = d.pick(heads)
  const tenure = subject.posts.find((post) => post.unit === audited.key)
  const from = Number(tenure?.from.slice(0, 4) ?? 2017)
  const period = { from, until: Math.min(2023, Number(tenure?.until?.slice(0, 4) ?? from + 4)) }
  const cast: Cast = { audited, subject, period, introduced: [], taken: new Map([[subject.name, subject.key]]) }
  const pen: Pen = { text: '', labels: [] }
  write(world, cast, pen, d.pick(templates.titles))
  for (let k = 0; k < 22; k += 1) {
    write(world, cast, pen, d.pick(templates.rows))
    if (d.chance(0.3)) pen.text += '\n'
  }
  const meta: Meta = { unit: audited.key, city: audited.jurisdiction, from: `${period.from}-01-01`, until: `${period.until}-12-31` }
  return { name: `r${no}.txt`, ...pen, meta }
}

type Pen = { text: string; labels: Label[] }
type Local = {
  C?: WorldPerson | undefined
  C2?: WorldPerson | undefined
  C3?: WorldPerson | undefined
  O?: WorldPerson | undefined
  Ou?: WorldUnit | undefined
  year: number
}

function write(world: World, cast: Cast, pen: Pen, template: string) {
  const list = template.startsWith('|')
  const row = list ? template.slice(1) : template
  const d = world.dice
  if (row.includes('{B}') && cast.introduced.length === 0) return
  const local = castFor(world, cast, row)
  if (!local) return
  for (const piece of row.split(/(\{\w+\})/)) {
    const token = /^\{(\w+)\}$/.exec(piece)?.[1]
    if (token === undefined) pen.text += piece
    else writeToken(world, cast, pen, { token, local, list })
  }
  void d
}

function castFor(world: World, cast: Cast, row: string): Local | null {
  const d = world.dice
  const year = cast.period.from + d.below(cast.period.until - cast.period.from + 1)
  const local: Local = { year }
  const free = (person: WorldPerson) => (cast.taken.get(person.name) ?? person.key) === person.key
  const colleagues = (world.byUnit.get(cast.audited.key) ?? []).filter(
    (person) => free(person) && person !== cast.subject && servesIn(person, cast.audited, year),
  )
  for (const slot of ['C', 'C2', 'C3'] as const) {
    if (!row.includes(`{${slot}}`)) continue
    const rest = colleagues.filter((person) => person !== local.C && person !== local.C2)
    if (rest.length === 0) return null
    local[slot] = d.pick(rest)
  }
  if (row.includes('{O}')) {
    const others = world.units.filter(
      (unit) => unit !== cast.audited && unit.jurisdiction.slice(0, 4) === cast.audited.jurisdiction.slice(0, 4),
    )
    local.Ou = d.pick(others)
    const there = (world.byUnit.get(local.Ou.key) ?? []).filter((person) => free(person) && servesIn(person, local.Ou, year))
    if (there.length === 0) return null
    local.O = d.pick(there)
  }
  return local
}

const servesIn = (person: WorldPerson, unit: WorldUnit | undefined, year: number) =>
  person.posts.some(
    (post) => post.unit === unit?.key && Number(post.from.slice(0, 4)) <= year && year <= Number(post.until?.slice(0, 4) ?? 9999),
  )

type Token = { token: string; local: Local; list: boolean }

function writeToken(world: World, cast: Cast, pen: Pen, { token, local, list }: Token) {
  const d = world.dice
  const postOf = (person: WorldPerson | undefined, unit: WorldUnit | undefined) =>
    person?.posts.find((post) => post.unit === unit?.key)?.post ?? ''
  const writers: Record<string, () => void> = {
    A: () => writeUnit(world, cast, pen, cast.audited),
    Af: () => label(pen, cast.audited.name, { kind: 'unit', target: cast.audited.key, stratum: 'unit', form: 'full' }),
    S: () => writePerson(world, cast, pen, { person: cast.subject, list, bare: false }),
    St: () => text(pen, postOf(cast.subject, cast.audited)),
    C: () => writePerson(world, cast, pen, { person: local.C, list, bare: false }),
    C2: () => writePerson(world, cast, pen, { person: local.C2, list: true, bare: false }),
    C3: () => writePerson(world, cast, pen, { person: local.C3, list: true, bare: false }),
    Ct: () => text(pen, postOf(local.C, cast.audited)),
    Ct2: () => text(pen, postOf(local.C2, cast.audited)),
    O: () => writePerson(world, cast, pen, { person: local.O, list, bare: false }),
    Ou: () => local.Ou && writeUnit(world, cast, pen, local.Ou),
    Ot: () => text(pen, postOf(local.O, local.Ou)),
    K: () => writeUnit(world, cast, pen, d.pick(world.units.filter((unit) => unit.jurisdiction === cast.audited.jurisdiction))),
    B: () => writePerson(world, cast, pen, { person: d.pick(cast.introduced), list, bare: true }),
    X: () => writeOutsider(world, cast, pen),
    Y: () => text(pen, String(local.year)),
    Y1: () => text(pen, String(cast.period.from)),
    Y2: () => text(pen, String(cast.period.until)),
    M: () => text(pen, String(d.below(9000) / 10 + 1)),
  }
  writers[token]?.()
}

const text = (pen: Pen, words: string) => {
  pen.text += words
}

function label(pen: Pen, words: string, about: Omit<Label, 'start' | 'end'>) {
  pen.labels.push({ start: pen.text.length, end: pen.text.length + words.length, ...about })
  pen.text += words
}

function writePerson(world: World, cast: Cast, pen: Pen, about: { person: WorldPerson | undefined; list: boolean; bare: boolean }) {
  const { person } = about
  if (!person) return
  const removed = world.removed.has(person.key)
  const stratum: Stratum = removed
    ? 'removed'
    : person.word
      ? 'word'
      : about.bare
        ? 'bare'
        : about.list
          ? 'list'
          : person.namesake
            ? 'namesake'
            : 'unique'
  const spaced = person.name.length === 2 && world.dice.chance(0.05) ? `${person.name[0]}  ${person.name[1]}` : person.name
  label(pen, spaced, { kind: 'official', target: removed ? null : person.key, stratum, form: about.bare ? 'bare' : 'introduced' })
  cast.taken.set(person.name, person.key)
  if (!about.bare && !cast.introduced.includes(person)) cast.introduced.push(person)
}

/** Somebody outside the register who bears a registered name that nobody else bears in this paper. */
function writeOutsider(world: World, cast: Cast, pen: Pen) {
  const d = world.dice
  const near = world.units.filter((unit) => unit.jurisdiction === cast.audited.jurisdiction)
  const from = d.chance(0.1) ? cast.audited : d.chance(0.4) ? d.pick(near) : null
  const name = d.pick(from ? (world.byUnit.get(from.key) ?? []).map((person) => person.name) : world.namesUsed)
  if ((cast.taken.get(name) ?? 'outsider') !== 'outsider') return text(pen, '\u67d0')
  cast.taken.set(name, 'outsider')
  label(pen, name, { kind: 'official', target: null, stratum: 'outsider', form: 'outsider' })
}

function writeUnit(world: World, cast: Cast, pen: Pen, unit: WorldUnit) {
  const here = unit.jurisdiction === cast.audited.jurisdiction
  const { words, form } = formOf(world, unit, here)
  label(pen, words, { kind: 'unit', target: unit.key, stratum: 'unit', form })
}

function formOf(world: World, unit: WorldUnit, here: boolean): { words: string; form: string } {
  const d = world.dice
  const full = { words: unit.name, form: 'full' }
  const organ = unit.core === committeeTail ? '\u59d4' : unit.core === governmentTail ? '\u653f\u5e9c' : (shortOf[unit.core] ?? unit.core)
  const roll = d.unit()
  if (roll < 0.35) return full
  if (roll < 0.55) return { words: `${unit.place}${organ}`, form: 'place' }
  if (!here) return full
  if (roll < 0.85 || organ.length < 3) return { words: `${unit.level}${organ}`, form: 'level' }
  return unit.name.startsWith(party) ? full : { words: organ, form: 'bare' }
}
