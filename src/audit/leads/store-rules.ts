import type { Day } from '../../kernel/day.ts'
import { json, type Writer } from '../../platform/db.ts'
import type { RouteRule, SanctionRule } from './rules/records.ts'

export const addRoute = (tx: Writer, { title, ...rule }: RouteRule): Promise<RouteRule> =>
  tx
    .insertInto('routeRule')
    .values({ ...rule, title: json(title) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const addSanction = (tx: Writer, { title, ...rule }: SanctionRule): Promise<SanctionRule> =>
  tx
    .insertInto('sanctionRule')
    .values({ ...rule, title: json(title) })
    .returningAll()
    .executeTakeFirstOrThrow()
/** The last day of a row that another follows; it stays for the days before. */
export const endRule = async (
  tx: Writer,
  table: 'routeRule' | 'sanctionRule',
  { id, version }: Pick<RouteRule, 'id' | 'version'>,
  validUntil: Day,
): Promise<void> => {
  await tx
    .updateTable(table)
    .set({ validUntil, version: version + 1 })
    .where('id', '=', id)
    .execute()
}
