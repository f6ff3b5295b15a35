import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Column, Sheet } from '../model.ts'
import { trimmed } from './cells.ts'
import type { Header, Place } from './header.ts'
import { exampleMark } from './lexicon.ts'

/** A cell that was refused: its header in the file, its text, and why. */
export type CellTrouble = { header: string; value: string; refusal: Refusal }
export type RowRead<Row> = { value: Row } | { troubles: readonly CellTrouble[] }

/** Blank rows, and the template's example row, are no rows. */
export function isNoRow(header: Header, cells: readonly string[]): boolean {
  if (header.exampleAt !== null && trimmed(cells[header.exampleAt] ?? '').startsWith(exampleMark)) return true
  return header.places.every(({ at }) => trimmed(cells[at] ?? '') === '')
}

const formulaError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/

function readCell(column: Column, value: string): { value: unknown } | { refusal: Refusal } {
  if (formulaError.test(value)) return { refusal: refuse('cellBroken', { text: value }) }
  if (value === '' && column.required) return { refusal: refuse('cellMissing') }
  return column.read(value)
}

/** Where a whole-row check found fault: the column of the first key on its path, else the row's first column. */
function troubleOf(sheet: Sheet, found: { key: PropertyKey | undefined; places: readonly Place[]; cells: readonly string[] }): CellTrouble {
  const column = sheet.columns.find(({ key }) => key === found.key)
  const place = found.places.find((each) => each.column === column)
  return {
    header: place?.header ?? column?.header ?? '',
    value: trimmed(found.cells[place?.at ?? -1] ?? ''),
    refusal: refuse('cellInvalid'),
  }
}

/** Reads one row: every wrong cell is named, not only the first. */
export function readRow<Row>(sheet: Sheet<Row>, header: Header, cells: readonly string[]): RowRead<Row> {
  const troubles: CellTrouble[] = []
  const row: Record<string, unknown> = {}
  for (const column of sheet.columns) {
    const place = header.places.find((each) => each.column === column)
    const value = trimmed(cells[place?.at ?? -1] ?? '')
    const read = readCell(column, value)
    if ('refusal' in read) troubles.push({ header: place?.header ?? column.header, value, refusal: read.refusal })
    else row[column.key] = read.value
  }
  if (troubles.length > 0) return { troubles }
  const parsed = sheet.row.safeParse(row)
  if (parsed.success) return { value: parsed.data }
  const { places } = header
  return { troubles: parsed.error.issues.map((issue) => troubleOf(sheet, { key: issue.path[0], places, cells })) }
}
