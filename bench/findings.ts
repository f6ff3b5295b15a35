import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import pg from 'pg'
import { seekAll } from '../src/audit/findings/repeats/seek.ts'
import { handlers, phrases } from '../src/house.ts'
import { roleMay } from '../src/office/identity/policy/policy.ts'
import { app } from '../src/platform/app.ts'
import { clockAt } from '../src/platform/clock.ts'
import { connection, type Db, openDb, openPool } from '../src/platform/db.ts'
import { type Actor, type Office, openDesk } from '../src/platform/desk.ts'
import { openStore } from '../src/platform/files.ts'
import { houseActor } from '../src/platform/jobs.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { openVault } from '../src/platform/vault.ts'

const count = Number(process.env.GUANTONG_BENCH_FINDINGS ?? 500_000)
const runs = 15

const lead: Actor = {
  account: 'lead',
  name: 'lead',
  role: 'leadAuditor',
  jurisdiction: '990100',
  unitId: null,
  officialId: null,
  seat: null,
}

/** Twenty findings a project, eight units to a hundred projects; log-normal money, a third of the findings without any. */
async function fill(db: Db): Promise<void> {
  const projects = Math.ceil(count / 20)
  const units = Math.ceil(projects / 12)
  await sql`insert into unit (id, number, name, short_names, category, level, jurisdiction, former_names, version)
    select gen_random_uuid(), 'B' || n, '基准单位' || n, '[]'::jsonb,
      (array['department', 'institution', 'government', 'stateFirm'])[1 + n % 4], 'county', '990100', '[]'::jsonb, 1
    from generate_series(1, ${units}) n`.execute(db)
  await sql`insert into project (id, number, title, kind, unit, audited_by, year, jurisdiction, version, state, track, reported_on)
    select gen_random_uuid(), 'B-' || n, '基准项目' || n, 'inOffice', u.id, '审计局', 2016 + n % 10, '990100', 1, 'archived', 'standard',
      date '2016-06-01' + 365 * (n % 10)
    from generate_series(1, ${projects}) n join (select id, row_number() over (order by number) as at from unit) u on u.at = 1 + n % ${units}`.execute(
    db,
  )
  await sql`insert into finding (id, number, project, title, problem_class, facts, unit, money, basis, year, established, jurisdiction, version)
    select gen_random_uuid(), 'BF-' || lpad(n::text, 7, '0'), p.id, (array['养护项目化整为零规避公开招标', '结转结余资金未及时盘活', '公务接待费超预算支出', '固定资产账实不符', '往来款项长期挂账'])[1 + n % 5] || n % 97,
      'F' || lpad((1 + n % 10)::text, 2, '0') || '-' || lpad((1 + n % 6)::text, 2, '0'),
      '审计抽查发现，该单位第' || n % 1000 || '批事项未按规定程序办理，涉及多个年度，有关资料不完整，责任科室未能说明原因。', p.unit,
      case n % 3 when 0 then '[]'::jsonb
        when 1 then jsonb_build_array(jsonb_build_object('kind', 'breach', 'fen', (exp(9 + 3 * random()) * 100)::bigint))
        else jsonb_build_array(jsonb_build_object('kind', 'irregular', 'fen', (exp(11 + 3 * random()) * 100)::bigint),
          jsonb_build_object('kind', 'payable', 'fen', (exp(8 + 3 * random()) * 100)::bigint)) end,
      '["《中华人民共和国预算法》第十三条"]'::jsonb, p.year, 'confirmed', '990100', 1
    from generate_series(1, ${count}) n
    join (select id, unit, year, row_number() over (order by number) as at from project) p on p.at = 1 + n % ${projects}`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

type Question = { name: string; ask: Record<string, string>; where: string; order: string }
/** How a list is asked for in an office: as it opens, narrowed, and ordered by money. */
const lists: readonly Question[] = [
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

const aggregates: Readonly<Record<string, string>> = {
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
  where f.established = 'confirmed' and (p.opened_on is null or p.reported_on is not null) and p.state <> 'terminated'
    and not exists (select from objection o where o.finding = f.id and (o.effect = 'withdrawn' or o.outcome = 'pending'))
  group by 1, 2`

/** What a plain server answers on the same tables: one page with its exact total and its names, or the sums; no rights, no trail. */
function floorServer(pool: pg.Pool) {
  return createServer(async (request, answer) => {
    const address = new URL(request.url ?? '/', 'http://floor')
    const list = lists.find(({ name }) => name === address.searchParams.get('list'))
    const by = address.searchParams.get('by') ?? ''
    if (!list) {
      const sums = await pool.query(byHand(aggregates[by] ?? '', by === 'unitType' ? 'join unit u on u.id = p.unit' : ''))
      return answer.end(JSON.stringify(sums.rows))
    }
    const total = await pool.query(`select count(*) from finding f where ${list.where}`)
    const rows = await pool.query(
      `select f.*, u.name as unit_name from finding f join unit u on u.id = f.unit where ${list.where} order by ${list.order} limit 50`,
    )
    const ids = rows.rows.map(({ id }) => id)
    const names = await pool.query(
      'select r.finding, o.name from responsibility r join official o on o.id = r.official where r.finding = any($1)',
      [ids],
    )
    const gone = await pool.query("select finding from objection where finding = any($1) and effect = 'withdrawn'", [ids])
    const again = await pool.query("select finding, verdict from finding_repeat where finding = any($1) and verdict <> 'rejected'", [ids])
    return answer.end(JSON.stringify([total.rows, rows.rows, names.rows, gone.rows, again.rows]))
  })
}

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const round = (value: number) => Math.round(value * 100) / 100
async function once(address: string): Promise<number> {
  const from = performance.now()
  const answer = await fetch(address)
  await answer.text()
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return performance.now() - from
}
/** Both take turns, so that whatever else the machine does falls on both alike. */
async function inTurns(ours: string, floor: string) {
  const times = { ours: [] as number[], floor: [] as number[] }
  for (let run = 0; run < runs + 2; run++) {
    const pair = { ours: await once(ours), floor: await once(floor) }
    if (run < 2) continue
    times.ours.push(pair.ours)
    times.floor.push(pair.floor)
  }
  const [p50, floorP50] = [middle(times.ours), middle(times.floor)]
  return { p50: round(p50), floorP50: round(floorP50), ratio: round(p50 / floorP50) }
}

type Listening = { address: string; close(): void }
const portOf = (at: ReturnType<ReturnType<typeof createServer>['address']>) => (typeof at === 'object' && at ? at.port : 0)
async function opened(office: Office, pool: pg.Pool): Promise<{ house: Listening; floor: Listening }> {
  const front = { office, handlers, phrases, bus: null, ready: async () => true, whoIs: async () => lead }
  const house = serve({
    fetch: app({ ...front, may: (actor, contract) => roleMay(actor.role, contract) }).fetch,
    port: 0,
    hostname: '127.0.0.1',
  })
  await new Promise((ready) => house.once('listening', ready))
  const floor = floorServer(pool)
  await new Promise<void>((ready) => floor.listen(0, '127.0.0.1', ready))
  return {
    house: { address: `http://127.0.0.1:${portOf(house.address())}`, close: () => void house.close() },
    floor: { address: `http://127.0.0.1:${portOf(floor.address())}`, close: () => void floor.close() },
  }
}

/** The nightly comparison over all findings, and over half of them: twice the findings, twice the time. */
async function repeats(office: Office, db: Db) {
  const seek = async () => {
    const { desk, leave } = await openDesk(office, { actor: houseActor, verb: 'findings.repeats', input: {} })
    const from = performance.now()
    await seekAll(desk)
    await leave()
    return performance.now() - from
  }
  await seek()
  const whole = await seek()
  await sql`delete from finding where unit in (select id from unit where hashtext(id::text) % 2 = 0)`.execute(db)
  await sql`vacuum analyze finding`.execute(db)
  const left = Number((await sql<{ count: string }>`select count(*) as count from finding`.execute(db)).rows[0]?.count)
  const half = await seek()
  return { wholeMs: round(whole), halfMs: round(half), findings: [left, count], timePerFinding: round(whole / count / (half / left)) }
}

/** A list of half a million findings filtered and sorted against a plain server, figures against SQL by hand, and the nightly comparison. */
export async function measureFindings() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const server = await openServer({ dataFolder })
  await migrate(server.url)
  const pool = openPool(server.url, 10)
  const bare = new pg.Pool({ ...connection(server.url), max: 10 })
  const db = openDb(pool)
  const kept = { store: openStore(join(dataFolder, 'files')), seal: openSeal(dataFolder), vault: openVault(dataFolder) }
  const office = { db, ...kept, clock: clockAt('2026-11-20T02:00:00Z'), publish: async () => undefined }
  const { house, floor } = await opened(office, bare)
  try {
    await fill(db)
    const list: Record<string, object> = {}
    for (const { name, ask } of lists)
      list[name] = await inTurns(
        `${house.address}/api/findings.list?${new URLSearchParams({ ...ask, limit: '50' })}`,
        `${floor.address}/?${new URLSearchParams({ list: name })}`,
      )
    const figures: Record<string, object> = {}
    for (const by of Object.keys(aggregates))
      figures[by] = await inTurns(`${house.address}/api/findings.figures?by=${by}`, `${floor.address}/?by=${by}`)
    return { findings: count, list, figures, repeats: await repeats(office, db) }
  } finally {
    house.close()
    floor.close()
    await Promise.all([pool.end(), bare.end()])
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
