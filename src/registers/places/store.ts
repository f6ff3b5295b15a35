import { sql } from 'kysely'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import type { UnitFilters, UnitLine, UnitNode } from './contract.ts'
import type { Jurisdiction, Unit } from './model.ts'
import { levelOf, prefixOf, superiorCodes } from './rules/jurisdiction.ts'
import { nowhere } from './rules/unit.ts'

/** Units by their business numbers; a number nobody bears is absent from the map. */
/** Text that begins every jurisdiction code inside a place, for LIKE. */
export const inside = (place: string): string => `${likeText(prefixOf(place))}%`

/** What a reader of this place may know of: rows of the place, of places below it, and of the whole house (`*`). */
export const knownFrom = ({ place, column }: { place: string; column: string }) =>
  sql<boolean>`(${sql.ref(column)} = '*' or ${sql.ref(column)} like ${inside(place)})`

export async function findUnitsByNumbers(read: Reader, numbers: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
  if (numbers.length === 0) return new Map()
  const rows = await read
    .selectFrom('unit')
    .selectAll()
    .where('number', '=', sql<string>`any(${[...new Set(numbers)]}::text[])`)
    .execute()
  return new Map(rows.map((unit) => [unit.number, unit]))
}

export const findUnitByNumber = (read: Reader, number: string): Promise<Unit | undefined> =>
  read.selectFrom('unit').selectAll().where('number', '=', number).executeTakeFirst()

export const findUnit = (read: Reader, id: string): Promise<Unit | undefined> =>
  read.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()

export const lockUnit = (tx: Writer, id: string): Promise<Unit | undefined> =>
  tx.selectFrom('unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const findUnits = (read: Reader, ids: readonly string[]): Promise<Unit[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('unit')
        .selectAll()
        .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
        .execute()

/** The whole register, for matching names against it. */
export const allUnits = (read: Reader): Promise<Unit[]> => read.selectFrom('unit').selectAll().orderBy('number').execute()

export const unitNodes = (read: Reader): Promise<UnitNode[]> =>
  read.selectFrom('unit').select(['id', 'number', 'name', 'category', 'superior', 'jurisdiction']).orderBy('number').execute()

/** The unit and all its superiors, in no order. */
export const chainOf = (read: Reader, id: string): Promise<Unit[]> =>
  read
    .withRecursive('chain', (db) =>
      db
        .selectFrom('unit')
        .select(['id', 'superior'])
        .where('id', '=', id)
        .union((again) => again.selectFrom('unit').innerJoin('chain', 'chain.superior', 'unit.id').select(['unit.id', 'unit.superior'])),
    )
    .selectFrom('unit')
    .selectAll()
    .where('id', 'in', (inner) => inner.selectFrom('chain').select('id'))
    .execute()

/** Ids of the unit and of everything below it. */
export const idsBelow = async (read: Reader, id: string): Promise<string[]> => {
  const rows = await read
    .withRecursive('inside', (db) =>
      db
        .selectFrom('unit')
        .select('id')
        .where('id', '=', id)
        .union((again) => again.selectFrom('unit').innerJoin('inside', 'inside.id', 'unit.superior').select('unit.id')),
    )
    .selectFrom('inside')
    .select('id')
    .execute()
  return rows.map((row) => row.id)
}

export const unitsDirectlyBelow = (read: Reader, id: string) =>
  read.selectFrom('unit').select(['id', 'number', 'name']).where('superior', '=', id).orderBy('number').execute()

const levelOrder = sql<number>`array_position(array['provincial','bureau','county','township','section','unranked'], unit.level)`

function matching(read: Reader, filters: UnitFilters, inside: readonly string[] | null) {
  const word = `%${likeText(filters.keyword ?? '')}%`
  return read
    .selectFrom('unit')
    .$if(Boolean(filters.keyword), (query) =>
      query.where((is) =>
        is.or([
          is('unit.name', 'ilike', word),
          is('unit.number', 'ilike', word),
          is(sql<string>`unit.short_names::text`, 'ilike', word),
          is(sql<string>`unit.former_names::text`, 'ilike', word),
        ]),
      ),
    )
    .$if(inside !== null, (query) => query.where('unit.id', '=', sql<string>`any(${[...(inside ?? [])]}::uuid[])`))
    .$if(filters.category.length > 0, (query) => query.where('unit.category', 'in', filters.category))
    .$if(filters.level.length > 0, (query) => query.where('unit.level', 'in', filters.level))
    .$if(filters.jurisdiction !== undefined, (query) =>
      query.where('unit.jurisdiction', 'like', `${prefixOf(filters.jurisdiction ?? '')}%`),
    )
}

const sortColumn = { number: 'unit.number', name: 'unit.name', category: 'unit.category', level: levelOrder } as const
const isSortKey = (key: string): key is keyof typeof sortColumn => key in sortColumn

/** Units that fit, each with the names of its superior and place. */
export async function unitsThatFit(
  read: Reader,
  filters: UnitFilters,
  page: { offset: number; limit: number },
): Promise<{ rows: UnitLine[]; total: number }> {
  const inside = filters.under ? await idsBelow(read, filters.under) : null
  const key = filters.sort.replace('-', '')
  const total = await countOf(matching(read, filters, inside).select((is) => is.fn.countAll().as('count')))
  const rows = await matching(read, filters, inside)
    .leftJoin('unit as above', 'above.id', 'unit.superior')
    .leftJoin('jurisdiction', 'jurisdiction.code', 'unit.jurisdiction')
    .selectAll('unit')
    .select(['above.name as superiorName', 'jurisdiction.name as jurisdictionName'])
    .orderBy(isSortKey(key) ? sortColumn[key] : 'unit.number', filters.sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('unit.number')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows, total }
}

const columns = (unit: Unit) => ({ ...unit, shortNames: json(unit.shortNames), formerNames: json(unit.formerNames) })

export const addUnit = (tx: Writer, unit: Unit): Promise<Unit> =>
  tx.insertInto('unit').values(columns(unit)).returningAll().executeTakeFirstOrThrow()

export const changeUnit = (tx: Writer, unit: Unit): Promise<Unit> =>
  tx
    .updateTable('unit')
    .set({ ...columns(unit), version: unit.version + 1 })
    .where('id', '=', unit.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const findJurisdiction = (read: Reader, code: string): Promise<Jurisdiction | undefined> =>
  read.selectFrom('jurisdiction').selectAll().where('code', '=', code).executeTakeFirst()

/** The place and the places around it, widest first. */
export const placesAround = (read: Reader, code: string): Promise<Jurisdiction[]> =>
  read
    .selectFrom('jurisdiction')
    .selectAll()
    .where('code', 'in', [code, ...superiorCodes(code)])
    .orderBy((is) => is.fn('length', ['code']))
    .orderBy('code')
    .execute()

type PlaceFilters = {
  keyword?: string | undefined
  superior?: string | undefined
  level: readonly Jurisdiction['level'][]
  standard: readonly Jurisdiction['standard'][]
  codes: readonly string[]
}

export async function jurisdictionsThatFit(read: Reader, filters: PlaceFilters, page: { offset: number; limit: number }) {
  const word = `%${likeText(filters.keyword ?? '')}%`
  const fitting = read
    .selectFrom('jurisdiction')
    .$if(Boolean(filters.keyword), (query) => query.where((is) => is.or([is('name', 'like', word), is('code', 'like', word)])))
    .$if(filters.superior !== undefined, (query) => query.where('superior', '=', filters.superior ?? ''))
    .$if(filters.level.length > 0, (query) => query.where('level', 'in', [...filters.level]))
    .$if(filters.standard.length > 0, (query) => query.where('standard', 'in', [...filters.standard]))
    .$if(filters.codes.length > 0, (query) => query.where('code', 'in', [...filters.codes]))
  const total = await countOf(fitting.select((is) => is.fn.countAll().as('count')))
  return { total, rows: await fitting.selectAll().orderBy('code').limit(page.limit).offset(page.offset).execute() }
}

async function superiorOf(read: Reader, code: string): Promise<string | null> {
  const known = await read
    .selectFrom('jurisdiction')
    .select('code')
    .where('code', 'in', ['-', ...superiorCodes(code)])
    .execute()
  return superiorCodes(code).find((each) => known.some((row) => row.code === each)) ?? null
}

/** Adds a place of our own, hung under the nearest registered place its digits name. */
export async function addJurisdiction(
  tx: Writer,
  place: Pick<Jurisdiction, 'code' | 'name' | 'startsOn' | 'endsOn'>,
): Promise<Jurisdiction> {
  const row: Jurisdiction = {
    ...place,
    level: levelOf(place.code),
    superior: await superiorOf(tx, place.code),
    standard: 'local',
    version: 1,
  }
  return tx.insertInto('jurisdiction').values(row).returningAll().executeTakeFirstOrThrow()
}

export const changeJurisdiction = (tx: Writer, place: Jurisdiction): Promise<Jurisdiction> =>
  tx
    .updateTable('jurisdiction')
    .set({ ...place, version: place.version + 1 })
    .where('code', '=', place.code)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Well-formed codes that are not registered get a place named by its code, to be named later by hand. */
export async function registerCodes(tx: Writer, codes: readonly string[]): Promise<void> {
  const wanted = [...new Set(codes)].toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))
  const known = await tx.selectFrom('jurisdiction').select('code').where('code', '=', sql<string>`any(${wanted}::text[])`).execute()
  for (const code of wanted.filter((each) => each !== nowhere && !known.some((row) => row.code === each)))
    await addJurisdiction(tx, { code, name: code, startsOn: null, endsOn: null })
}
