import { z } from 'zod'
import { type Calendar, rollToWorkingDay, unknownYearIn } from './calendar.ts'
import { words } from './clock-rule.words.ts'
import { addDays, addMonths, addYears, type Day, day, daysBetween, weekdayOf } from './day.ts'
import type { Facts } from './refusal.ts'
import { type Phrase, say, type Tongue } from './say.ts'

/**
 * yearEnd: 31 December of the year that lies `amount` years after the start's. open: the law leaves the day to the
 * document, or sets no end; no day can be reckoned.
 */
export const ClockUnit = z.enum(['workingDay', 'calendarDay', 'month', 'year', 'yearEnd', 'open'])
export type ClockUnit = z.infer<typeof ClockUnit>
/** What becomes of a last day that is no working day. */
export const Roll = z.enum(['none', 'nextWorkingDay', 'previousWorkingDay'])
export type Roll = z.infer<typeof Roll>

/** Where a rule stands in the law; `version` is the adoption day of the text it was checked in. */
export type ClockCitation = { title: string; version: Day | null; article: number | null; paragraph: number | null; item: number | null }

/**
 * A statutory clock as data. A period runs `after` its start event, counted from `startOffset` days later (1, the day
 * after, unless the law counts the day itself: 0); or it runs backwards `before` an event, which is never counted.
 */
export type ClockRule = {
  rule: string
  title: Phrase
  amount: number
  unit: ClockUnit
  roll: Roll
  direction: 'after' | 'before'
  startEvent: string
  startOffset: number
  region: string | null
  validFrom: Day | null
  validUntil: Day | null
  /** Which day picks the version of the rule: the day the clock starts, or the day of the act (an audit, a decision). */
  selectedBy: 'start' | 'act'
  citation: ClockCitation
  verified: boolean
}
/** A rule that leads to a day. */
export type DatedRule = ClockRule & { unit: Exclude<ClockUnit, 'open'> }
export const isDated = <Rule extends ClockRule>(rule: Rule): rule is Rule & DatedRule => rule.unit !== 'open'

export type StepCode = keyof typeof words.step
/** Reads a step's code that was kept with a reckoning. */
export const ClockStepCode = z.custom<StepCode>((given) => typeof given === 'string' && given in words.step)
export type ClockStep = { code: StepCode; facts: Facts }
export type Due = { due: Day; steps: readonly ClockStep[]; provisional: boolean }
/** Days of a suspension, both included; one that still runs is given with `until` = today. */
export type Suspension = { from: Day; until: Day }

export const sayStep = (step: ClockStep, tongue: Tongue): string => say(words.step[step.code], tongue, step.facts)
export const sayUnit = (unit: ClockUnit, tongue: Tongue): string => say(words.unit[unit], tongue)

/** The last day of a clock, with each step of the reckoning so that anybody can do it again by hand. */
export function dueOn(rule: DatedRule, from: Day, calendar: Calendar, suspensions: readonly Suspension[] = []): Due {
  const idle = (at: Day) => suspensions.some((each) => each.from <= at && at <= each.until)
  const counted = countedDay(rule, from, calendar, idle)
  const due = rolled(rule, counted.end, calendar)
  const span = rule.direction === 'after' ? { from, to: due } : { from: due, to: from }
  const unknown = unknownFor(rule, { span, rolling: [counted.end, due] }, calendar)
  const steps = [
    startStep(rule, from),
    ...suspensionSteps(suspensions, span),
    ...(rule.unit === 'workingDay' ? calendarSteps(span, calendar) : []),
    countedStep(rule, counted.end),
    ...(counted.clamped ? [{ code: 'monthEnd' as const, facts: { day: counted.end } }] : []),
    ...rollSteps(counted.end, due, calendar),
    ...(unknown === null ? [] : [{ code: 'provisional' as const, facts: { year: unknown } }]),
    ...(rule.verified ? [] : [{ code: 'unverified' as const, facts: {} }]),
  ]
  return { due, steps, provisional: unknown !== null }
}

/** The year whose missing holidays may move the day: any year counted through, or that of the last day when only it may roll. */
function unknownFor(
  rule: DatedRule,
  { span, rolling }: { span: { from: Day; to: Day }; rolling: [Day, Day] },
  calendar: Calendar,
): number | null {
  if (rule.unit === 'workingDay') return unknownYearIn(span, calendar)
  const [from, to] = rolling[0] < rolling[1] ? rolling : rolling.toReversed()
  return rule.roll === 'none' || !from || !to ? null : unknownYearIn({ from, to }, calendar)
}
type Counted = { end: Day; clamped: boolean }

function countedDay(rule: DatedRule, from: Day, calendar: Calendar, idle: (at: Day) => boolean): Counted {
  const sign = rule.direction === 'after' ? 1 : -1
  if (rule.amount === 0 && rule.unit !== 'yearEnd') return { end: from, clamped: false }
  switch (rule.unit) {
    case 'workingDay':
    case 'calendarDay': {
      const counts = (at: Day) => !idle(at) && (rule.unit === 'calendarDay' || calendar.isWorkingDay(at))
      return { end: stepped(addDays(from, sign * (rule.startOffset - 1)), sign * rule.amount, counts), clamped: false }
    }
    case 'month':
      return prolonged(monthsOn(rule, from, sign * rule.amount), from, idle)
    case 'year':
      return prolonged(monthsOn(rule, from, sign * rule.amount * 12), from, idle)
    case 'yearEnd':
      return { end: addYears(day(`${from.slice(0, 4)}-12-31`), sign * rule.amount), clamped: false }
  }
}

/** The `count`-th day after `from` that counts. */
function stepped(from: Day, count: number, counts: (at: Day) => boolean): Day {
  let at = from
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, Math.sign(count))
    if (counts(at)) left--
  }
  return at
}

/**
 * A period of months ends on the day of the same number, or on the month's last when there is none (Civil Code,
 * Article 202). Where the starting day itself counts (startOffset 0) it ends the day before.
 */
function monthsOn(rule: ClockRule, from: Day, months: number): Counted {
  const first = addDays(from, rule.startOffset > 0 ? rule.startOffset - 1 : rule.startOffset)
  const same = addMonths(first, months)
  const clamped = same.slice(8) !== first.slice(8)
  const end = rule.startOffset > 0 || clamped || rule.direction === 'before' ? same : addDays(same, -1)
  return { end, clamped }
}

/** Months and years are prolonged by the days that were suspended. */
function prolonged(counted: Counted, from: Day, idle: (at: Day) => boolean): Counted {
  let end = counted.end
  for (let at = addDays(from, 1); at <= end; at = addDays(at, 1)) if (idle(at)) end = addDays(end, 1)
  return end === counted.end ? counted : { end, clamped: false }
}

function rolled(rule: ClockRule, end: Day, calendar: Calendar): Day {
  if (rule.roll === 'none') return end
  return rollToWorkingDay(end, calendar, rule.roll === 'nextWorkingDay' ? 'next' : 'previous')
}

function startStep(rule: ClockRule, from: Day): ClockStep {
  if (rule.unit === 'yearEnd') return { code: 'startYear', facts: { from } }
  if (rule.direction === 'before') return { code: 'startBefore', facts: { from, first: addDays(from, -rule.startOffset) } }
  const first = addDays(from, rule.startOffset)
  if (rule.startOffset === 0) return { code: 'startSame', facts: { from } }
  return { code: rule.startOffset === 1 ? 'startAfter' : 'startLater', facts: { from, first, offset: rule.startOffset } }
}

const countedCodes = {
  workingDay: 'countedWorking',
  calendarDay: 'countedDays',
  month: 'countedMonths',
  year: 'countedYears',
  yearEnd: 'countedYearEnd',
} as const satisfies Record<DatedRule['unit'], StepCode>

const backCode = (rule: DatedRule): StepCode => (rule.unit === 'workingDay' ? 'countedBackWorking' : 'countedBack')

const countedStep = (rule: DatedRule, end: Day): ClockStep => ({
  code:
    rule.amount === 0 && rule.unit !== 'yearEnd' ? 'countedAtOnce' : rule.direction === 'before' ? backCode(rule) : countedCodes[rule.unit],
  facts: { amount: rule.amount, day: end },
})

function rollSteps(end: Day, due: Day, calendar: Calendar): ClockStep[] {
  if (end === due) return []
  const note = calendar.noteOf(end)
  if (note === null) return [{ code: due > end ? 'rolledWeekend' : 'rolledBackWeekend', facts: { day: end, due } }]
  return [{ code: due > end ? 'rolled' : 'rolledBack', facts: { day: end, due, note } }]
}

function suspensionSteps(suspensions: readonly Suspension[], span: { from: Day; to: Day }): ClockStep[] {
  const inside = suspensions.filter((each) => each.until > span.from && each.from <= span.to)
  return inside.map(({ from, until }) => ({ code: 'suspended', facts: { from, until, days: daysBetween({ from, to: until }) + 1 } }))
}

/** Holidays on weekdays, make-up working days and the number of weekend days strictly inside the period. */
function calendarSteps(span: { from: Day; to: Day }, calendar: Calendar): ClockStep[] {
  const steps: ClockStep[] = []
  let weekends = 0
  let off: { from: Day; until: Day; note: string; days: number } | null = null
  for (let at = addDays(span.from, 1); at < span.to; at = addDays(at, 1)) {
    const weekend = weekdayOf(at) === 0 || weekdayOf(at) === 6
    const note = calendar.noteOf(at)
    const working = calendar.isWorkingDay(at)
    if (working && weekend) steps.push({ code: 'makeUp', facts: { day: at, note: note ?? '' } })
    if (!working && note && !(off && off.note === note && off.until === addDays(at, -1))) {
      off = { from: at, until: at, note, days: 0 }
      steps.push({ code: 'holiday', facts: off })
    }
    if (!working && note && off) Object.assign(off, { until: at, days: off.days + (weekend ? 0 : 1) })
    if (!working && !note && weekend) weekends++
  }
  return weekends > 0 ? [...steps, { code: 'weekends', facts: { days: weekends } }] : steps
}

/** A code without the zeros that stand for "the whole of it": 330000 is 33, the beginning of all its places. */
const placeOf = (code: string) => (code.length > 6 ? code : code.replace(/(00)+$/, ''))
const regionMatches = (rowRegion: string | null, region: string | null) =>
  rowRegion === null || region?.startsWith(placeOf(rowRegion)) === true

/** Which row of a rule applies: valid on its day; the most particular region; then the most recent. */
export function applicableRule<Row extends ClockRule>(
  rows: readonly Row[],
  asked: { rule: string; from: Day; actDate: Day | null; region: string | null },
): Row | null {
  const valid = rows.filter((row) => {
    const on = row.selectedBy === 'act' ? (asked.actDate ?? asked.from) : asked.from
    return row.rule === asked.rule && regionMatches(row.region, asked.region) && (row.validFrom ?? on) <= on && on <= (row.validUntil ?? on)
  })
  const particular = (row: Row) => (row.region ? placeOf(row.region).length : 0)
  const [best] = valid.sort((a, b) => particular(b) - particular(a) || (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))
  return best ?? null
}
