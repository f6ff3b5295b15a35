import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../../platform/db.ts'
import type { Role, SecurityRule } from '../model.ts'
import { SecuritySettings, type SettingName } from '../rules/settings.ts'

/** The rows in force on a day: of each setting the latest begun. */
export const rulesOn = (read: Reader, day: Day): Promise<SecurityRule[]> =>
  read
    .selectFrom('securityRule')
    .selectAll()
    .distinctOn('name')
    .where('fromOn', '<=', day)
    .orderBy('name')
    .orderBy('fromOn', 'desc')
    .execute()

/** The same as one value inside another question: the settings by name, as they are kept. */
export const settingsValue = (day: Day) =>
  sql<unknown>`(select jsonb_object_agg(r.name, r.value) from (
    select distinct on (name) name, value from security_rule where from_on <= ${day} order by name, from_on desc) as r)`

export async function settingsOn(read: Reader, day: Day): Promise<SecuritySettings> {
  return SecuritySettings.parse(Object.fromEntries((await rulesOn(read, day)).map(({ name, value }) => [name, value])))
}

type Change = { name: SettingName; fromOn: Day; value: unknown; citation: string; setBy: string }
/** From today the setting has another value; the former rows stay. */
export const setRule = (tx: Writer, { value, ...change }: Change) =>
  tx
    .insertInto('securityRule')
    .values({ ...change, value: json(value), verified: true })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'fromOn'])
        .doUpdateSet({ value: json(value), citation: change.citation, setBy: change.setBy, verified: true }),
    )
    .execute()

/** How many administrators of a role can work on this day, beside one account. */
export const othersIn = async (
  read: Reader,
  role: Role,
  { beside, today, demo }: { beside: string; today: Day; demo?: boolean },
): Promise<number> => {
  const rows = await read
    .selectFrom('seat')
    .innerJoin('account', 'account.account', 'seat.account')
    .where('seat.role', '=', role)
    .where('seat.account', '<>', beside)
    .where('account.disabledOn', 'is', null)
    .$if(demo !== undefined, (query) => query.where('account.demo', '=', demo ?? false))
    .where('seat.endedOn', 'is', null)
    .where('seat.fromOn', '<=', today)
    .where((is) => is.or([is('seat.untilOn', 'is', null), is('seat.untilOn', '>=', today)]))
    .select('seat.id')
    .execute()
  return rows.length
}
