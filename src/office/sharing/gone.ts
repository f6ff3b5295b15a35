import { sql } from 'kysely'
import { standingOf } from '../../access.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Actor, Office } from '../../platform/desk.ts'
import { whyNoLonger } from './rules.ts'

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const idsIn = (input: unknown): string[] =>
  typeof input === 'object' && input !== null
    ? Object.values(input).filter((value): value is string => typeof value === 'string' && isId.test(value))
    : []

/** Grants to this actor on one of these records, or on the case that one of them belongs to. */
const grantsTo = ({ db }: Office, actor: Actor, ids: readonly string[]) => {
  const { organ, prefix } = standingOf(actor)
  const records = sql<string>`(
    select unnest(${ids}::uuid[])
    union select f.project from finding as f where f.id = any(${ids}::uuid[])
    union select f.id from rectification as r join finding as f on f.id = r.finding where r.id = any(${ids}::uuid[])
    union select f.project from rectification as r join finding as f on f.id = r.finding where r.id = any(${ids}::uuid[])
    union select p.id from project as p where p.document = any(${ids}::uuid[]))`
  return db
    .selectFrom('shareGrant')
    .selectAll()
    .where(sql<boolean>`organ = ${organ}`)
    .where(sql<boolean>`starts_with(jurisdiction, ${prefix})`)
    .where((is) => is.or([is('account', 'is', null), is('account', '=', actor.account)]))
    .where('record', 'in', records)
    .orderBy('until', (by) => by.desc().nullsFirst())
    .execute()
}

/**
 * Whether one of these records would be his to know but for its level: of his own place for the audit side, shared with him or
 * his own otherwise; never one he is recused from.
 */
async function isVeiled({ db, clock }: Office, actor: Actor, ids: readonly string[]): Promise<boolean> {
  const { organ, prefix } = standingOf(actor)
  const { rows } = await sql<{ veiled: boolean }>`
    select exists (
      select from unnest(veiled_from(${organ}, ${prefix}, ${actor.account}, ${actor.unitId}::uuid, ${actor.officialId}::uuid, ${clock.today()}::date)) as v (id)
      where v.id = any(${ids}::uuid[]) and v.id <> all (kept_from(${actor.account}, ${clock.today()}::date))
        and (${organ} not in ('auditOffice', 'committeeOffice') or exists (
          select from project as p where p.id = v.id and starts_with(p.jurisdiction, ${prefix})
          union select from finding as f where f.id = v.id and starts_with(f.jurisdiction, ${prefix})
          union select from document as d where d.id = v.id and starts_with(d.jurisdiction, ${prefix})
          union select from issued_paper as i where i.id = v.id and starts_with(i.jurisdiction, ${prefix})))
    ) as veiled`.execute(db)
  return rows[0]?.veiled === true
}

/**
 * Why a record that was asked for is not there any more for this actor: it had been shared with him, and the share has lapsed
 * or was taken back. Null for everything he never was let know, and for what still is shared (a recusal stays silent).
 */
export async function whyGone(office: Office, actor: Actor, input: unknown): Promise<Refusal | null> {
  const ids = idsIn(input)
  if (ids.length === 0) return null
  const today = office.clock.today()
  if (await isVeiled(office, actor, ids)) return refuse('aboveClearance')
  const whys = (await grantsTo(office, actor, ids)).filter(({ state }) => state === 'given' || state === 'revoked')
  const gone = whys.map((grant) => whyNoLonger(grant, today))
  return gone.includes(null) ? null : (gone[0] ?? null)
}
