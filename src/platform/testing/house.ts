import { cpSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { handlers, jobs, phrases } from '../../house.ts'
import type { Contract } from '../../kernel/contract.ts'
import { roleMay } from '../../office/identity/policy/policy.ts'
import { whyGone } from '../../office/sharing/gone.ts'
import { announceKey, chainAll } from '../../office/trail/sequencer.ts'
import { app } from '../app.ts'
import { clockAt } from '../clock.ts'
import { openDb, openPool, type Reader } from '../db.ts'
import type { Actor, Office } from '../desk.ts'
import type { Event } from '../events.ts'
import { openStore } from '../files.ts'
import { runJobs } from '../jobs.ts'
import { openSeal } from '../seal.ts'
import { openVault } from '../vault.ts'
import { firstWall } from '../wall/first.ts'
import { eyeOf, sightOf } from '../wall/sight.ts'
import { freshDatabase, type TestDatabase } from './database.ts'

export type Answer = { status: number; body: unknown; headers: Headers; response: Response }
type Who = Partial<Actor> | null

/** A clerk of the audit office in the fictional city, unless the test is about somebody else. */
export const aClerk: Actor = {
  account: 'clerk',
  name: '经办甲',
  role: 'clerk',
  jurisdiction: '990100',
  unitId: null,
  officialId: null,
  seat: null,
}

const queryOf = (input: Record<string, unknown>) =>
  new URLSearchParams(
    Object.entries(input).flatMap(([key, value]) => [value].flat().map((each): [string, string] => [key, String(each)])),
  ).toString()

function bodyOf(files: readonly { name: string; bytes: Uint8Array | string }[], fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name, bytes } of files) form.append('files', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name)
  return form
}

const entriesOf = ({ db }: Office) => db.selectFrom('trail').select(['verb', 'subject', 'kind', 'account']).orderBy('place')

type Wish = {
  at?: string
  database?: TestDatabase
  /** A data folder to begin with a copy of. */
  folder?: string
}
/** The whole house on a real database of its own, without a port. Close it in afterAll. */
export async function testHouse(options: Wish = {}) {
  const { url, drop } = options.database ?? (await freshDatabase())
  const pool = openPool(url, 4)
  const folder = mkdtempSync(join(tmpdir(), 'guantong-test-'))
  if (options.folder) cpSync(options.folder, folder, { recursive: true })
  const events: Event[] = []
  const publish = async (event: Event) => void events.push(event)
  const office: Office = {
    db: openDb(pool),
    clock: clockAt(options.at ?? '2026-11-20T02:00:00Z'),
    store: openStore(join(folder, 'files')),
    seal: openSeal(folder),
    vault: openVault(folder),
    publish,
  }
  await announceKey(office)
  const whoIs = async (token: string | null): Promise<Actor | null> => (token ? JSON.parse(decodeURIComponent(token)) : null)
  const may = (actor: Actor, contract: Contract) => roleMay(actor.role, contract)
  const hono = app({
    office,
    handlers,
    phrases,
    whoIs,
    may,
    whyGone: (actor, input) => whyGone(office, actor, input),
    bus: null,
    ready: async () => true,
  })

  const call = async (path: string, who: Who, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers)
    if (who) headers.set('authorization', `Bearer ${encodeURIComponent(JSON.stringify({ ...aClerk, ...who }))}`)
    const response = await hono.request(path, { ...init, headers })
    const text = response.headers.get('content-type')?.startsWith('application/json') ? await response.clone().json() : null
    return { status: response.status, body: text, headers: response.headers, response }
  }
  return {
    office,
    db: office.db,
    url,
    folder,
    hono,
    events,
    /** What this person's questions read through: the first wall alone. */
    readAs: (who: Partial<Actor>): Reader => office.db.withPlugin(firstWall(eyeOf(sightOf({ ...aClerk, ...who })))),
    ask: (name: string, input: Record<string, unknown> = {}, who: Who = aClerk) => call(`/api/${name}?${queryOf(input)}`, who),
    act: (name: string, input: Record<string, unknown> = {}, who: Who = aClerk, headers: Record<string, string> = {}) =>
      call(`/api/${name}`, who, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    upload: (
      name: string,
      files: readonly { name: string; bytes: Uint8Array | string }[],
      fields: Record<string, string> = {},
      who: Who = aClerk,
    ) => call(`/api/${name}`, who, { method: 'POST', body: bodyOf(files, fields) }),
    /** Works every job that was enqueued. */
    runJobs: () => runJobs(office, pool, jobs),
    /** Chains every entry that waits; answers how many. */
    chain: () => chainAll(office),
    /** Verbs and subjects of what was done and read, oldest first. */
    trail: () => entriesOf(office).where('kind', '<>', 'refused').execute(),
    /** Verbs and subjects of what was refused, oldest first. */
    refusals: () => entriesOf(office).where('kind', '=', 'refused').execute(),
    /** A connection that somebody took and did not give back fails the test that leaves it. */
    async close() {
      const given = pool.end().then(() => true)
      const isGivenBack = await Promise.race([given, setTimeout(20_000, false, { ref: false })])
      await drop()
      await rm(folder, { recursive: true, force: true })
      if (!isGivenBack) throw new Error('a connection was taken and not given back')
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof testHouse>>
