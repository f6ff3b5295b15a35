import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { openTable } from '../../platform/readers.ts'
import { Unreadable } from '../../platform/reading.ts'
import { Refused } from '../../platform/stop.ts'
import { officialsSheet } from '../../registers/auditees/officials.sheet.ts'
import { tenuresSheet } from '../../registers/auditees/tenures.sheet.ts'
import { unitsSheet } from '../../registers/places/units.sheet.ts'
import type { OfficialRecord, Register, RegulationRecord, TenureRecord, UnitRecord } from './rules/registry.ts'
import { aliasSeparator, headerNote, headers } from './rules/registry-columns.words.ts'

type File = keyof typeof headers
type Cells = { row: number; text(key: string): string }
type Column = { header: string; key: string; read(text: string): { value: unknown } | { refusal: Refusal } }
type Place = { file: File; row: number; column: string; value: string }

/** Every refusal here names the file, the row and the column. */
const no = (refusal: Refusal): never => {
  throw new Refused(refusal)
}

/** The rows of one file of the folder, by the keys of its headers; empty rows are passed over. */
async function* rowsOf(folder: string, file: File): AsyncGenerator<Cells> {
  const table = await openTable({ path: join(folder, file), name: file })
  if ('refusal' in table) return no(refuse('registryUnreadable', { file, reason: table.refusal.code }))
  const { value: reader } = table
  let places: ReadonlyMap<string, number> | null = null
  try {
    for await (const { row, cells } of reader.rows(0)) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (places) yield { row, text: cellReader(cells, places) }
      else places = columnsOf(file, cells)
    }
  } catch (error) {
    throw error instanceof Unreadable ? new Refused(error.refusal) : error
  } finally {
    reader.close()
  }
}

const cellReader = (cells: readonly string[], places: ReadonlyMap<string, number>) => (key: string) => {
  const at = places.get(key)
  return at === undefined ? '' : (cells[at] ?? '').trim()
}

const required: Readonly<Record<File, readonly string[]>> = {
  'units.csv': ['number', 'name'],
  'officials.csv': ['number', 'name'],
  'tenures.csv': ['official', 'unit', 'post', 'startsOn'],
  'regulations.csv': ['title'],
}

function columnsOf(file: File, cells: readonly string[]): ReadonlyMap<string, number> {
  const given = cells.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .replace(headerNote, '')
      .trim(),
  )
  const places = new Map<string, number>()
  for (const [key, header] of Object.entries(headers[file])) {
    const at = given.indexOf(header)
    if (at >= 0) places.set(key, at)
    else if (required[file].includes(key)) no(refuse('registryHeaderMissing', { file, column: header }))
  }
  return places
}

const columnOf = (columns: readonly Column[], key: string): Column =>
  columns.find((column) => column.key === key) ?? no(refuse('registryCellWrong', { column: key }))

/** A cell read as its import sheet reads it. */
function read(columns: readonly Column[], key: string, at: { file: File; cells: Cells; must?: boolean }): unknown {
  const column = columnOf(columns, key)
  const value = at.cells.text(key)
  const place: Place = { file: at.file, row: at.cells.row, column: column.header, value }
  if (value === '' && at.must) return no(refuse('registryCellMissing', place))
  const got = column.read(value)
  return 'refusal' in got ? no(refuse('registryCellWrong', place)) : got.value
}
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])

async function unitsIn(folder: string): Promise<UnitRecord[]> {
  const file = 'units.csv'
  const units: UnitRecord[] = []
  const numbers = new Set<string>()
  for await (const cells of rowsOf(folder, file)) {
    const get = (key: string, must = false) => read(unitsSheet.columns, key, { file, cells, must })
    const key = textOr(get('number', true), '')
    once(numbers, key, { file, row: cells.row, column: headers[file].number, value: key })
    units.push({
      key,
      name: textOr(get('name', true), ''),
      shortNames: texts(get('shortNames')),
      formerNames: formerOf(get('formerNames')),
      jurisdiction: textOr(get('jurisdiction'), ''),
      superior: cells.text('superior') || null,
    })
  }
  return units
}

const isFormer = (value: unknown): value is { name: string; from: string | null; until: string | null } =>
  typeof value === 'object' && value !== null && 'name' in value && 'from' in value && 'until' in value
const formerOf = (value: unknown): UnitRecord['formerNames'] => (Array.isArray(value) ? value.filter(isFormer) : [])

function once(known: Set<string>, key: string, place: Place) {
  if (known.has(key)) no(refuse('registryTwice', place))
  known.add(key)
}

async function officialsIn(folder: string): Promise<OfficialRecord[]> {
  const file = 'officials.csv'
  const officials: OfficialRecord[] = []
  const numbers = new Set<string>()
  for await (const cells of rowsOf(folder, file)) {
    const get = (key: string, must = false) => read(officialsSheet.columns, key, { file, cells, must })
    const key = textOr(get('number', true), '')
    once(numbers, key, { file, row: cells.row, column: headers[file].number, value: key })
    officials.push({ key, name: textOr(get('name', true), ''), formerNames: texts(get('formerNames')) })
  }
  return officials
}

const dayOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'on' in value && typeof value.on === 'string' ? value.on : null

/** Tenures of officials or units that the folder does not hold are passed over and told. */
async function tenuresIn(
  folder: string,
  known: { officials: ReadonlySet<string>; units: ReadonlySet<string> },
  warn: (refusal: Refusal) => void,
): Promise<TenureRecord[]> {
  const file = 'tenures.csv'
  const tenures: TenureRecord[] = []
  const holds = (key: 'official' | 'unit', value: string, cells: Cells): boolean => {
    const others = key === 'official' ? known.officials : known.units
    if (others.has(value)) return true
    const other = key === 'official' ? 'officials.csv' : 'units.csv'
    warn(refuse('registryUnknown', { file, row: cells.row, column: headers[file][key], value, other }))
    return false
  }
  for await (const cells of rowsOf(folder, file)) {
    const get = (key: string, must = false) => read(tenuresSheet.columns, key, { file, cells, must })
    const official = textOr(get('official', true), '')
    const unit = textOr(get('unit', true), '')
    if (!holds('official', official, cells) || !holds('unit', unit, cells)) continue
    const from = dayOf(get('startsOn', true)) ?? '1900-01-01'
    tenures.push({
      official,
      unit,
      post: textOr(get('post', true), ''),
      head: get('headship') === 'head',
      from,
      until: dayOf(get('endsOn')),
    })
  }
  return tenures
}

async function regulationsIn(folder: string): Promise<RegulationRecord[] | null> {
  if (!(await isThere(join(folder, 'regulations.csv')))) return null
  const regulations: RegulationRecord[] = []
  for await (const cells of rowsOf(folder, 'regulations.csv')) {
    const title = cells.text('title')
    const place = { file: 'regulations.csv', row: cells.row, column: headers['regulations.csv'].title, value: title }
    if (title === '') no(refuse('registryCellMissing', place))
    const aliases = cells.text('aliases').split(aliasSeparator)
    regulations.push({ title, aliases: aliases.map((alias) => alias.trim()).filter((alias) => alias !== '') })
  }
  return regulations
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null

/** The register in a folder of .csv files, `regulations` null when the folder has none. */
export type RegisterFolder = Omit<Register, 'regulations'> & { regulations: RegulationRecord[] | null }

/** Reads units.csv, officials.csv, tenures.csv and, when present, regulations.csv; a bad cell is refused with file, row and column. */
export async function readRegisterFolder(folder: string, warn: (refusal: Refusal) => void): Promise<RegisterFolder> {
  for (const file of ['units.csv', 'officials.csv', 'tenures.csv'])
    if (!(await isThere(join(folder, file)))) no(refuse('registryFileMissing', { folder, file }))
  const units = await unitsIn(folder)
  const officials = await officialsIn(folder)
  const known = { officials: new Set(officials.map(({ key }) => key)), units: new Set(units.map(({ key }) => key)) }
  return { units, officials, tenures: await tenuresIn(folder, known, warn), regulations: await regulationsIn(folder) }
}
