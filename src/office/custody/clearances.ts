import { addDays, type Day } from '../../kernel/day.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { type Handler, serve, stopIf } from '../../platform/serve.ts'
import { listClearances, setClearance } from './contract.ts'
import type { ClearanceRule, ClearedOrgan } from './model.ts'
import { whyNotClear } from './rules.ts'
import { settingsOf } from './store.ts'

const clearances = (read: Reader): Promise<ClearanceRule[]> =>
  read.selectFrom('clearanceRule').selectAll().orderBy('organ').orderBy('validFrom', 'desc').execute()

/** Up to which level an organ may know on a day; null while no rule says. */
export async function clearedTo(read: Reader, organ: ClearedOrgan, on: Day): Promise<ClearanceRule['level'] | null> {
  const rule = await read
    .selectFrom('clearanceRule')
    .select('level')
    .where('organ', '=', organ)
    .where('validFrom', '<=', on)
    .where((is) => is.or([is('validUntil', 'is', null), is('validUntil', '>=', on)]))
    .executeTakeFirst()
  return rule?.level ?? null
}

const lockClearance = (tx: Writer, organ: ClearedOrgan): Promise<ClearanceRule | undefined> =>
  tx.selectFrom('clearanceRule').selectAll().where('organ', '=', organ).where('validUntil', 'is', null).forUpdate().executeTakeFirst()

/** Ends the rule in force the day before the new one begins. */
async function replaceClearance(tx: Writer, before: ClearanceRule | undefined, fresh: Omit<ClearanceRule, 'id'>): Promise<ClearanceRule> {
  const last: Day = addDays(fresh.validFrom, -1)
  if (before) await tx.updateTable('clearanceRule').set({ validUntil: last }).where('id', '=', before.id).execute()
  return tx
    .insertInto('clearanceRule')
    .values({ ...fresh, id: newId() })
    .returningAll()
    .executeTakeFirstOrThrow()
}

const set = serve(setClearance, ({ input, change }) =>
  change(`clearanceRule:${input.organ}`, async (tx) => {
    const before = await lockClearance(tx, input.organ)
    stopIf(whyNotClear(input, before ?? null, await settingsOf(tx)))
    return replaceClearance(tx, before, { ...input, validUntil: null })
  }),
)

export const clearancesApi: readonly Handler[] = [serve(listClearances, ({ read }) => clearances(read)), set]
