import { parse as parseCsv } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { Month } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Sex } from './model.ts'
import { sexes } from './rules/lexicon.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
/**
 * All that is ever taken from an appointment form. Family, health, proposals, reasons, education, rewards, assessments,
 * identity number and photo are left behind in the parser: no type here could carry them.
 */
export type Form = { name: string; sex: Sex | null; bornIn: Month | null; resume: string }

const most = 20 * 1024 * 1024

/** Only these four elements of the root are looked at. */
const elements = ['XingMing', 'XingBie', 'ChuShengNianYue', 'JianLi'] as const
type Taken = Readonly<Record<(typeof elements)[number], string>>

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: false,
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : isRecord(value) && typeof value['#text'] === 'string' ? value['#text'] : ''

/** A name may be padded with blanks between its characters. */
const nameOf = (written: string): string => {
  const name = written.replace(/[\s\u3000]+/g, ' ').trim()
  return /\p{Script=Han} \p{Script=Han}/u.test(name) ? name.replaceAll(' ', '') : name
}
/** YYYYMM, YYYY.MM or YYYYMMDD; the day is never kept. */
function bornOf(written: string): Month | null {
  const parts = /^(\d{4})[.\-/]?(\d{2})/.exec(written.trim())
  const month = Month.safeParse(`${parts?.[1]}-${parts?.[2]}`)
  return month.success ? month.data : null
}

function formOf(taken: Taken): Form | No {
  const name = nameOf(taken.XingMing)
  if (name === '' || name.length > 40) return refuse('lrmxNoName')
  return { name, sex: sexes[taken.XingBie.trim()] ?? null, bornIn: bornOf(taken.ChuShengNianYue), resume: taken.JianLi }
}

function personOf(xml: string): Readonly<Record<string, unknown>> | null {
  if (xml.length > most || /<!DOCTYPE|<!ENTITY/i.test(xml)) return null
  try {
    const root: unknown = parser.parse(xml)
    const person = isRecord(root) ? root.Person : null
    return isRecord(person) ? person : null
  } catch {
    return null
  }
}

/** .lrmx: UTF-8 XML, root Person, flat elements. */
export function readLrmx(xml: string): Form | No {
  const person = /<\/Person>\s*$/.test(xml) ? personOf(xml) : null
  if (person === null) return refuse('lrmxDamaged')
  const [XingMing, XingBie, ChuShengNianYue, JianLi] = elements.map((element) => textOf(person[element]))
  return formOf({ XingMing: XingMing ?? '', XingBie: XingBie ?? '', ChuShengNianYue: ChuShengNianYue ?? '', JianLi: JianLi ?? '' })
}

const places = { name: 0, sex: 1, born: 2, resume: 17 } as const
const valuesOfALrm = 33

/** .lrm: one quoted comma-separated record of 33 values (decoded before). */
export function readLrm(text: string): Form | No {
  const values = recordOf(text)
  if (values === null) return refuse('lrmxDamaged')
  if (values.length < valuesOfALrm) return refuse('lrmTooFewValues', { count: values.length })
  const at = (place: number) => values[place] ?? ''
  return formOf({ XingMing: at(places.name), XingBie: at(places.sex), ChuShengNianYue: at(places.born), JianLi: at(places.resume) })
}

function recordOf(text: string): readonly string[] | null {
  try {
    const rows: string[][] = parseCsv(text.replace(/^\uFEFF/, ''), {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: false,
    })
    return rows[0] ?? null
  } catch {
    return null
  }
}
