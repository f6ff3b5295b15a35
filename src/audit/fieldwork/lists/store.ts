import { grouped } from '../../../kernel/grouped.ts'
import { countOf, type Reader, type Writer } from '../../../platform/db.ts'
import { found } from '../../../platform/serve.ts'
import type { Shelf } from '../shelf.ts'
import type { CheckView, Lines } from './contract.ts'
import type { AuditCheck, DataNeed, Duty, KeyDecision } from './model.ts'
import type { ListName } from './rules.ts'

export const dutyShelf: Shelf<Duty> = {
  find: (read, id) => read.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('duty')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const decisionShelf: Shelf<KeyDecision> = {
  find: (read, id) => read.selectFrom('keyDecision').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('keyDecision')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const checkShelf: Shelf<AuditCheck> = {
  find: (read, id) => read.selectFrom('auditCheck').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('auditCheck')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const needShelf: Shelf<DataNeed> = {
  find: (read, id) => read.selectFrom('dataNeed').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('dataNeed')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}

export const dutiesOf = (read: Reader, project: string): Promise<Duty[]> =>
  read.selectFrom('duty').selectAll().where('project', '=', project).orderBy('number').execute()
export const decisionsOf = (read: Reader, project: string): Promise<KeyDecision[]> =>
  read.selectFrom('keyDecision').selectAll().where('project', '=', project).orderBy('number').execute()
export const checksOf = (read: Reader, project: string): Promise<AuditCheck[]> =>
  read.selectFrom('auditCheck').selectAll().where('project', '=', project).orderBy('number').execute()
export const needsOf = (read: Reader, project: string): Promise<DataNeed[]> =>
  read.selectFrom('dataNeed').selectAll().where('project', '=', project).orderBy('number').execute()

export const findingsNamed = (read: Reader, project: string): Promise<{ id: string; number: string; title: string }[]> =>
  read.selectFrom('finding').select(['id', 'number', 'title']).where('project', '=', project).orderBy('number').execute()

/** Every line of the four lists in the order of their numbers, with no more than what says whether they hang together. */
export async function outlineOf(read: Reader, project: string) {
  const evidence = await evidenceOfChecks(read, project)
  const checks = await read
    .selectFrom('auditCheck')
    .select(['id', 'number', 'step', 'duty', 'decision', 'result', 'finding'])
    .where('project', '=', project)
    .orderBy('number')
    .execute()
  return {
    duties: await read.selectFrom('duty').select(['id', 'number', 'duty']).where('project', '=', project).orderBy('number').execute(),
    decisions: await read
      .selectFrom('keyDecision')
      .select(['id', 'number', 'matter', 'duty'])
      .where('project', '=', project)
      .orderBy('number')
      .execute(),
    checks: checks.map((check) => ({ ...check, evidence: evidence.get(check.id) ?? [] })),
    needs: await read.selectFrom('dataNeed').select(['id', 'number']).where('project', '=', project).orderBy('number').execute(),
  }
}

type Outline = Awaited<ReturnType<typeof outlineOf>>
async function checksNamed(read: Reader, ids: readonly string[], outline: Outline): Promise<CheckView[]> {
  const rows = await read
    .selectFrom('auditCheck')
    .leftJoin('finding', 'finding.id', 'auditCheck.finding')
    .selectAll('auditCheck')
    .select('finding.number as findingNumber')
    .where('auditCheck.id', 'in', ids)
    .orderBy('auditCheck.number')
    .execute()
  const evidence = new Map(outline.checks.map((check) => [check.id, check.evidence]))
  return rows.map((row) => ({ ...row, evidence: evidence.get(row.id) ?? [] }))
}

/** The lines of one list that bear these ids, whole, in the order of their numbers; the evidence behind a check stands in the outline. */
export async function linesNamed(
  read: Reader,
  list: ListName,
  { ids, outline }: { ids: readonly string[]; outline: Outline },
): Promise<Lines> {
  if (ids.length === 0) return { list, rows: [] }
  if (list === 'checks') return { list, rows: await checksNamed(read, ids, outline) }
  if (list === 'duties') return { list, rows: await read.selectFrom('duty').selectAll().where('id', 'in', ids).orderBy('number').execute() }
  if (list === 'decisions')
    return { list, rows: await read.selectFrom('keyDecision').selectAll().where('id', 'in', ids).orderBy('number').execute() }
  return { list, rows: await read.selectFrom('dataNeed').selectAll().where('id', 'in', ids).orderBy('number').execute() }
}

/** The evidence behind each check of a project, by check. */
export async function evidenceOfChecks(read: Reader, project: string): Promise<ReadonlyMap<string, { id: string; number: string }[]>> {
  const rows = await read
    .selectFrom('checkEvidence')
    .innerJoin('evidence', 'evidence.id', 'checkEvidence.evidence')
    .select(['checkEvidence.auditCheck', 'evidence.id', 'evidence.number'])
    .where('evidence.project', '=', project)
    .orderBy('evidence.number')
    .execute()
  return grouped(rows, (row) => row.auditCheck)
}

const tableOf = { duties: 'duty', decisions: 'keyDecision', checks: 'auditCheck', needs: 'dataNeed' } as const

type Line = { id: string; project: string; version: number }
export const findLine = (read: Reader, list: ListName, id: string): Promise<Line> =>
  read.selectFrom(tableOf[list]).select(['id', 'project', 'version']).where('id', '=', id).executeTakeFirst().then(found)
export const linesOf = (read: Reader, list: ListName, project: string): Promise<{ id: string; number: string }[]> =>
  read.selectFrom(tableOf[list]).select(['id', 'number']).where('project', '=', project).execute()
export const dropLineOf = (tx: Writer, list: ListName, id: string) => tx.deleteFrom(tableOf[list]).where('id', '=', id).execute()

/** How many lines of the other lists point to this one. */
export async function countPointing(read: Reader, list: ListName, id: string): Promise<number> {
  const decisions =
    list === 'duties'
      ? await countOf(
          read
            .selectFrom('keyDecision')
            .select((e) => e.fn.countAll().as('count'))
            .where('duty', '=', id),
        )
      : 0
  const column = list === 'duties' ? ('duty' as const) : ('decision' as const)
  const checks =
    list === 'duties' || list === 'decisions'
      ? await countOf(
          read
            .selectFrom('auditCheck')
            .select((e) => e.fn.countAll().as('count'))
            .where(column, '=', id),
        )
      : 0
  const needs =
    list === 'checks'
      ? await countOf(
          read
            .selectFrom('dataNeed')
            .select((e) => e.fn.countAll().as('count'))
            .where('auditCheck', '=', id),
        )
      : 0
  return decisions + checks + needs
}
