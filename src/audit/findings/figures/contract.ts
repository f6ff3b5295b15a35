import { z } from 'zod'
import { ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { FindingFilter } from '../filter.ts'
import { MoneyLine } from '../model.ts'
import { words } from './words.ts'

export const FiguresBy = z.enum(['class1', 'class', 'year', 'unitType', 'unit'])
export type FiguresBy = z.infer<typeof FiguresBy>
export const FiguresInput = FindingFilter.omit({ offset: true, limit: true, sort: true }).extend({
  by: FiguresBy.default('class1'),
  /** Classes told in the scheme of this day instead of as recorded. */
  classesOn: Day.optional(),
})
export type FiguresInput = z.infer<typeof FiguresInput>

export const FigureRow = z.object({ key: z.string(), label: z.string().nullable(), count: z.number().int(), money: z.array(MoneyLine) })
export type FigureRow = z.infer<typeof FigureRow>
/** How many findings and how much money of each kind, group by group; only confirmed ones, and unless asked otherwise only those that stand. */
export const showFigures = ask({
  name: 'findings.figures',
  title: words.title.show,
  input: FiguresInput,
  output: z.object({ total: FigureRow, rows: z.array(FigureRow) }),
})
