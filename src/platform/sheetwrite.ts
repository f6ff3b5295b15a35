import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'

export type WrittenCell = string | number | boolean | null
export type WrittenSheet = {
  /** The sheet's name, at most 31 characters. */
  name: string
  headers: readonly string[]
  /** Widths in characters, in the order of the headers. */
  widths?: readonly number[]
}
type Rows = AsyncIterable<readonly WrittenCell[]> | Iterable<readonly WrittenCell[]>
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export { xlsxType }

const sheetName = (name: string) => name.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Sheet1'

async function* withHeader(sheet: WrittenSheet, rows: Rows): AsyncGenerator<WrittenCell[]> {
  yield [...sheet.headers]
  for await (const row of rows) yield [...row]
}

/** A workbook of one sheet, written while its rows arrive: memory does not grow with them. Text stays text, also 18 digits. */
export function sheetStream(sheet: WrittenSheet, rows: Rows): Readable {
  const columns = sheet.headers.map((_, at) => ({ width: sheet.widths?.[at] ?? 16 }))
  const stream = writeXlsxStream(withHeader(sheet, rows), { name: sheetName(sheet.name), columns, freezePane: { rows: 1 } })
  return Readable.fromWeb(stream as ReadableStream)
}

/** The same in memory: for answers of a few thousand rows. */
export async function sheetBytes(sheet: WrittenSheet, rows: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = []
  for await (const piece of sheetStream(sheet, rows)) pieces.push(Buffer.from(piece))
  return new Uint8Array(Buffer.concat(pieces))
}

export type TemplateColumn = { header: string; required: boolean; example: string; options?: readonly string[]; says?: string }
export type Template = {
  name: string
  columns: readonly TemplateColumn[]
  notes: { name: string; headers: readonly string[]; rows: readonly (readonly string[])[] }
}

const columnLetter = (at: number): string => (at < 26 ? '' : columnLetter(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
/** A drop-down's list may hold 255 characters; longer ones stand on a sheet of their own. */
const fitsInline = (options: readonly string[]) => options.join(',').length <= 250 && options.every((each) => !each.includes(','))

type Listed = { column: TemplateColumn; at: number; options: readonly string[] }
const listedColumns = (columns: readonly TemplateColumn[]): readonly Listed[] =>
  columns.flatMap((column, at) => (column.options && column.options.length > 0 ? [{ column, at, options: column.options }] : []))

function validation({ at, options }: Listed, long: readonly Listed[]) {
  const letter = columnLetter(at)
  const place = long.findIndex((each) => each.at === at)
  const list = columnLetter(Math.max(place, 0))
  const source = place < 0 ? { values: [...options] } : { formula1: `_lists!$${list}$1:$${list}$${options.length}` }
  return {
    type: 'list' as const,
    range: `${letter}2:${letter}10000`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning' as const,
    ...source,
  }
}

function listsSheet(long: readonly Listed[]) {
  const height = Math.max(...long.map(({ options }) => options.length))
  const rows = Array.from({ length: height }, (_, row) => long.map(({ options }) => options[row] ?? null))
  return { name: '_lists', rows, hidden: true }
}

/** Whole columns as text, so that what is typed below the example stays as typed too: the writer styles only cells. */
function columnsAsText(workbook: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(workbook)
  const name = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(parts[name] ?? new Uint8Array())
  const style = /<c r="A2"[^>]* s="(\d+)"/.exec(xml)?.[1]
  if (style === undefined) return new Uint8Array(workbook)
  return new Uint8Array(
    zipSync({ ...parts, [name]: strToU8(xml.replaceAll('customWidth="true"/>', `customWidth="true" style="${style}"/>`)) }),
  )
}

/** A sheet to fill in: header, one example row, drop-downs; every cell is text, so that 2020.10 and 007 stay as typed. */
export async function templateBytes(template: Template): Promise<Uint8Array<ArrayBuffer>> {
  const { columns, notes } = template
  const listed = listedColumns(columns)
  const long = listed.filter(({ options }) => !fitsInline(options))
  const width = (column: TemplateColumn) => Math.min(40, Math.max(column.header.length * 2 + 4, column.example.length * 2 + 2))
  const header = columns.map((column, at): [string, object] => [
    `0,${at}`,
    {
      style: {
        font: { bold: true, ...(column.required ? { color: { rgb: 'A9362B' } } : {}) },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
      },
    },
  ])
  const data = {
    name: sheetName(template.name),
    columns: columns.map((column) => ({ width: width(column), numFmt: '@' })),
    rows: [columns.map(({ header: text }) => text), columns.map(({ example }) => example)],
    cells: new Map(header),
    dataValidations: listed.map((each) => validation(each, long)),
    freezePane: { rows: 1 },
  }
  const explained = {
    name: sheetName(notes.name),
    columns: notes.headers.map(() => ({ width: 24 })),
    rows: [[...notes.headers], ...notes.rows.map((row) => [...row])],
  }
  return columnsAsText(await writeXlsx({ sheets: [data, explained, ...(long.length > 0 ? [listsSheet(long)] : [])] }))
}
