import { z } from 'zod'
import { Month } from '../../kernel/day.ts'
import type { Sheet } from '../../office/intake/model.ts'
import { code, list, month, oneOf, text } from '../../office/intake/rules/cells.ts'
import { type Official, Sex } from './model.ts'
import { words } from './words.ts'

/** One row of the officials workbook. */
export const OfficialRow = z.object({
  number: z.string(),
  name: z.string(),
  sex: Sex.nullable(),
  bornIn: Month.nullable(),
  formerNames: z.array(z.string()).max(10),
})
export type OfficialRow = z.infer<typeof OfficialRow>

const sexes = { 男: 'male', 女: 'female' } as const

/** Padding blanks inside a name (张  三) are no part of it; a foreign name keeps its single ones. */
function readName(given: string) {
  const read = text(40)(given)
  if ('refusal' in read || read.value === null) return read
  const name = read.value.replace(/\s+/g, ' ')
  return { value: /\p{Script=Han} \p{Script=Han}/u.test(name) ? name.replaceAll(' ', '') : name }
}

export const officialsSheet: Sheet<OfficialRow> = {
  what: 'officials',
  title: words.sheet.officials,
  columns: [
    { header: '编号', key: 'number', required: true, read: code(40), example: 'G001' },
    { header: '姓名', key: 'name', required: true, read: readName, example: '周明远' },
    { header: '性别', key: 'sex', required: false, read: oneOf(sexes), options: Object.keys(sexes), example: '男' },
    { header: '出生年月', key: 'bornIn', required: false, read: month(), example: '1974-05' },
    { header: '曾用名', key: 'formerNames', required: false, read: list(40), example: '' },
  ],
  row: OfficialRow,
}

/** The row that reads back as this official. */
export const officialCells = (official: Official): string[] => [
  official.number,
  official.name,
  official.sex ? words.sex[official.sex].zh : '',
  official.bornIn ?? '',
  official.formerNames.join('；'),
]
