import { likeText, type Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { PortfolioFilter, PortfolioRow } from './portfolio.contract.ts'
import { rights } from './rules/counting.ts'

/** More than any province's office holds at once; a portfolio beyond it is asked by year or district. */
const most = 20_000
const over = ['archived', 'terminated'] as const

/** The next day of each project's running clocks. */
const nextDue = (read: Reader) =>
  read
    .selectFrom('deadline')
    .select((of) => ['deadline.project', of.fn.min('deadline.dueOn').as('dueOn')])
    .where('deadline.state', '=', 'running')
    .where('deadline.kind', '=', 'latest')
    .where('deadline.rule', 'not in', rights)
    .groupBy('deadline.project')
    .as('next')

/** Every project that fits, running ones first, the latest first, with what the portfolio draws. */
export function portfolioRows(
  read: Reader,
  place: string,
  { q, year, state, district, running }: PortfolioFilter,
): Promise<PortfolioRow[]> {
  const like = `%${likeText(q ?? '')}%`
  return read
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unit')
    .leftJoin(nextDue(read), 'next.project', 'project.id')
    .select(['project.id', 'project.title', 'unit.name as unitName', 'project.jurisdiction as district', 'project.kind', 'project.track'])
    .select([
      'project.state',
      'project.year',
      'project.openedOn',
      'project.startedOn',
      'project.reportedOn',
      'project.endedOn',
      'next.dueOn',
    ])
    .where('project.jurisdiction', 'like', inside(place))
    .$if(Boolean(q), (query) => query.where((is) => is.or([is('project.title', 'like', like), is('unit.name', 'like', like)])))
    .$if(year.length > 0, (query) => query.where('project.year', 'in', year))
    .$if(state.length > 0, (query) => query.where('project.state', 'in', state))
    .$if(district !== undefined, (query) => query.where('project.jurisdiction', '=', district ?? ''))
    .$if(running === true, (query) => query.where('project.state', 'not in', over))
    .$if(running === false, (query) => query.where('project.state', 'in', over))
    .orderBy((by) => by('project.state', 'in', over))
    .orderBy('project.year', 'desc')
    .orderBy('project.id')
    .limit(most)
    .execute()
}

export const districtNames = (read: Reader, codes: readonly string[]): Promise<{ code: string; name: string }[]> =>
  codes.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('jurisdiction')
        .select(['code', 'name'])
        .where('code', 'in', [...codes])
        .orderBy('code')
        .execute()
