import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { unreadable } from './reading.ts'
import type { SheetRow } from './sheetxml.ts'
import type { Tally } from './spreadsheet.ts'
import type { TextEncoding } from './textfile.ts'

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Whether the whole file is well formed in this encoding; read piece by piece. */
async function fits(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const stream = createReadStream(path)
  try {
    for await (const piece of stream) decoder.decode(piece, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  } finally {
    stream.destroy()
  }
}

async function encodingOf(path: string): Promise<TextEncoding> {
  const head = await headOf(path)
  if (head.length === 0) throw unreadable('emptyFile')
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head.includes(0)) throw unreadable('notText')
  if (await fits(path, 'utf-8')) return 'utf-8'
  if (await fits(path, 'gb18030')) return 'gb18030'
  throw unreadable('undecodableText')
}

async function* decodedFrom(path: string, encoding: TextEncoding, tally: Tally): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of createReadStream(path)) {
    tally.read += piece.length
    yield decoder.decode(piece, { stream: true })
  }
  yield decoder.decode()
}

/** Comma, semicolon or tab, whichever the first line has most of. */
async function separatorOf(path: string, encoding: TextEncoding): Promise<string> {
  const first = new TextDecoder(encoding).decode(await headOf(path)).split(/\r?\n/, 1)[0] ?? ''
  const count = (mark: string) => first.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** What `csvText` put before a cell that a spreadsheet would take for a formula is taken away again. */
const plain = (cell: string) => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** A .csv's rows, counted from 1; UTF-8 with or without mark, UTF-16 with mark, or GB18030. Streams. */
export async function* csvRows(path: string, tally: Tally = { read: 0, size: 0 }): AsyncGenerator<SheetRow, void> {
  Object.assign(tally, { read: 0, size: (await stat(path)).size })
  const encoding = await encodingOf(path)
  const delimiter = await separatorOf(path, encoding)
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: 4_000_000 })
  const source = Readable.from(decodedFrom(path, encoding, tally))
  source.on('error', (error) => parser.destroy(error))
  let row = 0
  try {
    for await (const record of source.pipe(parser)) {
      row += 1
      yield { row, cells: (record as string[]).map(plain) }
    }
  } catch (error) {
    throw error instanceof CsvError ? unreadable('damagedCsv', { row: row + 1 }) : error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

const isNumber = (text: string) => /^-?\d+(?:\.\d+)?$/.test(text)
/** One cell for a spreadsheet program: nothing that begins like a formula is left as it is; plain numbers are. */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !isNumber(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV for spreadsheet programs: UTF-8 with mark, CRLF, formulas neutralised. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`

/** The same, row by row. */
export async function* csvStream(rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>): AsyncGenerator<string> {
  yield '\ufeff'
  for await (const row of rows) yield `${row.map(csvCell).join(',')}\r\n`
}
