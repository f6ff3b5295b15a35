import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Paging } from '../../kernel/paging.ts'
import { countOf, json, likeText, type Reader, type Writer } from '../../platform/db.ts'
import type { GrantFilter } from './contract.ts'
import type { Recusal, RecusalKind, SharedKind, ShareGrant } from './model.ts'

type Organ = { organ: string; prefix: string }
/** A record that can be shared: where it lies and what it is called. */
export type Shared = { id: string; jurisdiction: string; label: string; project: string | null; unit: string | null }

const named = (number: string | null, title: string) => (number ? `${number} ${title}` : title)

async function findSharedPaper(read: Reader, id: string): Promise<Shared | undefined> {
  const row = await read
    .selectFrom('issuedPaper')
    .select(['number', 'title', 'jurisdiction', 'project'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, jurisdiction: row.jurisdiction, label: named(row.number, row.title), project: row.project, unit: null }
}

/** The record as this reader may know it. */
export async function findShared(read: Reader, kind: SharedKind, id: string): Promise<Shared | undefined> {
  if (kind === 'project') {
    const row = await read
      .selectFrom('project')
      .select(['id', 'number', 'title', 'jurisdiction', 'unit'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row && { id, jurisdiction: row.jurisdiction, label: named(row.number, row.title), project: id, unit: row.unit }
  }
  if (kind === 'finding') {
    const row = await read
      .selectFrom('finding')
      .select(['number', 'title', 'jurisdiction', 'project', 'unit'])
      .where('id', '=', id)
      .executeTakeFirst()
    return row && { id, jurisdiction: row.jurisdiction, label: named(row.number, row.title), project: row.project, unit: row.unit }
  }
  if (kind === 'issuedPaper') return findSharedPaper(read, id)
  const row = await read.selectFrom('document').select(['title', 'number', 'jurisdiction', 'unit']).where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const project = await read.selectFrom('project').select('id').where('document', '=', id).orderBy('id').executeTakeFirst()
  return { id, jurisdiction: row.jurisdiction, label: named(row.number, row.title), project: project?.id ?? null, unit: row.unit }
}

const standingIs = (standing: GrantFilter['standing'], today: Day) => {
  if (standing === 'notYet') return sql<boolean>`state = 'given' and starts_on > ${today}::date`
  if (standing === 'expired') return sql<boolean>`state = 'given' and until < ${today}::date`
  if (standing === 'given')
    return sql<boolean>`state = 'given' and starts_on <= ${today}::date and (until is null or until >= ${today}::date)`
  return sql<boolean>`state = ${standing}`
}
/** Received is what another organ, or another place, has let this one know. */
const isReceived = ({ organ, prefix }: Organ) =>
  sql<boolean>`(organ = ${organ} and starts_with(jurisdiction, ${prefix}) and not (owner_organ in ('auditOffice', 'committeeOffice') and ${organ} in ('auditOffice', 'committeeOffice') and starts_with(owner_jurisdiction, ${prefix})))`

function fitting(read: Reader, of: Organ, { filter, today }: { filter: GrantFilter; today: Day }) {
  let query = read.selectFrom('shareGrant')
  if (filter.record) query = query.where('record', '=', filter.record)
  if (filter.organ) query = query.where('organ', '=', filter.organ)
  if (filter.standing) query = query.where(standingIs(filter.standing, today))
  if (filter.direction) query = query.where((is) => (filter.direction === 'received' ? isReceived(of) : is.not(isReceived(of))))
  return query
}

/** One page of grants given or received, what waits first, then the newest. */
export async function grantPage(read: Reader, of: Organ, asked: { filter: GrantFilter; today: Day }) {
  const total = await countOf(fitting(read, of, asked).select((is) => is.fn.countAll<number>().as('count')))
  const rows = await fitting(read, of, asked)
    .selectAll()
    .select(isReceived(of).as('received'))
    .orderBy((by) => by('state', '<>', 'waiting'))
    .orderBy('givenAt', 'desc')
    .orderBy('id')
    .offset(asked.filter.offset)
    .limit(asked.filter.limit)
    .execute()
  return { rows, total }
}

export const addGrant = (tx: Writer, grant: ShareGrant): Promise<ShareGrant> =>
  tx
    .insertInto('shareGrant')
    .values({ ...grant, fields: json(grant.fields) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const lockGrant = (tx: Writer, id: string) =>
  tx.selectFrom('shareGrant').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
type Settled = Pick<ShareGrant, 'state' | 'settledBy' | 'settledAt' | 'reason'>
export const settle = (tx: Writer, grant: ShareGrant, to: Settled): Promise<ShareGrant> =>
  tx
    .updateTable('shareGrant')
    .set({ ...to, version: grant.version + 1 })
    .where('id', '=', grant.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Grants on the record itself or on its case, the latest to lapse first. */
export const grantsOn = (read: Reader, of: { record: string; project: string | null }): Promise<ShareGrant[]> =>
  read
    .selectFrom('shareGrant')
    .selectAll()
    .where('record', 'in', [of.record, of.project ?? of.record])
    .orderBy('until', (by) => by.desc().nullsFirst())
    .orderBy('id')
    .execute()

/** The unit and the officials an audit is about. */
export const partiesOf = async (read: Reader, project: string) => {
  const officials = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['official.id', 'official.name'])
    .distinct()
    .where('projectSubject.project', '=', project)
    .orderBy('official.name')
    .execute()
  const unit = await read
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unit')
    .select(['unit.id', 'unit.name'])
    .where('project.id', '=', project)
    .executeTakeFirst()
  return { officials, unit }
}

export const recusalsFrom = (read: Reader, subjects: readonly string[]) =>
  read
    .selectFrom('recusal')
    .leftJoin('account', 'account.account', 'recusal.account')
    .selectAll('recusal')
    .select('account.name')
    .where('subject', 'in', [...subjects])
    .orderBy('recusal.account')
    .execute()

/** One page of recusals, those that run first. */
export async function recusalPage(read: Reader, asked: Paging & { account?: string | undefined }, today: Day) {
  const all = () => {
    const query = read.selectFrom('recusal').leftJoin('account', 'account.account', 'recusal.account')
    return asked.account ? query.where('recusal.account', '=', asked.account) : query
  }
  const rows = await all()
    .leftJoin('official', 'official.id', 'recusal.subject')
    .leftJoin('unit', 'unit.id', 'recusal.subject')
    .leftJoin('project', 'project.id', 'recusal.subject')
    .selectAll('recusal')
    .select(['account.name', sql<string>`coalesce(official.name, unit.name, project.title, '')`.as('label')])
    .orderBy((by) => by('recusal.until', '<', today))
    .orderBy('recusal.decidedOn', 'desc')
    .orderBy('recusal.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows, total: await countOf(all().select((is) => is.fn.countAll<number>().as('count'))) }
}
export const recusalsOf = (read: Reader, account: string, subject: string): Promise<Recusal[]> =>
  read.selectFrom('recusal').selectAll().where('account', '=', account).where('subject', '=', subject).execute()
export const addRecusal = (tx: Writer, recusal: Recusal): Promise<Recusal> =>
  tx.insertInto('recusal').values(recusal).returningAll().executeTakeFirstOrThrow()
export const lockRecusal = (tx: Writer, id: string) =>
  tx.selectFrom('recusal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const endRecusalOn = (tx: Writer, kept: Recusal, to: { until: Day; note: string }): Promise<Recusal> =>
  tx
    .updateTable('recusal')
    .set({ ...to, version: kept.version + 1 })
    .where('id', '=', kept.id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Where an official, a unit or a project lies; absent when this reader may not know it. */
export async function placeOfSubject(read: Reader, kind: RecusalKind, id: string): Promise<string | undefined> {
  return (await read.selectFrom(kind).select('jurisdiction').where('id', '=', id).executeTakeFirst())?.jurisdiction
}
export const accountNamed = (read: Reader, account: string) =>
  read.selectFrom('account').select(['account', 'name']).where('account', '=', account).executeTakeFirst()

type Findable = 'project' | 'finding' | 'document' | 'issuedPaper' | 'official' | 'unit'
/** Up to twenty records whose number or name holds these words, among those the reader may know. */
export async function recordsHolding(read: Reader, kind: Findable, words: string): Promise<{ id: string; label: string }[]> {
  const like = `%${likeText(words)}%`
  const name = kind === 'official' || kind === 'unit' ? 'name' : 'title'
  const rows = await read
    .selectFrom(kind)
    .select(['id', 'number', sql<string>`${sql.ref(name)}`.as('called')])
    .where((is) => is.or([is('number', 'like', like), sql<boolean>`${sql.ref(name)} like ${like}`]))
    .orderBy('number')
    .limit(20)
    .execute()
  return rows.map(({ id, number, called }) => ({ id, label: named(number, called) }))
}
