import { type SqlBool, sql } from 'kysely'
import { grouped } from '../../../kernel/grouped.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { isNotWithdrawn } from '../../papers/withdrawn.ts'
import type { RepeatFilter } from './contract.ts'
import type { FindingRepeat, FindingRule } from './model.ts'
import type { Alike, Told } from './rules.ts'

export const findingRules = (read: Reader): Promise<FindingRule[]> => read.selectFrom('findingRule').selectAll().orderBy('rule').execute()

/** The next units that have findings, in the order of their ids: the comparison goes through them once. */
export const unitsAfter = async (read: Reader, after: string | null, limit: number): Promise<string[]> => {
  const rows = await read
    .selectFrom('finding')
    .select('unit')
    .$if(after !== null, (query) => query.where('unit', '>', after ?? ''))
    .groupBy('unit')
    .orderBy('unit')
    .limit(limit)
    .execute()
  return rows.map(({ unit }) => unit)
}

/** Confirmed findings of these units, without those an objection took back. */
export const toldOf = (read: Reader, units: readonly string[]): Promise<Told[]> =>
  read
    .selectFrom('finding')
    .select(['id', 'number', 'unit', 'problemClass', 'year', 'project', 'title', 'facts', 'jurisdiction'])
    .where(sql<SqlBool>`finding.unit = any(${[...units]}::uuid[])`)
    .where('established', '=', 'confirmed')
    .where(isNotWithdrawn)
    .execute()

/** Who was audited in each project, by name. */
export async function headsOf(read: Reader, projects: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (projects.length === 0) return new Map()
  const rows = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['projectSubject.project', 'official.name'])
    .where(sql<SqlBool>`project_subject.project = any(${[...new Set(projects)]}::uuid[])`)
    .orderBy('official.number')
    .execute()
  return new Map([...grouped(rows, (row) => row.project)].map(([project, named]) => [project, [...new Set(named.map(({ name }) => name))]]))
}

const atOnce = 5000
export type Pair = Alike & { heads: string[]; earlierHeads: string[] }
/** Keeps what was found of these units; undecided pairs that are alike no longer go, decided ones stay as they are. */
export async function keepPairs(
  tx: Writer,
  of: { units: readonly string[]; pairs: readonly Pair[]; foundOn: FindingRepeat['foundOn'] },
): Promise<void> {
  await sql`delete from finding_repeat r using finding f
    where f.id = r.finding and f.unit = any(${[...of.units]}::uuid[]) and r.verdict = 'proposed'`.execute(tx)
  for (let from = 0; from < of.pairs.length; from += atOnce) {
    const rows = of.pairs
      .slice(from, from + atOnce)
      .map(({ heads, earlierHeads, ...pair }) => ({ ...pair, heads, earlier_heads: earlierHeads, id: newId() }))
    await sql`insert into finding_repeat (id, finding, earlier, likeness, shared, heads, earlier_heads, found_on, verdict, version)
      select p.id, p.finding, p.earlier, p.likeness, p.shared, p.heads, p.earlier_heads, ${of.foundOn}::date, 'proposed', 1
      from jsonb_to_recordset(${json(rows)})
        as p (id uuid, finding uuid, earlier uuid, likeness int, shared jsonb, heads jsonb, earlier_heads jsonb)
      on conflict (finding, earlier) do nothing`.execute(tx)
  }
}

const joined = (read: Reader) =>
  read
    .selectFrom('findingRepeat')
    .innerJoin('finding as later', 'later.id', 'findingRepeat.finding')
    .innerJoin('finding as before', 'before.id', 'findingRepeat.earlier')
    .innerJoin('unit', 'unit.id', 'later.unit')

const fitting = (read: Reader, filter: RepeatFilter) => {
  let query = joined(read)
  if (filter.verdict.length > 0) query = query.where('findingRepeat.verdict', 'in', filter.verdict)
  if (filter.unit) query = query.where('later.unit', '=', filter.unit)
  const { finding, q } = filter
  if (finding) query = query.where((is) => is.or([is('findingRepeat.finding', '=', finding), is('findingRepeat.earlier', '=', finding)]))
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((is) => is.or([is('later.title', 'like', like), is('before.title', 'like', like), is('unit.name', 'like', like)]))
}

/** One page of pairs, the most alike first. */
export async function pairsThatFit(read: Reader, filter: RepeatFilter) {
  const total = await countOf(fitting(read, filter).select((of) => of.fn.countAll().as('count')))
  const rows = await fitting(read, filter)
    .innerJoin('project as laterProject', 'laterProject.id', 'later.project')
    .innerJoin('project as beforeProject', 'beforeProject.id', 'before.project')
    .selectAll('findingRepeat')
    .select(['unit.name as unitName', 'later.problemClass'])
    .select([
      'later.number as laterNumber',
      'later.title as laterTitle',
      'later.year as laterYear',
      'laterProject.title as laterProjectTitle',
    ])
    .select([
      'before.number as beforeNumber',
      'before.title as beforeTitle',
      'before.year as beforeYear',
      'beforeProject.title as beforeProjectTitle',
    ])
    .orderBy('findingRepeat.verdict', 'desc')
    .orderBy('findingRepeat.likeness', 'desc')
    .orderBy('findingRepeat.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const side = (id: string, number: string, title: string, year: number, projectTitle: string) => ({
    id,
    number,
    title,
    year,
    projectTitle,
  })
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      later: side(row.finding, row.laterNumber, row.laterTitle, row.laterYear, row.laterProjectTitle),
      before: side(row.earlier, row.beforeNumber, row.beforeTitle, row.beforeYear, row.beforeProjectTitle),
    })),
  }
}

export const lockRepeat = (tx: Writer, id: string): Promise<FindingRepeat | undefined> =>
  tx.selectFrom('findingRepeat').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const judge = (
  tx: Writer,
  { id, version }: FindingRepeat,
  to: Pick<FindingRepeat, 'verdict' | 'decidedBy' | 'decidedOn' | 'note'>,
): Promise<FindingRepeat> =>
  tx
    .updateTable('findingRepeat')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
