import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { connection, json } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'
import { type TestHouse, testHouse } from '../src/platform/testing/house.ts'

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
async function fill(house: TestHouse, count: number): Promise<string> {
  const { db } = house
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
  const place = { unit, jurisdiction: '990100', version: 1, facts: '事实', paragraph: null, start: null, end: null }
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
async function floorOf(house: TestHouse, id: string): Promise<number> {
  const pool = new pg.Pool({ ...connection(house.url), max: 4 })
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

/** The project room's panels at 60 papers and 30 findings against a plain server, and the portfolio of 5,000 projects. */
export async function measureProjects() {
  const house = await testHouse({ at: '2026-11-20T02:00:00Z' })
  try {
    const id = await fill(house, 5000)
    const room = () => Promise.all(panels.map((panel) => house.ask(`projects.${panel}`, { id })))
    await room()
    const ours = await many(room)
    const floor = await floorOf(house, id)
    const each: Record<string, number> = {}
    for (const panel of panels) each[panel] = Math.round((await many(() => house.ask(`projects.${panel}`, { id }))) * 10) / 10
    const portfolio = median(await Promise.all([1, 2, 3].map(() => timed(() => house.ask('projects.portfolio', {})))))
    const round = (value: number) => Math.round(value * 100) / 100
    return {
      roomMs: round(ours),
      floorMs: round(floor),
      roomOverFloor: round(ours / floor),
      panelMs: each,
      portfolioMs: round(portfolio),
      projects: 5000,
    }
  } finally {
    await house.close()
  }
}
