import { countOf, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { UnitFund } from './model.ts'
import type { FundLine } from './rules/shapes.ts'

type Filter = { q?: string | undefined; year?: number | undefined; unit?: string | undefined; offset: number; limit: number }

const fundQuery = (read: Reader, place: string, { q, year, unit }: Filter) =>
  read
    .selectFrom('unitFund')
    .innerJoin('unit', 'unit.id', 'unitFund.unit')
    .where('unitFund.jurisdiction', 'like', inside(place))
    .$if(Boolean(q), (query) => query.where('unit.name', 'like', `%${likeText(q ?? '')}%`))
    .$if(year !== undefined, (query) => query.where('unitFund.year', '=', year ?? 0))
    .$if(unit !== undefined, (query) => query.where('unitFund.unit', '=', unit ?? ''))

/** Funds of the units of a place: the latest year first, the largest first. */
export async function fundsOf(read: Reader, place: string, filter: Filter): Promise<{ rows: FundLine[]; total: number }> {
  const total = await countOf(fundQuery(read, place, filter).select((of) => of.fn.countAll().as('count')))
  const rows = await fundQuery(read, place, filter)
    .selectAll('unitFund')
    .select(['unit.name as unitName', 'unit.number as unitNumber'])
    .orderBy('unitFund.year', 'desc')
    .orderBy('unitFund.amount', 'desc')
    .orderBy('unit.number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

export const findFund = (read: Reader, about: Pick<UnitFund, 'unit' | 'year'>): Promise<UnitFund | undefined> =>
  read.selectFrom('unitFund').selectAll().where('unit', '=', about.unit).where('year', '=', about.year).executeTakeFirst()

export const keepFund = (tx: Writer, fund: UnitFund): Promise<UnitFund> =>
  tx
    .insertInto('unitFund')
    .values(fund)
    .onConflict((same) =>
      same.columns(['unit', 'year']).doUpdateSet({ amount: fund.amount, source: fund.source, version: fund.version + 1 }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
