import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { GivenFile } from '../../kernel/given.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { Batch, BatchState, Report } from './model.ts'
import { words } from './words.ts'

const Said = z.object({ zh: z.string(), en: z.string() })

/** What can be imported: `template` says whether there is a workbook to fill in. */
export const KindRow = z.object({ what: z.string(), title: Said, accepts: z.array(z.string()), template: z.boolean() })
export type KindRow = z.infer<typeof KindRow>
export const listKinds = ask({
  name: 'intake.kinds',
  title: words.title.kinds,
  input: z.object({}),
  output: z.object({ rows: z.array(KindRow) }),
})

const What = z.object({ what: z.string().min(1) })
/** A report may carry lists a kind adds, such as the lines of a resume with their parse. */
export const ImportAnswer = z.looseObject({ ...Report.shape, state: BatchState.nullable() })
export type ImportAnswer = z.infer<typeof ImportAnswer>

/** Tries an import and rolls it back: nothing is kept but the entry that it was tried. */
export const previewImport = act({
  name: 'intake.preview',
  title: words.title.preview,
  takes: 'files',
  input: What,
  output: ImportAnswer,
  writes: 'nothing',
})
/** Long imports go on after the answer: `state` is then 'waiting', and `intake.batch` tells how it ended. */
export const runImportFiles = act({
  name: 'intake.run',
  title: words.title.run,
  takes: 'files',
  input: What,
  output: ImportAnswer,
  writes: 'inSteps',
})

export const BatchRow = Batch.omit({ shapes: true, rejected: true, unreadable: true, ignored: true }).extend({
  unreadable: z.number().int(),
  may: z.object({
    undo: z.union([
      z.literal(true),
      z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
    ]),
  }),
})
export type BatchRow = z.infer<typeof BatchRow>
export const listBatchesAsk = ask({
  name: 'intake.batches',
  title: words.title.batches,
  input: Paging.extend({ what: z.string().default('') }),
  output: pageOf(BatchRow),
})
export const getBatch = ask({
  name: 'intake.batch',
  title: words.title.batch,
  input: z.object({ id: Batch.shape.id }),
  output: z.object({ batch: BatchRow, report: Report }),
})
export const undoBatch = act({ name: 'intake.undo', title: words.title.undo, input: z.object({ id: Batch.shape.id }), output: BatchRow })
export const getTemplate = ask({ name: 'intake.template', title: words.title.template, input: What, gives: 'file', output: GivenFile })
