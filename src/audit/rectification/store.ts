import type { ExpressionBuilder } from 'kysely'
import { addDays, type Day } from '../../kernel/day.ts'
import { countOf, likeText, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { inside } from '../../registers/places/store.ts'
import type { Tables } from '../../tables.ts'
import { countsAs } from '../findings/store-counted.ts'
import type { ItemFilter, ItemLine } from './contract.ts'
import type { Rectification, RectificationStep } from './model.ts'
import { soonDays } from './rules.ts'

const joined = (read: Reader) =>
  read.selectFrom('rectification').innerJoin('finding', 'finding.id', 'rectification.finding').innerJoin('unit', 'unit.id', 'finding.unit')
const lines = (read: Reader) =>
  joined(read)
    .selectAll('rectification')
    .select(['finding.number as findingNumber', 'finding.title', 'finding.unit', 'unit.name as unitName'])

const unfinished = ['open', 'claimed'] as const
const standingIs = (query: ReturnType<typeof joined>, standing: ItemFilter['standing'], today: Day) => {
  const soon = addDays(today, soonDays)
  if (standing === 'closed') return query.where('rectification.state', 'not in', unfinished)
  const open = query.where('rectification.state', 'in', unfinished)
  if (standing === 'undated') return open.where('rectification.dueOn', 'is', null)
  if (standing === 'overdue') return open.where('rectification.dueOn', '<', today)
  if (standing === 'dueSoon') return open.where('rectification.dueOn', '>=', today).where('rectification.dueOn', '<=', soon)
  return open.where('rectification.dueOn', '>', soon)
}

/** The audit that found what an item puts right, if it is of the years and counts as asked. */
const auditOfItem = (where: ExpressionBuilder<Tables, 'rectification' | 'finding' | 'unit'>, { year, counted }: ItemFilter) =>
  where
    .selectFrom('project')
    .select('project.id')
    .whereRef('project.id', '=', 'finding.project')
    .$if(year.length > 0, (query) => query.where('project.year', 'in', year))
    .$if(counted.length > 0, (query) => query.where(countsAs(...counted)))

const fitting = (read: Reader, asked: { filter: ItemFilter; today: Day }) => {
  const { filter, today } = asked
  let query = joined(read)
  if (filter.standing) query = standingIs(query, filter.standing, today)
  if (filter.state.length > 0) query = query.where('rectification.state', 'in', filter.state)
  if (filter.pace.length > 0) query = query.where('rectification.pace', 'in', filter.pace)
  if (filter.year.length > 0 || filter.counted.length > 0) query = query.where((where) => where.exists(auditOfItem(where, filter)))
  if (filter.place) query = query.where('rectification.jurisdiction', 'like', inside(filter.place))
  if (filter.unit) query = query.where('finding.unit', '=', filter.unit)
  if (!filter.q) return query
  const like = `%${likeText(filter.q)}%`
  return query.where((is) => is.or([is('finding.title', 'like', like), is('finding.number', 'like', like), is('unit.name', 'like', like)]))
}

const sorts = { dueOn: 'rectification.dueOn', number: 'finding.number', unit: 'unit.name', state: 'rectification.state' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

/** One page of items; what is due first stands first, and what is finished last, unless sorted otherwise. */
export async function listItems(read: Reader, asked: { filter: ItemFilter; today: Day }): Promise<{ rows: ItemLine[]; total: number }> {
  const { filter } = asked
  const total = await countOf(fitting(read, asked).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '').replace(/^-/, '')
  const query = fitting(read, asked)
    .selectAll('rectification')
    .select(['finding.number as findingNumber', 'finding.title', 'finding.unit', 'unit.name as unitName'])
  const sorted = isSort(key)
    ? query.orderBy(sorts[key], (by) => (filter.sort?.startsWith('-') ? by.desc().nullsLast() : by.asc().nullsLast()))
    : query.orderBy((by) => by('rectification.state', 'not in', unfinished)).orderBy('rectification.dueOn', (by) => by.asc().nullsLast())
  const rows = await sorted.orderBy('finding.number').offset(filter.offset).limit(filter.limit).execute()
  return { rows, total }
}

export const findItemLine = (read: Reader, id: string): Promise<ItemLine | undefined> =>
  lines(read).where('rectification.id', '=', id).executeTakeFirst()

export const historyOf = (read: Reader, item: string): Promise<RectificationStep[]> =>
  read.selectFrom('rectificationStep').selectAll().where('rectification', '=', item).orderBy('takenOn').orderBy('id').execute()

export const itemsOfFindings = (read: Reader, findings: readonly string[]): Promise<Rectification[]> =>
  findings.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('rectification')
        .selectAll()
        .where('finding', 'in', [...new Set(findings)])
        .orderBy('id')
        .execute()

export const lockItem = (tx: Writer, id: string): Promise<Rectification | undefined> =>
  tx.selectFrom('rectification').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The unit that answers for an item: that of its finding. */
export const unitOfItem = (tx: Reader, item: Pick<Rectification, 'finding'>): Promise<{ unit: string } | undefined> =>
  tx.selectFrom('finding').select('unit').where('id', '=', item.finding).executeTakeFirst()

type Moved = Partial<Omit<Rectification, 'id' | 'finding' | 'jurisdiction' | 'version'>>
export const moveItem = (tx: Writer, item: Rectification, to: Moved): Promise<Rectification> =>
  tx
    .updateTable('rectification')
    .set({ ...to, version: item.version + 1 })
    .where('id', '=', item.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Writes a step into the item's own history. */
export const noteStep = async (tx: Writer, step: Omit<RectificationStep, 'id'>): Promise<void> => {
  await tx
    .insertInto('rectificationStep')
    .values({ id: newId(), ...step })
    .execute()
}
