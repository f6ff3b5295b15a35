import { CompiledQuery, type KyselyPlugin, QueryCreator, sql } from 'kysely'
import type { Tables } from '../../tables.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import type { Db, Reader, Writer } from '../db.ts'
import { openTalk, type Say, type Sets, type Talk, type Witness, within } from '../talk.ts'
import type { Entries } from '../trace.ts'
import { firstWall } from './first.ts'
import { appRole, keyringRole, trailRole } from './second.ts'
import { eyeOf, type Sight, sightOf } from './sight.ts'

/** What a desk reads and writes through. A request never holds two connections: reading rests while a change is made. */
export type Line = {
  read: Reader
  /** One transaction; the entry that its outcome asks for commits with it. */
  write<T>(work: (tx: Writer) => Promise<T>, entry?: (done: T) => Entries): Promise<T>
  /** Lets go of the reading's connection; it is taken again when something is read. */
  rest(): Promise<void>
  /** Ends the reading, with an entry in its own transaction. Who still asks afterwards, beside a question that failed, is refused. */
  end(entries?: Entries | null): Promise<void>
}
type Keeper = { db: Db; clock: Clock }

const asRole = (role: string): CompiledQuery => CompiledQuery.raw("select set_config('role', $1, true)", [role])
/** What is done to the trail is done with the rights of its appender alone. */
const lastWords = (entry: Entries | null | undefined): readonly CompiledQuery[] => (entry ? [asRole(trailRole), entry.compile()] : [])
/** After a change the owner's rules of the tables are still to be kept, at the very end. */
const lastOfChange = (entry: Entries | null | undefined): readonly CompiledQuery[] => [...lastWords(entry), asRole('none')]

/** One transaction and the entry its outcome asks for; what was committed is remembered until it is chained. */
async function writing<T>(db: Db, work: (tx: Writer, say: Say) => Promise<T>, entry?: (done: T) => Entries): Promise<T> {
  const left: Entries[] = []
  const last = (done: T) => {
    if (entry) left.push(entry(done))
    return lastOfChange(left[0])
  }
  const done = await within(db, work, last)
  left[0]?.kept()
  return done
}

async function inRole<T>(tx: Writer, role: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role, set_config('role', ${role}, true)`.execute(tx)
  const done = await work()
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(tx)
  return done
}

/**
 * With the rights of the keyring, which alone may read and set what signing in compares (password hashes, shared secrets,
 * codes, hashes of tokens): for that one comparison or that one row, in statements written out.
 */
export const asKeyring = <T>(tx: Writer, work: () => Promise<T>): Promise<T> => inRole(tx, keyringRole, work)

/**
 * With the owner's rights, for an act whose right has been settled: only the owner is told by the database which record
 * stands in the way of a deletion.
 */
export const asOwner = <T>(tx: Writer, work: () => Promise<T>): Promise<T> => inRole(tx, 'none', work)

/** The house's own line: jobs, imports, the console. It sees everything and writes with the owner's rights. */
export const houseLine = ({ db }: Keeper): Line => ({
  read: db,
  write: (work, entry) => writing(db, work, entry),
  rest: async () => undefined,
  end: async (entry) => {
    if (!entry) return
    await within(
      db,
      async () => undefined,
      () => lastWords(entry),
    )
    entry.kept()
  },
})

/** Inside an open transaction, for as long as it lasts: the rights of a request, and settings that say who looks and what he may know. */
async function enter({ clock }: Keeper, say: Say, { organ, role, account, prefix, unit, official }: Sight): Promise<Sets> {
  const who = JSON.stringify({ organ, role, account, prefix, unit, official })
  const entered = await say<{ sets: Sets }>(CompiledQuery.raw(entering, [who, clock.today(), appRole]))
  return entered.rows[0]?.sets ?? {}
}
const entering = "select enter_house($1::jsonb, $2::date) as sets, set_config('role', $3, true)"
const walls = new WeakMap<Sets, { of: string; wall: KyselyPlugin }>()
/** The wall before somebody; built once for as long as the same person is remembered to know the same. */
function wallOf(sight: Sight, sets: Sets): KyselyPlugin {
  const of = JSON.stringify(sight)
  const built = walls.get(sets)
  if (built?.of === of) return built.wall
  const wall = firstWall(eyeOf({ ...sight, sets }))
  walls.set(sets, { of, wall })
  return wall
}

/** A transaction that is read in, and whether its reader is let in. */
type Reading = { talk: Talk; admission: Promise<unknown> }
/** Somebody who was let in at once is not any more who he was: he must show himself anew. */
export class Estranged extends Error {}

type Way = { traced: boolean; witness?: Witness }

/**
 * Begins a reading and lets its reader in. Who is known reads on at once by what he knew; if he is not who he was, or knows
 * something else now, the reading is undone and its admission fails.
 */
async function beginReading(office: Keeper, sight: Sight, { traced, witness }: Way) {
  const talk = await openTalk(office.db, traced ? 'read write' : 'read only')
  const knew = witness?.knew ?? null
  const admitted = async () => {
    const [isHe, sets] = await Promise.all([witness?.asks(talk.say) ?? true, enter(office, talk.say, sight)])
    if (!isHe || (knew && JSON.stringify(knew) !== JSON.stringify(sets))) throw new Estranged()
    witness?.stands(knew ?? sets)
    return sets
  }
  const admission = admitted().catch(async (error: unknown) => {
    await talk.drop()
    throw error
  })
  admission.catch(() => undefined)
  return { talk, admission, wall: wallOf(sight, knew ?? (await admission)) }
}

/**
 * A line for one actor behind both walls. `traced`: its reading ends with an entry in the trail. With a `witness` he is let in
 * at once; what he reads is worth nothing before the witness has spoken, which the end of the reading waits for.
 */
export async function openLine(office: Keeper, actor: Actor, way: Way): Promise<Line> {
  const { db } = office
  const { traced, witness } = way
  const sight = sightOf(actor)
  let reading: Promise<Reading> | null = null
  let isOver = false
  let writes: Writer | null = null
  let wall = wallOf(sight, {})
  const begin = async () => {
    const begun = await beginReading(office, sight, way)
    wall = begun.wall
    return begun
  }
  const current = async () => {
    if (isOver) throw new Error('the reading is over')
    reading ??= begin()
    return reading
  }
  /** Whoever let a reading begin lets it end: one that nobody ends keeps its connection for ever. */
  const close: Line['end'] = async (entry) => {
    const begun = entry && traced ? (reading ?? begin()) : reading?.catch(() => null)
    reading = null
    const open = await begun
    await open?.admission
    if (traced) return open?.talk.close(...lastWords(entry)).then(entry?.kept)
    void open?.talk.close().catch(() => undefined)
    if (entry) await houseLine(office).end(entry)
  }
  if (witness || sight.organ !== 'nobody') await current()
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => (writes ?? (await current()).talk.tx).getExecutor().provideConnection(consumer),
  })
  const creator = new QueryCreator<Tables>({
    executor: executor.withPlugin({
      transformQuery: (args) => wall.transformQuery(args),
      transformResult: async ({ result }) => result,
    }),
  })
  return {
    read: Object.assign(creator, { fn: db.fn, dynamic: db.dynamic, case: db.case.bind(db) }),
    rest: () => close(),
    end: (entry) => {
      isOver = true
      return close(entry)
    },
    write: async (work, entry) => {
      await close()
      const inside = async (tx: Writer, say: Say) => {
        const walled = tx.withPlugin(wallOf(sight, await enter(office, say, sight)))
        writes = tx
        return work(walled).finally(() => {
          writes = null
        })
      }
      return writing(db, inside, entry)
    },
  }
}
