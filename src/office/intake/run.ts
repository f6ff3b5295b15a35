import { sql } from 'kysely'
import type { Tongue } from '../../kernel/say.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import type { FileStore, StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { Unreadable } from '../../platform/reading.ts'
import { thriftily } from '../../platform/thrift.ts'
import { type House, intakeFor, intakesOf, isSheet } from './kinds.ts'
import { Ledger } from './ledger.ts'
import type { Batch, Report } from './model.ts'
import { tellRejected, tellUnreadable } from './rules/batches.ts'
import { takeSheet } from './sheetrows.ts'
import { addBatch, isFileInUse, lastSeq, lockImports, markBatch, newBatch, saveProgress } from './store.ts'

export type Step = { done: number; total: number; label: string }
export type Run = {
  house: House
  desk: Pick<Desk, 'change' | 'read' | 'today' | 'now'>
  what: string
  files: readonly StoredFile[]
  actor: { account: string; jurisdiction: string }
  progress(step: Step): Promise<void> | void
}
type Reading = { run: Run; ledger: Ledger; at: number }

/** Progress counts hundredths of files: a single large workbook moves too. */
const stepOf = ({ run, at }: Reading, share: number, label: string) =>
  run.progress({ done: Math.min(at * 100 + Math.round(share * 100), run.files.length * 100), total: run.files.length * 100, label })

async function takeFile(tx: Writer, reading: Reading, file: StoredFile): Promise<void> {
  const { run, ledger } = reading
  const intake = intakeFor(run.house, run.what, file.name)
  if ('code' in intake) return ledger.unreadable(file.name, intake)
  if (!isSheet(intake)) return intake.take(tx, file, ledger)
  const step = async (share: number, rows: number) => void (await stepOf(reading, share, `${file.name} ${rows}`))
  await takeSheet({ tx, file, intake, ledger, step })
}

/** One file, whole or not at all: damage met half-way leaves nothing of it, and is reported. */
export async function takeWhole(
  tx: Writer,
  { file, ledger }: { file: StoredFile; ledger: Ledger },
  take: () => Promise<void>,
): Promise<void> {
  const back = ledger.mark()
  await sql`savepoint before_file`.execute(tx)
  try {
    await take()
    ledger.closeFile()
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await sql`rollback to savepoint before_file`.execute(tx)
    back()
    ledger.unreadable(file.name, error.refusal)
  }
  await sql`release savepoint before_file`.execute(tx)
}

/** Thrown at the end of a dry run: everything is rolled back, the trail with it. */
class RolledBack extends Error {}

/** What an import would do; nothing is kept. */
export const tryImport = (run: Run): Promise<Ledger> => thriftily(() => rehearse(run))

async function rehearse(run: Run): Promise<Ledger> {
  const ledger = new Ledger({ batch: newId(), dryRun: true, today: run.desk.today, actor: run.actor })
  const rehearsal = run.desk.change(`batch:${ledger.batch}`, async (tx) => {
    await lockImports(tx)
    await addBatch(tx, newBatch({ id: ledger.batch, what: run.what, files: run.files, ...run.actor, at: run.desk.now }))
    for (const [at, file] of run.files.entries()) {
      await takeWhole(tx, { file, ledger }, () => takeFile(tx, { run, ledger, at }, file))
      await stepOf({ run, ledger, at }, 1, file.name)
    }
    throw new RolledBack()
  })
  await rehearsal.catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error
  })
  return ledger
}

/** Goes on with a batch where it stands: a job that was broken off does no file twice. */
export const runImport = (run: Run, batch: Batch): Promise<Ledger> => thriftily(() => goOn(run, batch))

async function goOn(run: Run, batch: Batch): Promise<Ledger> {
  const { accepted, updated, unchanged, refused, rejected, unreadable, ignored } = batch
  const page = {
    counts: { accepted, updated, unchanged, refused },
    rejected,
    unreadable,
    ignored,
    seq: await lastSeq(run.desk.read, batch.id),
  }
  const ledger = new Ledger({ batch: batch.id, dryRun: false, today: run.desk.today, actor: run.actor, page, shapes: batch.shapes })
  try {
    for (const [at, file] of run.files.entries()) if (at >= batch.filesDone) await takeNext({ run, ledger, at }, file)
  } catch (error) {
    await run.desk.change(`batch:${batch.id}`, (tx) => markBatch(tx, batch.id, { state: 'failed', endedAt: run.desk.now }))
    throw error
  }
  return ledger
}

async function takeNext(reading: Reading, file: StoredFile): Promise<void> {
  const { run, ledger, at } = reading
  const last = at === run.files.length - 1
  await run.desk.change(`batch:${ledger.batch}`, async (tx) => {
    await lockImports(tx)
    await takeWhole(tx, { file, ledger: reading.ledger }, () => takeFile(tx, reading, file))
    const now = last ? ({ state: 'done', endedAt: run.desk.now } as const) : ({ state: 'running', endedAt: null } as const)
    await saveProgress(tx, ledger, { filesDone: at + 1, ...now })
  })
  await stepOf(reading, 1, file.name)
}

/** Files that no record of any place stands on are deleted: a resume with a family in it is not kept. */
export async function letGo(from: { desk: Pick<Desk, 'read'>; store: FileStore }, files: readonly StoredFile[]): Promise<void> {
  for (const sha256 of new Set(files.map((file) => file.sha256)))
    if (!(await isFileInUse(from.desk.read, sha256))) await from.store.forget(sha256)
}
/** Whether files of this kind may be wanted again after the import. */
export const keepsOriginal = (house: House, what: string, name: string): boolean => {
  const intake = intakeFor(house, what, name)
  return intakesOf(house, what).some((each) => each === intake && 'keepsFiles' in each && each.keepsFiles === true)
}

/** The answer as INTERFACES says it; lists a room has noted follow it. */
export function reportOf(
  ledger: Ledger,
  run: Pick<Run, 'house' | 'files'>,
  told: { tongue: Tongue; most?: number },
): Report & Record<string, unknown> {
  const { counts, rejected, unreadable, ignored, notes } = ledger.page()
  const said = { phrases: run.house.phrases, ...told }
  return {
    batch: ledger.dryRun ? null : ledger.batch,
    files: run.files.length,
    ...counts,
    rejected: tellRejected(rejected, said),
    unreadable: tellUnreadable(unreadable, said),
    ignored: [...ignored],
    ...notes,
  }
}
