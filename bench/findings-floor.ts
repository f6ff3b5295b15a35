import { createServer } from 'node:http'
import type pg from 'pg'

/** Which findings the reader sees, as somebody would write it who has only this one in mind. */
const mine = "f.jurisdiction like '9901%'"

type Question = { name: string; ask: Record<string, string>; where: string; order: string }
/** How a list is asked for in an office: as it opens, narrowed, and ordered by money. */
export const lists: readonly Question[] = [
  { name: 'newest', ask: {}, where: 'true', order: 'f.year desc, f.number' },
  {
    name: 'class and year',
    ask: { class: 'F05', year: '2024' },
    where: "f.problem_class like 'F05%' and f.year in (2024)",
    order: 'f.year desc, f.number',
  },
  { name: 'by money in breach', ask: { sort: '-breach' }, where: 'true', order: "money_of(f.money, 'breach') desc, f.number" },
  {
    name: 'large breaches of a class',
    ask: { class: 'F07', moneyKind: 'breach', moneyFrom: '50', sort: '-breach' },
    where: "f.problem_class like 'F07%' and money_of(f.money, 'breach') >= 50000000",
    order: "money_of(f.money, 'breach') desc, f.number",
  },
]

export const aggregates: Readonly<Record<string, string>> = {
  class1: 'left(f.problem_class, 3)',
  year: 'f.year::text',
  unitType: 'u.category',
}
/** The same figures as somebody would write them by hand: findings that stand, by group and kind of money, in one pass. */
const byHand = (key: string, joined: string) => `
  select ${key} as key, l.value ->> 'kind' as kind, count(*) filter (where l.at is null or l.at = 1) as findings,
    coalesce(sum((l.value ->> 'fen')::bigint), 0) as fen
  from finding f join project p on p.id = f.project ${joined}
  left join lateral jsonb_array_elements(f.money) with ordinality as l(value, at) on true
  where ${mine} and f.established = 'confirmed' and (p.opened_on is null or p.reported_on is not null) and p.state <> 'terminated'
    and not exists (select from objection o where o.finding = f.id and (o.effect = 'withdrawn' or o.outcome = 'pending'))
  group by 1, 2`

/**
 * What a plain server answers on the same tables: one page of the reader’s findings with its exact total and its names, or
 * their sums; no policy, no checks. The reading of a page, which shows persons, is written down with its own commit, as every
 * such reading must be by anybody (decision 056); sums show nobody and are not.
 */
export async function floorServer(pool: pg.Pool) {
  await pool.query('create table if not exists floor_reading (at timestamptz not null default now(), list text not null)')
  return createServer(async (request, answer) => {
    const address = new URL(request.url ?? '/', 'http://floor')
    const list = lists.find(({ name }) => name === address.searchParams.get('list'))
    const by = address.searchParams.get('by') ?? ''
    if (!list) {
      const sums = await pool.query(byHand(aggregates[by] ?? '', by === 'unitType' ? 'join unit u on u.id = p.unit' : ''))
      const counted = sums.rows.reduce((sum, { findings }) => sum + Number(findings), 0)
      return answer.end(JSON.stringify({ total: { count: counted }, rows: sums.rows }))
    }
    const total = await pool.query(`select count(*) from finding f where ${mine} and ${list.where}`)
    const rows = await pool.query(
      `select f.*, u.name as unit_name from finding f join unit u on u.id = f.unit where ${mine} and ${list.where} order by ${list.order} limit 50`,
    )
    const ids = rows.rows.map(({ id }) => id)
    const names = await pool.query(
      'select r.finding, o.name from responsibility r join official o on o.id = r.official where r.finding = any($1)',
      [ids],
    )
    const gone = await pool.query("select finding from objection where finding = any($1) and effect = 'withdrawn'", [ids])
    const again = await pool.query("select finding, verdict from finding_repeat where finding = any($1) and verdict <> 'rejected'", [ids])
    await pool.query('insert into floor_reading (list) values ($1)', [list.name])
    const body = { total: Number(total.rows[0]?.count), rows: rows.rows, names: names.rows, gone: gone.rows, again: again.rows }
    return answer.end(JSON.stringify(body))
  })
}
