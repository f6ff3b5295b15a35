import { type Expression, sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { inside } from '../places/store.ts'
import type { AuditeeRule, AuditeeView, AuditKind, Official, PastAudit, ResumeLine, Tenure } from './model.ts'

/** One parameter however many ids there are. */
const among = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

/** Officials by their business numbers; a number nobody bears is absent from the map. */
export async function findOfficialsByNumbers(read: Reader, numbers: readonly string[]): Promise<ReadonlyMap<string, Official>> {
  if (numbers.length === 0) return new Map()
  const rows = await read
    .selectFrom('official')
    .selectAll()
    .where('number', '=', sql<string>`any(${[...new Set(numbers)]}::text[])`)
    .execute()
  return new Map(rows.map((official) => [official.number, official]))
}

export const findOfficialByNumber = (read: Reader, number: string): Promise<Official | undefined> =>
  read.selectFrom('official').selectAll().where('number', '=', number).executeTakeFirst()

export const findOfficial = (read: Reader, id: string): Promise<Official | undefined> =>
  read.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst()

export const lockOfficial = (tx: Writer, id: string): Promise<Official | undefined> =>
  tx.selectFrom('official').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const lockTenure = (tx: Writer, id: string): Promise<Tenure | undefined> =>
  tx.selectFrom('tenure').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const tenuresOf = (read: Reader, officials: readonly string[]): Promise<Tenure[]> =>
  read.selectFrom('tenure').selectAll().where('official', '=', among(officials)).orderBy('startsOn').orderBy('id').execute()

export const pastAuditsOf = (read: Reader, officials: readonly string[]): Promise<PastAudit[]> =>
  read.selectFrom('pastAudit').selectAll().where('official', '=', among(officials)).orderBy('on').orderBy('id').execute()

/** Officials a reader of this place may know: registered there, or with a tenure there. */
export const officialsSeenFrom = (read: Reader, place: string) => {
  const prefix = inside(place)
  const all = read.selectFrom('official')
  if (prefix === '%') return all
  const heldHere = (officials: Expression<string>) =>
    read.selectFrom('tenure').select('tenure.id').whereRef('tenure.official', '=', officials).where('tenure.jurisdiction', 'like', prefix)
  return all.where((is) => is.or([is('official.jurisdiction', 'like', prefix), is.exists(heldHere(is.ref('official.id')))]))
}

export const officialSeenFrom = (read: Reader, place: string, id: string): Promise<Official | undefined> =>
  officialsSeenFrom(read, place).selectAll('official').where('official.id', '=', id).executeTakeFirst()

export const officialsByIds = (read: Reader, place: string, ids: readonly string[]): Promise<Official[]> =>
  officialsSeenFrom(read, place).selectAll('official').where('official.id', '=', among(ids)).execute()

/** Those of the numbers that a reader of this place may know. */
export async function officialsSeenByNumbers(
  read: Reader,
  place: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, Official>> {
  const rows = await officialsSeenFrom(read, place)
    .selectAll('official')
    .where('official.number', '=', sql<string>`any(${[...new Set(numbers)]}::text[])`)
    .execute()
  return new Map(rows.map((official) => [official.number, official]))
}

export const officialsNamed = (read: Reader, place: string, name: string): Promise<Official[]> =>
  officialsSeenFrom(read, place).selectAll('official').where('official.name', '=', name).execute()

/** Every rule, in the order in which class rules are tried. */
export const allRules = (read: Reader): Promise<AuditeeRule[]> =>
  read.selectFrom('auditeeRule').selectAll().orderBy('kind').orderBy('place').execute()

type Audited = { official: string; tenure: string | null; unit: string; kind: AuditKind; on: Day; source: string }

/**
 * Tells the register that an official was audited, inside the transaction that records the audit itself.
 * `source` names that record ('project:<id>'); recording it again moves the day and kind, never adds a second one.
 */
export async function recordPastAudit(tx: Writer, audited: Audited): Promise<void> {
  const { tenure, unit, kind, on } = audited
  await tx
    .insertInto('pastAudit')
    .values({ id: newId(), ...audited })
    .onConflict((same) => same.columns(['official', 'source']).doUpdateSet({ tenure, unit, kind, on }))
    .execute()
}

/** The record is gone (an undone import): the audits it stood for are forgotten. */
export async function forgetPastAudits(tx: Writer, source: string): Promise<void> {
  await tx.deleteFrom('pastAudit').where('source', '=', source).execute()
}

const columns = (official: Official) => ({ ...official, formerNames: json(official.formerNames) })

export const addOfficial = (tx: Writer, official: Official): Promise<Official> =>
  tx.insertInto('official').values(columns(official)).returningAll().executeTakeFirstOrThrow()

export const changeOfficial = (tx: Writer, official: Official): Promise<Official> =>
  tx
    .updateTable('official')
    .set({ ...columns(official), version: official.version + 1 })
    .where('id', '=', official.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const addTenure = (tx: Writer, tenure: Tenure): Promise<Tenure> =>
  tx.insertInto('tenure').values(tenure).returningAll().executeTakeFirstOrThrow()

export const changeTenure = (tx: Writer, tenure: Tenure): Promise<Tenure> =>
  tx
    .updateTable('tenure')
    .set({ ...tenure, version: tenure.version + 1 })
    .where('id', '=', tenure.id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const auditsOfTenure = (read: Reader, tenure: string): Promise<PastAudit[]> =>
  read.selectFrom('pastAudit').selectAll().where('tenure', '=', tenure).execute()

export const removeTenure = async (tx: Writer, id: string): Promise<void> => {
  await tx.deleteFrom('tenure').where('id', '=', id).execute()
}

export const waitingLines = (read: Reader, official: string): Promise<ResumeLine[]> =>
  read.selectFrom('resumeLine').selectAll().where('official', '=', official).where('state', '=', 'waiting').orderBy('no').execute()

export const lockLine = (tx: Writer, id: string): Promise<ResumeLine | undefined> =>
  tx.selectFrom('resumeLine').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const settleResumeLine = (tx: Writer, id: string, state: ResumeLine['state']): Promise<ResumeLine> =>
  tx.updateTable('resumeLine').set({ state }).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const viewsOf = (read: Reader, account: string): Promise<AuditeeView[]> =>
  read.selectFrom('auditeeView').selectAll().where('account', '=', account).orderBy('name').execute()

export const keepView = (tx: Writer, view: Omit<AuditeeView, 'id'>): Promise<AuditeeView> =>
  tx
    .insertInto('auditeeView')
    .values({ id: newId(), ...view })
    .onConflict((same) => same.columns(['account', 'name']).doUpdateSet({ query: view.query }))
    .returningAll()
    .executeTakeFirstOrThrow()

export const removeView = (tx: Writer, id: string, account: string) =>
  tx.deleteFrom('auditeeView').where('id', '=', id).where('account', '=', account).returning('id').executeTakeFirst()

export const findAuditeeRule = (read: Reader, id: string): Promise<AuditeeRule | undefined> =>
  read.selectFrom('auditeeRule').selectAll().where('id', '=', id).executeTakeFirst()

export const endAuditeeRule = async (tx: Writer, id: string, endsOn: Day): Promise<void> => {
  await tx.updateTable('auditeeRule').set({ endsOn }).where('id', '=', id).execute()
}

export const addAuditeeRule = (tx: Writer, rule: Omit<AuditeeRule, 'id'>): Promise<AuditeeRule> => {
  const { categories, levels, unitWords, postWords } = rule
  const lists = { categories: json(categories), levels: json(levels), unitWords: json(unitWords), postWords: json(postWords) }
  return tx
    .insertInto('auditeeRule')
    .values({ id: newId(), ...rule, ...lists })
    .returningAll()
    .executeTakeFirstOrThrow()
}
