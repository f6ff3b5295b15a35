import type { Day } from '../../kernel/day.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import type { Official } from '../../registers/auditees/model.ts'
import { findOfficial, findOfficialByNumber, tenuresOf } from '../../registers/auditees/store.ts'
import { findUnits } from '../../registers/places/store.ts'
import type { PortraitFilter, PortraitLine } from './contract.ts'

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** The official by number, or by id; a number that happens to look like an id is tried as a number first. */
export async function officialMeant(read: Reader, given: string): Promise<Official | undefined> {
  return (await findOfficialByNumber(read, given)) ?? (isId.test(given) ? await findOfficial(read, given) : undefined)
}

/** Officials of whom there is something to show: an audit, a finding, or a decided mention. */
const shown = (read: Reader, filter: PortraitFilter) => {
  const query = read
    .selectFrom('official')
    .where((is) =>
      is.or([
        is.exists(is.selectFrom('projectSubject').select('projectSubject.id').whereRef('projectSubject.official', '=', 'official.id')),
        is.exists(is.selectFrom('responsibility').select('responsibility.id').whereRef('responsibility.official', '=', 'official.id')),
        is.exists(
          is
            .selectFrom('mention')
            .select('mention.id')
            .whereRef('mention.target', '=', 'official.id')
            .where('mention.decision', '=', 'link'),
        ),
      ]),
    )
  if (!filter.q) return query
  const like = `%${likeText(filter.q)}%`
  return query.where((is) => is.or([is('official.name', 'like', like), is('official.number', 'like', like)]))
}

const counted = (read: Reader, filter: PortraitFilter) =>
  shown(read, filter).select((is) => [
    'official.id',
    'official.number',
    'official.name',
    is
      .selectFrom('projectSubject')
      .select((of) => of.fn.countAll().as('count'))
      .whereRef('projectSubject.official', '=', 'official.id')
      .as('audits'),
    is
      .selectFrom('responsibility')
      .select((of) => of.fn.countAll().as('count'))
      .whereRef('responsibility.official', '=', 'official.id')
      .as('findings'),
  ])

const sorts = { name: 'name', number: 'number', audits: 'audits', findings: 'findings' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

/** One page of officials with something to show; those with most findings first unless sorted otherwise. */
export async function portraitsThatFit(
  read: Reader,
  asked: { filter: PortraitFilter; today: Day },
): Promise<{ rows: PortraitLine[]; total: number }> {
  const { filter, today } = asked
  const total = await countOf(shown(read, filter).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '-audits').replace(/^-/, '')
  const rows = await counted(read, filter)
    .orderBy(isSort(key) ? sorts[key] : 'audits', (filter.sort ?? '-').startsWith('-') ? 'desc' : 'asc')
    .orderBy('official.number')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const tenures = (
    await tenuresOf(
      read,
      rows.map((row) => row.id),
    )
  ).filter((tenure) => tenure.startsOn <= today && (tenure.endsOn === null || tenure.endsOn >= today))
  const units = await findUnits(
    read,
    tenures.map((tenure) => tenure.unit),
  )
  const lines = rows.map((row) => {
    const tenure =
      tenures.findLast((each) => each.official === row.id && each.headship !== 'other') ??
      tenures.findLast((each) => each.official === row.id)
    const unitName = units.find((unit) => unit.id === tenure?.unit)?.name ?? null
    return { ...row, audits: Number(row.audits), findings: Number(row.findings), post: tenure?.post ?? null, unitName }
  })
  return { total, rows: lines }
}
