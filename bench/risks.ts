import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cubeOf } from '../src/archive/risks/store-cube.ts'
import { connection, openDb, openPool } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'

const units = 600
const projects = 4_000
const each = 15
const rounds = 9

/** Units, audits and findings of a province, made in the database: 60,000 findings in ten years. */
const filling = [
  `insert into jurisdiction (code, name, level, standard, version) values ('990100', '基准市', 'city', 'local', 1) on conflict do nothing`,
  `insert into unit (id, number, name, short_names, former_names, category, level, jurisdiction, version)
   select gen_random_uuid(), 'B' || n, '基准单位' || n, '[]', '[]',
     (array['department','institution','stateFirm','association'])[1 + n % 4], 'county', '990100', 1 from generate_series(1, ${units}) n`,
  `insert into project (id, title, kind, unit, audited_by, year, jurisdiction, version, state, track, reported_on)
   select gen_random_uuid(), '审计' || n, 'inOffice', (select id from unit where number = 'B' || (1 + n % ${units})), '审计局',
     2016 + n % 10, '990100', 1, 'archived', 'standard', make_date(2016 + n % 10, 8, 1) from generate_series(1, ${projects}) n`,
  `insert into finding (id, number, project, title, problem_class, facts, unit, money, basis, jurisdiction, version, year, established)
   select gen_random_uuid(), 'Z' || row_number() over (), p.id, '问题', 'F' || lpad((1 + (random() * 9)::int)::text, 2, '0') || '-0' || (1 + (random() * 5)::int),
     '事实', p.unit, case when random() < 0.5 then '[]'::jsonb else jsonb_build_array(jsonb_build_object('kind', 'breach', 'fen', (random() * 1e9)::bigint)) end,
     '[]', '990100', 1, p.year, 'confirmed' from project p, generate_series(1, ${each})`,
  `insert into official (id, number, name, former_names, jurisdiction, version) values (gen_random_uuid(), 'BO', '基准干部', '[]', '990100', 1)`,
  `insert into objection (id, finding, official, raised_on, text, outcome, decided_on, effect)
   select gen_random_uuid(), f.id, o.id, '2026-01-01', '异议', case at % 2 when 0 then 'pending' else 'upheld' end,
     case at % 2 when 0 then null else date '2026-02-01' end, case at % 2 when 0 then null else 'withdrawn' end
   from official o, (select id, row_number() over () as at from finding where random() < 0.02) f`,
  'analyze',
]
/** The same three answers, written by hand. */
const byHand = [
  `select left(f.problem_class, 3), u.category, p.year, count(*), count(distinct p.id)
   from finding f join project p on p.id = f.project join unit u on u.id = p.unit
   where f.established = 'confirmed' and (p.opened_on is null or p.reported_on is not null) and p.state <> 'terminated'
     and not exists (select 1 from objection o where o.finding = f.id and (o.effect = 'withdrawn' or o.outcome = 'pending')) group by 1, 2, 3`,
  `select left(f.problem_class, 3), u.category, p.year, l ->> 'kind', sum((l ->> 'fen')::bigint)
   from finding f join project p on p.id = f.project join unit u on u.id = p.unit, jsonb_array_elements(f.money) l
   where f.established = 'confirmed' and (p.opened_on is null or p.reported_on is not null) and p.state <> 'terminated'
     and not exists (select 1 from objection o where o.finding = f.id and (o.effect = 'withdrawn' or o.outcome = 'pending')) group by 1, 2, 3, 4`,
  `select u.category, p.year, count(*), count(distinct p.unit) from project p join unit u on u.id = p.unit
   where (p.opened_on is null or p.reported_on is not null) and p.state <> 'terminated' group by 1, 2`,
]

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** The cube of common problems against the same questions written by hand; both take turns. */
export async function measureRisks(): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const server = await openServer({ dataFolder: folder })
  const pool = openPool(server.url, 2)
  const client = new pg.Client(connection(server.url))
  await client.connect()
  try {
    await migrate(server.url)
    for (const statement of filling) await client.query(statement)
    const read = openDb(pool)
    const times = { ours: [] as number[], hand: [] as number[] }
    for (let round = 0; round < rounds; round += 1) {
      times.ours.push(await timed(() => cubeOf(read, { years: [], level: 1 })))
      times.hand.push(
        await timed(async () => {
          for (const statement of byHand) await client.query(statement)
        }),
      )
    }
    const [ours, hand] = [median(times.ours), median(times.hand)]
    return { findings: projects * each, oursMs: Math.round(ours), handMs: Math.round(hand), ratio: Math.round((ours / hand) * 100) / 100 }
  } finally {
    await client.end()
    await pool.end()
    await server.release()
    await rm(folder, { recursive: true, force: true })
  }
}
