import type { Day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Regulation, RegulationVersion, Workday } from './model.ts'

export const lockRegulation = (tx: Writer, id: string) =>
  tx.selectFrom('regulation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const lockVersion = (tx: Writer, id: string) =>
  tx
    .selectFrom('regulationVersion')
    .select(['id', 'regulation', 'adoptedOn', 'effectiveOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const markRepealed = (tx: Writer, { id, version }: Regulation, { on, basis }: { on: Day; basis: string }): Promise<Regulation> =>
  tx
    .updateTable('regulation')
    .set({ repealedOn: on, repealBasis: basis, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const keepEffective = (
  tx: Writer,
  { id, version }: Pick<RegulationVersion, 'id' | 'version'>,
  dated: Pick<RegulationVersion, 'effectiveOn' | 'effectiveBasis'>,
) =>
  tx
    .updateTable('regulationVersion')
    .set({ ...dated, version: version + 1 })
    .where('id', '=', id)
    .execute()

export const lockDay = (tx: Writer, day: Day) => tx.selectFrom('workday').selectAll().where('day', '=', day).forUpdate().executeTakeFirst()

/** Keeps a day as special, or forgets it when it is like its week. */
export async function keepDay(tx: Writer, day: Omit<Workday, 'id' | 'version'>, kept: Workday | null, special: boolean): Promise<number> {
  if (!special) {
    await tx.deleteFrom('workday').where('day', '=', day.day).execute()
    return 0
  }
  const version = (kept?.version ?? 0) + 1
  await tx
    .insertInto('workday')
    .values({ id: newId(), ...day, version })
    .onConflict((same) => same.column('day').doUpdateSet({ ...day, version }))
    .execute()
  return version
}

export const keepYear = (tx: Writer, year: { year: number; source: string }) =>
  tx
    .insertInto('calendarYear')
    .values({ id: newId(), ...year, version: 1 })
    .onConflict((same) => same.column('year').doUpdateSet({ source: year.source }))
    .returning(['year', 'source'])
    .executeTakeFirstOrThrow()
