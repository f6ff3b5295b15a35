import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { type Phrase, say, type Tongue } from '../../kernel/say.ts'
import { keysFolder } from '../../platform/keys.ts'
import { findLibreOffice } from '../../platform/libreoffice.ts'
import { ownMigrations } from '../../platform/migrate.ts'
import { type Care, looking, printOf, trailState } from './backup.ts'
import type { Check, CheckName } from './model.ts'
import { differenceOf, isDiskLow } from './rules.ts'
import { referencedSql } from './stored.ts'
import { migrationsIn } from './tables.ts'
import { words } from './words.ts'

/** What a check needs; `sample` is how many stored files are read, null for all. */
export type Looking = Care & { client: pg.PoolClient; sample: number | null }
export type Found = { ok: boolean; phrase: Phrase; facts?: Record<string, string | number> }
type Facts = Record<string, string | number>
const { check } = words

const well = (phrase: Phrase, facts: Facts = {}): Found => ({ ok: true, phrase, facts })
const ill = (phrase: Phrase, facts: Facts = {}): Found => ({ ok: false, phrase, facts })

async function one<T extends z.ZodType>(client: pg.ClientBase, row: T, text: string): Promise<z.output<T>> {
  return row.parse((await client.query(text)).rows[0])
}

async function database({ client }: Looking): Promise<Found> {
  return well(check.database, await one(client, z.object({ version: z.string() }), "select current_setting('server_version') as version"))
}

async function migrations({ client }: Looking): Promise<Found> {
  const ours = ownMigrations()
  const off = differenceOf(await migrationsIn(client), ours)
  return off ? ill(check.migrationsOff, { ...off.facts }) : well(check.migrations, { count: ours.length })
}

/** Each day another sample is read, so that in time every file is. */
async function files({ client, store, now, sample }: Looking): Promise<Found> {
  const { total } = await one(client, z.object({ total: z.coerce.number() }), `select count(*) as total from (${referencedSql}) as f`)
  const text = `select sha256 from (${referencedSql}) as f order by md5(sha256 || $1) limit $2`
  const { rows } = await client.query(text, [now.slice(0, 10), sample])
  const missing: string[] = []
  const altered: string[] = []
  for (const { sha256 } of z.array(z.object({ sha256: z.string() })).parse(rows)) {
    const print = await printOf(store, sha256)
    if (print === null) missing.push(sha256)
    else if (print !== sha256) altered.push(sha256)
  }
  const bad = [...missing, ...altered]
  if (bad.length === 0) return well(check.files, { total, looked: rows.length })
  const names = bad.slice(0, 10).join(' ')
  return ill(check.filesOff, { total, looked: rows.length, missing: missing.length, altered: altered.length, names })
}

async function trail({ client, dataFolder }: Looking): Promise<Found> {
  const { rows, ok, firstBad } = await trailState(client, dataFolder)
  if (ok) return well(check.trail, { rows })
  const fault = [firstBad?.code, firstBad?.chain, firstBad?.seq, firstBad?.entry].filter((each) => each !== null && each !== undefined)
  return ill(check.trailOff, { fault: fault.join(' ') })
}

async function disk({ dataFolder }: Looking): Promise<Found> {
  const { bavail, blocks, bsize } = await statfs(dataFolder)
  const facts = { free: bavail * bsize, total: blocks * bsize }
  const inGb = { free: Math.round(facts.free / 1e8) / 10, total: Math.round(facts.total / 1e8) / 10 }
  return isDiskLow(facts) ? ill(check.diskLow, inGb) : well(check.disk, inGb)
}

async function libreoffice(): Promise<Found> {
  const path = findLibreOffice()
  return path ? well(check.office, { path }) : well(check.noOffice)
}

const Needs = z.object({ vault: z.boolean(), person: z.boolean() })
/** A key is needed as soon as the database holds what it has sealed; nobody but its owner may read it. */
async function keys({ client, dataFolder }: Looking): Promise<Found> {
  const needs = await one(
    client,
    Needs,
    'select exists (select from second_factor) as vault, exists (select from identity_number) as person',
  )
  const wanted = ['entries.key', ...(needs.vault ? ['vault'] : []), ...(needs.person ? ['person'] : [])]
  const isOff = (name: string) => {
    const path = join(keysFolder(dataFolder), name)
    return !existsSync(path) || (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
  }
  const off = wanted.filter(isOff)
  return off.length === 0 ? well(check.keys) : ill(check.keysOff, { names: off.join(' ') })
}

const Waiting = z.object({ waiting: z.coerce.number(), failed: z.coerce.number(), late: z.coerce.number() })
async function jobs({ client }: Looking): Promise<Found> {
  const { waiting, failed, late } = await one(
    client,
    Waiting,
    `select count(*) filter (where attempts < max_attempts) as waiting,
            count(*) filter (where attempts >= max_attempts and locked_at is null) as failed,
            count(*) filter (where attempts < max_attempts and run_at < now() - interval '1 hour'
                               and (locked_at is null or locked_at < now() - interval '1 hour')) as late
     from graphile_worker._private_jobs`,
  )
  return failed + late === 0 ? well(check.jobs, { waiting }) : ill(check.jobsOff, { failed, late })
}

const checks: Readonly<Record<CheckName, (looking: Looking) => Promise<Found>>> = {
  database,
  migrations,
  files,
  trail,
  disk,
  libreoffice,
  keys,
  jobs,
}
const names = ['database', 'migrations', 'files', 'trail', 'disk', 'libreoffice', 'keys', 'jobs'] as const satisfies readonly CheckName[]
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** A database that cannot even be opened, as the one line that can be said about it. */
export const unreachable = (error: unknown, tongue: Tongue): Check => ({
  name: 'database',
  ok: false,
  says: say(check.unreachable, tongue, { reason: reasonOf(error) }),
})

/** Looks at everything the installation stands on, each by itself; what fails to be looked at is not well. */
export const selfcheck = (care: Care, of: { sample: number | null; tongue: Tongue }): Promise<Check[]> =>
  looking(care.url, async (client) => {
    const found: Check[] = []
    for (const name of names) {
      await client.query('savepoint looking')
      const { ok, phrase, facts } = await checks[name]({ ...care, client, sample: of.sample }).catch((error: unknown) =>
        ill(check.unreachable, { reason: reasonOf(error) }),
      )
      await client.query('rollback to savepoint looking')
      found.push({ name, ok, says: say(phrase, of.tongue, facts) })
    }
    return found
  })
