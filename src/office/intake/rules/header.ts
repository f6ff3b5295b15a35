import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Column, Sheet } from '../model.ts'
import { halfWidth, trimmed } from './cells.ts'
import { exampleHeader, rowNumberHeaders } from './lexicon.ts'

/** Where each column of the sheet stands in the file, and what the file calls it. */
export type Place = { column: Column; at: number; header: string }
export type Header = { row: number; places: readonly Place[]; ignored: readonly string[]; exampleAt: number | null }
/** A header that cannot be used; `column` names the trouble. */
export type HeaderTrouble = { row: number; column: string; refusal: Refusal }

/** A header as compared: blanks, stars and letter case do not count. */
const plain = (header: string) => halfWidth(header).replaceAll(/[\s*]/g, '').toLowerCase()
/** The hint in brackets after a header is no part of its name. */
const bare = (header: string) => plain(header).replace(/[([\u3010\u3014].*$/, '')

const placeOf = (column: Column, cells: readonly string[]): number => {
  const exact = cells.findIndex((cell) => plain(cell) === plain(column.header))
  return exact >= 0 ? exact : cells.findIndex((cell) => bare(cell) !== '' && bare(cell) === bare(column.header))
}
const places = (sheet: Sheet, cells: readonly string[]): readonly Place[] =>
  sheet.columns.flatMap((column) => {
    const at = placeOf(column, cells)
    return at < 0 ? [] : [{ column, at, header: trimmed(cells[at] ?? '') }]
  })

/** How many columns of the sheet a row names: the row that names most is the header. */
export const namesIn = (sheet: Sheet, cells: readonly string[]): number => places(sheet, cells).length

const missingIn = (sheet: Sheet, cells: readonly string[]): readonly Column[] =>
  sheet.columns.filter((column) => column.required && placeOf(column, cells) < 0)
export const isHeader = (sheet: Sheet, cells: readonly string[]): boolean =>
  namesIn(sheet, cells) > 0 && missingIn(sheet, cells).length === 0

function twice(found: readonly Place[], cells: readonly string[]): readonly Place[] {
  return found.filter(({ column, at }) => cells.some((cell, index) => index !== at && plain(cell) === plain(column.header)))
}

/** Reads a header row; order is free, unknown columns are kept out. */
export function readHeader(
  sheet: Sheet,
  given: { row: number; cells: readonly string[] },
): Header | { troubles: readonly HeaderTrouble[] } {
  const { row, cells } = given
  const found = places(sheet, cells)
  const missing = missingIn(sheet, cells).map(({ header: column }) => ({ row, column, refusal: refuse('columnMissing', { column }) }))
  const doubled = twice(found, cells).map(({ header: column }) => ({ row, column, refusal: refuse('columnTwice', { column }) }))
  if (missing.length + doubled.length > 0) return { troubles: [...missing, ...doubled] }
  const used = new Set(found.map(({ at }) => at))
  const example = cells.findIndex((cell) => plain(cell) === plain(exampleHeader))
  const ignored = cells.filter((cell, at) => trimmed(cell) !== '' && !used.has(at) && at !== example && !rowNumberHeaders.has(plain(cell)))
  return { row, places: found, ignored: ignored.map(trimmed), exampleAt: example < 0 ? null : example }
}
