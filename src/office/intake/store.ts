import { sql } from 'kysely'
import { countOf, json, type Reader, type Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import type { Ledger } from './ledger.ts'
import type { Batch, BatchState } from './model.ts'

/** So many wrong cells are kept with a batch; the command line prints them all. */
const keptAtMost = 2000

const wrapped = (batch: Partial<Batch>) =>
  Object.fromEntries(Object.entries(batch).map(([key, value]) => [key, typeof value === 'object' && value !== null ? json(value) : value]))

export async function addBatch(tx: Writer, batch: Batch): Promise<void> {
  const { files, rejected, unreadable, ignored, shapes, ...plain } = batch
  const lists = { files: json(files), rejected: json(rejected), unreadable: json(unreadable), ignored: json(ignored), shapes: json(shapes) }
  await tx
    .insertInto('batch')
    .values({ ...plain, ...lists })
    .execute()
}

/** One import at a time: two that bring the same record would both add it. */
export const lockImports = async (tx: Writer): Promise<void> => {
  await sql`select pg_advisory_xact_lock(726400010)`.execute(tx)
}

/** Writes down how far a batch has come, in the transaction of the file that was just taken in. */
export async function saveProgress(
  tx: Writer,
  ledger: Ledger,
  step: { filesDone: number; state: BatchState; endedAt: string | null },
): Promise<void> {
  const { counts, rejected, unreadable, ignored } = ledger.page()
  const lists = { rejected: json(rejected.slice(0, keptAtMost)), unreadable: json([...unreadable]), ignored: json([...ignored]) }
  await tx
    .updateTable('batch')
    .set({ ...step, ...counts, ...lists, shapes: json(ledger.shapes) })
    .where('id', '=', ledger.batch)
    .execute()
}

export const markBatch = (tx: Writer, id: string, change: Partial<Pick<Batch, 'state' | 'endedAt' | 'undoneAt' | 'undoneBy'>>) =>
  tx.updateTable('batch').set(wrapped(change)).where('id', '=', id).execute()

export const findBatch = (read: Reader, id: string): Promise<Batch | undefined> =>
  read.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst()

export const lockBatch = (tx: Writer, id: string): Promise<Batch | undefined> =>
  tx.selectFrom('batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The number of the batch's last change, to go on counting from. */
export async function lastSeq(read: Reader, batch: string): Promise<number> {
  const row = await read
    .selectFrom('batchChange')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('batch', '=', batch)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

export type BatchesAsked = { what: string; jurisdiction: string; offset: number; limit: number }
const batchesOf = (read: Reader, { what, jurisdiction }: BatchesAsked) => {
  const all = read.selectFrom('batch')
  const ofWhat = what === '' ? all : all.where('what', '=', what)
  return jurisdiction === '*' ? ofWhat : ofWhat.where('jurisdiction', 'in', [jurisdiction, '*'])
}
/** Batches of one's own place, the newest first. */
export async function listBatches(read: Reader, asked: BatchesAsked): Promise<{ rows: Batch[]; total: number }> {
  const total = await countOf(batchesOf(read, asked).select(({ fn }) => fn.countAll().as('count')))
  const page = batchesOf(read, asked).selectAll().orderBy('startedAt', 'desc').orderBy('id', 'desc')
  return { rows: await page.offset(asked.offset).limit(asked.limit).execute(), total }
}

/** Whether a record of any place, or a batch under way, stands on this stored file. */
export const isFileInUse = async (read: Reader, sha256: string): Promise<boolean> =>
  (await read.selectNoFrom(sql<boolean>`file_in_use(${sha256})`.as('held')).executeTakeFirstOrThrow()).held

export const newBatch = (from: {
  id: string
  what: string
  files: readonly StoredFile[]
  account: string
  jurisdiction: string
  at: string
}): Batch => ({
  id: from.id,
  what: from.what,
  state: 'running',
  startedAt: from.at,
  startedBy: from.account,
  jurisdiction: from.jurisdiction,
  endedAt: null,
  undoneAt: null,
  undoneBy: null,
  filesDone: 0,
  accepted: 0,
  updated: 0,
  unchanged: 0,
  refused: 0,
  files: from.files.map(({ name, sha256, size }) => ({ name, sha256, size })),
  rejected: [],
  unreadable: [],
  ignored: [],
  shapes: {},
})
