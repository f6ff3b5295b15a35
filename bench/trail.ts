import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { announceKey, startSequencer } from '../src/office/trail/sequencer.ts'
import { verifyTrail } from '../src/office/trail/verify.ts'
import { machineClock } from '../src/platform/clock.ts'
import { openDb, openPool } from '../src/platform/db.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openServer } from '../src/platform/postgres/server.ts'
import { openSeal } from '../src/platform/seal.ts'
import { actEntry } from '../src/platform/trace.ts'

const writers = 8
const each = 400

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

/** Appending to the trail while the sequencer chains it, against inserting the same columns into a bare table; and checking it all. */
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
    const actor = { account: 'bench', role: 'clerk', jurisdiction: '990100' }
    const input = { official: 'LJ0001', purpose: 'bench', text: 'x'.repeat(200) }
    const entry = sql`insert into bare select gen_random_uuid(), now(), 'bench', 'clerk', '990100', 'bench.write', 'official:1', 'act', ${JSON.stringify(input)}::json, 1, ''`
    const rounds: { plain: number; trail: number }[] = []
    const sequencer = startSequencer(house, async () => undefined)
    for (let round = 0; round < 5; round++) {
      const plain = await pace(() => entry.execute(house.db))
      const trail = await pace(() =>
        actEntry(house, { actor, verb: 'bench.write', input }, { subject: 'official:1', kind: 'act' }).execute(),
      )
      rounds.push({ plain, trail })
    }
    await sequencer.stop()
    const from = performance.now()
    const { rows, ok } = await verifyTrail(house.db, house.seal, { against: [] })
    const seconds = (performance.now() - from) / 1000
    const appendsOverInserts = Math.round(middle(rounds.map(({ plain, trail }) => trail / plain)) * 1000) / 1000
    return { appendsOverInserts, rows, ok, verifiedASecond: Math.round(rows / seconds) }
  } finally {
    await pool.end()
    await server.release()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
