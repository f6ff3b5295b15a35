import { sql } from 'kysely'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { FieldworkLine } from './contract.ts'

const base = (read: Reader, place: string) =>
  read.selectFrom('project').innerJoin('unit', 'unit.id', 'project.unit').where('project.jurisdiction', 'like', inside(place))

/** How many rows of another table belong to the project and meet a condition. */
const counted = (table: string, condition: string) =>
  sql<number>`(select count(*)::int from ${sql.table(table)} of where of.project = project.id and ${sql.raw(condition)})`
const bare = sql<number>`(select count(*)::int from finding f where f.project = project.id
  and not exists (select 1 from finding_evidence e where e.finding = f.id))`

const lines = (query: ReturnType<typeof base>) =>
  query.select([
    'project.id',
    'project.title',
    'project.year',
    'project.kind',
    'project.unit',
    'unit.name as unitName',
    counted('project_member', 'of.left_on is null').as('members'),
    counted('audit_check', 'true').as('checks'),
    counted('audit_check', 'of.result is null').as('unchecked'),
    counted('material_request', "of.state in ('open', 'returned', 'answered')").as('requests'),
    counted('evidence', 'true').as('evidence'),
    counted('evidence', "of.sign = 'pending'").as('unsigned'),
    counted('working_paper', "of.state = 'submitted'").as('toReview'),
    bare.as('bare'),
  ])

type Asked = { q?: string | undefined; all: boolean; offset: number; limit: number }
const fitting = (read: Reader, place: string, { q, all }: Asked) => {
  let query = base(read, place)
  if (!all)
    query = query.where(sql<boolean>`exists (select 1 from project_member m where m.project = project.id)
      or exists (select 1 from duty d where d.project = project.id) or exists (select 1 from evidence e where e.project = project.id)`)
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((is) => is.or([is('project.title', 'like', like), is('project.number', 'like', like), is('unit.name', 'like', like)]))
}

/** One page of projects with fieldwork in them (or all, when asked), the newest first. */
export async function listFieldwork(read: Reader, place: string, asked: Asked): Promise<{ rows: FieldworkLine[]; total: number }> {
  const total = await countOf(fitting(read, place, asked).select((of) => of.fn.countAll().as('count')))
  const rows = await lines(fitting(read, place, asked))
    .orderBy('project.year', 'desc')
    .orderBy('project.id', 'desc')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows, total }
}

export const findFieldwork = (read: Reader, place: string, id: string): Promise<FieldworkLine | undefined> =>
  lines(base(read, place)).where('project.id', '=', id).executeTakeFirst()
