import type { Reader } from '../../platform/db.ts'
import { inside } from '../../registers/places/store.ts'
import type { Organ } from './rules/records.ts'

/** Letters to one organ of a place that wait for its answer, the most pressing first. */
export async function unanswered(read: Reader, asked: { organ: Organ; place: string; limit: number }) {
  const rows = await read
    .selectFrom('planLetter')
    .leftJoin('plan', 'plan.id', 'planLetter.plan')
    .where('planLetter.organ', '=', asked.organ)
    .where('planLetter.jurisdiction', 'like', inside(asked.place))
    .where('planLetter.repliedOn', 'is', null)
    .select(['planLetter.id', 'planLetter.items', 'planLetter.dueOn', 'plan.title'])
    .orderBy('planLetter.dueOn')
    .orderBy('planLetter.id')
    .limit(asked.limit)
    .execute()
  return rows.map(({ id, items, dueOn, title }) => ({ id, dueOn, planTitle: title ?? '', count: items.length }))
}

/** By plan, how many opinions wait to be adopted or refused. */
export async function unsettled(read: Reader, place: string) {
  const rows = await read
    .selectFrom('planOpinion')
    .innerJoin('planLetter', 'planLetter.id', 'planOpinion.letter')
    .innerJoin('plan', 'plan.id', 'planLetter.plan')
    .where('plan.jurisdiction', 'like', inside(place))
    .where('planOpinion.stance', '<>', 'agree')
    .where('planOpinion.outcome', 'is', null)
    .groupBy(['plan.id', 'plan.title'])
    .select((of) => ['plan.id', 'plan.title', of.fn.countAll<number>().as('count')])
    .execute()
  return rows.map(({ id, title, count }) => ({ plan: id, planTitle: title, count: Number(count) }))
}

/** By plan and stage, how many items of the plan's own year stand there, and how many letters about them are unanswered. */
export async function itemsByStage(read: Reader, place: string) {
  const rows = await read
    .selectFrom('planItem')
    .innerJoin('plan', 'plan.id', 'planItem.plan')
    .where('plan.jurisdiction', 'like', inside(place))
    .where('planItem.stage', 'in', ['consulting', 'meeting', 'committee'])
    .groupBy(['plan.id', 'plan.title', 'plan.submitBy', 'planItem.stage'])
    .select((of) => ['plan.id', 'plan.title', 'plan.submitBy', 'planItem.stage', of.fn.countAll<number>().as('count')])
    .select((of) => [
      of
        .selectFrom('planLetter')
        .whereRef('planLetter.plan', '=', 'plan.id')
        .where('planLetter.repliedOn', 'is', null)
        .select((letter) => letter.fn.countAll<number>().as('waiting'))
        .as('waiting'),
    ])
    .orderBy('plan.id')
    .execute()
  return rows.flatMap(({ id, title, submitBy, stage, count, waiting }) =>
    stage === 'consulting' || stage === 'meeting' || stage === 'committee'
      ? [{ plan: id, planTitle: title, submitBy, stage, count: Number(count), waiting: Number(waiting ?? 0) }]
      : [],
  )
}

/** Notices of a place that nobody has served yet, the most pressing first. */
export const unserved = (read: Reader, place: string, limit: number) =>
  read
    .selectFrom('planNotice')
    .innerJoin('official', 'official.id', 'planNotice.official')
    .innerJoin('unit', 'unit.id', 'planNotice.unit')
    .where('planNotice.jurisdiction', 'like', inside(place))
    .where('planNotice.servedOn', 'is', null)
    .select(['planNotice.id', 'planNotice.plan', 'planNotice.kind', 'planNotice.dueOn'])
    .select(['official.name as officialName', 'unit.name as unitName'])
    .orderBy('planNotice.dueOn', (by) => by.asc().nullsLast())
    .orderBy('planNotice.id')
    .limit(limit)
    .execute()
