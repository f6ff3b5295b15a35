import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import type { Book, Keeping, Kept, Table, Why } from './book.ts'
import { columnsOf, dropKept, existing, insertKept, type Plain, updateKept } from './keep.ts'
import type { Failure, Given, Ignored, Rejection } from './model.ts'

type Outcome = Kept['outcome']
type Counts = Record<Outcome | 'refused', number>
/** What stands in the ledger; a copy is taken before each file, so that a file that breaks off leaves nothing. */
type Page = {
  counts: Counts
  rejected: readonly Rejection[]
  unreadable: readonly Failure[]
  ignored: readonly Ignored[]
  notes: Readonly<Record<string, readonly object[]>>
  seq: number
}
/** A column of the file at hand: what the sheet calls it, and what the file calls it. */
export type FileColumn = { header: string; shown: string }
type Seen = { print: string; file: string; row: number; id: string }
export type LedgerStart = {
  batch: string
  dryRun: boolean
  today: Day
  actor: Book['actor']
  page?: Partial<Page>
  shapes?: Record<string, string[]>
}

/** Records go to the database in pieces of about so many signs: larger texts live on in memory far longer than they are needed. */
const pieceOf = 48_000
const pieceRows = (first: object | undefined) => Math.max(20, Math.min(500, Math.floor(pieceOf / JSON.stringify(first ?? {}).length)))
const emptyPage = (): Page => ({
  counts: { accepted: 0, updated: 0, unchanged: 0, refused: 0 },
  rejected: [],
  unreadable: [],
  ignored: [],
  notes: {},
  seq: 0,
})
/** A string of its own: one cut or glued from others would keep all of them in memory. */
const flat = (text: string) => Buffer.from(text).toString()
const printOf = (values: readonly unknown[]) => flat(createHash('sha256').update(JSON.stringify(values)).digest('base64').slice(0, 16))

/** The book of one run: counts every row once, remembers every record it touched. */
export class Ledger implements Book {
  readonly batch: string
  readonly dryRun: boolean
  readonly today: Day
  readonly actor: Book['actor']
  readonly shapes: Record<string, string[]>
  #page: Page
  readonly #rejected: Rejection[] = []
  readonly #outcomes = new Map<string | number, Outcome | 'refused'>()
  #columns: readonly FileColumn[] = []
  readonly #raw = new Map<Given, readonly string[]>()
  #entered = 0
  readonly #seen = new Map<string, Seen>()
  #seenOfFile: string[] = []

  constructor(start: LedgerStart) {
    this.batch = start.batch
    this.dryRun = start.dryRun
    this.today = start.today
    this.actor = start.actor
    this.shapes = { ...start.shapes }
    this.#page = { ...emptyPage(), ...start.page }
    this.#rejected.push(...(start.page?.rejected ?? []))
  }

  /** How it stands now. */
  page(): Page {
    return { ...this.#page, rejected: this.#rejected }
  }
  /** Before each file: the way back, should the file break off. */
  mark(): () => void {
    const before = { ...this.#page, counts: { ...this.#page.counts } }
    const rejected = this.#rejected.length
    this.#seenOfFile = []
    this.#outcomes.clear()
    this.#raw.clear()
    this.#entered = 0
    return () => {
      this.#page = before
      this.#rejected.length = rejected
      for (const key of this.#seenOfFile) this.#seen.delete(key)
    }
  }

  /** The columns of the file at hand; the texts of each row follow in their order. */
  columns(columns: readonly FileColumn[]): void {
    this.#columns = columns
  }
  /** Enters a row that was read, with the texts it was read from. */
  enter(given: Given, texts: readonly string[]): void {
    this.#raw.set(given, texts)
    this.#entered += 1
  }
  /** The rows entered so far can no longer be refused: their texts may go. */
  forgetTexts(): void {
    this.#raw.clear()
  }
  ignore(file: string, columns: readonly string[]): void {
    this.#page = { ...this.#page, ignored: [...this.#page.ignored, ...columns.map((column) => ({ file, column }))] }
  }
  /** A cell refused while the row was being read. */
  refuse(rejection: Rejection): void {
    this.#rejected.push(rejection)
  }
  refuseRow(): void {
    this.#page.counts.refused += 1
  }
  /** After a file: rows that were neither kept nor refused stand as they stood. */
  closeFile(): void {
    this.#page.counts.unchanged += Math.max(0, this.#entered - this.#outcomes.size)
  }

  reject(given: Given, why: Why): void {
    const at = this.#columns.findIndex(({ header }) => header === why.header)
    const value = this.#raw.get(given)?.[at] ?? ''
    const column = this.#columns[at]?.shown ?? why.header ?? ''
    this.#rejected.push({ file: given.file, row: given.row, column, value, code: why.code, facts: why.facts ?? {} })
    this.#settle(given, 'refused')
  }
  unreadable(file: string, why: { code: string; facts?: Failure['facts'] }): void {
    this.#page = { ...this.#page, unreadable: [...this.#page.unreadable, { file, code: why.code, facts: why.facts ?? {} }] }
  }
  note(file: string, extra: Readonly<Record<string, readonly object[]>>): void {
    const notes = { ...this.#page.notes }
    for (const [key, list] of Object.entries(extra)) notes[key] = [...(notes[key] ?? []), ...list.map((each) => ({ file, ...each }))]
    this.#page = { ...this.#page, notes }
  }

  /** A row counts once; what a second table adds to an unchanged row makes it an updated one. */
  #settle(given: Given, outcome: Outcome | 'refused'): void {
    const row = given.row > 0 ? given.row : given.file
    const before = this.#outcomes.get(row)
    if (before !== undefined && !(before === 'unchanged' && outcome !== 'unchanged')) return
    if (before !== undefined) this.#page.counts[before] -= 1
    const counted = before === 'unchanged' && outcome === 'accepted' ? 'updated' : outcome
    this.#outcomes.set(row, counted)
    this.#page.counts[counted] += 1
  }

  async keep<T extends Table>(
    tx: Writer,
    table: T,
    rows: readonly Keeping<T>[],
    by: { key: readonly string[]; leave?: readonly string[] },
  ): Promise<readonly Kept[]> {
    this.shapes[table] ??= await columnsOf(tx, table)
    const kept: Kept[] = []
    const size = pieceRows(rows[0]?.record)
    for (let at = 0; at < rows.length; at += size)
      kept.push(...(await this.#keepChunk(tx, { table, rows: rows.slice(at, at + size), ...by })))
    return kept
  }

  async drop(tx: Writer, table: Table, ids: readonly string[]): Promise<void> {
    this.shapes[table] ??= await columnsOf(tx, table)
    if (ids.length === 0) return
    const { seq } = this.#page
    this.#page = { ...this.#page, seq: seq + (await dropKept(tx, { table, batch: this.batch, seq }, ids)) }
  }

  /** The row's key was given before in this import: the same content is nothing new, other content is refused. */
  #repeated(row: Line, key: string): Kept | 'refused' | null {
    const seen = this.#seen.get(key)
    if (!seen) return null
    if (seen.print === row.print) return { given: row.given, id: seen.id, outcome: 'unchanged' }
    this.reject(row.given, { code: 'keyRepeated', facts: { file: seen.file, row: seen.row } })
    return 'refused'
  }

  async #keepChunk(tx: Writer, asked: Asked): Promise<readonly Kept[]> {
    const compare = comparedColumns(asked)
    const kept: Kept[] = []
    const fresh: (Line & { seen: Seen })[] = []
    for (const line of asked.rows.map((row) => lineOf(row, compare))) {
      const key = flat(`${asked.table} ${JSON.stringify(asked.key.map((column) => line.record[column]))}`)
      const repeated = this.#repeated(line, key)
      if (repeated === 'refused') continue
      if (repeated) kept.push(repeated)
      else fresh.push({ ...line, seen: this.#remember(key, line) })
    }
    kept.push(...(await this.#write(tx, asked, fresh, compare)))
    for (const { given, outcome } of kept) this.#settle(given, outcome)
    return kept
  }
  #remember(key: string, line: Line): Seen {
    const seen = { print: line.print, file: line.given.file, row: line.given.row, id: flat(String(line.record.id)) }
    this.#seen.set(key, seen)
    this.#seenOfFile.push(key)
    return seen
  }

  async #write(tx: Writer, asked: Asked, fresh: readonly (Line & { seen: Seen })[], compare: readonly string[]): Promise<readonly Kept[]> {
    if (fresh.length === 0) return []
    const { table, key } = asked
    const found = await existing(tx, table, { records: fresh.map(({ record }) => record), key, compare })
    const stored = new Map(found.map((each) => [each.at, each]))
    for (const [at, { id }] of stored) Object.assign(fresh[at]?.seen ?? {}, { id })
    const added = fresh.filter((_, at) => !stored.has(at)).map(({ record }) => record)
    const changed = fresh.flatMap(({ record }, at) => (stored.get(at)?.differs ? [{ ...record, id: stored.get(at)?.id }] : []))
    if (added.length > 0) await insertKept(tx, this.#target(table, added.length), added)
    if (changed.length > 0) await updateKept(tx, this.#target(table, changed.length), { records: changed, columns: compare })
    return fresh.map(({ given, seen }, at) => ({ given, id: seen.id, outcome: outcomeOf(stored.get(at)) }))
  }
  #target(table: string, count: number) {
    const { seq } = this.#page
    this.#page = { ...this.#page, seq: seq + count }
    return { table, batch: this.batch, seq }
  }
}

type Asked = { table: string; rows: readonly { given: Given; record: object }[]; key: readonly string[]; leave?: readonly string[] }
type Line = { given: Given; record: Plain; print: string }
const outcomeOf = (found: { differs: boolean } | undefined): Outcome => (found ? (found.differs ? 'updated' : 'unchanged') : 'accepted')

/** All columns but the id, the version, those to be left, and the key itself. */
function comparedColumns({ rows, key, leave = [] }: Asked): string[] {
  const apart = new Set(['id', 'version', ...key, ...leave])
  const columns = Object.keys(rows[0]?.record ?? {}).filter((column) => !apart.has(column))
  return columns.length > 0 ? columns : [...key]
}
function lineOf({ given, record }: Asked['rows'][number], compare: readonly string[]): Line {
  const plain: Plain = { ...record }
  return { given, record: plain, print: printOf(compare.map((column) => plain[column] ?? null)) }
}
