import { Day, Month } from '../../../kernel/day.ts'
import { type Fen, fenFrom } from '../../../kernel/money.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Read } from '../model.ts'
import { yesNoWords } from './lexicon.ts'

/** Reads one cell's text. An empty cell becomes null (a list: empty); whether it may be empty is the column's `required`. */
export type CellReader<T> = (text: string) => Read<T>

/** Blanks of every width, zero-width marks and the quotes a spreadsheet puts before text are no part of a cell. */
export const trimmed = (text: string): string => text.replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '').trim()
/** Full-width digits, letters and punctuation as half-width: for codes, days and numbers, never for names. */
export const halfWidth = (text: string): string =>
  trimmed(text)
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\s]+/g, ' ')

const empty = { value: null } as const
const orNull =
  <T>(read: (text: string) => Read<T>): CellReader<T | null> =>
  (text) =>
    trimmed(text) === '' ? empty : read(text)

/** Text of at most so many characters. */
export const text = (most = 200): CellReader<string | null> =>
  orNull((given) => {
    const value = trimmed(given)
    return [...value].length > most ? { refusal: refuse('cellTooLong', { most }) } : { value }
  })

/** A code or business number: half-width, without blanks, case kept. */
export const code = (most = 40): CellReader<string | null> =>
  orNull((given) => {
    const value = halfWidth(given).replaceAll(' ', '')
    return value.length > most ? { refusal: refuse('cellTooLong', { most }) } : { value }
  })

/** Several texts between ； or ; - without the empty and the repeated. */
export const list =
  (most = 60): CellReader<string[]> =>
  (given) => {
    const value = [...new Set(given.split(/[；;]/).map(trimmed))].filter((each) => each !== '')
    return value.some((each) => [...each].length > most) ? { refusal: refuse('cellTooLong', { most }) } : { value }
  }

const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
const daysIn1900 = Date.UTC(1899, 11, 30)
const daysIn1904 = Date.UTC(1904, 0, 1)
/** The calendar day of a spreadsheet's day number (1900 system unless said otherwise). */
export function dayOfNumber(serial: number, from1904 = false): Day {
  const skipped = !from1904 && serial < 60 ? 1 : 0
  const moment = new Date((from1904 ? daysIn1904 : daysIn1900) + (Math.floor(serial) + skipped) * 86_400_000)
  return Day.parse(moment.toISOString().slice(0, 10))
}
/** Day numbers of 1900-01-01 to 2199-12-31; 8 digits are a day written together, 6 digits a month. */
const isSerial = (written: string) => /^\d{1,6}(?:\.\d+)?$/.test(written) && Number(written) >= 1 && Number(written) < 109_575

const dayForms: readonly RegExp[] = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})[\u65e5\u53f7]?$/,
]
const monthForms: readonly RegExp[] = [/^(\d{4})[-./](\d{1,2})$/, /^(\d{4})(\d{2})$/, /^(\d{4})\u5e74(\d{1,2})\u6708(?:\u4efd)?$/]
const partsOf = (forms: readonly RegExp[], written: string) => forms.map((form) => form.exec(written)).find((found) => found !== null)

function asDay(parts: RegExpExecArray, given: string): Read<Day> {
  const found = Day.safeParse(`${parts[1]}-${two(parts[2])}-${two(parts[3])}`)
  return found.success ? { value: found.data } : { refusal: refuse('cellNoSuchDay', { text: trimmed(given) }) }
}
/** A spreadsheet drops the 0 of 2020.10: that cell and 2020.1 look the same. */
function asMonth(parts: RegExpExecArray, given: string): Read<Month> {
  if (/^\d{4}\.1$/.test(halfWidth(given))) {
    return { refusal: refuse('cellMonthUnclear', { text: trimmed(given), year: parts[1] ?? '' }) }
  }
  const found = Month.safeParse(`${parts[1]}-${two(parts[2])}`)
  return found.success ? { value: found.data } : { refusal: refuse('cellNotMonth', { text: trimmed(given) }) }
}

/**
 * A day: 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 2026年11月21日, or a spreadsheet's day number.
 * A month alone (2026.11, 202611, 2026年11月) becomes its first day, or its last when `month` says so.
 */
export const day = (month: 'first' | 'last' | 'refused' = 'first', from1904 = false): CellReader<Day | null> =>
  orNull((given) => {
    const written = halfWidth(given).replaceAll(/ (?!\d)|(?<!\d) /g, '')
    const parts = partsOf(dayForms, written)
    if (parts) return asDay(parts, given)
    const monthParts = partsOf(monthForms, written)
    if (monthParts && month !== 'refused') return inMonth(asMonth(monthParts, given), month)
    return isSerial(written) && !monthParts ? { value: dayOfNumber(Number(written), from1904) } : notDay(given)
  })
const notDay = (given: string): Read<Day> => ({ refusal: refuse('cellNotDay', { text: trimmed(given) }) })

function inMonth(read: Read<Month>, which: 'first' | 'last'): Read<Day> {
  if ('refusal' in read) return read
  if (which === 'first') return { value: Day.parse(`${read.value}-01`) }
  const [year = 0, number = 0] = read.value.split('-').map(Number)
  return { value: Day.parse(`${read.value}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`) }
}

/** A month: every form of `day` above; a full day gives its month. */
export const month = (from1904 = false): CellReader<Month | null> =>
  orNull((given) => {
    const written = halfWidth(given).replaceAll(' ', '')
    const parts = partsOf(monthForms, written)
    if (parts) return asMonth(parts, given)
    const read = day('refused', from1904)(given)
    if ('refusal' in read)
      return read.refusal.code === 'cellNoSuchDay' ? read : { refusal: refuse('cellNotMonth', { text: trimmed(given) }) }
    return { value: Month.parse(read.value?.slice(0, 7)) }
  })

/** 是/否, 有/无, yes/no, true/false, 1/0, √/×. */
export const yesNo = (): CellReader<boolean | null> =>
  orNull((given) => {
    const value = yesNoWords.get(halfWidth(given).toLowerCase())
    return value === undefined ? { refusal: refuse('cellNotYesNo', { text: trimmed(given) }) } : { value }
  })

/** One of the allowed words, each standing for a value; `also` lists other spellings that are understood. */
export const oneOf = <T>(allowed: Readonly<Record<string, T>>, also: Readonly<Record<string, T>> = {}): CellReader<T | null> =>
  orNull((given) => {
    const written = trimmed(given)
    const known = new Map([...Object.entries(also), ...Object.entries(allowed)])
    const value = known.get(written) ?? known.get(halfWidth(given))
    return value === undefined
      ? { refusal: refuse('cellNotAllowed', { text: written, allowed: Object.keys(allowed).join('\u3001') }) }
      : { value }
  })

/** A whole number within bounds. */
export const whole = (bounds: { least: number; most: number }): CellReader<number | null> =>
  orNull((given) => {
    const written = halfWidth(given).replaceAll(/[ ,]/g, '')
    const value = /^-?\d+(?:\.0+)?$/.test(written) ? Number(written) : Number.NaN
    const fits = value >= bounds.least && value <= bounds.most
    return fits ? { value } : { refusal: refuse('cellNotWhole', { text: trimmed(given), ...bounds }) }
  })

/** A calendar year, also written 2026年. */
export const year = (): CellReader<number | null> => (given) =>
  whole({ least: 1949, most: 2100 })(halfWidth(given).replace(/\u5e74\u5ea6?$/, ''))

/** An amount in 万元 (or 元) as whole fen, exact. */
export const money = (unit: 'yuan' | 'wanYuan'): CellReader<Fen | null> =>
  orNull((given) => {
    const value = fenFrom(halfWidth(given).replaceAll(' ', ''), unit)
    return value === null ? { refusal: refuse('cellNotMoney', { text: trimmed(given) }) } : { value }
  })

/** A GB/T 2260 code of 6, 9 or 12 digits. */
export const division = (): CellReader<string | null> =>
  orNull((given) => {
    const value = halfWidth(given).replaceAll(' ', '')
    return /^(?:\d{6}|\d{9}|\d{12})$/.test(value) ? { value } : { refusal: refuse('cellNotDivision', { text: trimmed(given) }) }
  })
