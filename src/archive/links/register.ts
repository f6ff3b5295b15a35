import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Reader } from '../../platform/db.ts'
import type { RegisterPrint } from './model.ts'
import { type Compiled, compile, type Register, type RegulationRecord } from './rules/registry.ts'
import { type Meta, noMeta } from './rules/scope.ts'
import { thresholds as house, type Thresholds } from './rules/weights.ts'

type KeyBy = 'id' | 'number'

/** The house's whole register as the linker wants it; targets are ids, or business numbers for the command line. */
export async function databaseRegister(read: Reader, by: KeyBy): Promise<Register> {
  const units = await read
    .selectFrom('unit')
    .select(['id', 'number', 'name', 'shortNames', 'formerNames', 'jurisdiction', 'superior'])
    .orderBy('number')
    .execute()
  const officials = await read.selectFrom('official').select(['id', 'number', 'name', 'formerNames']).orderBy('number').execute()
  const tenures = await read
    .selectFrom('tenure')
    .select(['official', 'unit', 'post', 'headship', 'startsOn', 'endsOn'])
    .orderBy('startsOn')
    .orderBy('id')
    .execute()
  const places = await read.selectFrom('jurisdiction').select('name').distinct().execute()
  const keys = new Map([...units, ...officials].map((each) => [each.id, each[by]]))
  const keyOf = (id: string) => keys.get(id) ?? id
  return {
    units: units.map((unit) => ({ ...unit, key: unit[by], superior: unit.superior === null ? null : keyOf(unit.superior) })),
    officials: officials.map((official) => ({ key: official[by], name: official.name, formerNames: official.formerNames })),
    tenures: tenures.map(({ official, unit, post, headship, startsOn, endsOn }) => ({
      official: keyOf(official),
      unit: keyOf(unit),
      post,
      head: headship !== 'other',
      from: startsOn,
      until: endsOn,
    })),
    regulations: await regulationTitles(read),
    places: places.map(({ name }) => name),
  }
}

export const regulationTitles = (read: Reader): Promise<RegulationRecord[]> =>
  read.selectFrom('regulation').select(['title', 'aliases']).orderBy('title').execute()

export async function regulationIds(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read.selectFrom('regulation').select(['id', 'title']).execute()
  return new Map(rows.map(({ id, title }) => [title, id]))
}

/** What the papers themselves are known to be about, by file name: for the command line without --registry. */
export async function metaByName(read: Reader): Promise<ReadonlyMap<string, Meta>> {
  const papers = await read.selectFrom('document').select(['id', 'name']).where('state', '=', 'read').execute()
  const metas = await Promise.all(papers.map(async ({ id, name }) => [name, await metaOf(read, id, 'number')] as const))
  return new Map(metas)
}

/** The audited unit, place and period of a paper: its project's, or what its own record says. */
export async function metaOf(read: Reader, document: string, by: KeyBy): Promise<Meta> {
  const paper = await read
    .selectFrom('document')
    .leftJoin('project', 'project.document', 'document.id')
    .leftJoin('unit as own', 'own.id', 'document.unit')
    .leftJoin('unit as audited', 'audited.id', 'project.unit')
    .select([
      'own.id as ownId',
      'own.number as ownNumber',
      'audited.id as auditedId',
      'audited.number as auditedNumber',
      'document.jurisdiction',
      'project.periodFrom',
      'project.periodTo',
    ])
    .where('document.id', '=', document)
    .orderBy('project.id')
    .executeTakeFirst()
  if (!paper) return noMeta
  const unit = by === 'id' ? (paper.ownId ?? paper.auditedId) : (paper.ownNumber ?? paper.auditedNumber)
  return { unit, city: paper.jurisdiction === '*' ? null : paper.jurisdiction, from: paper.periodFrom, until: paper.periodTo }
}

/** The thresholds in force on a day; a missing row leaves the built-in one. */
export async function thresholdsOn(read: Reader, day: Day): Promise<Thresholds> {
  const rows = await read
    .selectFrom('linkThreshold')
    .select(['decision', 'amount'])
    .where('startsOn', '<=', day)
    .where((is) => is.or([is('endsOn', 'is', null), is('endsOn', '>=', day)]))
    .orderBy('startsOn')
    .execute()
  return { ...house, ...Object.fromEntries(rows.map(({ decision, amount }) => [decision, amount])) }
}

/** A print of every official and unit: changes whenever a name, a tenure or a unit's place does. */
export function printsOf(register: Register): RegisterPrint[] {
  const held = new Map<string, string[]>()
  for (const { official, ...tenure } of register.tenures) held.set(official, [...(held.get(official) ?? []), JSON.stringify(tenure)])
  const officials = register.officials.map(({ key, name, formerNames }) => ({
    record: key,
    kind: 'official' as const,
    names: [name, ...formerNames],
    print: hashed([name, ...formerNames, ...(held.get(key) ?? []).sort()]),
  }))
  const units = register.units.map(({ key, name, shortNames, formerNames, jurisdiction, superior }) => ({
    record: key,
    kind: 'unit' as const,
    names: [name, ...shortNames, ...formerNames.map((former) => former.name)],
    print: hashed([name, ...shortNames, JSON.stringify(formerNames), jurisdiction, superior ?? '']),
  }))
  return [...officials, ...units]
}

const hashed = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

export type ReadyRegister = { compiled: Compiled; titles: ReadonlyMap<string, string> }
let held: { print: string; ready: ReadyRegister } | null = null

/** The compiled register, kept between scans as long as nothing in it has changed. */
export async function readyRegister(read: Reader): Promise<ReadyRegister> {
  const print = await stateOf(read)
  if (held?.print === print) return held.ready
  const ready = { compiled: compile(await databaseRegister(read, 'id')), titles: await regulationIds(read) }
  held = { print, ready }
  return ready
}

/** Counts and version sums of the register's tables: moves with every change of a row. */
async function stateOf(read: Reader): Promise<string> {
  const tables = ['unit', 'official', 'tenure', 'regulation', 'jurisdiction'] as const
  const rows = await Promise.all(
    tables.map((table) =>
      read
        .selectFrom(table)
        .select((is) => [is.fn.countAll().as('count'), is.fn.sum('version').as('versions')])
        .executeTakeFirst(),
    ),
  )
  const last = await read.selectFrom('tenure').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const newest = await read.selectFrom('official').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  return JSON.stringify([rows, last, newest])
}
