import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { openPool } from './db.ts'
import { quietWorkerLog } from './log.ts'
import { wallDigest, wallSql } from './wall/second.ts'

type Migration = { name: string; text: string; checksum: string }
const lockKey = 7_246_001

/** The project's own folder, whether run from source or from the bundle. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations'))) {
    const up = dirname(folder)
    if (up === folder) throw new Error('migrations folder not found')
    folder = up
  }
  return folder
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
  })
}

/** Names and checksums of the numbered files that this program brings. */
export const ownMigrations = (): { name: string; checksum: string }[] =>
  migrationsIn(join(projectFolder(), 'migrations')).map(({ name, checksum }) => ({ name, checksum }))

async function done(client: pg.PoolClient): Promise<Map<string, string>> {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

async function run(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function runPending(client: pg.PoolClient, all: readonly Migration[]): Promise<void> {
  const before = await done(client)
  for (const migration of all) {
    const known = before.get(migration.name)
    if (known === undefined) await run(client, migration)
    else if (known !== migration.checksum) throw new Error(`migration ${migration.name} was edited after it had run`)
  }
}

/** After the numbered files: the second wall is raised anew whenever a sentence it is made of has changed. */
async function raiseWalls(client: pg.PoolClient): Promise<void> {
  const name = 'walls'
  const digest = wallDigest()
  if ((await done(client)).get(name) === digest) return
  await client.query('begin')
  try {
    await client.query(wallSql())
    await client.query(
      'insert into migration (name, checksum) values ($1, $2) on conflict (name) do update set checksum = excluded.checksum, at = now()',
      [name, digest],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`the second wall could not be raised (docs/decisions/010): ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The job tables are brought up to date by the job runner itself; here only their first making matters. */
async function hasJobs(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('graphile_worker.migrations') is not null as there")
  return rows[0]?.there === true
}

/** Brings a database up to date: numbered, forward-only files, each once, under one lock; safe to call from several processes. */
export async function migrate(url: string): Promise<void> {
  const pool = openPool(url, 2)
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    if (!(await hasJobs(client))) await runMigrations({ pgPool: pool, logger: quietWorkerLog })
    await runPending(client, migrationsIn(join(projectFolder(), 'migrations')))
    await raiseWalls(client)
    await client.query('select pg_advisory_unlock($1)', [lockKey])
  } finally {
    client.release()
    await pool.end()
  }
}
