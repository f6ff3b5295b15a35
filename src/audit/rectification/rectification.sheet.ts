import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Read, Sheet } from '../../office/intake/model.ts'
import { code, day, text, trimmed } from '../../office/intake/rules/cells.ts'
import { Claimed, Pace, Recognised, type Rectification } from './model.ts'
import { claimedFrom, paceFrom, recognisedFrom } from './rules.ts'
import { words } from './words.ts'

/** One row of the rectification workbook. */
export const RectificationRow = z.object({
  finding: z.string(),
  pace: Pace,
  dueOn: Day.nullable(),
  measure: z.string().nullable(),
  claimed: Claimed.nullable(),
  claimedOn: Day.nullable(),
  recognised: Recognised.nullable(),
  recognisedOn: Day.nullable(),
  closedOn: Day.nullable(),
})
export type RectificationRow = z.infer<typeof RectificationRow>

const labelled =
  <T>(from: (text: string) => T | null, code: string) =>
  (given: string): Read<T | null> => {
    if (trimmed(given) === '') return { value: null }
    const value = from(trimmed(given))
    return value === null ? { refusal: refuse(code, { given: trimmed(given) }) } : { value }
  }
const labels = (table: Readonly<Record<string, { zh: string }>>) => Object.values(table).map((phrase) => phrase.zh)

export const rectificationSheet: Sheet<RectificationRow> = {
  what: 'rectification',
  title: words.title.sheet,
  columns: [
    { header: '问题编号', key: 'finding', required: true, read: code(60), example: 'F-25-031' },
    {
      header: '整改类型',
      key: 'pace',
      required: true,
      read: labelled(paceFrom, 'paceUnknown'),
      options: labels(words.pace),
      example: '立行立改',
    },
    { header: '整改期限', key: 'dueOn', required: false, read: day('last'), example: '2025-12-15' },
    { header: '整改措施', key: 'measure', required: false, read: text(4000), example: '修订采购管理办法，重新履行招标程序' },
    {
      header: '申报状态',
      key: 'claimed',
      required: false,
      example: '已整改',
      read: labelled(claimedFrom, 'rectificationStateUnknown'),
      options: labels(words.claimed),
    },
    { header: '申报日期', key: 'claimedOn', required: false, read: day('refused'), example: '2025-11-20' },
    {
      header: '认定状态',
      key: 'recognised',
      required: false,
      example: '已整改',
      read: labelled(recognisedFrom, 'rectificationStateUnknown'),
      options: labels(words.recognised),
    },
    { header: '认定日期', key: 'recognisedOn', required: false, read: day('refused'), example: '2025-12-01' },
    { header: '销号日期', key: 'closedOn', required: false, read: day('refused'), example: '2025-12-05' },
  ],
  row: RectificationRow,
}

/** The row that reads back as this item; `finding` is the finding's number. */
export const rectificationCells = (item: Rectification, finding: string): string[] => [
  finding,
  words.pace[item.pace].zh,
  item.dueOn ?? '',
  item.measure ?? '',
  item.claimed ? words.claimed[item.claimed].zh : '',
  item.claimedOn ?? '',
  item.recognised ? words.recognised[item.recognised].zh : '',
  item.recognisedOn ?? '',
  item.closedOn ?? '',
]
