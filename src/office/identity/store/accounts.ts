import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { countOf, likeText, type Reader } from '../../../platform/db.ts'
import type { AccountFilter, AccountLine, OrderLine } from '../accounts.contract.ts'
import type { SeatLine } from '../contract.ts'
import type { OrderState } from '../model.ts'
import { prefixOf } from '../rules/orders.ts'

const inside = (place: string) => `${likeText(prefixOf(place))}%`

/** Seats with the names of their units, oldest first. */
const seatLines = (read: Reader) =>
  read
    .selectFrom('seat')
    .leftJoin('unit', 'unit.id', 'seat.unitId')
    .select(['seat.id', 'seat.account', 'seat.role', 'seat.jurisdiction', 'seat.unitId', 'seat.fromOn', 'seat.untilOn', 'seat.endedOn'])
    .select('unit.name as unitName')
    .orderBy('seat.fromOn')
    .orderBy('seat.id')
export const seatLinesOf = (read: Reader, account: string): Promise<SeatLine[]> =>
  seatLines(read).where('seat.account', '=', account).execute()

type Asking = { place: string; today: Day; now: string; filter: AccountFilter }
/** Accounts a place may know: those with a seat, or an order for one, inside it. */
function matching(read: Reader, { place, now, filter }: Asking) {
  const word = `%${likeText(filter.q ?? '')}%`
  return read
    .selectFrom('account')
    .where(
      sql<boolean>`(${place} = '*' or exists (select from seat s where s.account = account.account and s.jurisdiction like ${inside(place)})
        or exists (select from access_order o where o.account = account.account and o.detail ->> 'jurisdiction' like ${inside(place)}))`,
    )
    .$if(Boolean(filter.q), (query) =>
      query.where((is) =>
        is.or([is('account.account', 'ilike', word), is('account.name', 'ilike', word), is('account.person', 'ilike', word)]),
      ),
    )
    .$if(filter.role.length > 0, (query) =>
      query.where(
        sql<boolean>`exists (select from seat s where s.account = account.account and s.ended_on is null and s.role = any(${filter.role}::text[]))`,
      ),
    )
    .$if(filter.state === 'active', (query) => query.where('disabledOn', 'is', null))
    .$if(filter.state === 'disabled', (query) => query.where('disabledOn', 'is not', null))
    .$if(filter.state === 'locked', (query) => query.where('lockedUntil', '>', now))
    .$if(filter.state === 'waiting', (query) =>
      query.where(sql<boolean>`exists (select from access_order o where o.account = account.account and o.state = 'waiting')`),
    )
}

const columns = ['account', 'name', 'person', 'officialId', 'demo', 'disabledOn', 'createdAt'] as const
const waitingOrders = sql<number>`(select count(*) from access_order o where o.account = account.account and o.state = 'waiting')`
const hasFactor = sql<boolean>`exists (select from second_factor f where f.account = account.account and f.confirmed_at is not null)`

/** One page of accounts, each with its seats in force or to come. */
export async function accountPage(read: Reader, asking: Asking): Promise<{ rows: AccountLine[]; total: number }> {
  const { filter, today, now } = asking
  const rows = await matching(read, asking)
    .select(columns.map((column) => `account.${column}` as const))
    .select(sql<string | null>`case when locked_until > ${now} then locked_until end`.as('lockedUntil'))
    .select([waitingOrders.as('waiting'), hasFactor.as('secondFactor')])
    .orderBy('account')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const total = await countOf(matching(read, asking).select((e) => e.fn.countAll<number>().as('count')))
  const names = rows.map((row) => row.account)
  const seats =
    names.length === 0
      ? []
      : await seatLines(read)
          .where('seat.account', 'in', names)
          .where('seat.endedOn', 'is', null)
          .where((is) => is.or([is('seat.untilOn', 'is', null), is('seat.untilOn', '>=', today)]))
          .execute()
  return {
    total,
    rows: rows.map((row) => ({ ...row, waiting: Number(row.waiting), seats: seats.filter((seat) => seat.account === row.account) })),
  }
}

type OrderAsking = { place: string; state?: OrderState | undefined; account?: string; offset: number; limit: number }
function matchingOrders(read: Reader, { place, state, account }: OrderAsking) {
  return read
    .selectFrom('accessOrder as o')
    .innerJoin('account', 'account.account', 'o.account')
    .where('o.kind', '<>', 'migrated')
    .where(
      sql<boolean>`(${place} = '*' or o.detail ->> 'jurisdiction' like ${inside(place)}
        or exists (select from seat s where s.account = o.account and s.jurisdiction like ${inside(place)}))`,
    )
    .$if(state !== undefined, (query) => query.where('o.state', '=', state ?? 'waiting'))
    .$if(account !== undefined, (query) => query.where('o.account', '=', account ?? ''))
}

const proposerUnit = sql<
  string | null
>`(select s.unit_id::text from seat s where s.account = o.proposed_by order by s.from_on desc limit 1)`
/** One page of orders, those that wait first, then the latest. */
export async function orderPage(read: Reader, asking: OrderAsking): Promise<{ rows: OrderLine[]; total: number }> {
  const rows = await matchingOrders(read, asking)
    .leftJoin('unit', (join) => join.on(sql<boolean>`unit.id::text = o.detail ->> 'unitId'`))
    .leftJoin('official', 'official.id', 'account.officialId')
    .leftJoin('account as proposer', 'proposer.account', 'o.proposedBy')
    .leftJoin('account as decider', 'decider.account', 'o.decidedBy')
    .selectAll('o')
    .select(['account.name', 'unit.name as unitName', 'official.name as officialName'])
    .select(['proposer.name as proposerName', 'decider.name as deciderName'])
    .select(sql<boolean>`coalesce(o.kind = 'seat' and o.detail ->> 'unitId' is distinct from ${proposerUnit}, false)`.as('outside'))
    .orderBy(sql`o.state = 'waiting'`, 'desc')
    .orderBy('o.proposedAt', 'desc')
    .orderBy('o.id')
    .offset(asking.offset)
    .limit(asking.limit)
    .execute()
  const total = await countOf(matchingOrders(read, asking).select((e) => e.fn.countAll<number>().as('count')))
  return { rows, total }
}

/** A few units inside a place whose name or number holds a word. */
export const unitsNamed = (read: Reader, { q, place }: { q: string; place: string }) => {
  const word = `%${likeText(q)}%`
  return read
    .selectFrom('unit')
    .select(['id', 'name', 'number'])
    .where('jurisdiction', 'like', inside(place))
    .where((is) => is.or([is('name', 'ilike', word), is('number', 'ilike', word)]))
    .orderBy(sql`length(name)`)
    .orderBy('number')
    .limit(20)
    .execute()
}

/** Accounts of the demonstration in the order they were made, each with the role it signs in with; shown only while it is loaded. */
export const demoAccounts = (read: Reader, today: Day) =>
  read
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.account')
    .where('account.demo', '=', true)
    .where('account.disabledOn', 'is', null)
    .where('seat.endedOn', 'is', null)
    .where((is) => is.or([is('seat.untilOn', 'is', null), is('seat.untilOn', '>=', today)]))
    .distinctOn(['account.createdAt', 'account.account'])
    .select(['account.account', 'account.name', 'seat.role'])
    .orderBy('account.createdAt')
    .orderBy('account.account')
    .orderBy('seat.fromOn')
    .orderBy('seat.id')
    .execute()
