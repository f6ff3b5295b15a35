import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { connection } from '../src/platform/db.ts'

const parts = (table: string) => `select * from ${table} where project = $1 order by id`
const subjects = `select s.*, o.name, o.number from project_subject s join official o on o.id = s.official where s.project = $1`
const replies = 'select r.* from draft_reply r join project_draft d on d.id = r.draft where d.project = $1'
const unit = 'select u.* from unit u join project p on p.unit = u.id where p.id = $1'
const project = 'select * from project where id = $1'
const findings = 'select id, number, title from finding where project = $1 order by number'
const proven = `select e.finding, count(*) from finding_evidence e join finding f on f.id = e.finding where f.project = $1 group by 1`

/** One plain query a panel: the least that anything could answer. */
const bare: Readonly<Record<string, readonly string[]>> = {
  'projects.room': ['select p.*, u.name from project p join unit u on u.id = p.unit where p.id = $1'],
  'projects.history': [parts('project_step')],
  'projects.deadlines': [parts('deadline')],
  'projects.findings': [findings],
  'documents.ofSubject': [parts('issued_paper')],
  'projects.drafts': [parts('project_draft')],
  'projects.sides': [parts('review_case')],
  'projects.file': [parts('archive_unit')],
}

/** The same rows that each panel shows or its buttons depend on, in plain queries. */
const same: Readonly<Record<string, readonly string[]>> = {
  'projects.room': [
    ...[project, unit, subjects, findings, proven, replies],
    ...['project_step', 'project_member', 'project_service', 'project_draft', 'deadline', 'business_meeting'].map(parts),
    ...['project_termination', 'archive_unit', 'recusal_declaration'].map(parts),
    `select kind from issued_paper where project = $1 and state = 'draft'`,
  ],
  'projects.history': [project, parts('project_step')],
  'projects.deadlines': [
    ...[project, unit, subjects, parts('deadline'), 'select * from clock_rule'],
    'select c.* from deadline_count c join deadline d on d.id = c.deadline where d.project = $1',
    'select c.* from deadline_suspension c join deadline d on d.id = c.deadline where d.project = $1',
  ],
  'projects.findings': [
    ...[project, findings, proven, replies],
    `select r.finding, o.name from responsibility r join finding f on f.id = r.finding join official o on o.id = r.official where f.project = $1`,
  ],
  'documents.ofSubject': [
    parts('issued_paper'),
    `select r.paper, count(*), count(r.served_on) from service_receipt r join issued_paper p on p.id = r.paper where p.project = $1 group by 1`,
  ],
  'projects.drafts': [project, unit, subjects, findings, replies, parts('project_draft'), parts('project_service')],
  'projects.sides': [project, ...['project_termination', 'review_case', 'remedy', 'business_meeting'].map(parts)],
  'projects.file': [project, parts('archive_unit')],
}

export type Floor = { ask(panel: string): Promise<unknown>; close(): Promise<void> }

/**
 * A plain node:http server with a pool of pg connections, no checks and no walls. `bare`: one query a panel. `same`: the
 * rows of each panel, and the reading written down, as the law of the house asks of any server.
 */
export async function openFloor(url: string, id: string, kind: 'bare' | 'same'): Promise<Floor> {
  const pool = new pg.Pool({ ...connection(url), max: 10 })
  await pool.query('create table if not exists floor_reading (at timestamptz not null default now(), panel text not null)')
  const server = createServer(async (request, response) => {
    const panel = (request.url ?? '').slice(1)
    const found = await Promise.all(
      ((kind === 'bare' ? bare : same)[panel] ?? []).map((text) => pool.query(text, text.includes('$1') ? [id] : [])),
    )
    if (kind === 'same') await pool.query('insert into floor_reading (panel) values ($1)', [panel])
    response.end(JSON.stringify(found.map(({ rows }) => rows)))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    ask: async (panel) => (await fetch(`http://127.0.0.1:${port}/${panel}`)).json(),
    close: async () => {
      await new Promise((done) => server.close(done))
      await pool.end()
    },
  }
}
