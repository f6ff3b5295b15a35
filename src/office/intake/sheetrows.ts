import type { Writer } from '../../platform/db.ts'
import type { StoredFile } from '../../platform/files.ts'
import { openTable, type SheetReader, type SheetRow } from '../../platform/readers.ts'
import type { Intake } from './book.ts'
import type { Ledger } from './ledger.ts'
import type { Given, Sheet } from './model.ts'
import { trimmed } from './rules/cells.ts'
import { type Header, isHeader, namesIn, readHeader } from './rules/header.ts'
import { isNoRow, readRow } from './rules/rows.ts'

const chunk = 500
/** A title, a note, a unit of measure may stand above the header. */
const headerWithin = 10
const isBlank = ({ cells }: SheetRow) => cells.every((cell) => trimmed(cell) === '')

type Opening = { best: SheetRow; rows: AsyncGenerator<SheetRow, void> }

/** Looks for the header among the first rows; the rest of the rows follow in the generator. */
async function openSheet(reader: SheetReader, sheet: Sheet, at: number): Promise<Opening | null> {
  const rows = reader.rows(at)
  let best: SheetRow | null = null
  for (let looked = 0; looked < headerWithin; ) {
    const next = await rows.next()
    if (next.done) break
    if (isBlank(next.value)) continue
    looked += 1
    if (isHeader(sheet, next.value.cells)) return { best: next.value, rows }
    if (!best || namesIn(sheet, next.value.cells) > namesIn(sheet, best.cells)) best = next.value
  }
  return best ? { best, rows } : null
}

/** The first sheet with a fitting header; else the one that comes nearest, to say what it lacks. */
async function chooseSheet(reader: SheetReader, sheet: Sheet): Promise<Opening | null> {
  let nearest: Opening | null = null
  for (let at = 0; at < reader.sheets.length; at++) {
    const opening = await openSheet(reader, sheet, at)
    if (!opening) continue
    const better = !nearest || namesIn(sheet, opening.best.cells) > namesIn(sheet, nearest.best.cells)
    if (better) await nearest?.rows.return()
    else await opening.rows.return()
    if (better) nearest = opening
    if (isHeader(sheet, opening.best.cells)) break
  }
  return nearest
}

type Taking = { tx: Writer; file: StoredFile; intake: Intake; ledger: Ledger; step(share: number, rows: number): Promise<void> }

function takeRow({ file, intake, ledger }: Taking, header: Header, { row, cells }: SheetRow): Given | null {
  const read = readRow(intake.sheet, header, cells)
  if ('value' in read) {
    const given = { file: file.name, row, value: read.value }
    ledger.enter(
      given,
      header.places.map(({ at }) => trimmed(cells[at] ?? '')),
    )
    return given
  }
  for (const { header: column, value, refusal } of read.troubles) {
    ledger.refuse({ file: file.name, row, column, value, code: refusal.code, facts: refusal.facts ?? {} })
  }
  ledger.refuseRow()
  return null
}

/** A chunk goes to the room; unless it waits for the file's end, the texts of its cells are needed no longer. */
async function settle({ tx, intake, ledger }: Taking, waiting: readonly Given[]): Promise<void> {
  await intake.settle(tx, waiting, ledger)
  if (!intake.finish) ledger.forgetTexts()
}

async function takeRows(taking: Taking, opening: Opening, header: Header, share: () => number): Promise<number> {
  const { tx, intake, ledger } = taking
  ledger.columns(header.places.map(({ column, header: shown }) => ({ header: column.header, shown })))
  let waiting: Given[] = []
  let count = 0
  for await (const row of opening.rows) {
    if (isNoRow(header, row.cells)) continue
    count += 1
    const given = takeRow(taking, header, row)
    if (given) waiting.push(given)
    if (waiting.length >= chunk) {
      await settle(taking, waiting)
      waiting = []
    }
    if (count % chunk === 0) await taking.step(share(), count)
  }
  if (waiting.length > 0) await settle(taking, waiting)
  await intake.finish?.(tx, ledger)
  return count
}

async function takeOpened(taking: Taking, reader: SheetReader): Promise<void> {
  const { file, intake, ledger } = taking
  const opening = await chooseSheet(reader, intake.sheet)
  if (!opening) return ledger.unreadable(file.name, { code: 'sheetEmpty' })
  const header = readHeader(intake.sheet, opening.best)
  if ('troubles' in header) {
    for (const { row, column, refusal } of header.troubles) {
      ledger.refuse({ file: file.name, row, column, value: '', code: refusal.code, facts: refusal.facts ?? {} })
    }
    return void (await opening.rows.return())
  }
  ledger.ignore(file.name, header.ignored)
  const count = await takeRows(taking, opening, header, () => reader.share())
  if (count === 0) ledger.unreadable(file.name, { code: 'sheetEmpty' })
}

/** Takes a workbook or .csv in, row by row, in the file's transaction. Damage on the way throws `Unreadable`. */
export async function takeSheet(taking: Taking): Promise<void> {
  const opened = await openTable(taking.file)
  if ('refusal' in opened) return taking.ledger.unreadable(taking.file.name, opened.refusal)
  try {
    await takeOpened(taking, opened.value)
  } finally {
    opened.value.close()
  }
}
