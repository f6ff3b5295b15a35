import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { type OpenHouse, openHouse } from '../src/console.ts'
import { loadDemonstration } from '../src/demonstration/load.ts'
import { handlers, imports, jobs, phrases } from '../src/house.ts'
import { roleMay } from '../src/office/identity/policy/policy.ts'
import { demoPassword } from '../src/office/identity/rules/password.ts'
import { reception } from '../src/office/identity/who.ts'
import { app } from '../src/platform/app.ts'
import { connection } from '../src/platform/db.ts'
import { runJobs } from '../src/platform/jobs.ts'

const rounds = 300
const page = 50

type Seat = { role: string; jurisdiction: string }
/** Which findings a seat sees, as somebody would write it who has only these three readers in mind. */
const mine = ({ role, jurisdiction }: Seat) =>
  role === 'organisation'
    ? `f.project in (select record from share_grant where organ = 'organisation' and state = 'given' and (until is null or until >= current_date))`
    : `f.jurisdiction like '${jurisdiction.replace('*', '').replace(/(?:00)+$/, '')}%'`

/** The floor: who asks, one page of his findings with its exact total and its names, as JSON; no policy, no trail, no checks. */
function floor(url: string) {
  const pool = new pg.Pool({ ...connection(url), max: 10 })
  const server = createServer(async (request, answer) => {
    const token = /guantong_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    const hash = createHash('sha256').update(token).digest('hex')
    const session = await pool.query<Seat>(
      'select * from session s join account a on a.account = s.account join seat t on t.id = s.seat where s.token_hash = $1',
      [hash],
    )
    const [seat] = session.rows
    if (!seat) return answer.writeHead(401).end()
    const total = await pool.query(`select count(*) from finding f where ${mine(seat)}`)
    const found = await pool.query(
      `select f.*, u.name as unit_name from finding f join unit u on u.id = f.unit where ${mine(seat)}
       order by f.year desc, f.number offset 0 limit ${page}`,
    )
    const ids = found.rows.map(({ id }) => id)
    const names = await pool.query(
      'select r.finding, r.official, o.name, r.grade from responsibility r join official o on o.id = r.official where r.finding = any($1)',
      [ids],
    )
    const gone = await pool.query("select finding from objection where finding = any($1) and effect = 'withdrawn'", [ids])
    const repeats = await pool.query("select finding, verdict from finding_repeat where finding = any($1) and verdict <> 'rejected'", [ids])
    const body = { repeats: repeats.rows, rows: found.rows, total: Number(total.rows[0]?.count), names: names.rows, gone: gone.rows }
    return answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  return { server, end: () => pool.end() }
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      resolve(`http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`)
    })
  })

const Page = z.object({ rows: z.array(z.object({ id: z.string() })), total: z.number() })

const middle = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
async function asked(address: string, cookie: string): Promise<string> {
  const answer = await fetch(address, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}
async function once(address: string, cookie: string): Promise<number> {
  const from = performance.now()
  await asked(address, cookie)
  return performance.now() - from
}

/** Both must show the same page: the same rows in the same order, and the same total. */
async function sameRows(addresses: readonly string[], cookie: string): Promise<number> {
  const pages = await Promise.all(addresses.map(async (address) => Page.parse(JSON.parse(await asked(address, cookie)))))
  const [ours, bare] = pages.map(({ rows, total }) => ({ total, ids: rows.map(({ id }) => id) }))
  if (JSON.stringify(ours) !== JSON.stringify(bare)) throw new Error(`not the same page: ${ours?.total} and ${bare?.total} in all`)
  return ours?.total ?? 0
}

async function signedIn(address: string, account: string): Promise<string> {
  const answer = await fetch(`${address}/api/identity.login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ account, password: demoPassword }),
  })
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Both take turns, so that whatever else the machine does falls on both alike. */
async function inTurns(ours: () => Promise<number>, bare: () => Promise<number>) {
  const times = { ours: [] as number[], floor: [] as number[] }
  for (let round = 0; round < rounds + 30; round++) {
    const pair = { ours: await ours(), floor: await bare() }
    if (round < 30) continue
    times.ours.push(pair.ours)
    times.floor.push(pair.floor)
  }
  const [p50, floorP50] = [middle(times.ours), middle(times.floor)]
  return { p50: Math.round(p50 * 100) / 100, floorP50: Math.round(floorP50 * 100) / 100, ratio: Math.round((p50 / floorP50) * 100) / 100 }
}

/** A list page of three readers of a standing house, against the floor on the same database; both in turns. */
export async function measureOn({ office, url }: Pick<OpenHouse, 'office' | 'url'>) {
  await sql`analyze`.execute(office.db)
  const front = { office, handlers, phrases, ...reception(office), bus: null, ready: async () => true }
  const hono = app({ ...front, may: (actor, contract) => roleMay(actor.role, contract) })
  const ours = createServer(getRequestListener(hono.fetch))
  const bare = floor(url)
  const [address, bareAddress] = await Promise.all([listening(ours), listening(bare.server)])
  const of = async (account: string) => {
    const cookie = await signedIn(address, account)
    const list = `${address}/api/findings.list?limit=${page}`
    const total = await sameRows([list, bareAddress], cookie)
    const times = await inTurns(
      () => once(list, cookie),
      () => once(bareAddress, cookie),
    )
    return { total, ...times }
  }
  try {
    return { clerk: await of('clerk'), county: await of('county'), organisation: await of('organisation') }
  } finally {
    for (const server of [ours, bare.server]) {
      server.closeAllConnections()
      server.close()
    }
    await bare.end()
  }
}

/** A list page with both walls and its reading entry, against a small server that has neither, on the demonstration city. */
export async function measureAccess() {
  const folder = mkdtempSync(join(tmpdir(), 'guantong-bench-'))
  process.env.GUANTONG_DATA = folder
  const house = await openHouse()
  const { office } = house
  const work = () => runJobs(office, house.pool, jobs)
  try {
    await loadDemonstration({ office, handlers, house: imports(), password: demoPassword, runJobs: work, progress: () => undefined })
    return await measureOn(house)
  } finally {
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
