import { addDays } from '../../kernel/day.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import type { TrailFilter } from './contract.ts'

const inBeijing = (day: string) => `${day}T00:00:00+08:00`

function matching(read: Reader, filter: TrailFilter) {
  let query = read.selectFrom('trail')
  if (filter.account) query = query.where('trail.account', '=', filter.account)
  if (filter.verb) query = query.where('verb', 'like', `${likeText(filter.verb)}%`)
  if (filter.subject) query = query.where('subject', 'like', `${likeText(filter.subject)}%`)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.from) query = query.where('at', '>=', inBeijing(filter.from))
  if (filter.until) query = query.where('at', '<', inBeijing(addDays(filter.until, 1)))
  return query
}

/** One page of the trail, newest first, with the exact total. */
export async function trailPage(read: Reader, filter: TrailFilter) {
  const rows = matching(read, filter)
    .leftJoin('trailLink', 'trailLink.place', 'trail.place')
    .leftJoin('account', 'account.account', 'trail.account')
    .select(['trail.id', 'at', 'trail.account', 'trail.role', 'trail.jurisdiction', 'verb', 'subject', 'kind', 'detail'])
    .select(['account.name', 'chain', 'seq', 'batch', 'hash'])
    .orderBy('at', 'desc')
    .orderBy('trail.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
  const total = matching(read, filter).select((e) => e.fn.countAll<number>().as('count'))
  return { rows: await rows.execute(), total: await countOf(total) }
}
