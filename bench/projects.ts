import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import pg from 'pg'
import { handlers, phrases } from '../src/house.ts'
import { roleMay } from '../src/office/identity/policy/policy.ts'
import { app } from '../src/platform/app.ts'
import { clockAt } from '../src/platform/clock.ts'
import { connection, type Db, json, openDb, openPool } from '../src/platform/db.ts'
import type { Actor, Office } from '../src/platform/desk.ts'
import { openStore } from '../src/platform/files.ts'
import { newId } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { openVault } from '../src/platform/vault.ts'

const panels = ['room', 'history', 'deadlines', 'findings', 'papers', 'drafts', 'sides', 'file'] as const
const runs = 40

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
const many = async (work: () => Promise<unknown>) => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await timed(work))
  return median(times)
}

const bare = { periodFrom: null, periodTo: null, reportFile: null, document: null }
async function fill(db: Db, count: number): Promise<string> {
  const unit = newId()
  await sql`insert into unit (id, number, name, short_names, category, level, jurisdiction, former_names, version)
    values (${unit}, 'B1', '基准单位', '[]'::jsonb, 'department', 'county', '990100', '[]'::jsonb, 1)`.execute(db)
  await sql`insert into project (id, number, title, kind, unit, audited_by, year, jurisdiction, version, state, track, opened_on, started_on)
    select gen_random_uuid(), 'B-' || n, '基准项目' || n, 'inOffice', ${unit}, '审计局', 2026, '990100', 1, 'fieldwork', 'standard',
      date '2026-01-01' + (n % 200), date '2026-02-01' + (n % 200) from generate_series(1, ${count}) n`.execute(db)
  const { id } = await db.selectFrom('project').select('id').where('number', '=', 'B-1').executeTakeFirstOrThrow()
  const findings = Array.from({ length: 30 }, (_, at) => ({
    id: newId(),
    number: `BF-${at}`,
    project: id,
    title: `问题${at}`,
    problemClass: 'F03-01',
  }))
  const place = {
    unit,
    jurisdiction: '990100',
    version: 1,
    facts: '事实',
    year: 2026,
    established: 'draft' as const,
    paragraph: null,
    start: null,
    end: null,
  }
  await db
    .insertInto('finding')
    .values(findings.map((finding) => ({ ...finding, ...place, ...bare, money: json([]), basis: json([]) })))
    .execute()
  await sql`insert into project_step (id, project, step, account, name, role, taken_on, "from", "to", text, facts)
    select gen_random_uuid(), ${id}, 'begin', 'a', '甲', 'auditor', '2026-03-01', 'entered', 'fieldwork', '说明', '{}'::jsonb
    from generate_series(1, 60)`.execute(db)
  return id
}

/** A plain node:http server with one pg query of the same table per panel: what the same machine can do without a house. */
async function floorOf(url: string, id: string): Promise<number> {
  const pool = new pg.Pool({ ...connection(url), max: 10 })
  const queries: Record<string, string> = {
    room: 'select p.*, u.name from project p join unit u on u.id = p.unit where p.id = $1',
    history: 'select * from project_step where project = $1 order by id',
    deadlines: 'select * from deadline where project = $1',
    findings: 'select id, number, title from finding where project = $1 order by number',
    papers: 'select * from issued_paper where project = $1',
    drafts: 'select * from project_draft where project = $1',
    sides: 'select * from review_case where project = $1',
    file: 'select * from archive_unit where project = $1',
  }
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1)
    void pool.query(queries[name] ?? 'select 1', [id]).then(({ rows }) => response.end(JSON.stringify(rows)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const all = () => Promise.all(panels.map((panel) => fetch(`http://127.0.0.1:${port}/${panel}`).then((answer) => answer.json())))
  await all()
  const time = await many(all)
  await new Promise((done) => server.close(done))
  await pool.end()
  return time
}

const lead: Actor = {
  account: 'lead',
  name: 'lead',
  role: 'leadAuditor',
  jurisdiction: '990100',
  unitId: null,
  officialId: null,
  seat: null,
}

/** The house on a port of its own, with one auditor signed in. */
async function opened(
  office: Office,
): Promise<{ ask(name: string, input?: Record<string, string>): Promise<unknown>; close(): Promise<void> }> {
  const front = { office, handlers, phrases, bus: null, ready: async () => true, whoIs: async () => lead }
  const hono = app({ ...front, may: (actor, contract) => roleMay(actor.role, contract) })
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  return {
    ask: async (name, input = {}) => (await fetch(`http://127.0.0.1:${port}/api/${name}?${new URLSearchParams(input)}`)).json(),
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

/** The project room's panels at 60 steps and 30 findings against a plain server, and the portfolio of 5,000 projects; all over HTTP. */
export async function measureProjects() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const server = await openServer({ dataFolder })
  await migrate(server.url)
  const pool = openPool(server.url, 10)
  const db = openDb(pool)
  const store = openStore(join(dataFolder, 'files'))
  const office = {
    db,
    store,
    clock: clockAt('2026-11-20T02:00:00Z'),
    seal: openSeal(dataFolder),
    vault: openVault(dataFolder),
    publish: async () => undefined,
  }
  const house = await opened(office)
  try {
    const id = await fill(db, 5000)
    const room = () => Promise.all(panels.map((panel) => house.ask(`projects.${panel}`, { id })))
    await room()
    const ours = await many(room)
    const floor = await floorOf(server.url, id)
    const portfolio = await many(() => house.ask('projects.portfolio'))
    const round = (value: number) => Math.round(value * 100) / 100
    return { roomMs: round(ours), floorMs: round(floor), roomOverFloor: round(ours / floor), portfolioMs: round(portfolio), projects: 5000 }
  } finally {
    await house.close()
    await pool.end()
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
