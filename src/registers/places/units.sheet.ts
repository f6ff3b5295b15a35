import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Read, Sheet } from '../../office/intake/model.ts'
import { code, division, halfWidth, list, oneOf, text } from '../../office/intake/rules/cells.ts'
import { type FormerName, FormerName as FormerNameSchema, Grade, JurisdictionCode, type Unit, UnitCategory, UnitLevel } from './model.ts'
import { whyNotCreditCode } from './rules/credit-code.ts'
import { words } from './words.ts'

/** A rank as written in the level column: 正县处级, 县处级, 未定级. */
const Rank = z.object({ level: UnitLevel, grade: Grade.nullable() })
type Rank = z.infer<typeof Rank>

/** One row of the units workbook, superior still as a number. */
export const UnitRow = z.object({
  number: z.string(),
  name: z.string(),
  shortNames: z.array(z.string()),
  category: UnitCategory,
  rank: Rank,
  superior: z.string().nullable(),
  jurisdiction: JurisdictionCode.nullable(),
  creditCode: z.string().nullable(),
  formerNames: z.array(FormerNameSchema),
})
export type UnitRow = z.infer<typeof UnitRow>

const levels: Readonly<Record<string, UnitLevel>> = {
  省部级: 'provincial',
  部级: 'provincial',
  省级: 'provincial',
  厅局级: 'bureau',
  厅级: 'bureau',
  局级: 'bureau',
  地厅级: 'bureau',
  县处级: 'county',
  处级: 'county',
  县级: 'county',
  乡科级: 'township',
  科级: 'township',
  乡级: 'township',
  股级: 'section',
  未定级: 'unranked',
}
const parts = (given: string) =>
  given
    .split(/[；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const categories: Readonly<Record<string, UnitCategory>> = Object.fromEntries(
  UnitCategory.options.map((category) => [words.category[category].zh, category]),
)
const levelNames = UnitLevel.options.map((level) => words.level[level].zh)
const graded = ['county', 'township', 'bureau', 'provincial'] as const
const rankOptions = [...graded.flatMap((level) => [`正${words.level[level].zh}`, `副${words.level[level].zh}`]), ...levelNames]

/** 级别 with 正 or 副 before it; empty means 未定级. */
export function readRank(given: string): Read<Rank> {
  const written = given.trim()
  if (written === '') return { value: { level: 'unranked', grade: null } }
  const grade = written.startsWith('正') ? 'head' : written.startsWith('副') ? 'deputy' : null
  const level = levels[grade ? written.slice(1) : written]
  return level ? { value: { level, grade } } : { refusal: refuse('unknownLevel', { text: given, allowed: levelNames.join('、') }) }
}

function readCreditCode(written: string): Read<string | null> {
  const value = halfWidth(written).replace(/[\s-]/g, '').toUpperCase()
  if (value === '') return { value: null }
  const refusal = whyNotCreditCode(value)
  return refusal ? { refusal } : { value }
}

const dayOrNone = (given: string | undefined) =>
  given === undefined || given.trim() === '' ? { success: true as const, data: null } : Day.safeParse(given.trim())

/** 名称@起~止; both days may be left out. */
function formerName(given: string): FormerName | null {
  const [name = '', span] = given.split('@')
  const [from, until] = (span ?? '').split(/[~～]/)
  const days = { from: dayOrNone(from), until: dayOrNone(until) }
  if (name.trim() === '' || name.length > 120 || !days.from.success || !days.until.success) return null
  return { name: name.trim(), from: days.from.data, until: days.until.data }
}

export function readFormerNames(given: string): Read<FormerName[]> {
  const value: FormerName[] = []
  for (const part of parts(given)) {
    const name = formerName(part)
    if (name === null) return { refusal: refuse('formerNameForm', { text: part }) }
    if (name.from && name.until && name.until < name.from)
      return { refusal: refuse('formerNameDays', { name: name.name, from: name.from, until: name.until }) }
    value.push(name)
  }
  return { value }
}

export const unitsSheet: Sheet<UnitRow> = {
  what: 'units',
  title: words.sheet.title,
  columns: [
    { header: '编号', key: 'number', required: true, read: code(40), example: 'U012' },
    { header: '单位全称', key: 'name', required: true, read: text(120), example: '澜江市交通运输局' },
    { header: '简称', key: 'shortNames', required: false, read: list(60), example: '市交通局；市交通运输局' },
    { header: '类别', key: 'category', required: true, read: oneOf(categories), options: Object.keys(categories), example: '党政部门' },
    { header: '级别', key: 'rank', required: false, read: readRank, options: rankOptions, example: '正县处级' },
    { header: '上级编号', key: 'superior', required: false, read: code(40), example: 'U001' },
    { header: '区划代码', key: 'jurisdiction', required: false, read: division(), example: '410100' },
    { header: '统一社会信用代码', key: 'creditCode', required: false, read: readCreditCode, example: '' },
    { header: '曾用名', key: 'formerNames', required: false, read: readFormerNames, example: '澜江市交通局@2001-06-01~2010-03-31' },
  ],
  row: UnitRow,
}

const spanOf = ({ name, from, until }: FormerName) => (from || until ? `${name}@${from ?? ''}~${until ?? ''}` : name)
const rankText = ({ level, grade }: Rank) => `${grade ? words.grade[grade].zh : ''}${words.level[level].zh}`

/** The row that reads back as this unit; `superior` is the superior's number. */
export const unitCells = (unit: Unit, superior: string | null): string[] => [
  unit.number,
  unit.name,
  unit.shortNames.join('；'),
  words.category[unit.category].zh,
  rankText(unit),
  superior ?? '',
  unit.jurisdiction,
  unit.creditCode ?? '',
  unit.formerNames.map(spanOf).join('；'),
]
