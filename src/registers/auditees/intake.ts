import type { AnyIntake, Book, Intake } from '../../office/intake/book.ts'
import type { Column, Given } from '../../office/intake/model.ts'
import { newId } from '../../platform/id.ts'
import { nowhere } from '../places/rules/unit.ts'
import { findUnitsByNumbers } from '../places/store.ts'
import { formIntake } from './form-intake.ts'
import type { Official, Tenure } from './model.ts'
import { type OfficialRow, officialsSheet } from './officials.sheet.ts'
import { whyNotTenure } from './rules/tenure.ts'
import { findOfficialsByNumbers, officialsSeenByNumbers, tenuresOf } from './store.ts'
import { type TenureRow, tenuresSheet } from './tenures.sheet.ts'

/** The header of the cell that a key is read from. */
const headerOf = (sheet: { columns: readonly Column[] }, key: string): string =>
  sheet.columns.find((column) => column.key === key)?.header ?? ''

/** Where the importer works; the whole country when that is no place. */
const homeOf = (book: Book): string => (/^\d+$/.test(book.actor.jurisdiction) ? book.actor.jurisdiction : nowhere)

const officialOf = (row: OfficialRow, book: Book): Official => ({ ...row, id: newId(), jurisdiction: homeOf(book), version: 1 })

const officialsIntake: Intake<OfficialRow> = {
  sheet: officialsSheet,
  async settle(tx, given, book) {
    const numbers = given.map(({ value }) => value.number)
    const known = await findOfficialsByNumbers(tx, numbers)
    const seen = await officialsSeenByNumbers(tx, book.actor.jurisdiction, numbers)
    const why = ({ number, bornIn }: OfficialRow) => {
      if (known.has(number) && !seen.has(number))
        return { header: headerOf(officialsSheet, 'number'), code: 'officialElsewhere', facts: { number } }
      return bornIn !== null && bornIn > book.today.slice(0, 7)
        ? { header: headerOf(officialsSheet, 'bornIn'), code: 'bornInFuture', facts: { bornIn } }
        : null
    }
    const kept = given.filter((row) => {
      const no = why(row.value)
      if (no) book.reject(row, no)
      return no === null
    })
    const rows = kept.map((row) => ({ given: row, record: officialOf(row.value, book) }))
    await book.keep(tx, 'official', rows, { key: ['number'], leave: ['jurisdiction'] })
  },
}

type Wanted = { given: Given<TenureRow>; record: Tenure; bornIn: Official['bornIn'] }
type Names = { officials: ReadonlyMap<string, Official>; units: Awaited<ReturnType<typeof findUnitsByNumbers>> }

function wantedOf(given: Given<TenureRow>, { officials, units }: Names, book: Book): Wanted | null {
  const row = given.value
  const official = officials.get(row.official)
  const unit = units.get(row.unit)
  if (!official)
    book.reject(given, { header: headerOf(tenuresSheet, 'official'), code: 'unknownOfficial', facts: { number: row.official } })
  if (!unit) book.reject(given, { header: headerOf(tenuresSheet, 'unit'), code: 'unknownUnit', facts: { number: row.unit } })
  if (!official || !unit) return null
  const precision = [row.startsOn, row.endsOn].some((exact) => exact?.precision === 'month') ? 'month' : 'day'
  const record: Tenure = {
    id: newId(),
    official: official.id,
    unit: unit.id,
    post: row.post,
    headship: row.headship ?? 'other',
    precision,
    version: 1,
    startsOn: row.startsOn.on,
    endsOn: row.endsOn?.on ?? null,
    class: row.class,
    basis: row.basis,
    jurisdiction: unit.jurisdiction,
  }
  return { given, record, bornIn: official.bornIn }
}

const keyOf: Readonly<Record<string, string>> = { endBeforeStart: 'endsOn', bornTooLate: 'startsOn', samePostOverlaps: 'startsOn' }
const sameKey = (one: Tenure, other: Tenure) =>
  one.official === other.official && one.unit === other.unit && one.post === other.post && one.startsOn === other.startsOn

/** Rows that may stand beside the register and beside the rows before them; the others are refused. */
function standing(wanted: readonly Wanted[], register: readonly Tenure[], book: Book): Wanted[] {
  const beside = new Map<string, Tenure[]>()
  for (const tenure of register) beside.set(tenure.official, [...(beside.get(tenure.official) ?? []), tenure])
  return wanted.filter(({ given, record, bornIn }) => {
    const others = (beside.get(record.official) ?? []).filter((other) => !sameKey(other, record))
    const no = whyNotTenure(record, others, bornIn)
    if (no) book.reject(given, { header: headerOf(tenuresSheet, keyOf[no.code] ?? ''), ...no })
    else beside.set(record.official, [...others, record])
    return no === null
  })
}

const tenuresIntake: Intake<TenureRow> = {
  sheet: tenuresSheet,
  async settle(tx, given, book) {
    const names: Names = {
      officials: await officialsSeenByNumbers(
        tx,
        book.actor.jurisdiction,
        given.map(({ value }) => value.official),
      ),
      units: await findUnitsByNumbers(
        tx,
        given.map(({ value }) => value.unit),
      ),
    }
    const wanted = given.flatMap((row) => wantedOf(row, names, book) ?? [])
    const register = await tenuresOf(tx, [...new Set(wanted.map(({ record }) => record.official))])
    const rows = standing(wanted, register, book).map(({ given: row, record }) => ({ given: row, record }))
    await book.keep(tx, 'tenure', rows, { key: ['official', 'unit', 'post', 'startsOn'] })
  },
}

export const intakes: readonly AnyIntake[] = [officialsIntake, formIntake, tenuresIntake]
