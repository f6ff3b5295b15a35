import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Contract } from '../../kernel/contract.ts'
import type { SavedView } from '../settings.ts'

type Named = { key: string; label: string }
export type Option = { value: string; label: string }
/** One part of the query form; its key is the name in the address and in the ask's input. */
export type Filter =
  | (Named & { kind: 'text' | 'day' | 'number' | 'yes'; hint?: string | undefined })
  | (Named & { kind: 'choice' | 'several'; options: readonly Option[] })
  | (Named & { kind: 'custom'; render(value: string | undefined, set: (value: string | undefined) => void): ReactNode })

export type Column<Row> = {
  key: string
  title: string
  cell(row: Row): ReactNode
  /** Pixels; a column without width shares what is left. */
  width?: number | undefined
  align?: 'start' | 'end' | undefined
  /** Names and titles are set in serif. */
  serif?: boolean | undefined
  /** What is sent as `sort` (with a leading minus for descending). */
  sort?: string | undefined
  /** Left out on narrow screens. */
  optional?: boolean | undefined
  /** Holds buttons: where a narrow screen scrolls the table sideways, they stay in sight. */
  acts?: boolean | undefined
}

export type BatchAct<Row> = {
  key: string
  label: string
  run(rows: readonly Row[]): unknown
  whyNot?: ((rows: readonly Row[]) => string | null) | undefined
}
export type ListContract<Row> = Contract<z.ZodType, z.ZodType<{ rows: Row[]; total: number }>>
/** Where views are kept when not in this browser: a room's own asks and acts. */
export type ViewStore = { views: readonly SavedView[]; keep(view: SavedView): unknown; drop(view: SavedView): unknown }
export type Export = { label: string; contract: Contract }

export type TableProps<Row> = {
  label: string
  rows: readonly Row[]
  /** Of the whole list and of the first row here, for screen readers. */
  total: number
  offset: number
  columns: readonly Column<Row>[]
  rowKey(row: Row): string
  rowLabel(row: Row): string
  active: number
  setActive(at: number): void
  openKey: string | undefined
  onOpen: ((key: string) => void) | undefined
  marked: ReadonlySet<string>
  onMark: ((keys: readonly string[], on: boolean) => void) | undefined
  sort: string | undefined
  onSort(sort: string | undefined): void
}
