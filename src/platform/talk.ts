import { CompiledQuery, type DatabaseConnection, DummyDriver, type QueryResult, Transaction } from 'kysely'
import type { Tables } from '../tables.ts'
import type { Db, Writer } from './db.ts'
import { HouseDialect } from './speaker.ts'

/** Asks the database; what is said in one turn goes out in one packet, in the order it was said. */
export type Say = <R>(query: CompiledQuery<R>) => Promise<QueryResult<R>>
/** What somebody has been let know and is kept from, as lists of record ids. */
export type Sets = Readonly<Record<string, readonly string[]>>
/** Speaks for somebody who was let in a moment ago. */
export type Witness = {
  /** Asks, in the packet that opens a transaction for him, whether he still is who he was; it must ask before it waits. */
  asks(say: Say): Promise<boolean>
  /** What he had been let know then; his first questions are worded with it, and nothing they answer is used if it has changed. */
  knew: Sets | null
  /** He is who he was, and this is what he has been let know now. */
  stands(sets: Sets): void
}

/** A transaction that is being worked in; one of `close` and `drop` ends it. */
export type Talk = {
  tx: Writer
  say: Say
  /** Says the last words and commits, in one breath: all of it holds or nothing. */
  close(...last: readonly CompiledQuery[]): Promise<void>
  drop(): Promise<void>
}

/** A connection for as long as it is wanted. */
const held = (db: Db): Promise<{ connection: DatabaseConnection; release(): void }> =>
  new Promise((resolve, reject) => {
    const keep = (connection: DatabaseConnection) => new Promise<void>((release) => resolve({ connection, release }))
    db.getExecutor().provideConnection(keep).catch(reject)
  })

const nowhere = new HouseDialect({ pool: () => Promise.reject(new Error('a transaction opens no connection of its own')) })

/**
 * A transaction on one connection; what is asked in it at once is sent at once. After its last words nothing more is
 * said: whoever did not hear of the end (a question beside one that failed) is refused, not answered outside of it.
 */
export async function openTalk(db: Db, mode: 'read only' | 'read write'): Promise<Talk> {
  const { connection, release } = await held(db)
  let isOver = false
  const executor = db.getExecutor().withConnectionProvider({
    provideConnection: (consumer) => (isOver ? Promise.reject(new Error('the transaction is over')) : consumer(connection)),
  })
  const tx = new Transaction<Tables>({ config: { dialect: nowhere }, dialect: nowhere, driver: new DummyDriver(), executor })
  const say: Say = (query) => executor.executeQuery(query)
  const end = async (...words: readonly CompiledQuery[]) => {
    const said = words.map((query) => say(query))
    isOver = true
    const answers = await Promise.allSettled(said)
    release()
    return answers.find((answer) => answer.status === 'rejected')
  }
  const close: Talk['close'] = async (...last) => {
    const failed = await end(...last, CompiledQuery.raw('commit'))
    if (failed) throw failed.reason
  }
  const drop = async () => void (await end(CompiledQuery.raw('rollback')))
  await say(CompiledQuery.raw(`start transaction ${mode}`)).catch(async (error: unknown) => {
    await drop()
    throw error
  })
  return { tx, say, close, drop }
}

/** Works in one transaction, which ends with the words that the work's outcome asks for. */
export async function within<T>(
  db: Db,
  work: (tx: Writer, say: Say) => Promise<T>,
  last: (done: T) => readonly CompiledQuery[],
): Promise<T> {
  const talk = await openTalk(db, 'read write')
  let done: T
  try {
    done = await work(talk.tx, talk.say)
  } catch (error) {
    await talk.drop()
    throw error
  }
  await talk.close(...last(done))
  return done
}
