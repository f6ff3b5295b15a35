import type { Day } from '../../kernel/day.ts'
import type { Facts, Refusal } from '../../kernel/refusal.ts'
import type { Phrase } from '../../kernel/say.ts'
import type { Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import type { Tables } from '../../tables.ts'
import type { Given, Sheet } from './model.ts'

export type Table = keyof Tables & string
/** Why a row is refused; `header` names the cell's column, none when the row as a whole is meant. */
export type Why = { header?: string; code: string; facts?: Facts }
export type Keeping<T extends Table> = { given: Given; record: Tables[T] }
export type Kept = { given: Given; id: string; outcome: 'accepted' | 'updated' | 'unchanged' }

/**
 * How a room writes down what it takes in. Check everything first (`reject`), then `keep`: a row that was
 * refused must have kept nothing. Each given row is counted once, by the first table it is kept in.
 */
export type Book = {
  /** Id of this import, for follow-up jobs. In a dry run everything is rolled back at the end. */
  batch: string
  dryRun: boolean
  today: Day
  /** The account that imports and the place it works for. */
  actor: { account: string; jurisdiction: string }
  /** This row (and only this row) is refused; the others go on. */
  reject(given: Given, why: Why): void
  /** This file could not be read at all. */
  unreadable(file: string, why: Refusal): void
  /** Adds lists to the answer of this run (never stored): note('a.lrmx', { lines: [...] }). Each entry gets `file`. */
  note(file: string, extra: Readonly<Record<string, readonly object[]>>): void
  /**
   * Inserts, updates or leaves each record, found by the key columns; an existing record keeps its id, and its
   * `version` counts up. Columns in `leave` are never overwritten. Records are plain rows, every column given, no
   * json() wrappers. Two rows of one batch with the same key and different content: the second is refused.
   */
  keep<T extends Table>(
    tx: Writer,
    table: T,
    rows: readonly Keeping<T>[],
    by: { key: readonly (keyof Tables[T] & string)[]; leave?: readonly (keyof Tables[T] & string)[] },
  ): Promise<readonly Kept[]>
  /** Deletes records (say the old paragraphs of a paper that came in anew); undo brings them back. */
  drop(tx: Writer, table: Table, ids: readonly string[]): Promise<void>
}

/** A workbook's rows, given in chunks of at most 1,000; all chunks of a file in one transaction. */
export type Intake<Row = unknown> = {
  sheet: Sheet<Row>
  settle(tx: Writer, given: readonly Given<Row>[], book: Book): Promise<void>
  /** Once after the last chunk of each file, in the same transaction. */
  finish?(tx: Writer, book: Book): Promise<void>
  /** Before a batch is undone: remove what was derived from its records, or say why it must stay. */
  beforeUndo?(tx: Writer, batch: string): Promise<Refusal | null>
}

/** Files taken whole, by extension ('.docx'); one transaction a file. */
export type FileIntake = {
  what: string
  /** Shown on the imports page; needed where no sheet of the same kind has a title. */
  title?: Phrase
  /** Extensions with the dot, small letters. */
  accepts: readonly string[]
  take(tx: Writer, file: StoredFile, book: Book): Promise<void>
  /** Records of the room stand on the stored files (their `sha256`); files no record stands on are deleted after the run. */
  keepsFiles?: true
  beforeUndo?(tx: Writer, batch: string): Promise<Refusal | null>
}

export type AnyIntake = Intake | FileIntake
