import pg from 'pg'
import { superuser } from './cluster.ts'

/** How node-postgres and libpq reach a database behind a unix socket. */
export const urlOf = (socket: string, database: string): string =>
  `postgresql://${superuser}@/${database}?host=${encodeURIComponent(socket)}`

type Session = { socket: string; database: string }

/** One short session as the owner; PG* variables of the caller's environment have no say. */
export async function inSession<T>(session: Session, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    host: session.socket,
    port: 5432,
    user: superuser,
    database: session.database,
    ssl: false,
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Whether the server behind the socket answers and works on this very cluster. */
export async function answers(socket: string, cluster: string): Promise<boolean> {
  try {
    const { rows } = await inSession({ socket, database: 'postgres' }, (client) =>
      client.query<{ folder: string }>("select current_setting('data_directory') as folder"),
    )
    return rows[0]?.folder === cluster
  } catch {
    return false
  }
}

export async function ensureDatabase(socket: string, name: string): Promise<void> {
  await inSession({ socket, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}
