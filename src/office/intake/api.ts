import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import { nowMs } from '../../platform/clock.ts'
import type { Desk } from '../../platform/desk.ts'
import { enqueue } from '../../platform/jobs.ts'
import { BadInput, found, type Handler, serve, stopIf } from '../../platform/serve.ts'
import { type BatchRow, getBatch, getTemplate, listBatchesAsk, listKinds, previewImport, runImportFiles, undoBatch } from './contract.ts'
import { beginBatch, carryOut, takeBackBatch } from './deeds.ts'
import { type House, kinds, whyNotKind } from './kinds.ts'
import type { Batch, Report } from './model.ts'
import { tellRejected, tellUnreadable, whyNotUndo } from './rules/batches.ts'
import { letGo, type Run, reportOf, type Step, tryImport } from './run.ts'
import { findBatch, listBatches } from './store.ts'
import { templateOf } from './template.ts'

/** Up to this size an import is done while one waits; above, it goes on as a job. */
const atOnceUpTo = 2 * 1024 * 1024
/** Browsers hear of progress at most three times a second. */
const newsEvery = 300

/** Tells the account that imports how far it has come. */
export function progressFor(publish: Desk['publish'], to: { account: string; batch: string | null }): (step: Step) => Promise<void> {
  let last = 0
  return async (step) => {
    const now = nowMs()
    if (now - last < newsEvery && step.done < step.total) return
    last = now
    await publish({ kind: 'intake.progress', audience: to.account, payload: { batch: to.batch, ...step } })
  }
}

const rowOf = (batch: Batch, desk: Desk): BatchRow => {
  const { shapes: _shapes, rejected: _rejected, unreadable, ignored: _ignored, ...row } = batch
  const no: Refusal | null = whyNotUndo(batch, { jurisdiction: desk.actor.jurisdiction, now: desk.now })
  return { ...row, unreadable: unreadable.length, may: { undo: no ?? true } }
}
const toldOf = (batch: Batch, desk: Desk, { phrases }: House): Report => ({
  batch: batch.id,
  files: batch.files.length,
  accepted: batch.accepted,
  updated: batch.updated,
  unchanged: batch.unchanged,
  refused: batch.refused,
  ignored: batch.ignored,
  rejected: tellRejected(batch.rejected, { phrases, tongue: desk.tongue }),
  unreadable: tellUnreadable(batch.unreadable, { phrases, tongue: desk.tongue }),
})

function runOf(house: House, desk: Desk<{ what: string }>, batch: string | null): Run {
  stopIf(whyNotKind(house, desk.input.what))
  if (desk.files.length === 0) throw new BadInput([{ path: 'files', code: 'required', message: 'files' }])
  const actor = { account: desk.actor.account, jurisdiction: desk.actor.jurisdiction }
  return {
    house,
    desk,
    what: desk.input.what,
    files: desk.files,
    actor,
    progress: progressFor(desk.publish, { account: actor.account, batch }),
  }
}

const visible = async (desk: Desk, id: string): Promise<Batch> => {
  const batch = found(await findBatch(desk.read, id))
  const { jurisdiction } = desk.actor
  return found(jurisdiction === '*' || batch.jurisdiction === '*' || batch.jurisdiction === jurisdiction ? batch : null)
}

async function preview(house: House, desk: Desk<{ what: string }>) {
  const run = runOf(house, desk, null)
  try {
    return { ...reportOf(await tryImport(run), run, { tongue: desk.tongue, most: 1000 }), state: null }
  } finally {
    await letGo({ desk, store: desk.store }, desk.files)
  }
}

async function start(house: House, desk: Desk<{ what: string }>) {
  const { what, files } = runOf(house, desk, null)
  const size = files.reduce((sum, file) => sum + file.size, 0)
  if (size > atOnceUpTo) {
    const batch = await beginBatch(desk, { what, files, state: 'waiting' }, (tx, { id }) => enqueue(tx, 'intake.import', { batch: id }))
    return { ...toldOf(batch, desk, house), state: batch.state }
  }
  const batch = await beginBatch(desk, { what, files, state: 'running' })
  const run = runOf(house, desk, batch.id)
  return { ...reportOf(await carryOut(run, batch, desk.store), run, { tongue: desk.tongue, most: 1000 }), state: 'done' as const }
}

export const intakeApi = (house: () => House): readonly Handler[] => [
  serve(listKinds, async () => ({
    rows: kinds(house()).map(({ what, title, accepts, sheet }) => ({
      what,
      title: { ...title },
      accepts: [...accepts],
      template: sheet !== null,
    })),
  })),
  serve(previewImport, (desk) => preview(house(), desk)),
  serve(runImportFiles, (desk) => start(house(), desk)),
  serve(listBatchesAsk, async (desk) => {
    const { rows, total } = await listBatches(desk.read, { ...desk.input, jurisdiction: desk.actor.jurisdiction })
    return { rows: rows.map((batch) => rowOf(batch, desk)), total }
  }),
  serve(getBatch, async (desk) => {
    const batch = await visible(desk, desk.input.id)
    return { batch: rowOf(batch, desk), report: toldOf(batch, desk, house()) }
  }),
  serve(undoBatch, async (desk) => {
    await visible(desk, desk.input.id)
    const by = { id: desk.input.id, account: desk.actor.account, jurisdiction: desk.actor.jurisdiction }
    return rowOf(await takeBackBatch(desk, house(), by), desk)
  }),
  serve(getTemplate, async ({ input, tongue }) => {
    stopIf(whyNotKind(house(), input.what))
    const sheet = kinds(house()).find(({ what }) => what === input.what)?.sheet ?? null
    stopIf(sheet ? null : refuse('noTemplate', input))
    return templateOf(found(sheet), tongue)
  }),
]
