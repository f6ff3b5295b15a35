import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serve as listen, type ServerType } from '@hono/node-server'
import { type OpenHouse, openHouse } from './console.ts'
import { handlers, jobs, phrases } from './house.ts'
import type { Contract } from './kernel/contract.ts'
import { roleMay } from './office/identity/policy/policy.ts'
import { settingsOn } from './office/identity/store/security.ts'
import { reception } from './office/identity/who.ts'
import { whyGone } from './office/sharing/gone.ts'
import { checkpointIfDue } from './office/trail/checkpoint.ts'
import { startSequencer } from './office/trail/sequencer.ts'
import { app } from './platform/app.ts'
import { ticks } from './platform/clock.ts'
import type { Actor } from './platform/desk.ts'
import { type Bus, openBus } from './platform/events.ts'
import { startJobs } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { projectFolder } from './platform/migrate.ts'
import { whenParentEnds } from './platform/parent.ts'
import { serveSite } from './platform/site.ts'
import { endStreams } from './platform/stream.ts'

/** `open` says that everything is in its place: only then is the house ready (/readyz). It may be stopped more than once. */
export type Serving = { address: string; house: OpenHouse; open(): void; stop(): Promise<void>; isStopping(): boolean }

async function answers(house: OpenHouse): Promise<boolean> {
  try {
    await house.pool.query('select 1')
    return true
  } catch {
    return false
  }
}

/** An answer kept for ten seconds: settings are read for every request and change seldom. */
function briefly<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; until: number } | null = null
  return () => {
    if (kept !== null && kept.until > ticks()) return kept.value
    const asked = ask()
    kept = { value: asked, until: ticks() + 10_000 }
    asked.catch(() => {
      kept = null
    })
    return asked
  }
}

function frontOf(house: OpenHouse, bus: Bus, isOpen: () => boolean) {
  const { office } = house
  const may = (actor: Actor, contract: Contract) => roleMay(actor.role, contract)
  const paces = briefly(() => settingsOn(office.db, office.clock.today()))
  const hono = app({
    office,
    handlers,
    phrases,
    ...reception(office),
    whyGone: (actor, input) => whyGone(office, actor, input),
    may,
    paces,
    bus,
    ready: async () => isOpen() && (await answers(house)),
  })
  const site = join(projectFolder(), 'dist', 'web')
  if (existsSync(site)) serveSite(hono, site)
  return hono
}

function portOf(server: ServerType): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** A request's head is small and comes soon; its body may take its time (large files over slow lines). */
const serverOptions = { maxHeaderSize: 16_384, headersTimeout: 20_000, requestTimeout: 30 * 60_000, keepAliveTimeout: 10_000 }

async function listening(hono: ReturnType<typeof frontOf>, at: { host: string; port: number }): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: hono.fetch, hostname: at.host, port: at.port, serverOptions }, () => resolve(server))
    server.on('error', reject)
  })
}

/** Serves the house until told to stop: pages, contracts, events and jobs. */
export async function startServing(at: { host: string; port: number }): Promise<Serving> {
  const house = await openHouse()
  const bus = await openBus(house.url)
  const runner = await startJobs(house.office, house.pool, jobs)
  const sequencer = startSequencer(house.office, () => checkpointIfDue(house.office))
  let opened = false
  const server = await listening(
    frontOf(house, bus, () => opened),
    at,
  ).catch(async (error) => {
    await Promise.all([runner.stop(), sequencer.stop(), bus.close()])
    await house.close()
    throw error
  })
  const stopNow = async () => {
    endStreams()
    server.close()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2000).unref()
    await Promise.allSettled([runner.stop(), sequencer.stop(), bus.close()])
    await house.close()
  }
  let stopping: Promise<void> | null = null
  const stop = () => {
    stopping ??= stopNow()
    return stopping
  }
  const open = () => {
    opened = true
  }
  return { address: `http://${at.host}:${portOf(server)}`, house, open, stop, isStopping: () => stopping !== null }
}

/** Stops cleanly, once, on SIGTERM, SIGINT or the end of the process that started us. */
export function stopWithSignals(serving: Serving): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      if (serving.isStopping()) return
      serving
        .stop()
        .catch((error: Error) => log.error({ stop: error.message }))
        .finally(resolve)
    }
    process.on('SIGTERM', stop)
    process.on('SIGINT', stop)
    process.on('SIGHUP', stop)
    whenParentEnds(stop)
  })
}
