import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../migrate.ts'

export type TestDatabase = { url: string; drop(): Promise<void> }

/** A migrated, empty database of the test's own, copied from the run's template in a few hundredths of a second. */
export async function freshDatabase(template = inject('templateName')): Promise<TestDatabase & { name: string }> {
  const trouble = inject('templateTrouble')
  if (trouble) throw new Error(`No migrated database to copy: ${trouble}`)
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(`create database ${name} template ${template} strategy file_copy`)
  return {
    name,
    url: inject('databaseUrl').replace('/guantong?', `/${name}?`),
    drop: () => asOwner(`drop database if exists ${name} with (force)`),
  }
}

/**
 * An empty database whose owner is no superuser and may create no roles, as a city's own PostgreSQL would give it: the
 * roles of the walls were made and granted to him beforehand.
 */
export async function ownedDatabase(): Promise<TestDatabase> {
  const name = `owned_${randomBytes(6).toString('hex')}`
  await asOwner(`create role ${name} login nosuperuser nocreaterole nocreatedb`)
  await asOwner(`grant guantong_app, guantong_trail, guantong_keyring to ${name}`)
  await asOwner(`create database ${name} owner ${name}`)
  const url = inject('databaseUrl').replace(/\/\/[^@]*@\/guantong\?/, `//${name}@/${name}?`)
  const drop = async () => {
    await asOwner(`drop database if exists ${name} with (force)`)
    await asOwner(`drop role ${name}`)
  }
  await migrate(url)
  return { url, drop }
}

/** Does once in a whole run what makes a database of this name to copy from; whoever asks meanwhile waits for it. */
export async function madeOnce(name: string, make: (url: string) => Promise<void>): Promise<void> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const { name: made, url, drop } = await freshDatabase()
    await make(url).catch(async (error: unknown) => {
      await drop()
      throw error
    })
    await client.query(`alter database ${made} rename to ${name}`)
  } finally {
    await client.end()
  }
}

/** The url of the run's server itself, for tests of the server's care. */
export const serverUrl = (): string => inject('databaseUrl')

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client(inject('databaseUrl'))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
