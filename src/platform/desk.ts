import type { Day } from '../kernel/day.ts'
import type { GrantedKind } from '../kernel/entry.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Tongue } from '../kernel/say.ts'
import type { Actor } from './actor.ts'
import { type Caller, noCaller } from './caller.ts'
import type { Clock } from './clock.ts'
import type { Db, Reader, Writer } from './db.ts'
import type { Event } from './events.ts'
import type { FileStore, StoredFile } from './files.ts'
import type { Seal } from './seal.ts'
import { Declined, Missing, Refused } from './stop.ts'
import type { Witness } from './talk.ts'
import { actEntry, readEntries, refusalEntry, type Traced } from './trace.ts'
import type { Vault } from './vault.ts'
import { houseLine, openLine } from './wall/line.ts'

export type { Actor }
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
  /** Lets go of the database before long work that asks it nothing; whatever is read after it is read anew. */
  rest(): Promise<void>
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
  /** Through whose eyes it reads and writes, if not the actor's own: signing in is done as nobody, by whomever. */
  eyes?: Actor
  /** Its reading ends with an entry of whose records were shown; true unless said. */
  traced?: boolean
  /** Whether the actor, let in at once, still is who he was. */
  witness?: Witness | undefined
}
export type OpenDesk<I> = {
  desk: Desk<I>
  subjectsSeen: readonly Subject[]
  /** How many changes were committed, each with its entry. */
  changes(): number
  traceReading(): Promise<void>
  /** Lets go of what the desk reads through. */
  leave(): Promise<void>
  /** Leaves an entry for an attempt that was refused and left none yet. */
  traceRefusal(error: unknown): Promise<void>
}

/** The role of the house itself, which acts on nobody's behalf (jobs, console). */
const houseRole = 'system'
const noSession: Desk['session'] = { start: () => undefined, end: () => undefined }

/** Why an attempt stopped, when it was for a lawful reason and not by wrong input or a bug. */
const refusalIn = (error: unknown) => (error instanceof Refused ? error.refusal : error instanceof Missing ? { code: 'notFound' } : null)

/** What the database says no to on behalf of rules a reader cannot see: a number in use elsewhere, a record outside his knowing. */
function saidNo(error: unknown): never {
  if (!(error instanceof Error) || !('code' in error)) throw error
  if (error.code === '23505') throw new Refused(refuse('takenAlready'))
  if (error.code === '42501' && /row-level security/.test(error.message)) throw new Refused(refuse('outsideKnowing'))
  throw error
}

/** Kinds of reading that are more than looking. */
const takenOut = ['export', 'print', 'copy', 'reveal'] as const

/** Opens a desk for one task of one actor: the only place from which the database is written. */
export async function openDesk<I>(office: Office, task: Task<I>): Promise<OpenDesk<I>> {
  const { traced = true, witness } = task
  const how = witness ? { traced, witness } : { traced }
  const line = task.actor.role === houseRole ? houseLine(office) : await openLine(office, task.eyes ?? task.actor, how)
  const subjectsSeen: Subject[] = []
  const by: Traced = task
  let changes = 0
  let about: Subject | null = null
  const change = async <T>(subject: Subject, write: (tx: Writer) => Promise<T | Declined>): Promise<T> => {
    if (task.once && changes > 0) throw new Error(`${task.verb} makes a second change: an act is one change with one entry`)
    about = subject
    const work = async (tx: Writer) => {
      if (changes === 0) await task.first?.(tx)
      return write(tx)
    }
    const entry = (result: T | Declined) =>
      result instanceof Declined
        ? refusalEntry(office, by, { subject, refusal: result.refusal })
        : actEntry(office, by, { subject, kind: task.leaves ?? 'act' })
    const written = await (task.actor.role === houseRole ? line.write(work, entry) : line.write(work, entry).catch(saidNo))
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
    read: line.read,
    rest: () => line.rest(),
    store: office.store,
    vault: office.vault,
    seal: office.seal,
    publish: async (event) => {
      await line.rest()
      await office.publish(event)
    },
    today: office.clock.today(),
    now: office.clock.now().toISOString(),
    seen: (...subjects) => void subjectsSeen.push(...subjects),
  }
  const traceRefusal = async (error: unknown) => {
    await line.end()
    const refusal = refusalIn(error)
    if (refusal && changes === 0) await refusalEntry(office, by, { subject: about, refusal }).execute()
  }
  const kind = takenOut.find((each) => each === task.leaves) ?? 'read'
  const traceReading = () => line.end(readEntries(office, by, { subjects: subjectsSeen, kind }))
  return { desk, subjectsSeen, changes: () => changes, leave: () => line.end(), traceReading, traceRefusal }
}
