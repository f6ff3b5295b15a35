import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuUsage } from 'node:process'
import { sql } from 'kysely'
import { z } from 'zod'
import { handlers, jobs, phrases } from '../src/house.ts'
import type { Contract } from '../src/kernel/contract.ts'
import { roleMay } from '../src/office/identity/policy/policy.ts'
import { app } from '../src/platform/app.ts'
import { clockAt } from '../src/platform/clock.ts'
import { type Db, openDb, openPool } from '../src/platform/db.ts'
import type { Actor } from '../src/platform/desk.ts'
import { openStore } from '../src/platform/files.ts'
import { runJobs } from '../src/platform/jobs.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { openVault } from '../src/platform/vault.ts'

const place = '990100'
const secretary: Actor = { account: 's', name: 's', role: 'secretary', jurisdiction: place, unitId: null, officialId: null, seat: null }

/** A city's register: so many principals in units of twelve counties, each with an audit on file, and findings and items to weigh. */
async function fillRegister(db: Db, count: number): Promise<void> {
  await sql`insert into jurisdiction (code, name, level, superior, standard, starts_on, ends_on, version) values
    ('990000', '基准省', 'province', null, 'local', '2000-01-01', null, 1), (${place}, '基准市', 'city', '990000', 'local', '2000-01-01', null, 1)`.execute(
    db,
  )
  await sql`insert into jurisdiction (code, name, level, superior, standard, starts_on, ends_on, version)
    select '9901' || lpad(n::text, 2, '0'), '基准县' || n, 'county', ${place}, 'local', '2000-01-01', null, 1 from generate_series(1, 12) n`.execute(
    db,
  )
  await sql`insert into unit (id, number, name, short_names, category, level, jurisdiction, former_names, version)
    select gen_random_uuid(), 'BU' || n, '基准单位' || n, '[]'::jsonb,
      (array['department', 'department', 'institution', 'stateFirm', 'institution'])[1 + n % 5], 'county',
      '9901' || lpad((1 + n % 12)::text, 2, '0'), '[]'::jsonb, 1 from generate_series(1, ${count}) n`.execute(db)
  await sql`insert into official (id, number, name, sex, born_in, former_names, jurisdiction, version)
    select gen_random_uuid(), 'BO' || n, '某' || n, 'female', null, '[]'::jsonb, ${place}, 1 from generate_series(1, ${count}) n`.execute(
    db,
  )
  await sql`insert into tenure (id, official, unit, post, headship, starts_on, ends_on, precision, class, basis, jurisdiction, version)
    select gen_random_uuid(), o.id, u.id, '主任', 'head', date '2016-01-15' + (substr(o.number, 3)::int * 37 % 2800), null, 'day',
      (array['A', 'B', 'B', 'C'])[1 + substr(o.number, 3)::int % 4], null, u.jurisdiction, 1
    from official o join unit u on u.number = 'BU' || substr(o.number, 3)`.execute(db)
  await sql`insert into past_audit (id, official, tenure, unit, kind, "on", source)
    select gen_random_uuid(), official, id, unit, 'inOffice', date '2020-03-01' + (('x' || substr(id::text, 1, 4))::bit(16)::int % 1500), '基准'
    from tenure where substr(id::text, 1, 1) < '8' and starts_on < '2020-01-01'`.execute(db)
}

async function fillTeams(db: Db): Promise<void> {
  await sql`insert into audit_team (id, code, name, district, jurisdiction, ended_on, version)
    select gen_random_uuid(), 'BT' || n, '第' || n || '组', '9901' || lpad((1 + n % 12)::text, 2, '0'), ${place}, null, 1
    from generate_series(1, 16) n`.execute(db)
  await sql`insert into auditor (id, number, name, team, account, skills, starts_on, ends_on, jurisdiction, version)
    select gen_random_uuid(), 'BA' || t.code || '-' || n, '审' || n, t.id, null, '["finance", "firm"]'::jsonb, '2015-01-01', null, ${place}, 1
    from audit_team t, generate_series(1, 10) n`.execute(db)
}

type Measured = { seconds: number; cpuSeconds: number }
const hundredth = (ms: number) => Math.round(ms / 10) / 100
async function measured<T>(work: () => Promise<T>): Promise<[T, Measured]> {
  const [from, before] = [performance.now(), cpuUsage()]
  const answer = await work()
  const { user, system } = cpuUsage(before)
  return [answer, { seconds: hundredth(performance.now() - from), cpuSeconds: hundredth((user + system) / 1000) }]
}

const Plan = z.object({ id: z.uuid() })
const Brought = z.object({
  because: z.string().nullable(),
  comparison: z.object({ rows: z.array(z.object({ name: z.string() })) }).nullable(),
})

/** The house of one secretary, whose questions and acts are answered in this process. */
async function opened(dataFolder: string) {
  const server = await openServer({ dataFolder })
  await migrate(server.url)
  const pool = openPool(server.url, 10)
  const db = openDb(pool)
  const kept = { store: openStore(join(dataFolder, 'files')), seal: openSeal(dataFolder), vault: openVault(dataFolder) }
  const office = { db, clock: clockAt('2026-11-20T02:00:00Z'), ...kept, publish: async () => undefined }
  const may = (actor: Actor, contract: Contract) => roleMay(actor.role, contract)
  const hono = app({ office, handlers, phrases, bus: null, ready: async () => true, whoIs: async () => secretary, may })
  const read = async (answer: Response): Promise<unknown> => {
    if (answer.status !== 200) throw new Error(await answer.text())
    return answer.json()
  }
  return {
    db,
    work: () => runJobs(office, pool, jobs),
    ask: async (name: string, input: Record<string, string>) =>
      read(await hono.request(`http://127.0.0.1/api/${name}?${new URLSearchParams(input)}`)),
    act: async (name: string, input: object) =>
      read(
        await hono.request(`http://127.0.0.1/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1', host: '127.0.0.1' },
          body: JSON.stringify(input),
        }),
      ),
    close: async () => {
      await pool.end()
      await server.release()
    },
  }
}

/** Posts in the library that this year's plan has not. */
const notPlanned = (db: Db, plan: string) =>
  db
    .selectFrom('tenure')
    .select('id')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('planItem')
            .select('id')
            .whereRef('planItem.tenure', '=', 'tenure.id')
            .where('plan', '=', plan)
            .where('year', '=', 2027),
        ),
      ),
    )
    .orderBy('startsOn')
    .orderBy('id')
    .limit(6)
    .execute()

/**
 * What one question of the secretary takes as a whole at `count` subjects, from the request to the answer, the database included:
 * the board opened, why one is not in, and what would bring it in (the first time, and again).
 */
export async function measureRequests(count: number) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const house = await opened(dataFolder)
  try {
    await fillRegister(house.db, count)
    await fillTeams(house.db)
    await sql`analyze`.execute(house.db)
    const { id: plan } = Plan.parse(await house.act('planning.create', { year: 2027 }))
    await house.act('planning.recommend', { plan, moves: 60_000 })
    await house.work()
    const [first, second, third] = await notPlanned(house.db, plan)
    if (!first || !second || !third) throw new Error('everybody is planned')
    const bringing = (tenure: string) => measured(() => house.ask('planning.bring', { plan, tenure, year: '2027' }))
    const [, board] = await measured(() => house.ask('planning.plan', { id: plan }))
    const [, boardAgain] = await measured(() => house.ask('planning.plan', { id: plan }))
    const [, why] = await measured(() => house.ask('planning.why', { plan, tenure: first.id }))
    const [answer, bring] = await bringing(first.id)
    const [, bringAgain] = await bringing(second.id)
    await house.act('planning.ban', { plan, tenure: third.id, year: 2027, reason: '基准' })
    const [, bringAfterChange] = await bringing(first.id)
    const { comparison } = Brought.parse(answer)
    return { subjects: count, board, boardAgain, why, bring, bringAgain, bringAfterChange, changed: comparison?.rows.length ?? null }
  } finally {
    await house.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
