import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'
import type { Tongue } from '../kernel/say.ts'
import type { Clock } from './clock.ts'
import { type Db, json, type Reader, type Writer } from './db.ts'
import type { Event } from './events.ts'
import type { FileStore, StoredFile } from './files.ts'
import { newId } from './id.ts'

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
}
/** What an act or a reading is about: `<table>:<id>`. */
export type Subject = `${string}:${string}`

/** What the whole house shares. */
export type Office = { db: Db; clock: Clock; store: FileStore; publish(event: Event): Promise<void> }

export type Desk<I = unknown> = {
  input: I
  actor: Actor
  today: Day
  now: string
  tongue: Tongue
  read: Reader
  files: readonly StoredFile[]
  store: FileStore
  /** The only way to write: the change and its trail entry commit together or not at all. */
  change<T>(subject: Subject, write: (tx: Writer) => Promise<T>): Promise<T>
  /** Says whose records this answer shows; the reading is traced when the answer is given. */
  seen(...subjects: readonly Subject[]): void
  /** Tells browsers at once (progress, news); outside any transaction. */
  publish(event: Event): Promise<void>
  session: { start(token: string, seconds: number): void; end(): void }
}
type Task<I> = {
  actor: Actor
  verb: string
  input: I
  tongue?: Tongue
  files?: readonly StoredFile[]
  secrets?: readonly string[]
  session?: Desk['session']
  /** Runs once, inside the first transaction that commits, before the change itself. */
  first?(tx: Writer): Promise<void>
}
export type OpenDesk<I> = { desk: Desk<I>; subjectsSeen: readonly Subject[]; traceReading(): Promise<void> }

const noSession: Desk['session'] = { start: () => undefined, end: () => undefined }

const withoutSecrets = (input: unknown, secrets: readonly string[]): unknown =>
  typeof input === 'object' && input !== null && !Array.isArray(input)
    ? Object.fromEntries(Object.entries(input).filter(([key]) => !secrets.includes(key)))
    : input

/** A trail row as it is first written; seq, previous and hash are set by the sequencer that chains it. */
function trailRow(task: Task<unknown>, office: Office, about: { subject: string; kind: 'act' | 'read' }) {
  const detail = withoutSecrets(task.input, task.secrets ?? []) ?? {}
  const digest = createHash('sha256').update(JSON.stringify(detail)).digest('hex')
  const { account, role, jurisdiction } = task.actor
  const unchained = { seq: null, previous: null, hash: null, algorithm: null }
  return {
    id: newId(),
    at: office.clock.now().toISOString(),
    account,
    role,
    jurisdiction,
    verb: task.verb,
    ...about,
    detail: json(detail),
    digest,
    ...unchained,
  }
}

async function traceSeen(office: Office, task: Task<unknown>, subjects: readonly Subject[]): Promise<void> {
  if (subjects.length === 0) return
  const rows = [...new Set(subjects)].map((subject) => trailRow(task, office, { subject, kind: 'read' }))
  await office.db.insertInto('trail').values(rows).execute()
}

/** Opens a desk for one task of one actor: the only place from which the database is written. */
export function openDesk<I>(office: Office, task: Task<I>): OpenDesk<I> {
  const subjectsSeen: Subject[] = []
  let begun = false
  const change: Desk['change'] = async (subject, write) => {
    const written = await office.db.transaction().execute(async (tx) => {
      if (!begun) await task.first?.(tx)
      const result = await write(tx)
      await tx
        .insertInto('trail')
        .values(trailRow(task, office, { subject, kind: 'act' }))
        .execute()
      return result
    })
    begun = true
    return written
  }
  const { actor, input, tongue = 'zh', files = [], session = noSession } = task
  const desk: Desk<I> = {
    input,
    actor,
    tongue,
    files,
    session,
    change,
    read: office.db,
    store: office.store,
    publish: office.publish,
    today: office.clock.today(),
    now: office.clock.now().toISOString(),
    seen: (...subjects) => void subjectsSeen.push(...subjects),
  }
  return { desk, subjectsSeen, traceReading: () => traceSeen(office, task, subjectsSeen) }
}
