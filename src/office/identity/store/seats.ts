import type { Day } from '../../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../../platform/db.ts'
import type { AccessOrder, Seat } from '../model.ts'
import type { Gift, Hand } from '../rules/orders.ts'

export const seatsOf = (read: Reader, account: string): Promise<Seat[]> =>
  read.selectFrom('seat').selectAll().where('account', '=', account).orderBy('fromOn').orderBy('id').execute()
/** Every seat of a person, by whatever account. */
export const seatsOfPerson = (read: Reader, person: string): Promise<Seat[]> =>
  read.selectFrom('seat').selectAll().where('person', '=', person).execute()
export const findSeat = (read: Reader, id: string) => read.selectFrom('seat').selectAll().where('id', '=', id).executeTakeFirst()
export const addSeat = (tx: Writer, seat: Seat) => tx.insertInto('seat').values(seat).execute()
export const endSeat = (tx: Writer, id: string, ended: { on: Day; by: string }) =>
  tx.updateTable('seat').set({ endedOn: ended.on, endedBy: ended.by }).where('id', '=', id).execute()

/** The person and the place an account acts for, by the seat it sits in; undefined for an account that does not exist. */
export async function handOf(
  read: Reader,
  actor: { account: string; jurisdiction: string; unitId: string | null },
): Promise<Hand | undefined> {
  const row = await read.selectFrom('account').select('person').where('account', '=', actor.account).executeTakeFirst()
  return row && { person: row.person, jurisdiction: actor.jurisdiction, unitId: actor.unitId }
}

export const addOrder = (tx: Writer, order: AccessOrder) =>
  tx
    .insertInto('accessOrder')
    .values({ ...order, detail: json(order.detail) })
    .execute()
export const lockOrder = (tx: Writer, id: string) =>
  tx.selectFrom('accessOrder').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
type Decided = { state: 'done' | 'refused' | 'withdrawn'; decidedBy: string; decidedAt: string; reason: string | null }
export const decideOrder = (tx: Writer, id: string, decided: Decided) =>
  tx.updateTable('accessOrder').set(decided).where('id', '=', id).execute()
export const isWaiting = async (read: Reader, account: string): Promise<boolean> =>
  (await read
    .selectFrom('accessOrder')
    .select('id')
    .where('account', '=', account)
    .where('kind', '=', 'seat')
    .where('state', '=', 'waiting')
    .executeTakeFirst()) !== undefined

/** Who proposed or confirmed a seat for whom, as persons; of orders that wait or that gave a seat not ended since. */
export async function giftsTo(read: Reader, person: string, day: Day): Promise<Gift[]> {
  const rows = await read
    .selectFrom('accessOrder as o')
    .innerJoin('account as taker', 'taker.account', 'o.account')
    .innerJoin('account as giver', (join) =>
      join.on((is) => is.or([is('giver.account', '=', is.ref('o.proposedBy')), is('giver.account', '=', is.ref('o.decidedBy'))])),
    )
    .leftJoin('seat', 'seat.accessOrder', 'o.id')
    .where('taker.person', '=', person)
    .where('o.kind', '=', 'seat')
    .where((is) =>
      is.or([
        is('o.state', '=', 'waiting'),
        is.and([
          is('seat.endedOn', 'is', null),
          is.or([is('seat.untilOn', 'is', null), is('seat.untilOn', '>=', day)]),
          is('o.state', '=', 'done'),
        ]),
      ]),
    )
    .select(['giver.person as giver', 'taker.person as taker'])
    .execute()
  return rows
}
