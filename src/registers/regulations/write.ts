import type { Day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Regulation, Workday } from './model.ts'
import { settled } from './rules/versions.ts'
import type { Head } from './store.ts'

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

type Dated = Pick<Head, 'id' | 'version' | 'adoptedOn' | 'effectiveOn' | 'effectiveBasis' | 'until' | 'state'>
const differs = (a: Dated, b: Dated) =>
  a.until !== b.until || a.state !== b.state || a.effectiveOn !== b.effectiveOn || a.effectiveBasis !== b.effectiveBasis

/** Writes each version's days and state as they follow from all versions of the title. */
export async function keepSettled(tx: Writer, heads: readonly Dated[], repealedOn: Day | null): Promise<void> {
  const ids = heads.map(({ id }) => id)
  const kept =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('regulationVersion')
          .select(['id', 'until', 'state', 'effectiveOn', 'effectiveBasis', 'version', 'adoptedOn'])
          .where('id', 'in', ids)
          .execute()
  for (const { id, version, until, state, effectiveOn, effectiveBasis, ...rest } of settled(heads, repealedOn)) {
    const before = kept.find((each) => each.id === id)
    if (!before || !differs(before, { ...rest, id, version, until, state, effectiveOn, effectiveBasis })) continue
    await tx
      .updateTable('regulationVersion')
      .set({ until, state, effectiveOn, effectiveBasis, version: version + 1 })
      .where('id', '=', id)
      .execute()
  }
}

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
