import { sql } from 'kysely'
import { type Day, yearOf } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { countOf, type Reader, type Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { closeSeries, listNumbers, listSeries, type SeriesLine, saveSeries } from './keeping.contract.ts'
import type { PaperSeries } from './model.ts'
import { lockSeries, nextNumber, numbersOf } from './numbers.ts'
import { numberText, whyNotChangeSeries } from './rules/numbering.ts'
import { liesWithin, placesIn } from './store.ts'

const counted = (read: Reader, series: string, state: 'taken' | 'voided', year: number) =>
  countOf(
    read
      .selectFrom('paperNumber')
      .where('series', '=', series)
      .where('year', '=', year)
      .where('state', '=', state)
      .select((of) => of.fn.countAll().as('count')),
  )

async function lineOf(read: Reader, series: PaperSeries, today: Day): Promise<SeriesLine> {
  const year = yearOf(today)
  const next = numberText(series, { year, number: await nextNumber(read, series, year) })
  const used = await counted(read, series.id, 'taken', year)
  return { ...series, used, voided: await counted(read, series.id, 'voided', year), next }
}

/** The series, locked, as it was when the hand saw it; not there for another place. */
async function lockFor(tx: Writer, { actor }: Pick<Desk, 'actor'>, about: { id: string; version: number }): Promise<PaperSeries> {
  const series = found(await lockSeries(tx, about.id))
  if (!liesWithin(series.jurisdiction, actor.jurisdiction)) throw new Missing()
  stopIfChanged({ given: about.version, kept: series.version })
  return series
}

const usedEver = (read: Reader, series: string) =>
  countOf(
    read
      .selectFrom('paperNumber')
      .where('series', '=', series)
      .select((of) => of.fn.countAll().as('count')),
  )

type Given = Pick<PaperSeries, 'organ' | 'side' | 'word' | 'firstNumber'> & { kinds: string[] }
async function stopIfTaken(tx: Writer, about: { jurisdiction: string; word: string; id: string | null }): Promise<void> {
  const other = await tx
    .selectFrom('paperSeries')
    .select('id')
    .where('jurisdiction', '=', about.jurisdiction)
    .where('word', '=', about.word)
    .executeTakeFirst()
  if (other && other.id !== about.id) throw new Refused(refuse('seriesWordTaken', { word: about.word }))
}

async function begin(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, given: Given): Promise<PaperSeries> {
  const { jurisdiction, account } = desk.actor
  await stopIfTaken(tx, { jurisdiction, word: given.word, id: null })
  const changed = { changedBy: account, changedOn: desk.today, closedOn: null, version: 1 }
  return tx
    .insertInto('paperSeries')
    .values({ id: newId(), jurisdiction, ...given, ...changed })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function change(tx: Writer, desk: Pick<Desk, 'actor' | 'today'>, before: PaperSeries, given: Given): Promise<PaperSeries> {
  stopIf(whyNotChangeSeries({ before, after: given, used: await usedEver(tx, before.id) }))
  await stopIfTaken(tx, { jurisdiction: before.jurisdiction, word: given.word, id: before.id })
  return tx
    .updateTable('paperSeries')
    .set({ ...given, changedBy: desk.actor.account, changedOn: desk.today, version: before.version + 1 })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const save = serve(saveSeries, (desk) => {
  const { id, version = 0, ...given } = desk.input
  return desk.change(`paperSeries:${id ?? given.word}`, async (tx) =>
    id === undefined ? begin(tx, desk, given) : change(tx, desk, await lockFor(tx, desk, { id, version }), given),
  )
})

const close = serve(closeSeries, (desk) =>
  desk.change(`paperSeries:${desk.input.id}`, async (tx) => {
    const series = await lockFor(tx, desk, desk.input)
    return tx
      .updateTable('paperSeries')
      .set({ closedOn: series.closedOn ?? desk.today, changedBy: desk.actor.account, changedOn: desk.today, version: series.version + 1 })
      .where('id', '=', series.id)
      .returningAll()
      .executeTakeFirstOrThrow()
  }),
)

export const seriesApi: readonly Handler[] = [
  serve(listSeries, async ({ read, actor, today }) => {
    const rows = await read
      .selectFrom('paperSeries')
      .selectAll()
      .where('jurisdiction', 'like', placesIn(actor.jurisdiction))
      .orderBy(sql`closed_on is not null`)
      .orderBy('side')
      .orderBy('word')
      .execute()
    return { rows: await Promise.all(rows.map((series) => lineOf(read, series, today))) }
  }),
  serve(listNumbers, async ({ input, read, actor }) => {
    const series = found(await read.selectFrom('paperSeries').selectAll().where('id', '=', input.series).executeTakeFirst())
    if (!liesWithin(series.jurisdiction, actor.jurisdiction)) throw new Missing()
    const numbers = await numbersOf(read, series.id, input.year)
    const ids = numbers.flatMap(({ paper }) => (paper ? [paper] : []))
    const papers = ids.length === 0 ? [] : await read.selectFrom('issuedPaper').select(['id', 'title']).where('id', 'in', ids).execute()
    const titles = new Map(papers.map(({ id, title }) => [id, title]))
    return { rows: numbers.map((each) => ({ ...each, text: numberText(series, each), title: titles.get(each.paper ?? '') ?? null })) }
  }),
  ...[save, close],
]
