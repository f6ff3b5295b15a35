import type { Day } from '../kernel/day.ts'
import type { GrantedKind } from '../kernel/entry.ts'
import type { Tongue } from '../kernel/say.ts'
import { type Caller, noCaller } from './caller.ts'
import type { Clock } from './clock.ts'
import type { Db, Reader, Writer } from './db.ts'
import type { Event } from './events.ts'
import type { FileStore, StoredFile } from './files.ts'
import type { Seal } from './seal.ts'
import { Declined, Missing, Refused } from './stop.ts'
import { type Traced, traceAct, traceRefused, traceSeen } from './trace.ts'
import type { Vault } from './vault.ts'

/**
 * Who acts: an account in a role, within a jurisdiction (GB/T 2260 code) and, for most, a unit; `officialId` for an
 * audited official (his own record), `seat` for the seat the session works in.
 */
export type Actor = {
  account: string
  name: string
  role: string
  jurisdiction: string
  unitId: string | null
  officialId: string | null
  seat: string | null
  /** Only these contracts (names, or prefixes that end in `*`); absent when the role alone decides. */
  scopes?: readonly string[]
}
/** What an act or a reading is about: `<table>:<id>`. */
export type Subject = `${string}:${string}`

/** What the whole house shares. */
export type Office = { db: Db; clock: Clock; store: FileStore; seal: Seal; vault: Vault; publish(event: Event): Promise<void> }

export type Desk<I = unknown> = {
  input: I
  actor: Actor
  today: Day
  now: string
  tongue: Tongue
  read: Reader
  files: readonly StoredFile[]
  store: FileStore
  vault: Vault
  /** The house's own keys: what they seal and sign was made here. */
  seal: Seal
  /** The only way to write: the change and its trail entry commit together or not at all. */
  change<T>(subject: Subject, write: (tx: Writer) => Promise<T | Declined>): Promise<T>
  /** Says whose records this answer shows; the reading is traced when the answer is given. */
  seen(...subjects: readonly Subject[]): void
  /** Tells browsers at once (progress, news); outside any transaction. */
  publish(event: Event): Promise<void>
  session: { start(token: string, seconds: number): void; end(): void }
  caller: Caller
}
type Task<I> = {
  actor: Actor
  verb: string
  input: I
  tongue?: Tongue
  files?: readonly StoredFile[]
  secrets?: readonly string[]
  session?: Desk['session']
  caller?: Caller
  /** Runs once, inside the first transaction that commits, before the change itself. */
  first?(tx: Writer): Promise<void>
  /** The kind of entry it leaves when granted; `act` for changes and `read` for readings unless said. */
  leaves?: GrantedKind
  /** One change and no more: a second one is a bug and is not made. */
  once?: boolean
}
export type OpenDesk<I> = {
  desk: Desk<I>
  subjectsSeen: readonly Subject[]
  /** How many changes were committed, each with its entry. */
  changes(): number
  traceReading(): Promise<void>
  /** Leaves an entry for an attempt that was refused and left none yet. */
  traceRefusal(error: unknown): Promise<void>
}

const noSession: Desk['session'] = { start: () => undefined, end: () => undefined }

/** Why an attempt stopped, when it was for a lawful reason and not by wrong input or a bug. */
const refusalIn = (error: unknown) => (error instanceof Refused ? error.refusal : error instanceof Missing ? { code: 'notFound' } : null)

/** Kinds of reading that are more than looking. */
const takenOut = ['export', 'print', 'copy', 'reveal'] as const

/** Opens a desk for one task of one actor: the only place from which the database is written. */
export function openDesk<I>(office: Office, task: Task<I>): OpenDesk<I> {
  const subjectsSeen: Subject[] = []
  const by: Traced = task
  let changes = 0
  let about: Subject | null = null
  const change = async <T>(subject: Subject, write: (tx: Writer) => Promise<T | Declined>): Promise<T> => {
    if (task.once && changes > 0) throw new Error(`${task.verb} makes a second change: an act is one change with one entry`)
    about = subject
    const written = await office.db.transaction().execute(async (tx) => {
      if (changes === 0) await task.first?.(tx)
      const result = await write(tx)
      if (result instanceof Declined) await traceRefused(office, tx, by, { subject, refusal: result.refusal })
      else await traceAct(office, tx, by, { subject, kind: task.leaves ?? 'act' })
      return result
    })
    changes += 1
    if (written instanceof Declined) throw new Refused(written.refusal)
    return written
  }
  const { actor, input, tongue = 'zh', files = [], session = noSession, caller = noCaller } = task
  const desk: Desk<I> = {
    input,
    actor,
    tongue,
    files,
    session,
    caller,
    change,
    read: office.db,
    store: office.store,
    vault: office.vault,
    seal: office.seal,
    publish: office.publish,
    today: office.clock.today(),
    now: office.clock.now().toISOString(),
    seen: (...subjects) => void subjectsSeen.push(...subjects),
  }
  const traceRefusal = async (error: unknown) => {
    const refusal = refusalIn(error)
    if (refusal && changes === 0) await traceRefused(office, office.db, by, { subject: about, refusal })
  }
  const traceReading = () =>
    traceSeen(office, by, { subjects: subjectsSeen, kind: takenOut.find((kind) => kind === task.leaves) ?? 'read' })
  return { desk, subjectsSeen, changes: () => changes, traceReading, traceRefusal }
}
