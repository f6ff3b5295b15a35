import { type SqlBool, sql } from 'kysely'
import type { Reader } from '../../../platform/db.ts'
import { planAnew } from '../../../platform/together.ts'
import { isReported } from '../../projects/store.ts'
import type { FindingFilter } from '../filter.ts'
import { MoneyKind } from '../model.ts'
import { fitting } from '../store-list.ts'
import type { FiguresBy } from './contract.ts'
import type { Summed } from './rules.ts'

const keys = {
  class1: sql<string>`finding.problem_class`,
  class: sql<string>`finding.problem_class`,
  year: sql<string>`finding.year::text`,
  unit: sql<string>`finding.unit::text`,
  unitType: sql<string>`audited.category`,
} as const satisfies Record<FiguresBy, unknown>

type Line = { kind: string | null; fen: number | null; at: number | null }
/** The money lines of a finding; the first of them, or their absence, counts the finding. */
const moneyLines = sql<Line>`(select l.value ->> 'kind' as kind, (l.value ->> 'fen')::bigint as fen, l.ordinality as at
  from jsonb_array_elements(finding.money) with ordinality as l(value, ordinality))`.as('line')

/**
 * Findings that an objection took back, or that wait for its decision: few, and read first, so that the sums stay one pass
 * with one hash of them.
 */
const contested = async (read: Reader): Promise<string[]> => {
  const rows = await read
    .selectFrom('objection')
    .select('finding')
    .where((is) => is.or([is('effect', '=', 'withdrawn'), is('outcome', '=', 'pending')]))
    .execute()
  return [...new Set(rows.map(({ finding }) => finding))]
}

const confirmed = (read: Reader, filter: FindingFilter) => fitting(read, { ...filter, established: 'confirmed' })
/** The findings to be summed: those that count in the ways asked for, else those that stand. */
async function standing(read: Reader, filter: FindingFilter) {
  if (filter.counted.length > 0) return { question: confirmed(read, filter) }
  const ids = await contested(read)
  const question = confirmed(read, filter)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('project').select('project.id').whereRef('project.id', '=', 'finding.project').where(isReported)),
    )
    .$if(ids.length > 0, (query) => query.where(sql<SqlBool>`finding.id not in (select unnest(${ids}::uuid[]))`))
  return { question }
}

type Question = ReturnType<typeof confirmed>
const summing = (question: Question, by: FiguresBy) =>
  question
    .leftJoinLateral(moneyLines, (on) => on.onTrue())
    .select([keys[by].as('key'), 'line.kind'])
    .select(sql<string>`count(*) filter (where line.at is null or line.at = 1)`.as('findings'))
    .select(sql<string>`coalesce(sum(line.fen), 0)`.as('fen'))
    .groupBy([keys[by], 'line.kind'])

/** Sums the findings that fit in one pass, by group and kind of money; unless asked otherwise only those that stand. */
export async function summed(read: Reader, { filter, by }: { filter: FindingFilter; by: FiguresBy }): Promise<Summed[]> {
  const [, { question }] = await Promise.all([planAnew(read), standing(read, filter)])
  const audited = () =>
    question.innerJoin('project', 'project.id', 'finding.project').innerJoin('unit as audited', 'audited.id', 'project.unit')
  const rows = await summing(by === 'unitType' ? audited() : question, by).execute()
  return rows.map((row) => ({
    key: row.key,
    kind: MoneyKind.safeParse(row.kind).data ?? null,
    findings: Number(row.findings),
    fen: Number(row.fen),
  }))
}

/** What units are called. */
export const unitsNamed = async (read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
