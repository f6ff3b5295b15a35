import type pg from 'pg'
import { openDb, openPool } from '../db.ts'
import type { TestHouse } from './house.ts'

type Said = string | { text: string }
const isCommit = (said: Said): boolean => (typeof said === 'string' ? said : said.text) === 'commit'

/** Every transaction of this connection is undone where it would have been kept. */
function undoing(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (said: Said, ...more: unknown[]) => unknown
  Object.assign(client, { query: (said: Said, ...more: unknown[]) => query(isCommit(said) ? 'rollback' : said, ...more) })
}

/** Works in the house while each of its changes is undone once it has been answered: everything is tried, nothing is done. */
export async function undone<T>({ office, url }: Pick<TestHouse, 'office' | 'url'>, work: () => Promise<T>): Promise<T> {
  const { db, seal } = office
  const pool = openPool(url, 4)
  pool.on('connect', undoing)
  office.db = openDb(pool)
  office.seal = { ...seal, awaited: new Set() }
  try {
    return await work()
  } finally {
    Object.assign(office, { db, seal })
    await pool.end()
  }
}
