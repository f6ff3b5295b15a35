import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { announceKey, startSequencer } from '../src/office/trail/sequencer.ts'
import { verifyTrail } from '../src/office/trail/verify.ts'
import { machineClock } from '../src/platform/clock.ts'
import { type Db, openDb, openPool } from '../src/platform/db.ts'
import { newId } from '../src/platform/id.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { actEntry } from '../src/platform/trace.ts'

const writers = 8
const each = 100
const warmUp = 5
const pairs = 30

/** Rows a second when several writers each commit one row at a time. */
async function pace(write: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  const one = async () => {
    for (let at = 0; at < each; at++) await write()
  }
  await Promise.all(Array.from({ length: writers }, one))
  return (writers * each) / ((performance.now() - from) / 1000)
}
const middle = (given: readonly number[]) => given.toSorted((a, b) => a - b)[Math.floor(given.length / 2)] ?? 0

const actor = { account: 'bench', role: 'clerk', jurisdiction: '990100' }
const input = { official: 'LJ0001', purpose: 'bench', text: 'x'.repeat(200) }
const traced = { actor, verb: 'bench.write', input }
const about = { subject: 'official:1', kind: 'act' } as const

/** The same row into a table of the same columns with nothing but a primary key: not sealed, not chained, in no index. */
const plainInsert = (db: Db) =>
  sql`insert into bare (id, at, account, role, jurisdiction, verb, subject, kind, detail, seal) values (
    ${newId()}, ${machineClock.now().toISOString()}, ${actor.account}, ${actor.role}, ${actor.jurisdiction},
    ${traced.verb}, ${about.subject}, ${about.kind}, ${JSON.stringify(input)}::json, '')`.execute(db)

/**
 * Appending to the trail against plain inserts of the same row, and checking it all. Both take turns in short spells while the
 * sequencer chains what comes, so that the disk's moods and the sequencer's work fall on both alike; the middle pair counts.
 */
export async function measureTrail() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'guantong-bench-'))
  const server = await openServer({ dataFolder })
  await migrate(server.url)
  const pool = openPool(server.url, writers + 2)
  const house = { db: openDb(pool), clock: machineClock, seal: openSeal(dataFolder) }
  try {
    await announceKey(house)
    await sql`create table bare as select * from trail with no data`.execute(house.db)
    await sql`alter table bare add primary key (id)`.execute(house.db)
    const ratios: number[] = []
    const sequencer = startSequencer(house, async () => undefined)
    for (let pair = 0; pair < warmUp + pairs; pair++) {
      const plain = await pace(() => plainInsert(house.db))
      const trail = await pace(() => actEntry(house, traced, about).execute())
      if (pair >= warmUp) ratios.push(trail / plain)
    }
    await sequencer.stop()
    const from = performance.now()
    const { rows, ok } = await verifyTrail(house.db, house.seal, { against: [] })
    const seconds = (performance.now() - from) / 1000
    const appendsOverInserts = Math.round(middle(ratios) * 1000) / 1000
    return { appendsOverInserts, rows, ok, verifiedASecond: Math.round(rows / seconds) }
  } finally {
    await pool.end()
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
