import type { Reader } from '../../platform/db.ts'
import type { Unit } from './model.ts'

/** Units by their business numbers; a number nobody bears is absent from the map. */
export async function findUnitsByNumbers(read: Reader, numbers: readonly string[]): Promise<ReadonlyMap<string, Unit>> {
  if (numbers.length === 0) return new Map()
  const rows = await read
    .selectFrom('unit')
    .selectAll()
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  return new Map(rows.map((unit) => [unit.number, unit]))
}

export const findUnitByNumber = (read: Reader, number: string): Promise<Unit | undefined> =>
  read.selectFrom('unit').selectAll().where('number', '=', number).executeTakeFirst()

export const findUnit = (read: Reader, id: string): Promise<Unit | undefined> =>
  read.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()

export const findUnits = (read: Reader, ids: readonly string[]): Promise<Unit[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('unit')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .execute()

/** The whole register, for matching names against it. */
export const allUnits = (read: Reader): Promise<Unit[]> => read.selectFrom('unit').selectAll().orderBy('number').execute()
