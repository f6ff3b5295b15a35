import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import type { Read, Sheet } from '../../office/intake/model.ts'
import { code, day, month, oneOf, text } from '../../office/intake/rules/cells.ts'
import { Headship, Precision, SubjectClass, type Tenure } from './model.ts'
import { words } from './words.ts'

/** A day as exactly as it was written. */
const Exact = z.object({ on: Day, precision: Precision })
type Exact = z.infer<typeof Exact>

/** One row of the tenures workbook, official and unit still as numbers. */
export const TenureRow = z.object({
  official: z.string(),
  unit: z.string(),
  post: z.string(),
  headship: Headship.nullable(),
  startsOn: Exact,
  endsOn: Exact.nullable(),
  class: SubjectClass.nullable(),
  basis: z.string().nullable(),
})
export type TenureRow = z.infer<typeof TenureRow>

/** A day, or a month alone, which then stands for its first or last day. */
const exactly =
  (edge: 'first' | 'last') =>
  (given: string): Read<Exact | null> => {
    const whole = day('refused')(given)
    if ('value' in whole) return { value: whole.value && { on: whole.value, precision: 'day' } }
    const inMonth = day(edge)(given)
    if ('refusal' in inMonth || 'refusal' in month()(given)) return whole
    return { value: inMonth.value && { on: inMonth.value, precision: 'month' } }
  }

const headships = { 是: 'head', 否: 'other', 主持工作: 'acting' } as const
const classes = { A: 'A', B: 'B', C: 'C', D: 'D' } as const
const classesAlso = { A类: 'A', B类: 'B', C类: 'C', D类: 'D', a: 'A', b: 'B', c: 'C', d: 'D' } as const
const untilNow = /^(?:至今|今|现任|在任)$/

export const tenuresSheet: Sheet<TenureRow> = {
  what: 'tenures',
  title: words.sheet.tenures,
  columns: [
    { header: '官员编号', key: 'official', required: true, read: code(40), example: 'G001' },
    { header: '单位编号', key: 'unit', required: true, read: code(40), example: 'U012' },
    { header: '职务', key: 'post', required: true, read: text(120), example: '党组书记、局长' },
    { header: '主要负责人', key: 'headship', required: false, read: oneOf(headships), options: Object.keys(headships), example: '是' },
    { header: '任职起', key: 'startsOn', required: true, read: exactly('first'), example: '2022-07-01' },
    {
      header: '任职止',
      key: 'endsOn',
      required: false,
      read: (given) => exactly('last')(untilNow.test(given.trim()) ? '' : given),
      example: '',
    },
    { header: '对象类别', key: 'class', required: false, read: oneOf(classes, classesAlso), options: Object.keys(classes), example: 'A' },
    { header: '依据文号', key: 'basis', required: false, read: text(120), example: '澜组干〔2022〕31号' },
  ],
  row: TenureRow,
}

const headshipWord: Readonly<Record<Headship, string>> = { head: '是', other: '否', acting: '主持工作' }
/** Year-exact days are written in full: the workbook knows no years. */
const written = (on: Day | null, precision: Precision): string => (on === null ? '' : precision === 'month' ? on.slice(0, 7) : on)

/** The row that reads back as this tenure; numbers instead of ids. */
export const tenureCells = (tenure: Tenure, numbers: { official: string; unit: string }): string[] => [
  numbers.official,
  numbers.unit,
  tenure.post,
  headshipWord[tenure.headship],
  written(tenure.startsOn, tenure.precision),
  written(tenure.endsOn, tenure.precision),
  tenure.class ?? '',
  tenure.basis ?? '',
]
