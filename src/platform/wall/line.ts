import { type CompiledQuery, QueryCreator, sql } from 'kysely'
import type { Tables } from '../../tables.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type Db, json, type Reader, type Writer } from '../db.ts'
import { openTalk, type Say, type Talk, type Witness, within } from '../talk.ts'
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

const asRole = (db: Db, role: string): CompiledQuery => sql`select set_config('role', ${role}, true)`.compile(db)
/** What is done to the trail is done with the rights of its appender alone. */
const lastWords = (db: Db, entry: Entries | null | undefined): readonly CompiledQuery[] =>
  entry ? [asRole(db, trailRole), entry.compile()] : []
/** After a change the owner's rules of the tables are still to be kept, at the very end. */
const lastOfChange = (db: Db, entry: Entries | null | undefined): readonly CompiledQuery[] => [...lastWords(db, entry), asRole(db, 'none')]

async function inRole<T>(tx: Writer, role: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role, set_config('role', ${role}, true)`.execute(tx)
  const done = await work()
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(tx)
  return done
}

/**
 * With the rights of the keyring, which alone may read what signing in compares (password hashes, shared secrets, codes):
 * for that one comparison, in statements written out.
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
  write: (work, entry) => within(db, work, (done) => lastOfChange(db, entry?.(done))),
  rest: async () => undefined,
  end: async (entry) => {
    if (entry)
      await within(
        db,
        async () => undefined,
        () => lastWords(db, entry),
      )
  },
})

/** Inside an open transaction, for as long as it lasts: the rights of a request, and settings that say who looks and what he may know. */
async function enter({ db, clock }: Keeper, say: Say, actor: Actor): Promise<Sight> {
  const sight = sightOf(actor)
  const { organ, role, account, prefix, unit, official } = sight
  const entering = sql<{ sets: Sight['sets'] }>`
    select enter_house(${json({ organ, role, account, prefix, unit, official })}, ${clock.today()}::date) as sets,
           set_config('role', ${appRole}, true)`
  const entered = await say(entering.compile(db))
  return { ...sight, sets: entered.rows[0]?.sets ?? {} }
}

/** Somebody who was let in at once is not any more who he was: he must show himself anew. */
export class Estranged extends Error {}

type Way = { traced: boolean; witness?: Witness }

/** Lets somebody in to read, and answers with the wall that stands before him. */
async function beginReading(office: Keeper, actor: Actor, { traced, witness }: Way) {
  const talk = await openTalk(office.db, traced ? 'read write' : 'read only')
  try {
    const [stands, sight] = await Promise.all([witness?.(talk.say) ?? true, enter(office, talk.say, actor)])
    if (!stands) throw new Estranged()
    return { talk, wall: firstWall(eyeOf(sight)) }
  } catch (error) {
    await talk.drop()
    throw error
  }
}

/**
 * A line for one actor behind both walls. `traced`: its reading ends with an entry in the trail. With a `witness` nothing is
 * read for him before it has answered.
 */
export async function openLine(office: Keeper, actor: Actor, way: Way): Promise<Line> {
  const { db } = office
  const { traced, witness } = way
  let reading: Promise<Talk> | null = null
  let isOver = false
  let writing: Writer | null = null
  let wall = firstWall(eyeOf(sightOf(actor)))
  const begin = async () => {
    const begun = await beginReading(office, actor, way)
    wall = begun.wall
    return begun.talk
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
    if (traced) return open?.close(...lastWords(db, entry))
    void open?.close().catch(() => undefined)
    if (entry) await houseLine(office).end(entry)
  }
  if (witness || sightOf(actor).organ !== 'nobody') await current()
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => (writing ?? (await current()).tx).getExecutor().provideConnection(consumer),
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
        const walled = tx.withPlugin(firstWall(eyeOf(await enter(office, say, actor))))
        writing = tx
        return work(walled).finally(() => {
          writing = null
        })
      }
      return within(db, inside, (done) => lastOfChange(db, entry?.(done)))
    },
  }
}
