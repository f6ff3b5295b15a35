import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import type { Sheet } from '../../office/intake/model.ts'
import { day, text, yesNo } from '../../office/intake/rules/cells.ts'
import { words } from './words.ts'

/** One day of a holiday notice: a day off on a weekday, or a weekend day worked to make up for it. */
export const CalendarRow = z.object({ day: Day, working: z.boolean(), note: z.string().max(60).nullable() })
export type CalendarRow = z.infer<typeof CalendarRow>

/** A year's holiday notice: 日期 是否工作日 说明. */
export const calendarSheet: Sheet<CalendarRow> = {
  what: 'calendar',
  title: words.title.calendarSheet,
  columns: [
    { header: '日期', key: 'day', required: true, read: day(), example: '2027-01-01' },
    { header: '是否工作日', key: 'working', required: true, read: yesNo(), options: ['是', '否'], example: '否' },
    { header: '说明', key: 'note', required: false, read: text(60), example: '元旦' },
  ],
  row: CalendarRow,
}
