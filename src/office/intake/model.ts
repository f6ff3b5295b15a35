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

/** One cell (or row, or header) that was refused; the sheet's header is row 1. */
export const Rejected = z.object({
  file: z.string(),
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})
export type Rejected = z.infer<typeof Rejected>

export const Unreadable = z.object({ file: z.string(), code: z.string(), message: z.string() })
export type Unreadable = z.infer<typeof Unreadable>

/** A column that no kind of this workbook knows: its cells were kept out. */
export const Ignored = z.object({ file: z.string(), column: z.string() })
export type Ignored = z.infer<typeof Ignored>

export const Counts = z.object({
  files: z.number().int(),
  accepted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
})
export type Counts = z.infer<typeof Counts>

/** What an import did, or would do. `refused` counts rows; `rejected` lists their cells. */
export const Report = Counts.extend({
  batch: z.string().nullable(),
  refused: z.number().int(),
  rejected: z.array(Rejected),
  unreadable: z.array(Unreadable),
  ignored: z.array(Ignored),
})
export type Report = z.infer<typeof Report>

export const BatchState = z.enum(['waiting', 'running', 'done', 'failed', 'undone'])
export type BatchState = z.infer<typeof BatchState>

export const BatchFile = z.object({ name: z.string(), sha256: z.string(), size: z.number().int() })
export type BatchFile = z.infer<typeof BatchFile>

/** One import: who, what, when, and how it ended. */
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
  accepted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  rejected: z.array(Rejected),
  unreadable: z.array(Unreadable),
  ignored: z.array(Ignored),
  jurisdiction: z.string(),
})
export type Batch = z.infer<typeof Batch>

/** One record a batch touched: how it stood before, and the print of how it stood after. */
export const BatchChange = z.object({
  id: z.uuid(),
  batch: z.uuid(),
  seq: z.number().int(),
  relation: z.string(),
  record: z.uuid(),
  deed: z.enum(['added', 'changed', 'dropped']),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.string().nullable(),
})
export type BatchChange = z.infer<typeof BatchChange>
