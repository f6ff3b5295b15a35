import { join } from 'node:path'
import type pg from 'pg'
import { jobs, phrases } from './house.ts'
import { refuse } from './kernel/refusal.ts'
import type { Tongue } from './kernel/say.ts'
import { actorByAccount } from './office/identity/who.ts'
import { announceKey } from './office/trail/sequencer.ts'
import { sentence } from './platform/answer.ts'
import { machineClock } from './platform/clock.ts'
import { openDb, openPool } from './platform/db.ts'
import { type Actor, type Desk, type Office, openDesk } from './platform/desk.ts'
import { publisher } from './platform/events.ts'
import { openStore } from './platform/files.ts'
import { houseActor, runJobs } from './platform/jobs.ts'
import { migrate, projectFolder } from './platform/migrate.ts'
import { defaultDataFolder, openServer } from './platform/postgres/server.ts'
import { openSeal } from './platform/seal.ts'
import { Refused } from './platform/stop.ts'
import { openVault } from './platform/vault.ts'
import type { VerbContext } from './platform/verb.ts'

/** An opened house: the database in use, its pool, and how to let go of both. */
export type OpenHouse = { url: string; pool: pg.Pool; office: Office; dataFolder: string; close(): Promise<void> }

/** Opens the database (DATABASE_URL, or the embedded server of the data folder), brought up to date. */
export async function openHouse(): Promise<OpenHouse> {
  const dataFolder = defaultDataFolder(process.env, projectFolder(), process.getuid?.() === 0)
  const given = process.env.DATABASE_URL
  const server = given ? { url: given, release: async () => undefined } : await openServer({ dataFolder })
  try {
    await migrate(server.url)
  } catch (error) {
    await server.release()
    throw error
  }
  const pool = openPool(server.url, 16)
  const news = openPool(server.url, 2)
  const store = openStore(join(dataFolder, 'files'))
  const office: Office = {
    db: openDb(pool),
    clock: machineClock,
    store,
    seal: openSeal(dataFolder),
    vault: openVault(dataFolder),
    publish: publisher(news),
  }
  const close = async () => {
    await Promise.all([pool.end(), news.end()])
    await server.release()
  }
  await announceKey(office)
  return { url: server.url, pool, office, dataFolder, close }
}

async function actorNamed(office: Office, account: string | null): Promise<Actor> {
  if (account === null) return houseActor
  const actor = await actorByAccount(office.db, account, office.clock.now())
  if (!actor) throw new Refused(refuse('unknownAccount', { account }))
  return actor
}

const bar = ({ done, total, label }: { done: number; total: number; label: string }): string => {
  const filled = total === 0 ? 20 : Math.floor((done / total) * 20)
  return `\r${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${done}/${total} ${label}${done >= total ? '\n' : ''}`
}

/** The context of a command-line verb; the database is opened only when the verb asks for it. */
export function openConsole(tongue: Tongue): { context: VerbContext; close(): Promise<void> } {
  let opened: Promise<OpenHouse> | null = null
  const readings: (() => Promise<void>)[] = []
  const house = () => {
    opened ??= openHouse()
    return opened
  }
  const desk = async (account: string | null, verb: string): Promise<Desk> => {
    const { office } = await house()
    const open = await openDesk<unknown>(office, { actor: await actorNamed(office, account), verb, input: {}, tongue })
    readings.push(open.traceReading)
    return open.desk
  }
  const context: VerbContext = {
    desk,
    tongue,
    office: async () => (await house()).office,
    databaseUrl: async () => (await house()).url,
    dataFolder: async () => (await house()).dataFolder,
    runJobs: async () => {
      const { office, pool } = await house()
      await runJobs(office, pool, jobs)
    },
    today: machineClock.today(),
    out: (text) => void process.stdout.write(`${text}\n`),
    json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    sentence: (refusal) => sentence(phrases, tongue, refusal),
    progress: (step) => void (process.stderr.isTTY && process.stderr.write(bar(step))),
  }
  const close = async () => {
    for (const trace of readings) await trace()
    const house = await opened?.catch(() => null)
    await house?.close()
  }
  return { context, close }
}
