import type { Desk } from '../../platform/desk.ts'
import type { StoredFile } from '../../platform/files.ts'
import { newId } from '../../platform/id.ts'
import { found, stopIf } from '../../platform/stop.ts'
import { asOwner } from '../../platform/wall/line.ts'
import { type House, intakesOf } from './kinds.ts'
import type { Batch, BatchState } from './model.ts'
import { whyNotUndo } from './rules/batches.ts'
import { letGo, type Run, runImport } from './run.ts'
import { addBatch, findBatch, lockBatch, lockImports, markBatch, newBatch } from './store.ts'
import { undoChanges } from './undo.ts'

export type Beginning = { what: string; files: readonly StoredFile[]; state: Extract<BatchState, 'waiting' | 'running'> }

/** Writes the batch down before its first file is opened; `also` runs in the same transaction. */
export async function beginBatch(
  desk: Desk,
  from: Beginning,
  also?: (tx: Parameters<typeof addBatch>[0], batch: Batch) => Promise<void>,
): Promise<Batch> {
  const { account, jurisdiction } = desk.actor
  const batch = { ...newBatch({ id: newId(), what: from.what, files: from.files, account, jurisdiction, at: desk.now }), state: from.state }
  await desk.change(`batch:${batch.id}`, async (tx) => {
    await addBatch(tx, batch)
    await also?.(tx, batch)
  })
  return batch
}

/** Runs a batch to its end; uploaded files that no record stands on are gone afterwards. */
export async function carryOut(run: Run, batch: Batch, store: Desk['store'] | null) {
  try {
    return await runImport(run, batch)
  } finally {
    if (store) await letGo({ desk: run.desk, store }, run.files)
  }
}

/** Takes a batch back as a whole, or says which record stands in the way. */
export function takeBackBatch(
  desk: Pick<Desk, 'change' | 'now'>,
  house: House,
  by: { id: string; account: string; jurisdiction: string },
): Promise<Batch> {
  return desk.change(`batch:${by.id}`, async (tx) => {
    await lockImports(tx)
    const batch = found(await lockBatch(tx, by.id))
    stopIf(whyNotUndo(batch, { jurisdiction: by.jurisdiction, now: desk.now }))
    for (const intake of intakesOf(house, batch.what)) stopIf((await intake.beforeUndo?.(tx, batch.id)) ?? null)
    await asOwner(tx, () => undoChanges(tx, batch.id, batch.shapes))
    await markBatch(tx, batch.id, { state: 'undone', undoneAt: desk.now, undoneBy: by.account })
    return found(await findBatch(tx, batch.id))
  })
}
