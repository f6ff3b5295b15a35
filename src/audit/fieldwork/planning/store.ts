import { countOf, json, type Reader, type Writer } from '../../../platform/db.ts'
import type { Shelf } from '../shelf.ts'
import type { FieldPlan, ListCounts, PreSurvey, SiteTask, SiteTemplate } from './model.ts'

export const surveyShelf: Shelf<PreSurvey> = {
  find: (read, id) => read.selectFrom('preSurvey').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('preSurvey')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const planShelf: Shelf<FieldPlan> = {
  find: (read, id) => read.selectFrom('fieldPlan').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, plan) => {
    const row = { ...plan, lists: plan.lists ? json(plan.lists) : null }
    return tx
      .insertInto('fieldPlan')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute()
  },
}
export const siteShelf: Shelf<SiteTask> = {
  find: (read, id) => read.selectFrom('siteTask').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('siteTask')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}

export const surveyOf = (read: Reader, project: string): Promise<PreSurvey | undefined> =>
  read.selectFrom('preSurvey').selectAll().where('project', '=', project).executeTakeFirst()
export const plansOf = (read: Reader, project: string): Promise<FieldPlan[]> =>
  read.selectFrom('fieldPlan').selectAll().where('project', '=', project).orderBy('edition', 'desc').execute()
export const siteOf = (read: Reader, project: string): Promise<SiteTask[]> =>
  read.selectFrom('siteTask').selectAll().where('project', '=', project).orderBy('place').orderBy('id').execute()

export async function listCounts(read: Reader, project: string): Promise<ListCounts> {
  const count = (table: 'duty' | 'keyDecision' | 'auditCheck' | 'dataNeed') =>
    countOf(
      read
        .selectFrom(table)
        .select((of) => of.fn.countAll().as('count'))
        .where('project', '=', project),
    )
  return {
    duties: await count('duty'),
    decisions: await count('keyDecision'),
    checks: await count('auditCheck'),
    needs: await count('dataNeed'),
  }
}

/** The template lines a place may know: the common ones and its own. */
export const templateLines = (read: Reader, region: string): Promise<SiteTemplate[]> =>
  read
    .selectFrom('siteTemplate')
    .selectAll()
    .where((is) => is.or([is('region', 'is', null), is('region', '=', region)]))
    .orderBy('region', (by) => by.asc().nullsFirst())
    .orderBy('place')
    .execute()
export const findTemplate = (read: Reader, id: string): Promise<SiteTemplate | undefined> =>
  read.selectFrom('siteTemplate').selectAll().where('id', '=', id).executeTakeFirst()
export const keepTemplate = (tx: Writer, row: SiteTemplate) =>
  tx
    .insertInto('siteTemplate')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
/** The place a template row of one's own belongs to: null for an installation that knows no region of that code. */
export const findRegion = (read: Reader, code: string) =>
  read.selectFrom('jurisdiction').select('code').where('code', '=', code).executeTakeFirst()
