import { Day } from '../../../../kernel/day.ts'
import { dates } from './lexicon.ts'

export type DateRule = 'day' | 'month' | 'year' | 'years' | 'plainDay' | 'brokenDay'
/** A time that a text names, as its first and last day; `from` is null for one that is damaged. */
export type Dated = { start: number; end: number; from: Day | null; to: Day | null; rule: DateRule }

const two = (part: string | undefined) => (part ?? '').padStart(2, '0')
const dayOf = (text: string): Day | null => Day.safeParse(text).data ?? null
const lastOf = (year: string, month: string): Day | null =>
  dayOf(`${year}-${two(month)}-${new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`)

type Reading = { rule: DateRule; pattern: RegExp; read(parts: RegExpMatchArray): { from: Day | null; to: Day | null } }
const whole = ([, year = '', month = '', on = '']: RegExpMatchArray) => {
  const found = dayOf(`${year}-${two(month)}-${two(on)}`)
  return { from: found, to: found }
}
const readings: readonly Reading[] = [
  { rule: 'day', pattern: dates.whole, read: whole },
  { rule: 'plainDay', pattern: dates.plain, read: whole },
  { rule: 'brokenDay', pattern: dates.broken, read: () => ({ from: null, to: null }) },
  {
    rule: 'month',
    pattern: dates.month,
    read: ([, year = '', month = '']) => ({ from: dayOf(`${year}-${two(month)}-01`), to: lastOf(year, month) }),
  },
  { rule: 'years', pattern: dates.years, read: ([, from = '', to = '']) => ({ from: dayOf(`${from}-01-01`), to: dayOf(`${to}-12-31`) }) },
  { rule: 'year', pattern: dates.year, read: ([, year = '']) => ({ from: dayOf(`${year}-01-01`), to: dayOf(`${year}-12-31`) }) },
]

/** Days, months, years and spans of years in a text; a damaged date (eight digits before 日) is shown and not read. */
export function datesIn(text: string): Dated[] {
  const found: Dated[] = []
  for (const { rule, pattern, read } of readings)
    for (const parts of text.matchAll(pattern)) {
      const span = { start: parts.index, end: parts.index + parts[0].length }
      if (!found.some((each) => each.start < span.end && span.start < each.end)) found.push({ ...span, ...read(parts), rule })
    }
  return found.sort((a, b) => a.start - b.start)
}
