import { unreadable } from './reading.ts'
import { attribute, type XmlHandler } from './xml.ts'

/** One row of a sheet as text; `row` counts from 1 as the person sees it. Days come as 2026-11-21. */
export type SheetRow = { row: number; cells: readonly string[] }
/** A vertical merge: the cells below the first show its value. */
export type Merge = { column: number; first: number; last: number }
export type SheetStyle = { isDay: readonly boolean[]; from1904: boolean }

/** `_x000D_` stands for a carriage return, and so on. */
const unescaped = (text: string) =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** AB12 as column 27 and row 12. */
export function cellPlace(reference: string): { column: number; row: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}

const dayMs = 86_400_000
const epoch1900 = new Date('1899-12-30T00:00:00Z').getTime()
const epoch1904 = new Date('1904-01-01T00:00:00Z').getTime()

/** A spreadsheet's day number as 2026-11-21, with the time when there is one; its text when it cannot be a day. */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null
  // The 1900 system counts a 29 February 1900 that never was: days before it lie one later.
  const skipped = !from1904 && serial < 60 ? 1 : 0
  const moment = new Date((from1904 ? epoch1904 : epoch1900) + Math.round((serial + skipped) * 86_400) * 1000)
  const text = moment.toISOString()
  return moment.getTime() % dayMs === 0 ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** A stored number as a person reads it: 15 significant digits, no exponent for whole numbers. */
export function plainNumber(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored
  const value = Number(stored)
  if (stored === '' || !Number.isFinite(value)) return stored
  if (Number.isInteger(value) && Math.abs(value) >= 1e15) return BigInt(value).toString()
  const text = String(Number(value.toPrecision(15)))
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

type Cell = { column: number; type: string; style: number; text: string }

/** Rows as they are scanned; take() empties what has gathered. */
export class RowGatherer implements XmlHandler {
  readonly #shared: readonly string[]
  readonly #style: SheetStyle
  #rows: SheetRow[] = []
  #cells: string[] = []
  #row = 0
  #cell: Cell | null = null
  #nextColumn = 0
  #inValue = false
  #inPhonetic = false
  constructor(shared: readonly string[], style: SheetStyle) {
    this.#shared = shared
    this.#style = style
  }

  take(): readonly SheetRow[] {
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || name === 't') this.#inValue = this.#cell !== null && !this.#inPhonetic
    else if (name === 'rPh') this.#inPhonetic = true
    else if (name === 'row') this.#openRow(attributes)
  }

  text(text: string): void {
    if (this.#inValue && this.#cell) this.#cell.text += text
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'c') this.#closeCell()
    else if (name === 'rPh') this.#inPhonetic = false
    else if (name === 'row') this.#rows.push({ row: this.#row, cells: this.#cells })
  }

  #openRow(attributes: string): void {
    const number = attribute(attributes, 'r')
    this.#row = number === null ? this.#row + 1 : Number(number)
    this.#cells = []
    this.#nextColumn = 0
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > 1_048_576) throw unreadable('damagedWorkbook', { where: 'row' })
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r')
    const column = reference === null ? this.#nextColumn : cellPlace(reference).column
    if (column < 0 || column > 16_383) throw unreadable('damagedWorkbook', { where: reference ?? '' })
    this.#nextColumn = column + 1
    this.#cell = { column, type: attribute(attributes, 't') ?? 'n', style: Number(attribute(attributes, 's') ?? -1), text: '' }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell) return
    const text = this.#shown(cell)
    if (text === '') return
    while (this.#cells.length < cell.column) this.#cells.push('')
    this.#cells[cell.column] = text
  }

  #shown(cell: Cell): string {
    if (cell.type === 's') return this.#shared[Number(cell.text)] ?? ''
    if (cell.type === 'b') return cell.text === '1' ? 'TRUE' : cell.text === '0' ? 'FALSE' : cell.text
    if (cell.type === 'd') return cell.text.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ')
    if (cell.type !== 'n') return unescaped(cell.text)
    if (cell.text !== '' && this.#style.isDay[cell.style]) return dayOfSerial(Number(cell.text), this.#style.from1904) ?? cell.text
    return plainNumber(cell.text)
  }
}

/** The table of strings that cells point into; phonetic hints are left out. */
export class StringGatherer implements XmlHandler {
  readonly strings: string[] = []
  #text = ''
  #inText = false
  #inPhonetic = false
  open(name: string): void {
    if (name === 'si') this.#text = ''
    else if (name === 'rPh') this.#inPhonetic = true
    else if (name === 't') this.#inText = !this.#inPhonetic
  }
  text(text: string): void {
    if (this.#inText) this.#text += text
  }
  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inPhonetic = false
    // Joining the pieces makes one flat string: a slice would keep its whole source page in memory.
    else if (name === 'si') this.strings.push(Buffer.from(unescaped(this.#text)).toString())
  }
}

const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
/** Whether a number format shows a calendar day: y, m or d outside quotes, brackets and escapes. */
export const showsDay = (format: string): boolean => {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '')
  return /[yd]/i.test(bare) || /e(?![+-])/i.test(bare.replace(/general/gi, ''))
}

/** Which cell styles show days. */
export class StyleGatherer implements XmlHandler {
  readonly isDay: boolean[] = []
  readonly #formats = new Map<number, boolean>()
  #inCells = false
  open(name: string, attributes: string): void {
    if (name === 'numFmt') this.#formats.set(Number(attribute(attributes, 'numFmtId')), showsDay(attribute(attributes, 'formatCode') ?? ''))
    else if (name === 'cellXfs') this.#inCells = true
    else if (name === 'xf' && this.#inCells) {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      this.isDay.push(this.#formats.get(id) ?? dayFormats.has(id))
    }
  }
  text(): void {}
  close(name: string): void {
    if (name === 'cellXfs') this.#inCells = false
  }
}
