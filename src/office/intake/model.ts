import { z } from 'zod'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Phrase } from '../../kernel/say.ts'

/** What a cell became: a value, or a reason why not. */
export type Read<T> = { value: T } | { refusal: Refusal }

/** One column of a workbook. `header` is what stands in its first row; `read` turns the cell's text into a value. */
export type Column = {
  header: string
  key: string
  required: boolean
  read(text: string): Read<unknown>
  /** Offered as a drop-down in the template. */
  options?: readonly string[]
  example: string
}

/** One kind of workbook. `row` is checked after every cell was read; its object has the columns' keys. */
export type Sheet<Row = unknown> = { what: string; title: Phrase; columns: readonly Column[]; row: z.ZodType<Row> }

/** A row that was read: where it stood and what it says. Files taken whole stand in row 0. */
export type Given<Row = unknown> = { file: string; row: number; value: Row }

/** One cell (or row, or header) that was refused; the sheet's header is row 1. Kept without its sentence, which is said in the reader's tongue. */
export const Rejection = z.object({
  file: z.string(),
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Rejection = z.infer<typeof Rejection>
export const Rejected = Rejection.omit({ facts: true }).extend({ message: z.string() })
export type Rejected = z.infer<typeof Rejected>

/** A file that could not be read at all. */
export const Failure = Rejection.pick({ file: true, code: true, facts: true })
export type Failure = z.infer<typeof Failure>
export const Unreadable = Failure.omit({ facts: true }).extend({ message: z.string() })
export type Unreadable = z.infer<typeof Unreadable>

/** A column that this kind of workbook does not know: its cells were kept out. */
export const Ignored = z.object({ file: z.string(), column: z.string() })
export type Ignored = z.infer<typeof Ignored>

const count = z.number().int()
/** What an import did, or would do: `refused` counts rows, `rejected` lists their cells. */
export const Report = z.object({
  batch: z.string().nullable(),
  files: count,
  accepted: count,
  updated: count,
  unchanged: count,
  refused: count,
  rejected: z.array(Rejected),
  unreadable: z.array(Unreadable),
  ignored: z.array(Ignored),
})
export type Report = z.infer<typeof Report>

export const BatchState = z.enum(['waiting', 'running', 'done', 'failed', 'undone'])
export type BatchState = z.infer<typeof BatchState>

export const BatchFile = z.object({ name: z.string(), sha256: z.string(), size: z.number().int() })
export type BatchFile = z.infer<typeof BatchFile>

/** One import: who, what, when, and how it ended; `filesDone` is how far it has come. */
export const Batch = z.object({
  id: z.uuid(),
  what: z.string(),
  state: BatchState,
  startedAt: z.string(),
  startedBy: z.string(),
  endedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  files: z.array(BatchFile),
  filesDone: count,
  accepted: count,
  updated: count,
  unchanged: count,
  refused: count,
  rejected: z.array(Rejection),
  unreadable: z.array(Failure),
  ignored: z.array(Ignored),
  /** The columns of each table it touched, as they were then. */
  shapes: z.record(z.string(), z.array(z.string())),
  jurisdiction: z.string(),
})
export type Batch = z.infer<typeof Batch>

export const Deed = z.enum(['added', 'changed', 'dropped'])
export type Deed = z.infer<typeof Deed>

/** One record a batch touched: how it stood before, and the print of how it stood after. */
export const BatchChange = z.object({
  batch: z.uuid(),
  seq: count,
  relation: z.string(),
  record: z.uuid(),
  deed: Deed,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.string().nullable(),
})
export type BatchChange = z.infer<typeof BatchChange>
