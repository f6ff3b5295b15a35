import { CamelCasePlugin, type Expression, Kysely, type RawBuilder, type Selectable, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '../tables.ts'
import { HouseDialect, talking } from './speaker.ts'

export type Db = Kysely<Tables>
/** Reading only: it has no way to insert, update, delete or run raw statements. */
export type Reader = Pick<Db, 'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'dynamic' | 'case'>
/** Given only inside `change`: what it writes commits together with the trail row. */
export type Writer = Transaction<Tables>
export type Row<T extends keyof Tables> = Selectable<Tables[T]>

const asText = (value: string) => value
const asNumber = (value: string) => Number(value)
const asMoment = (value: string) => new Date(value).toISOString()
const { builtins } = pg.types
const readers = new Map<number, (value: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.INT8, asNumber],
  [builtins.TIMESTAMPTZ, asMoment],
])
/** Days arrive as text, moments as ISO text, bigint (fen, counts) as numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => readers.get(oid) ?? pg.types.getTypeParser(oid, format),
}

export const openPool = (url: string, size = 10): pg.Pool => poolOf(url, { max: size, pipeline: true })
/**
 * For a load that is begun anew when it is broken off: its commits do not wait for the disk. The next commit anywhere that
 * does wait keeps all that went before it.
 */
export function openHastyPool(url: string, size = 4): pg.Pool {
  const pool = openPool(url, size)
  pool.on('connect', (client) => void client.query('set synchronous_commit to off').catch(() => undefined))
  return pool
}
/** For copies of whole tables: its connections send nothing before the former thing is answered. */
export const openCopyPool = (url: string): pg.Pool => poolOf(url, { max: 1 })

function poolOf(url: string, more: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...connection(url), types, application_name: 'guantong', ...more })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
/** A url whose host is a folder means the embedded server's unix socket. */
export function connection(url: string): pg.ClientConfig {
  const socket = /^postgres(?:ql)?:\/\/(?:([^@/]*)@)?\/([^?]+)\?host=(.+)$/.exec(url)
  if (!socket) return { connectionString: url }
  const [, user = '', database = '', host = ''] = socket
  return { user: decodeURIComponent(user), database, host: decodeURIComponent(host), port: 5432, ssl: false }
}

const dbThrough = (pool: pg.Pool): Db =>
  new Kysely<Tables>({ dialect: new HouseDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })

export const openDb = (pool: pg.Pool): Db => dbThrough(talking(pool))

/** The house's way of asking on one connection whose transaction somebody else begins and ends. */
export const dbOn = (client: pg.PoolClient): Db => {
  const query = client.query.bind(client)
  const held = { query, release: () => undefined } as unknown as pg.PoolClient
  return dbThrough({ connect: async () => held, end: async () => undefined } as unknown as pg.Pool)
}

/** A value for a jsonb column (the driver would turn arrays into SQL arrays). */
export const json = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::jsonb`

/** Exact number of rows a query answers. */
export const countOf = async (query: { execute(): Promise<readonly { count: string | number | bigint }[]> }): Promise<number> =>
  Number((await query.execute())[0]?.count ?? 0)

/** Text safe inside a LIKE pattern. */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`)
export type { Expression }
