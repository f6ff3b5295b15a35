import type { AnyIntake, Book, Intake } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Unit } from './model.ts'
import { refusedClaims } from './rules/settle.ts'
import { nowhere } from './rules/unit.ts'
import { allUnits, registerCodes } from './store.ts'
import { type UnitRow, unitsSheet } from './units.sheet.ts'

type GivenUnit = Given<UnitRow>

const superiorHeader = unitsSheet.columns.find(({ key }) => key === 'superior')?.header ?? ''

/** Rows of the file at hand: superiors may stand later, so nothing is settled before the last row. */
const waiting = new WeakMap<Writer, GivenUnit[]>()

const placeOf = (row: UnitRow, book: Book): string =>
  row.jurisdiction ?? (/^\d+$/.test(book.actor.jurisdiction) ? book.actor.jurisdiction : nowhere)

const record = (row: UnitRow, ids: ReadonlyMap<string, string>, book: Book): Unit => ({
  id: ids.get(row.number) ?? newId(),
  number: row.number,
  name: row.name,
  shortNames: row.shortNames,
  formerNames: row.formerNames,
  category: row.category,
  level: row.rank.level,
  grade: row.rank.grade,
  creditCode: row.creditCode,
  version: 1,
  superior: row.superior ? (ids.get(row.superior) ?? null) : null,
  jurisdiction: placeOf(row, book),
})

async function keepUnits(tx: Writer, rows: readonly GivenUnit[], book: Book): Promise<void> {
  const register = await allUnits(tx)
  const refused = refusedClaims(
    rows.map(({ value }) => value),
    register,
  )
  for (const given of rows) {
    const no = refused.get(given.value)
    if (no) book.reject(given, { header: superiorHeader, ...no })
  }
  const kept = rows.filter(({ value }) => !refused.has(value))
  const ids = new Map([
    ...kept.map(({ value }): [string, string] => [value.number, newId()]),
    ...register.map(({ number, id }): [string, string] => [number, id]),
  ])
  await registerCodes(
    tx,
    kept.map(({ value }) => placeOf(value, book)),
  )
  await book.keep(
    tx,
    'unit',
    kept.map((given) => ({ given, record: record(given.value, ids, book) })),
    { key: ['number'] },
  )
}

const unitsIntake: Intake<UnitRow> = {
  sheet: unitsSheet,
  async settle(tx, given) {
    waiting.set(tx, [...(waiting.get(tx) ?? []), ...given])
  },
  async finish(tx, book) {
    await keepUnits(tx, waiting.get(tx) ?? [], book)
    waiting.delete(tx)
  },
}

export const intakes: readonly AnyIntake[] = [unitsIntake]
