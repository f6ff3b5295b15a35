import { countOf, json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { inside } from '../../registers/places/store.ts'
import type { PlanLine } from './contract.ts'
import type { PlannedAudit, YearPlan } from './model.ts'
import type { PlanEdit, PlanPin, PlanRun, PlanVersion } from './rules/records.ts'
import type { VersionHead } from './rules/shapes.ts'

/** Plans of the reader's place and of places below it. */
const plansSeen = (read: Reader, place: string) => read.selectFrom('plan').where('plan.jurisdiction', 'like', inside(place))

export async function listPlans(
  read: Reader,
  place: string,
  page: { offset: number; limit: number },
): Promise<{ rows: PlanLine[]; total: number }> {
  const total = await countOf(plansSeen(read, place).select((of) => of.fn.countAll().as('count')))
  const of = (id: string) => read.selectFrom('planItem').where('planItem.plan', '=', id)
  const plans = await plansSeen(read, place)
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('jurisdiction')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  const rows = await Promise.all(
    plans.map(async (plan) => {
      const own = () =>
        of(plan.id)
          .where('planItem.year', '=', plan.year)
          .select((is) => is.fn.countAll().as('count'))
      return {
        ...plan,
        items: await countOf(own().where('stage', 'not in', ['removed', 'deferred'])),
        issued: await countOf(own().where('stage', '=', 'issued')),
        drafts: await countOf(
          read
            .selectFrom('planVersion')
            .where('plan', '=', plan.id)
            .select((is) => is.fn.countAll().as('count')),
        ),
      }
    }),
  )
  return { rows, total }
}

export const findPlan = (read: Reader, place: string, id: string): Promise<YearPlan | undefined> =>
  plansSeen(read, place).selectAll().where('plan.id', '=', id).executeTakeFirst()

export const findPlanOfYear = (read: Reader, about: { jurisdiction: string; year: number }): Promise<YearPlan | undefined> =>
  read.selectFrom('plan').selectAll().where('jurisdiction', '=', about.jurisdiction).where('year', '=', about.year).executeTakeFirst()

export const addPlan = (tx: Writer, plan: Omit<YearPlan, 'id' | 'version'>): Promise<YearPlan> =>
  tx
    .insertInto('plan')
    .values({ id: newId(), version: 1, ...plan })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Locks the plan: everything that is done on its board is done one after another. */
export const lockPlan = (tx: Writer, place: string, id: string): Promise<YearPlan | undefined> =>
  tx.selectFrom('plan').selectAll().where('id', '=', id).where('jurisdiction', 'like', inside(place)).forUpdate().executeTakeFirst()

export const changePlan = (tx: Writer, plan: YearPlan, to: Partial<YearPlan>): Promise<YearPlan> =>
  tx
    .updateTable('plan')
    .set({ ...to, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const itemsOf = (read: Reader, plan: string): Promise<PlannedAudit[]> =>
  read.selectFrom('planItem').selectAll().where('plan', '=', plan).orderBy('year').orderBy('score', 'desc').orderBy('id').execute()

export const itemsByIds = (read: Reader, ids: readonly string[]): Promise<PlannedAudit[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('planItem')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .orderBy('id')
        .execute()

export const addItems = async (tx: Writer, items: readonly PlannedAudit[]): Promise<void> => {
  if (items.length > 0)
    await tx
      .insertInto('planItem')
      .values([...items])
      .execute()
}

export const changeItem = (tx: Writer, item: PlannedAudit, to: Partial<PlannedAudit>): Promise<PlannedAudit> =>
  tx
    .updateTable('planItem')
    .set({ ...to, version: item.version + 1 })
    .where('id', '=', item.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const removeItems = async (tx: Writer, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .deleteFrom('planItem')
      .where('id', 'in', [...ids])
      .execute()
}

export const pinsOf = (read: Reader, plan: string): Promise<PlanPin[]> =>
  read.selectFrom('planPin').selectAll().where('plan', '=', plan).orderBy('year').orderBy('id').execute()

export const keepPin = (tx: Writer, pin: PlanPin): Promise<PlanPin> =>
  tx
    .insertInto('planPin')
    .values(pin)
    .onConflict((same) => same.columns(['plan', 'tenure', 'year']).doUpdateSet({ ...pin }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const removePins = async (tx: Writer, ids: readonly string[]): Promise<void> => {
  if (ids.length > 0)
    await tx
      .deleteFrom('planPin')
      .where('id', 'in', [...ids])
      .execute()
}

export const addEdit = (tx: Writer, edit: Omit<PlanEdit, 'id' | 'undone'>): Promise<{ id: string }> =>
  tx
    .insertInto('planEdit')
    .values({ id: newId(), undone: false, ...edit, before: json(edit.before), after: json(edit.after) })
    .returning('id')
    .executeTakeFirstOrThrow()

export const findEdit = (read: Reader, id: string): Promise<PlanEdit | undefined> =>
  read.selectFrom('planEdit').selectAll().where('id', '=', id).executeTakeFirst()

/** The last deed of this account on the plan that is not taken back. */
export const lastEdit = (read: Reader, plan: string, account: string): Promise<PlanEdit | undefined> =>
  read
    .selectFrom('planEdit')
    .selectAll()
    .where('plan', '=', plan)
    .where('account', '=', account)
    .where('undone', '=', false)
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const markUndone = (tx: Writer, id: string) => tx.updateTable('planEdit').set({ undone: true }).where('id', '=', id).execute()

const headColumns = [
  'id',
  'plan',
  'no',
  'method',
  'note',
  'madeBy',
  'madeName',
  'madeAt',
  'parent',
  'instanceHash',
  'missed',
  'cost',
  'bound',
  'gap',
  'seed',
  'moves',
  'seconds',
] as const

/** The saved versions without what they were made from, the latest first. */
export const versionsOf = (read: Reader, plan: string): Promise<VersionHead[]> =>
  read
    .selectFrom('planVersion')
    .select([...headColumns, (is) => is.fn<number>('jsonb_array_length', ['items']).as('count')])
    .where('plan', '=', plan)
    .orderBy('no', 'desc')
    .execute()

export const findVersion = (read: Reader, id: string): Promise<PlanVersion | undefined> =>
  read.selectFrom('planVersion').selectAll().where('id', '=', id).executeTakeFirst()

export const headOf = ({ instance: _instance, rules: _rules, items, ...head }: PlanVersion): VersionHead => ({
  ...head,
  count: items.length,
})

export const addVersion = (tx: Writer, version: Omit<PlanVersion, 'id'>): Promise<{ id: string; no: number }> =>
  tx
    .insertInto('planVersion')
    .values({
      id: newId(),
      ...version,
      instance: json(version.instance),
      rules: json(version.rules),
      items: json(version.items),
      missed: json(version.missed),
    })
    .returning(['id', 'no'])
    .executeTakeFirstOrThrow()

export const runOf = (read: Reader, id: string): Promise<PlanRun | undefined> =>
  read.selectFrom('planRun').selectAll().where('id', '=', id).executeTakeFirst()

export const lastRun = (read: Reader, plan: string): Promise<PlanRun | undefined> =>
  read.selectFrom('planRun').selectAll().where('plan', '=', plan).orderBy('askedAt', 'desc').limit(1).executeTakeFirst()

export const addRun = (tx: Writer, run: Omit<PlanRun, 'id'>): Promise<PlanRun> =>
  tx
    .insertInto('planRun')
    .values({ id: newId(), ...run, facts: json(run.facts) })
    .returningAll()
    .executeTakeFirstOrThrow()

export const changeRun = (tx: Writer, id: string, to: Partial<Omit<PlanRun, 'facts'>> & { facts?: PlanRun['facts'] }): Promise<PlanRun> => {
  const { facts, ...plain } = to
  return tx
    .updateTable('planRun')
    .set({ ...plain, ...(facts ? { facts: json(facts) } : {}) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Deeds of a plan that have not been taken back. */
export const openEdits = (read: Reader, plan: string): Promise<PlanEdit[]> =>
  read.selectFrom('planEdit').selectAll().where('plan', '=', plan).where('undone', '=', false).orderBy('madeAt').execute()

export const noteAfter = async (tx: Writer, id: string, after: PlanEdit['after']): Promise<void> => {
  await tx
    .updateTable('planEdit')
    .set({ after: json(after) })
    .where('id', '=', id)
    .execute()
}
