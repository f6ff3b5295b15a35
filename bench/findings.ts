import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
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
import { fillFindings, fillProjects } from './findings-case.ts'
import { aggregates, floorServer, lists } from './findings-floor.ts'

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
const portOf = (at: ReturnType<Server['address']>) => (typeof at === 'object' && at ? at.port : 0)
async function opened(office: Office, pool: pg.Pool): Promise<{ house: Listening; floor: Listening }> {
  const front = { office, handlers, phrases, bus: null, ready: async () => true, whoIs: async () => lead }
  const house = serve({
    fetch: app({ ...front, may: (actor, contract) => roleMay(actor.role, contract) }).fetch,
    port: 0,
    hostname: '127.0.0.1',
  })
  await new Promise((ready) => house.once('listening', ready))
  const floor = await floorServer(pool)
  await new Promise<void>((ready) => floor.listen(0, '127.0.0.1', ready))
  return {
    house: { address: `http://127.0.0.1:${portOf(house.address())}`, close: () => void house.close() },
    floor: { address: `http://127.0.0.1:${portOf(floor.address())}`, close: () => void floor.close() },
  }
}

/** How long the nightly comparison of all findings takes. */
async function nightly(office: Office): Promise<number> {
  const { desk, leave } = await openDesk(office, { actor: houseActor, verb: 'findings.repeats', input: {} })
  const from = performance.now()
  await seekAll(desk)
  await leave()
  return performance.now() - from
}

/** Fills the house half and whole, and times the comparison of each: twice the findings, twice the time. */
async function filled(office: Office, db: Db) {
  const half = Math.floor(count / 2)
  await fillProjects(db, count)
  await fillFindings(db, { from: 1, to: half })
  const halfMs = await nightly(office)
  await fillFindings(db, { from: half + 1, to: count })
  await sql`delete from finding_repeat`.execute(db)
  const wholeMs = await nightly(office)
  await sql`vacuum analyze finding_repeat`.execute(db)
  const { rows } = await sql<{ pairs: number }>`select count(*)::int as pairs from finding_repeat`.execute(db)
  const perFinding = round(wholeMs / count / (halfMs / half))
  return { findings: [half, count], ms: [round(halfMs), round(wholeMs)], pairs: rows[0]?.pairs, ratio: round(wholeMs / halfMs), perFinding }
}

const Told = z.object({
  total: z.union([z.number(), z.object({ count: z.number() }).transform(({ count }) => count)]),
  rows: z.array(z.looseObject({ id: z.string().optional() })),
})
const told = async (address: string) => {
  const { total, rows } = Told.parse(await (await fetch(address)).json())
  return JSON.stringify([total, ...rows.flatMap(({ id }) => (id ? [id] : []))])
}
/** Ours and the floor in turns, once both were seen to say the same. */
async function compared(ours: string, floor: string) {
  if ((await told(ours)) !== (await told(floor))) throw new Error(`${ours} and the floor do not say the same`)
  return inTurns(ours, floor)
}

/** A list of half a million findings filtered and sorted against a plain server, figures against SQL by hand, and the nightly comparison. */
export async function measureFindings() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const server = await openServer({ dataFolder })
  await migrate(server.url)
  const pool = openPool(server.url, 10)
  const bare = new pg.Pool({ ...connection(server.url), max: 10 })
  bare.on('error', () => undefined)
  const db = openDb(pool)
  const kept = { store: openStore(join(dataFolder, 'files')), seal: openSeal(dataFolder), vault: openVault(dataFolder) }
  const office = { db, ...kept, clock: clockAt('2026-11-20T02:00:00Z'), publish: async () => undefined }
  const { house, floor } = await opened(office, bare)
  try {
    const repeats = await filled(office, db)
    const list: Record<string, object> = {}
    for (const { name, ask } of lists)
      list[name] = await compared(
        `${house.address}/api/findings.list?${new URLSearchParams({ ...ask, limit: '50' })}`,
        `${floor.address}/?${new URLSearchParams({ list: name })}`,
      )
    const figures: Record<string, object> = {}
    for (const by of Object.keys(aggregates))
      figures[by] = await compared(`${house.address}/api/findings.figures?by=${by}`, `${floor.address}/?by=${by}`)
    return { findings: count, list, figures, repeats }
  } finally {
    house.close()
    floor.close()
    await Promise.all([pool.end(), bare.end()])
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
