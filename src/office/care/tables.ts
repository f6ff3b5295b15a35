import type pg from 'pg'
import { z } from 'zod'
import type { Manifest } from './model.ts'

/** Kept by the migrations themselves; compared, never carried over. */
const ownOfMigrations = 'migration'
const Named = z.object({ name: z.string() })
const Columns = z.object({ name: z.string(), columns: z.array(z.string()) })
const Sequence = z.object({ name: z.string(), last: z.string() })
const Migration = z.object({ name: z.string(), checksum: z.string() })

const ask = async <T extends z.ZodType>(client: pg.ClientBase, row: T, text: string, values: unknown[] = []): Promise<z.output<T>[]> =>
  z.array(row).parse((await client.query(text, values)).rows)

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Every table of the house with the columns that hold data, in the order of their names. */
export const tablesIn = (client: pg.ClientBase) =>
  ask(
    client,
    Columns,
    `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
    [ownOfMigrations],
  )

export async function rowsIn(client: pg.ClientBase, table: string): Promise<number> {
  const rows = await ask(client, z.object({ rows: z.coerce.number() }), `select count(*) as rows from ${quoted(table)}`)
  return rows[0]?.rows ?? 0
}

/** How far every counter of the house has come; those never used are left out. */
export const sequencesIn = (client: pg.ClientBase) =>
  ask(
    client,
    Sequence,
    `select sequencename::text as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  )

export async function setSequences(client: pg.ClientBase, sequences: Manifest['sequences']): Promise<void> {
  for (const { name, last } of sequences) await client.query('select setval($1::regclass, $2::bigint)', [`public.${quoted(name)}`, last])
}

/** The numbered migrations that have run; the walls are raised anew by the program and hold no data. */
export const migrationsIn = (client: pg.ClientBase) =>
  ask(client, Migration, "select name, checksum from migration where name <> 'walls' order by name")

/** What waits to be worked, as the job runner can be given it again. */
export const waitingJobs = (client: pg.ClientBase) =>
  ask(
    client,
    z.object({ job: z.record(z.string(), z.unknown()) }),
    `select json_build_object('task', t.identifier, 'payload', j.payload, 'key', j.key, 'at', j.run_at, 'attempts', j.max_attempts,
                              'priority', j.priority) as job
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts < j.max_attempts order by j.id`,
  )

/** Gives the job runner again what waited when the backup was made. */
export async function giveJobs(client: pg.ClientBase, jobs: unknown): Promise<void> {
  await client.query(
    `select graphile_worker.add_job(j->>'task', payload := j->'payload', job_key := j->>'key', run_at := (j->>'at')::timestamptz,
       max_attempts := (j->>'attempts')::int, priority := (j->>'priority')::int) from json_array_elements($1::json) as j`,
    [JSON.stringify(jobs)],
  )
}

/** Whether a serving process listens on this database. */
export async function isServed(client: pg.ClientBase): Promise<boolean> {
  const text = "select pid::text as name from pg_stat_activity where datname = current_database() and query ilike 'listen %'"
  return (await ask(client, Named, text)).length > 0
}

const ForeignKey = z.object({ table: z.string(), name: z.string(), definition: z.string() })

/**
 * Loads while no trigger fires and no reference is checked, then puts both back: every reference is checked again as it
 * is put back. Needs no more rights than the owner of the tables has, and holds within the transaction.
 */
export async function unhooked(client: pg.ClientBase, tables: readonly string[], load: () => Promise<void>): Promise<void> {
  const keys = await ask(
    client,
    ForeignKey,
    `select conrelid::regclass::text as table, conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`)
  await load()
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`)
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
}

/** The same texts on every server, whoever connects; a wall stops the copy instead of thinning it out. */
export async function settle(client: pg.ClientBase): Promise<void> {
  for (const setting of [
    "datestyle = 'ISO, YMD'",
    "intervalstyle = 'iso_8601'",
    "timezone = 'UTC'",
    'extra_float_digits = 1',
    'row_security = off',
  ])
    await client.query(`set local ${setting}`)
}
