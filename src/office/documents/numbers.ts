import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { yearOf } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { found, Refused, stopIf } from '../../platform/stop.ts'
import type { PaperNumber, PaperSeries } from './model.ts'
import { numberText, whyNotNumber, whyNotTake } from './rules/numbering.ts'

/**
 * The series from which a kind of paper takes its number in a place: an open one that names it, the place's own before one
 * of the whole house, the newest if several do.
 */
export const seriesFor = (read: Reader, about: { kind: string; jurisdiction: string }): Promise<PaperSeries | undefined> =>
  read
    .selectFrom('paperSeries')
    .selectAll()
    .where('jurisdiction', 'in', [about.jurisdiction, '*'])
    .where('closedOn', 'is', null)
    .where(sql<boolean>`${about.kind} = any(kinds)`)
    .orderBy((by) => by('jurisdiction', '=', '*'))
    .orderBy('id', 'desc')
    .executeTakeFirst()

export const lockSeries = (tx: Writer, id: string): Promise<PaperSeries | undefined> =>
  tx.selectFrom('paperSeries').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The next number of a series in a year. Ask it under the series' lock when it is to be taken. */
export async function nextNumber(read: Reader, series: PaperSeries, year: number): Promise<number> {
  const { last } = await read
    .selectFrom('paperNumber')
    .where('series', '=', series.id)
    .where('year', '=', year)
    .select((of) => of.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return last === null ? series.firstNumber : Number(last) + 1
}

export type Taking = { series: string; paper: string; on: Day; asked?: number | undefined; by: string; today: Day }
/**
 * Takes the next number of a series for a paper, inside the transaction that issues it: when that is rolled back, so is
 * the number, and whoever waits behind takes it. Refuses a number given by hand that is used or would leave a gap.
 */
export async function takeNumber(tx: Writer, taking: Taking): Promise<{ text: string; series: PaperSeries }> {
  const series = found(await lockSeries(tx, taking.series))
  stopIf(whyNotTake(series))
  const year = yearOf(taking.on)
  const next = await nextNumber(tx, series, year)
  const number = taking.asked ?? next
  const text = numberText(series, { year, number })
  stopIf(whyNotNumber({ asked: number, next, text }))
  const { paper, by, today } = taking
  await tx
    .insertInto('paperNumber')
    .values({ id: newId(), series: series.id, year, number, paper, state: 'taken', takenBy: by, takenOn: today, reason: null })
    .execute()
  return { text, series }
}

/** The number of a paper taken back is kept with the reason and never given again. */
export const voidNumber = (tx: Writer, paper: string, reason: string) =>
  tx.updateTable('paperNumber').set({ state: 'voided', reason }).where('paper', '=', paper).execute()

export const numbersOf = (read: Reader, series: string, year: number): Promise<PaperNumber[]> =>
  read.selectFrom('paperNumber').selectAll().where('series', '=', series).where('year', '=', year).orderBy('number').execute()

/** Refuses when no series is set for this kind of paper. */
export async function getSeriesFor(read: Reader, about: { kind: string; jurisdiction: string; name: string }): Promise<PaperSeries> {
  const series = await seriesFor(read, about)
  if (!series) throw new Refused(refuse('seriesAbsent', { kind: about.name }))
  return series
}
