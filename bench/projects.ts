import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { handlers, phrases } from '../src/house.ts'
import { roleMay } from '../src/office/identity/policy/policy.ts'
import { app } from '../src/platform/app.ts'
import { clockAt } from '../src/platform/clock.ts'
import { openDb, openPool } from '../src/platform/db.ts'
import type { Actor, Office } from '../src/platform/desk.ts'
import { openStore } from '../src/platform/files.ts'
import { migrate, projectFolder } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { serveSite } from '../src/platform/site.ts'
import { openVault } from '../src/platform/vault.ts'
import { firstRows } from './first-rows.ts'
import { fillProjects } from './projects-case.ts'
import { openFloor } from './projects-floor.ts'

const panels = [
  ...['projects.room', 'projects.history', 'projects.deadlines', 'projects.findings', 'documents.ofSubject'],
  ...['projects.drafts', 'projects.sides', 'projects.file'],
] as const
const runs = 60
/** Until each of the ten connections has planned each panel's statement: a house that has been open for a while. */
const warmUp = 100

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const round = (value: number) => Math.round(value * 100) / 100
type Asking = { ask(panel: string): Promise<unknown> }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** All of them take turns, so that whatever else the machine does falls on all alike. */
async function inTurns<K extends string>(works: Readonly<Record<K, () => Promise<unknown>>>): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let run = 0; run < runs + warmUp; run++)
    for (const name of names) {
      const time = await timed(works[name])
      if (run >= warmUp) times[name].push(time)
    }
  return Object.fromEntries(names.map((name) => [name, round(median(times[name]))])) as Record<K, number>
}

const whole = (side: Asking) => () => Promise.all(panels.map((panel) => side.ask(panel)))

/** The room as it opens, all panels at once; then each panel alone. */
async function compared(ours: Asking, bare: Asking, same: Asking) {
  const room = await inTurns({ ours: whole(ours), bare: whole(bare), same: whole(same) })
  const each: Record<string, { ours: number; bare: number; same: number }> = {}
  for (const panel of panels)
    each[panel] = await inTurns({ ours: () => ours.ask(panel), bare: () => bare.ask(panel), same: () => same.ask(panel) })
  return { room, each }
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
): Promise<{ address: string; ask(name: string, input?: Record<string, string>): Promise<unknown>; close(): Promise<void> }> {
  const front = { office, handlers, phrases, bus: null, ready: async () => true, whoIs: async () => lead }
  const hono = app({ ...front, may: (actor, contract) => roleMay(actor.role, contract) })
  serveSite(hono, join(projectFolder(), 'dist', 'web'))
  const server = serve({ fetch: hono.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  const address = `http://127.0.0.1:${port}`
  return {
    address,
    ask: async (name, input = {}) => (await fetch(`${address}/api/${name}?${new URLSearchParams(input)}`)).json(),
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

/** The project room at 60 papers, 60 steps and 30 findings against two plain servers, and the portfolio of 5,000 projects; all over HTTP. */
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
    const id = await fillProjects(db, 5000)
    const [bare, same] = [await openFloor(server.url, id, 'bare'), await openFloor(server.url, id, 'same')]
    const inputOf = (panel: string) => (panel === 'documents.ofSubject' ? { subject: `project:${id}` } : { id })
    const { room, each } = await compared({ ask: (panel) => house.ask(panel, inputOf(panel)) }, bare, same)
    await Promise.all([bare.close(), same.close()])
    const { portfolio } = await inTurns({ portfolio: () => house.ask('projects.portfolio') })
    const seen = await firstRows(`${house.address}/portfolio`, '.gantt-row')
    const ratios = { roomOverFloor: round(room.ours / room.same), roomOverBare: round(room.ours / room.bare) }
    return {
      roomMs: room.ours,
      floorMs: room.same,
      bareMs: room.bare,
      ...ratios,
      panels: each,
      portfolioMs: portfolio,
      portfolio: seen,
      projects: 5000,
    }
  } finally {
    await house.close()
    await pool.end()
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
