import type { Readable } from 'node:stream'
import { openParts, type Parts } from './archive.ts'
import { type Reading, reading, unreadable } from './reading.ts'
import { cellPlace, type Merge, RowGatherer, type SheetRow, type SheetStyle, StringGatherer, StyleGatherer } from './sheetxml.ts'
import { attribute, scan, scanning } from './xml.ts'

export type { SheetRow } from './sheetxml.ts'
/** An opened workbook: its sheets in order, and each sheet's rows as they are read. */
export type SheetReader = {
  sheets: readonly string[]
  rows(sheet: number): AsyncGenerator<SheetRow, void>
  /** How much of the sheet at hand has been read, 0 to 1. */
  share(): number
  close(): void
}
type SheetPart = { name: string; part: string }

const folderOf = (part: string) => part.slice(0, part.lastIndexOf('/') + 1)
const nothing = () => undefined

function resolved(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folderOf(from).split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

type Relation = { id: string; type: string; part: string }
async function relationsOf(parts: Parts, part: string): Promise<readonly Relation[]> {
  const file = `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`
  if (!parts.has(file)) return []
  const relations: Relation[] = []
  scan(await parts.text(file), {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      relations.push({ id: attribute(attributes, 'Id') ?? '', type, part: resolved(part, attribute(attributes, 'Target') ?? '') })
    },
    text: nothing,
    close: nothing,
  })
  return relations
}

type Book = { sheets: SheetPart[]; from1904: boolean }
function bookOf(xml: string, relations: readonly Relation[]): Book {
  const book: Book = { sheets: [], from1904: false }
  scan(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') book.from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const id = attribute(attributes, 'r:id') ?? /\w+:id=["']([^"']+)/.exec(attributes)?.[1]
      const relation = relations.find((each) => each.id === id && each.type === 'worksheet')
      if (relation) book.sheets.push({ name: attribute(attributes, 'name') ?? '', part: relation.part })
    },
    text: nothing,
    close: nothing,
  })
  return book
}

async function stringsOf(parts: Parts, relations: readonly Relation[]): Promise<readonly string[]> {
  const part = relations.find(({ type }) => type === 'sharedStrings')?.part
  if (!part || !parts.has(part)) return []
  const gatherer = new StringGatherer()
  for await (const _ of scanning(await parts.stream(part), gatherer));
  return gatherer.strings
}

async function styleOf(parts: Parts, relations: readonly Relation[]): Promise<readonly boolean[]> {
  const part = relations.find(({ type }) => type === 'styles')?.part
  if (!part || !parts.has(part)) return []
  const gatherer = new StyleGatherer()
  scan(await parts.text(part), gatherer)
  return gatherer.isDay
}

/** Merges stand after the rows, so they are looked for in a first pass over the raw text. */
async function mergesOf(stream: Readable): Promise<ReadonlyMap<number, readonly Merge[]>> {
  const byColumn = new Map<number, Merge[]>()
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of stream) {
    const text: string = rest + decoder.decode(piece, { stream: true })
    for (const found of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Za-z]+\d+):([A-Za-z]+\d+)["']/g)) {
      const first = cellPlace(found[1] ?? '')
      const last = cellPlace(found[2] ?? '')
      if (last.row <= first.row) continue
      byColumn.set(first.column, [...(byColumn.get(first.column) ?? []), { column: first.column, first: first.row, last: last.row }])
    }
    const tag = text.lastIndexOf('<')
    rest = tag < 0 || text.length - tag > 200 ? '' : text.slice(tag)
  }
  return byColumn
}

/** Gives every cell of a vertical merge the value of its first. */
function fillerOf(merges: ReadonlyMap<number, readonly Merge[]>): (row: SheetRow) => SheetRow {
  if (merges.size === 0) return (row) => row
  const values = new Map<Merge, string>()
  return ({ row, cells }) => {
    const filled = [...cells]
    for (const [column, list] of merges) {
      const merge = list.find((each) => each.first <= row && row <= each.last)
      if (!merge) continue
      if (row === merge.first) values.set(merge, cells[column] ?? '')
      while (filled.length < column) filled.push('')
      filled[column] = values.get(merge) ?? ''
    }
    return { row, cells: filled }
  }
}

/** How far a reading has come, in bytes. */
export type Tally = { read: number; size: number }
export const shareOf = ({ read, size }: Tally): number => (size === 0 ? 0 : Math.min(1, read / size))

async function* counted(pieces: AsyncIterable<Uint8Array>, tally: Tally): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    tally.read += piece.length
    yield piece
  }
}

type Source = { part: string; shared: readonly string[]; style: SheetStyle; tally: Tally }
async function* rowsOf(parts: Parts, { part, shared, style, tally }: Source): AsyncGenerator<SheetRow, void> {
  const fill = fillerOf(await mergesOf(await parts.stream(part)))
  const gatherer = new RowGatherer(shared, style)
  const stream = await parts.stream(part)
  Object.assign(tally, { read: 0, size: parts.size(part) })
  try {
    for await (const _ of scanning(counted(stream, tally), gatherer)) for (const row of gatherer.take()) yield fill(row)
  } finally {
    stream.destroy()
  }
}

async function readerOf(parts: Parts): Promise<SheetReader> {
  const main = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument')?.part
  if (!main || !parts.has(main)) throw unreadable('damagedWorkbook', { where: 'workbook.xml' })
  const relations = await relationsOf(parts, main)
  const book = bookOf(await parts.text(main), relations)
  if (book.sheets.length === 0) throw unreadable('damagedWorkbook', { where: 'sheets' })
  const shared = await stringsOf(parts, relations)
  const style = { isDay: await styleOf(parts, relations), from1904: book.from1904 }
  const tally: Tally = { read: 0, size: 0 }
  return {
    sheets: book.sheets.map(({ name }) => name),
    rows(sheet) {
      const part = book.sheets[sheet]?.part
      if (!part || !parts.has(part)) throw unreadable('damagedWorkbook', { where: book.sheets[sheet]?.name ?? '' })
      return rowsOf(parts, { part, shared, style, tally })
    },
    share: () => shareOf(tally),
    close: () => parts.close(),
  }
}

/** Opens an .xlsx that has passed the guard. Memory: the distinct strings of the workbook plus one piece of the sheet. */
export const openWorkbook = (path: string): Promise<Reading<SheetReader>> =>
  reading(
    async () => {
      const parts = await openParts(path)
      try {
        return await readerOf(parts)
      } catch (error) {
        parts.close()
        throw error
      }
    },
    { code: 'damagedWorkbook', facts: { where: '' } },
  )
