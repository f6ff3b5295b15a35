import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import { grouped } from '../../kernel/grouped.ts'
import { countOf, likeText, type Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { Tables } from '../../tables.ts'
import type { FindingFilter, FindingLine, ResponsibleView } from './contract.ts'
import type { MoneyKind } from './model.ts'
import { countsAs } from './store-counted.ts'
import { standingsOf } from './store-standing.ts'

const wanYuanInFen = 1_000_000

/** The sum of one kind, from an index where there is one; without a kind the largest line. Kinds are never added to one another. */
const amountOf = (kind: MoneyKind | undefined) =>
  kind
    ? sql<number>`money_of(finding.money, ${sql.lit(kind)})`
    : sql<number>`(select coalesce(max((line ->> 'fen')::bigint), 0) from jsonb_array_elements(finding.money) line)`

/** Of a class or of one below it: a span of codes, which an index may answer before row security is asked; a pattern may not. */
const inClass = (code: string) => sql<SqlBool>`(finding.problem_class ~>=~ ${code} and finding.problem_class ~<~ ${`${code}\uffff`})`

/** What the audit itself must be: of a unit of these classes, and so far that the finding counts in one of these ways. */
const auditedAs =
  ({ unitType, counted, audited }: FindingFilter) =>
  ({ exists, selectFrom }: ExpressionBuilder<Tables, 'finding'>) => {
    let audits = selectFrom('project').select('project.id').whereRef('project.id', '=', 'finding.project')
    if (unitType.length > 0)
      audits = audits.where('project.unit', 'in', (units) =>
        units.selectFrom('unit as audited').select('audited.id').where('audited.category', 'in', unitType),
      )
    if (audited) audits = audits.where('project.unit', '=', audited)
    return exists(counted.length > 0 ? audits.where(countsAs(...counted)) : audits)
  }

/** Conditions that stand on the finding itself, and words that may also stand in its unit's name. */
const listed = (read: Reader, filter: FindingFilter) => {
  let query = read.selectFrom('finding')
  if (filter.unit) query = query.where('finding.unit', '=', filter.unit)
  if (filter.place) query = query.where('finding.jurisdiction', 'like', inside(filter.place))
  if (filter.project) query = query.where('finding.project', '=', filter.project)
  if (filter.established) query = query.where('finding.established', '=', filter.established)
  if (filter.year.length > 0) query = query.where('finding.year', 'in', filter.year)
  if (filter.class.length > 0) query = query.where((where) => where.or(filter.class.map(inClass)))
  if (filter.classIs.length > 0) query = query.where('finding.problemClass', 'in', filter.classIs)
  if (filter.moneyFrom !== undefined) query = query.where(amountOf(filter.moneyKind), '>=', Math.round(filter.moneyFrom * wanYuanInFen))
  else if (filter.moneyKind) query = query.where(amountOf(filter.moneyKind), '>', 0)
  if (filter.unitType.length > 0 || filter.counted.length > 0 || filter.audited) query = query.where(auditedAs(filter))
  const { q } = filter
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((where) =>
    where.or([
      where('finding.title', 'like', like),
      where('finding.number', 'like', like),
      where('finding.facts', 'like', like),
      where('finding.unit', 'in', (units) => units.selectFrom('unit').select('unit.id').where('unit.name', 'like', like)),
    ]),
  )
}

/** The findings that fit: of a person, of a grade, judged repeats, or only those that count. */
export const fitting = (read: Reader, filter: FindingFilter) => {
  const grades = filter.grade
  let query = listed(read, filter)
  if (filter.repeat)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('findingRepeat')
          .select('findingRepeat.id')
          .whereRef('findingRepeat.finding', '=', 'finding.id')
          .where('verdict', '=', 'confirmed'),
      ),
    )
  if (grades.length === 0 && !filter.official) return query
  return query.where((where) => {
    let by = where.selectFrom('responsibility').select('responsibility.id').whereRef('responsibility.finding', '=', 'finding.id')
    if (grades.length > 0) by = by.where('responsibility.grade', 'in', grades)
    if (filter.official) by = by.where('responsibility.official', '=', filter.official)
    return where.exists(by)
  })
}

const sorts = { number: 'finding.number', year: 'finding.year', unit: 'unit.name', class: 'finding.problemClass' } as const
const isSort = (text: string): text is keyof typeof sorts => text in sorts

/** One page in order: read from the index of that order where there is one. */
function pageOf(read: Reader, filter: FindingFilter) {
  const asked = filter.sort ?? '-year'
  const key = asked.replace(/^-/, '')
  const by = key === 'breach' || key === 'irregular' ? amountOf(key) : isSort(key) ? sorts[key] : 'finding.year'
  return fitting(read, filter)
    .innerJoin('unit', 'unit.id', 'finding.unit')
    .selectAll('finding')
    .select('unit.name as unitName')
    .orderBy(by, asked.startsWith('-') ? 'desc' : 'asc')
    .orderBy('finding.number')
    .offset(filter.offset)
    .limit(filter.limit)
}

/** One page of findings; newest audits first unless sorted otherwise. `sort=breach` orders by money in breach alone. */
export async function listFindings(read: Reader, filter: FindingFilter): Promise<{ rows: FindingLine[]; total: number }> {
  const count = fitting(read, filter).select((of) => of.fn.countAll().as('count'))
  const [total, rows] = await Promise.all([countOf(count), pageOf(read, filter).execute()])
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return { total, rows: [] }
  const [responsible, standing, repeats] = await Promise.all([responsibleFor(read, ids), standingsOf(read, ids), repeatsAmong(read, ids)])
  return {
    total,
    rows: rows.map((row) => {
      const { state } = standing(row.id)
      const beside = { responsible: responsible.get(row.id) ?? [], repeat: repeats.get(row.id) ?? null }
      return { ...row, ...beside, standing: state, withdrawn: state === 'withdrawn' }
    }),
  }
}

async function responsibleFor(read: Reader, findings: readonly string[]): Promise<ReadonlyMap<string, ResponsibleView[]>> {
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

/** Whether a finding was found before: judged so, or proposed and waiting for a person. */
async function repeatsAmong(read: Reader, findings: readonly string[]): Promise<ReadonlyMap<string, 'confirmed' | 'proposed'>> {
  const rows = await read
    .selectFrom('findingRepeat')
    .select(['finding', 'verdict'])
    .where('finding', 'in', [...findings])
    .where('verdict', '<>', 'rejected')
    .orderBy('verdict', 'desc')
    .execute()
  return new Map(rows.flatMap(({ finding, verdict }) => (verdict === 'rejected' ? [] : [[finding, verdict] as const])))
}
