import { sql } from 'kysely'
import { countOf, json, likeText, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Grade } from '../model.ts'
import type { CorrectionFilter, CorrectionLine } from './contract.ts'
import type { Correction, CorrectionBefore, CorrectionPlace } from './model.ts'

export const correctionsOf = (read: Reader, finding: string): Promise<Correction[]> =>
  read.selectFrom('correction').selectAll().where('finding', '=', finding).orderBy('correctedOn').orderBy('id').execute()
export const correctionsNumbered = (read: Reader, numbers: readonly string[]): Promise<Correction[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('correction')
        .selectAll()
        .where('number', 'in', [...numbers])
        .execute()
export const findCorrection = (read: Reader, id: string): Promise<Correction | undefined> =>
  read.selectFrom('correction').selectAll().where('id', '=', id).executeTakeFirst()
export const lockCorrection = (tx: Writer, id: string): Promise<Correction | undefined> =>
  tx.selectFrom('correction').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const beforeOf = (read: Reader, correction: string): Promise<CorrectionBefore | undefined> =>
  read.selectFrom('correctionBefore').selectAll().where('correction', '=', correction).executeTakeFirst()

export const addCorrection = (tx: Writer, row: Omit<Correction, 'id' | 'version'>): Promise<Correction> =>
  tx
    .insertInto('correction')
    .values({ id: newId(), version: 1, ...row })
    .returningAll()
    .executeTakeFirstOrThrow()
export const moveCorrection = (tx: Writer, { id, version }: Correction, to: Partial<Correction>): Promise<Correction> =>
  tx
    .updateTable('correction')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
export const keepBefore = async (tx: Writer, before: Omit<CorrectionBefore, 'id'>): Promise<void> => {
  await tx
    .insertInto('correctionBefore')
    .values({ id: newId(), ...before, money: json(before.money) })
    .execute()
}

type Stated = Pick<CorrectionBefore, 'title' | 'facts' | 'standard' | 'cause' | 'consequence' | 'money'>
/** Writes what a finding says from now on into its record, so that whatever reads it says the new. */
export const restate = (tx: Writer, finding: string, { money, ...said }: Stated) =>
  tx
    .updateTable('finding')
    .set((of) => ({ ...said, money: json(money), version: of('version', '+', 1) }))
    .where('id', '=', finding)
    .execute()
export const regrade = (tx: Writer, of: { finding: string; official: string }, grade: Grade) =>
  tx.updateTable('responsibility').set({ grade }).where('finding', '=', of.finding).where('official', '=', of.official).execute()

export const placesOf = (read: Reader, correction: string): Promise<CorrectionPlace[]> =>
  read.selectFrom('correctionPlace').selectAll().where('correction', '=', correction).orderBy('id').execute()
export const lockPlace = (tx: Writer, id: string): Promise<CorrectionPlace | undefined> =>
  tx.selectFrom('correctionPlace').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const movePlace = (tx: Writer, { id, version }: CorrectionPlace, to: Partial<CorrectionPlace>): Promise<CorrectionPlace> =>
  tx
    .updateTable('correctionPlace')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
export const addPlaces = async (tx: Writer, places: readonly Omit<CorrectionPlace, 'id' | 'version'>[]): Promise<void> => {
  if (places.length === 0) return
  await tx
    .insertInto('correctionPlace')
    .values(places.map((each) => ({ id: newId(), version: 1, ...each })))
    .onConflict((same) => same.columns(['correction', 'kind', 'record', 'recipient']).doNothing())
    .execute()
}

const openIn = sql<number>`(select count(*) from correction_place p where p.correction = correction.id and p.state in ('flagged', 'noticeDue'))::int`
const allIn = sql<number>`(select count(*) from correction_place p where p.correction = correction.id)::int`
/** Who objected; of a correction by paper, whoever the audit is about. */
const nameIn = sql<string>`coalesce(
  (select o.name from official o where o.id = correction.official),
  (select string_agg(o.name, '、' order by o.number) from project_subject s join official o on o.id = s.official where s.project = correction.project),
  '')`
const listed = (read: Reader, { show }: Pick<CorrectionFilter, 'show'>) => {
  const query = read.selectFrom('correction').innerJoin('project', 'project.id', 'correction.project')
  return show === 'open' ? query.where('correction.closedOn', 'is', null) : query
}
/** One page of corrections with how many of their places are open, the latest first. */
export async function listCorrections(read: Reader, filter: CorrectionFilter): Promise<{ rows: CorrectionLine[]; total: number }> {
  const total = await countOf(listed(read, filter).select((of) => of.fn.countAll().as('count')))
  const rows = await listed(read, filter)
    .selectAll('correction')
    .select(['project.title as projectTitle', nameIn.as('name'), openIn.as('open'), allIn.as('all')])
    .orderBy('correction.correctedOn', 'desc')
    .orderBy('correction.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

/** Whom a correction names, and in which audit. */
export const namesOf = (read: Reader, { id }: Pick<Correction, 'id'>) =>
  read
    .selectFrom('correction')
    .innerJoin('project', 'project.id', 'correction.project')
    .select([nameIn.as('name'), 'project.title as projectTitle', 'project.jurisdiction', 'project.auditedBy', 'project.reportNumber'])
    .where('correction.id', '=', id)
    .executeTakeFirst()

const addressed = (read: Reader, to: { organ: string; prefix: string }) =>
  read
    .selectFrom('correctionPlace')
    .where('organ', '=', to.organ)
    .where('place', 'like', `${likeText(to.prefix)}%`)
    .where('state', 'in', ['noticeDue', 'noticeServed'])
/** Lines addressed to an organ of a place: those that wait first. */
export async function noticesTo(read: Reader, to: { organ: string; prefix: string }, page: { offset: number; limit: number }) {
  const total = await countOf(addressed(read, to).select((of) => of.fn.countAll().as('count')))
  const rows = await addressed(read, to)
    .select(['id', 'says', 'label', 'state', 'doneOn', 'version'])
    .orderBy('state')
    .orderBy('id', 'desc')
    .offset(page.offset)
    .limit(page.limit)
    .execute()
  return { rows, total }
}
