import { type ControlledTransaction, QueryCreator, sql } from 'kysely'
import type { Tables } from '../../tables.ts'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock.ts'
import { type Db, json, type Reader, type Writer } from '../db.ts'
import { firstWall } from './first.ts'
import { appRole, trailRole } from './second.ts'
import { eyeOf, type Sight, sightOf } from './sight.ts'

/** What a desk reads and writes through. A request never holds two connections: reading rests while a change is made. */
export type Line = {
  read: Reader
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /** Lets go of the reading's connection; it is taken again when something is read. */
  rest(): Promise<void>
  /** Ends the reading, with a last word in its own transaction. */
  end(last?: (tx: Writer) => Promise<void>): Promise<void>
}
type Keeper = { db: Db; clock: Clock }

/** What is done to the trail is done with the rights of its appender alone. */
export async function asAppender(tx: Writer, work: () => Promise<unknown>): Promise<void> {
  await sql`select set_config('role', ${trailRole}, true)`.execute(tx)
  await work()
  await sql`select set_config('role', 'none', true)`.execute(tx)
}

/**
 * With the owner's rights, for an act whose right has been settled: only the owner is told by the database which record
 * stands in the way of a deletion.
 */
export async function asOwner<T>(tx: Writer, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role, set_config('role', 'none', true)`.execute(tx)
  const done = await work()
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(tx)
  return done
}

/** The house's own line: jobs, imports, the console. It sees everything and writes with the owner's rights. */
export const houseLine = ({ db }: Keeper): Line => ({
  read: db,
  write: (work) => db.transaction().execute(work),
  rest: async () => undefined,
  end: async (last) => (last ? db.transaction().execute(last) : undefined),
})

/** Inside an open transaction, for as long as it lasts: the rights of a request, and settings that say who looks and what he may know. */
async function enter(tx: Writer, actor: Actor, today: string): Promise<Sight> {
  const sight = sightOf(actor)
  const { organ, role, account, prefix, unit, official } = sight
  const entered = await sql<{ sets: Sight['sets'] }>`
    select enter_house(${json({ organ, role, account, prefix, unit, official })}, ${today}::date) as sets,
           set_config('role', ${appRole}, true)`.execute(tx)
  return { ...sight, sets: entered.rows[0]?.sets ?? {} }
}

/** A line for one actor behind both walls. `traced`: its reading ends with an entry in the trail. */
export async function openLine(office: Keeper, actor: Actor, { traced }: { traced: boolean }): Promise<Line> {
  const { db } = office
  const today = office.clock.today()
  let reading: Promise<ControlledTransaction<Tables>> | null = null
  let writing: Writer | null = null
  let sight = sightOf(actor)
  const begin = async () => {
    const tx = await db
      .startTransaction()
      .setAccessMode(traced ? 'read write' : 'read only')
      .execute()
    try {
      sight = await enter(tx, actor, today)
    } catch (error) {
      await tx.rollback().execute()
      throw error
    }
    return tx
  }
  const current = () => {
    reading ??= begin()
    return reading
  }
  const end: Line['end'] = async (last) => {
    const word = last && (async (tx: Writer) => asAppender(tx, () => last(tx)))
    if (word && traced) await word(await current())
    const open = reading
    reading = null
    await (await open)?.commit().execute()
    if (word && !traced) await db.transaction().execute(word)
  }
  if (sight.organ !== 'nobody') await current()
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: async (consumer) => (writing ?? (await current())).getExecutor().provideConnection(consumer),
  })
  const wall = {
    transformQuery: (args: Parameters<ReturnType<typeof firstWall>['transformQuery']>[0]) => firstWall(eyeOf(sight)).transformQuery(args),
  }
  const creator = new QueryCreator<Tables>({
    executor: executor.withPlugin({ ...wall, transformResult: async ({ result }) => result }),
  })
  return {
    read: Object.assign(creator, { fn: db.fn, dynamic: db.dynamic, case: db.case.bind(db) }),
    rest: () => end(),
    end,
    write: async (work) => {
      await end()
      return db.transaction().execute(async (tx) => {
        const inside = await enter(tx, actor, today)
        writing = tx
        try {
          return await work(tx.withPlugin(firstWall(eyeOf(inside))))
        } finally {
          writing = null
        }
      })
    },
  }
}
