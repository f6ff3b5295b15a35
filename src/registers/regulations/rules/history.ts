import { type Day, Day as DaySchema } from '../../../kernel/day.ts'
import type { HistoryLine } from '../model.ts'
import { shape } from './structure.words.ts'

const western = (text: string) =>
  [...text].map((sign) => (shape.digits.includes(sign) ? String(shape.digits.indexOf(sign)) : sign)).join('')
const two = (text: string) => western(text).padStart(2, '0')

/** A day from the year, month and day as written; null when there is no such day. */
function dayFrom([, year = '', month = '', date = '']: readonly (string | undefined)[]): Day | null {
  return DaySchema.safeParse(`${western(year)}-${two(month)}-${two(date)}`).data ?? null
}

const firstDay = (text: string): Day | null => {
  const [found] = text.matchAll(shape.date)
  return found ? dayFrom(found) : null
}

/** The events told in one line of a text's head; a line may tell several. */
export const historyOf = (line: string): HistoryLine[] =>
  line.split(shape.nextDate).map((text) => ({
    on: firstDay(text),
    kind: shape.history.find(([, sign]) => sign.test(text.replace(shape.date, '')))?.[0] ?? 'other',
    text: text.trim(),
  }))

export type Dates = { adoptedOn: Day | null; effectiveOn: Day | null; commencedOn: Day | null }
const latest = (days: readonly (Day | null)[]): Day | null =>
  days
    .flatMap((each) => each ?? [])
    .sort()
    .at(-1) ?? null

/**
 * The days of a version: adopted (or last amended) as the file's name or the head tells; in force from the day its last
 * articles state. An amended law repeats the day of its first version, which says nothing about this one: then
 * `effectiveOn` is null and the stated day stands as `commencedOn`.
 */
export function datesOf(law: { name: string; history: readonly HistoryLine[]; lastArticles: string }): Dates {
  const named = DaySchema.safeParse(shape.nameDate.exec(law.name)?.[1]).data ?? null
  const events = law.history.filter((line) => line.kind !== 'commenced' && line.kind !== 'other')
  const adoptedOn = named ?? latest(events.map((line) => line.on)) ?? latest(law.history.map((line) => line.on))
  const match = shape.from.exec(law.lastArticles)
  const stated = match ? dayFrom(match) : null
  const inHead = law.history.filter((line) => line.kind === 'commenced').map((line) => line.on)
  const onPublication =
    shape.fromPublication.test(law.lastArticles) && !events.some((line) => line.kind === 'amended') && events.length <= 1
  const candidates = [stated, ...inHead, onPublication ? adoptedOn : null]
  const effectiveOn = latest(candidates.filter((each) => each !== null && (adoptedOn === null || each >= adoptedOn)))
  return { adoptedOn, effectiveOn, commencedOn: stated ?? latest(inHead) ?? effectiveOn }
}

/** Titles that a text says it repeals. */
export const repealedBy = (lastArticles: string): string[] => [...lastArticles.matchAll(shape.repeals)].map(([, title = '']) => title)
