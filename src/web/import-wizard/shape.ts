import type { ReactNode } from 'react'
import type { Outcome } from '../trouble.ts'

/** One kind of file that can be taken in. */
export type ImportKind = {
  what: string
  title: string
  hint?: ReactNode
  /** File name endings, with the dot. */
  accepts: readonly string[]
  /** Offers to choose a whole folder. */
  folder?: boolean | undefined
  /** Where the empty workbook is downloaded. */
  template?: string | undefined
}
export type RejectedCell = { file: string; row: number; column: string; value: string; code: string; message: string }
/** What an import did, or would do. */
export type ImportReport = {
  batch: string | null
  files: number
  accepted: number
  updated: number
  unchanged: number
  /** Rows refused; when absent, counted from `rejected`. */
  refused?: number | undefined
  rejected: readonly RejectedCell[]
  unreadable: readonly { file: string; code: string; message: string }[]
  ignored?: readonly { file: string; column: string }[] | undefined
}
export type Progress = { done: number; total: number; label?: string | undefined }
export type Deed = (what: string, files: readonly File[], sent: (share: number) => void) => Promise<Outcome<ImportReport>>
