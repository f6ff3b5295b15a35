import { type SqlBool, sql } from 'kysely'
import { contestedIn } from '../../audit/findings/store-counted.ts'
import { isReported } from '../../audit/projects/store.ts'
import { Fen } from '../../kernel/money.ts'
import { json, type Reader } from '../../platform/db.ts'
import type { UnitCategory } from '../../registers/places/model.ts'
import { inside } from '../../registers/places/store.ts'
import type { Ground } from './rules/risk-list.ts'
import type { Base, Cube, MoneyTally, Tally } from './rules/tally.ts'
import type { Told } from './rules/told.ts'

/** Which audits are counted: of these years and types (all when none is named), of this place or this one unit. */
export type Scope = {
  years: readonly number[]
  unitTypes?: readonly UnitCategory[]
  place?: string | undefined
  unit?: string
  /** Level of the classes, and within which first-level class. */
  level: 1 | 2
  parent?: string | undefined
  /** Classes told otherwise than they were recorded. */
  told?: Told
}

const audits = (read: Reader, { years, unitTypes = [], place, unit }: Omit<Scope, 'level' | 'parent' | 'told'>) => {
  let query = read.selectFrom('project').innerJoin('unit', 'unit.id', 'project.unit').where(isReported)
  if (years.length > 0) query = query.where('project.year', 'in', years)
  if (unitTypes.length > 0) query = query.where('unit.category', 'in', unitTypes)
  if (place) query = query.where('project.jurisdiction', 'like', inside(place))
  return unit ? query.where('project.unit', '=', unit) : query
}
const plain = sql<string>`finding.problem_class`
/** A class as it is told: few are told anew, and while none is, nothing is looked up. */
const toldClass = ({ told }: Scope) =>
  told && told.size > 0 ? sql<string>`coalesce(${json(Object.fromEntries(told))} ->> finding.problem_class, finding.problem_class)` : plain
const classAt = (scope: Scope) => (scope.level === 1 ? sql<string>`left(${toldClass(scope)}, 3)` : toldClass(scope))

const isOpen = sql<SqlBool>`contested.open is true`
const stands = sql<SqlBool>`contested.open is not true`
/** What was found and not taken back; whether an objection holds it up stands beside it. */
const found = (read: Reader, scope: Scope) => {
  const query = audits(read, scope)
    .innerJoin('finding', 'finding.project', 'project.id')
    .leftJoin(contestedIn(read), 'contested.finding', 'finding.id')
    .where('finding.established', '=', 'confirmed')
    .where(sql<SqlBool>`contested.gone is not true`)
  return scope.parent ? query.where(toldClass(scope), 'like', `${scope.parent}%`) : query
}

/** Counted audit by audit first: how many audits have the problem is then how many of these lines there are. */
const ofAudits = (read: Reader, scope: Scope) =>
  found(read, scope)
    .select((of) => [
      classAt(scope).as('code'),
      'project.id',
      'unit.category as unitType',
      'project.year',
      of.fn.countAll<number>().filterWhere(stands).as('standing'),
      of.fn.countAll<number>().filterWhere(isOpen).as('objected'),
    ])
    .groupBy(['code', 'project.id', 'unit.category', 'project.year'])
    .as('each')

const tallies = (read: Reader, scope: Scope): Promise<Tally[]> =>
  read
    .selectFrom(ofAudits(read, scope))
    .select((of) => [
      ...(['each.code', 'each.unitType', 'each.year'] as const),
      sql<number>`sum(each.standing)::integer`.as('findings'),
      sql<number>`sum(each.objected)::integer`.as('objected'),
      of.fn.countAll<number>().filterWhere('each.standing', '>', 0).as('audits'),
    ])
    .groupBy(['each.code', 'each.unitType', 'each.year'])
    .execute()

async function money(read: Reader, scope: Scope): Promise<MoneyTally[]> {
  const rows = await found(read, scope)
    .where(stands)
    .innerJoinLateral(
      sql<{ line: { kind: MoneyTally['kind'] } }>`jsonb_array_elements(finding.money)`.as<'each'>(sql`each(line)`),
      (join) => join.onTrue(),
    )
    .select([
      classAt(scope).as('code'),
      'unit.category as unitType',
      'project.year',
      sql<MoneyTally['kind']>`each.line ->> 'kind'`.as('moneyKind'),
      sql<number>`sum((each.line ->> 'fen')::bigint)::bigint`.as('fen'),
    ])
    .groupBy(['code', 'unit.category', 'project.year', 'moneyKind'])
    .execute()
  return rows.map(({ moneyKind: kind, ...row }) => ({ ...row, kind, fen: Fen.parse(row.fen) }))
}

const bases = (read: Reader, scope: Scope): Promise<Base[]> =>
  audits(read, scope)
    .select((of) => [
      'unit.category as unitType',
      'project.year',
      of.fn.countAll<number>().as('audits'),
      of.fn.count<number>('project.unit').distinct().as('units'),
    ])
    .groupBy(['unit.category', 'project.year'])
    .execute()

/** What was found and of how many audits, class by type of unit by year: three questions, whatever the number of findings. */
export const cubeOf = async (read: Reader, scope: Scope): Promise<Cube> => ({
  tallies: await tallies(read, scope),
  money: await money(read, scope),
  bases: await bases(read, scope),
})

/** The years in which audits had their report out, the earliest first. */
export async function yearsAudited(read: Reader, about: { place?: string | undefined; unit?: string }): Promise<number[]> {
  const rows = await audits(read, { years: [], ...about })
    .select('project.year')
    .distinct()
    .orderBy('project.year')
    .execute()
  return rows.map(({ year }) => year)
}

/** The place of most audits: what a hand of the whole house most likely means. */
export async function placeOfMost(read: Reader): Promise<string | undefined> {
  const row = await audits(read, { years: [] })
    .select((of) => ['project.jurisdiction', of.fn.countAll().as('count')])
    .groupBy('project.jurisdiction')
    .orderBy('count', 'desc')
    .orderBy('project.jurisdiction')
    .executeTakeFirst()
  return row?.jurisdiction
}

const mostGrounds = 20_000
/** The findings behind a cube, for drawing a list from them; the latest audits first. */
export const groundsOf = (read: Reader, scope: Scope): Promise<Ground[]> =>
  found(read, scope)
    .where(stands)
    .select(['finding.id', 'finding.title', 'finding.basis', 'project.unit', 'project.year'])
    .select(toldClass(scope).as('problemClass'))
    .orderBy('project.year', 'desc')
    .orderBy('finding.number')
    .limit(mostGrounds)
    .execute()
