import { day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { calendarOfYear, confirmYear, saveDay } from './contract.ts'
import { likeItsWeek, workingDaysIn } from './rules/year.ts'
import * as store from './store.ts'
import { keepDay, keepYear, lockDay } from './write.ts'

export const calendarApi = [
  serve(calendarOfYear, async ({ input: { year }, read }) => {
    const span = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
    const [days, years] = await Promise.all([store.specialDays(read, span), store.knownYears(read)])
    const known = years.find((each) => each.year === year)
    return {
      year,
      known: known !== undefined,
      source: known?.source ?? null,
      days,
      knownYears: years.map((each) => each.year),
      workingDays: workingDaysIn(year, days),
    }
  }),

  serve(saveDay, ({ input: { version, ...given }, actor, change }) =>
    change(`workday:${given.day}`, async (tx) => {
      const kept = (await lockDay(tx, given.day)) ?? null
      stopIfChanged({ given: version, kept: kept?.version ?? 0 })
      const special = !likeItsWeek(given.day, given.working) || given.note !== ''
      return { ...given, version: await keepDay(tx, { ...given, source: actor.account }, kept, special) }
    }),
  ),

  serve(confirmYear, ({ input, change }) =>
    change(`calendarYear:${input.year}`, async (tx) => {
      stopIf(input.year < 1990 || input.year > 2200 ? refuse('calendarYearOff') : null)
      return keepYear(tx, input)
    }),
  ),
]
