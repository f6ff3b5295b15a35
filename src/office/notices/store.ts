import { countOf, type Reader } from '../../platform/db.ts'
import type { RecentImport, Stock } from './model.ts'

const tableOf = { units: 'unit', officials: 'official', tenures: 'tenure', reports: 'document' } as const

/** How many records each register holds. */
export const stocks = (read: Reader): Promise<Stock[]> =>
  Promise.all(
    (['units', 'officials', 'tenures', 'reports'] as const).map(async (what) => ({
      what,
      count: await countOf(read.selectFrom(tableOf[what]).select((e) => e.fn.countAll<number>().as('count'))),
    })),
  )

/** The last few imports of one's own place (all of them for whoever sees every place), newest first. */
export function recentImports(read: Reader, place: string): Promise<RecentImport[]> {
  const query = read
    .selectFrom('batch')
    .select(['id', 'what', 'state', 'startedAt', 'startedBy', 'accepted', 'updated', 'unchanged', 'refused'])
    .orderBy('startedAt', 'desc')
    .limit(6)
  return (place === '*' ? query : query.where('jurisdiction', 'in', [place, '*'])).execute()
}
