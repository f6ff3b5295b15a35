import { sql } from 'kysely'
import { grouped } from '../../kernel/grouped.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import type { FindingFilter, FindingLine, ResponsibleView } from './contract.ts'
import { countsAs } from './store-counted.ts'

const wanYuanInFen = 1_000_000

/** The largest sum of one kind, or the sum of the kind asked; kinds are never added to one another. */
const amountOf = (kind: string | undefined) =>
  kind
    ? sql<number>`(select coalesce(sum((line ->> 'fen')::bigint), 0) from jsonb_array_elements(finding.money) line where line ->> 'kind' = ${kind})`
    : sql<number>`(select coalesce(max((line ->> 'fen')::bigint), 0) from jsonb_array_elements(finding.money) line)`

const joined = (read: Reader) =>
  read.selectFrom('finding').innerJoin('project', 'project.id', 'finding.project').innerJoin('unit', 'unit.id', 'finding.unit')

const listed = (read: Reader, filter: FindingFilter) => {
  let query = joined(read)
  if (filter.unit) query = query.where('finding.unit', '=', filter.unit)
  if (filter.unitType.length > 0)
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom('unit as audited')
          .select('audited.id')
          .whereRef('audited.id', '=', 'project.unit')
          .where('audited.category', 'in', filter.unitType),
      ),
    )
  if (filter.counted.length > 0) query = query.where(countsAs(...filter.counted))
  if (filter.project) query = query.where('finding.project', '=', filter.project)
  if (filter.year.length > 0) query = query.where('project.year', 'in', filter.year)
  if (filter.class.length > 0)
    query = query.where((where) => where.or(filter.class.map((code) => where('finding.problemClass', 'like', `${likeText(code)}%`))))
  if (filter.moneyFrom !== undefined) query = query.where(amountOf(filter.moneyKind), '>=', Math.round(filter.moneyFrom * wanYuanInFen))
  else if (filter.moneyKind) query = query.where(amountOf(filter.moneyKind), '>', 0)
  const { q } = filter
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((where) =>
    where.or([
      where('finding.title', 'like', like),
      where('finding.number', 'like', like),
      where('finding.facts', 'like', like),
      where('unit.name', 'like', like),
    ]),
  )
}

const answerable = (read: Reader, filter: FindingFilter) => {
  const grades = filter.grade
  const query = listed(read, filter)
  if (grades.length === 0 && !filter.official) return query
  return query.where((where) => {
    let by = where.selectFrom('responsibility').select('responsibility.id').whereRef('responsibility.finding', '=', 'finding.id')
    if (grades.length > 0) by = by.where('responsibility.grade', 'in', grades)
    if (filter.official) by = by.where('responsibility.official', '=', filter.official)
    return where.exists(by)
  })
}

const sorts = { number: 'finding.number', year: 'project.year', unit: 'unit.name', class: 'finding.problemClass' } as const
type Sort = keyof typeof sorts
const isSort = (text: string): text is Sort => text in sorts

/** One page of findings; newest audits first unless sorted otherwise. `sort=breach` orders by money in breach alone. */
export async function listFindings(read: Reader, filter: FindingFilter): Promise<{ rows: FindingLine[]; total: number }> {
  const key = (filter.sort ?? '-year').replace(/^-/, '')
  const downward = (filter.sort ?? '-year').startsWith('-')
  const by = key === 'breach' || key === 'irregular' ? amountOf(key) : isSort(key) ? sorts[key] : 'project.year'
  const page = answerable(read, filter)
    .selectAll('finding')
    .select(['unit.name as unitName', 'project.year'])
    .orderBy(by, downward ? 'desc' : 'asc')
    .orderBy('finding.number')
    .offset(filter.offset)
    .limit(filter.limit)
  const count = answerable(read, filter).select((of) => of.fn.countAll().as('count'))
  const [total, rows] = await Promise.all([countOf(count), page.execute()])
  const ids = rows.map((row) => row.id)
  const [responsible, gone] = await Promise.all([responsibleFor(read, ids), withdrawnAmong(read, ids)])
  return { total, rows: rows.map((row) => ({ ...row, responsible: responsible.get(row.id) ?? [], withdrawn: gone.has(row.id) })) }
}

async function responsibleFor(read: Reader, findings: readonly string[]): Promise<ReadonlyMap<string, ResponsibleView[]>> {
  if (findings.length === 0) return new Map()
  const rows = await read
    .selectFrom('responsibility')
    .innerJoin('official', 'official.id', 'responsibility.official')
    .select(['responsibility.finding', 'responsibility.official', 'official.name', 'responsibility.grade'])
    .where('responsibility.finding', 'in', [...findings])
    .orderBy('responsibility.grade')
    .orderBy('official.number')
    .execute()
  return grouped(rows, (row) => row.finding)
}

async function withdrawnAmong(read: Reader, findings: readonly string[]): Promise<ReadonlySet<string>> {
  if (findings.length === 0) return new Set()
  const rows = await read
    .selectFrom('objection')
    .select('finding')
    .where('finding', 'in', [...findings])
    .where('effect', '=', 'withdrawn')
    .execute()
  return new Set(rows.map((row) => row.finding))
}
