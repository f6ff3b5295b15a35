import type { Day } from '../../kernel/day.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { AuditKind, Official, PastAudit, Tenure } from './model.ts'

/** Officials by their business numbers; a number nobody bears is absent from the map. */
export async function findOfficialsByNumbers(read: Reader, numbers: readonly string[]): Promise<ReadonlyMap<string, Official>> {
  if (numbers.length === 0) return new Map()
  const rows = await read
    .selectFrom('official')
    .selectAll()
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  return new Map(rows.map((official) => [official.number, official]))
}

export const findOfficialByNumber = (read: Reader, number: string): Promise<Official | undefined> =>
  read.selectFrom('official').selectAll().where('number', '=', number).executeTakeFirst()

export const findOfficial = (read: Reader, id: string): Promise<Official | undefined> =>
  read.selectFrom('official').selectAll().where('id', '=', id).executeTakeFirst()

export const tenuresOf = (read: Reader, officials: readonly string[]): Promise<Tenure[]> =>
  officials.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('tenure')
        .selectAll()
        .where('official', 'in', [...officials])
        .orderBy('startsOn')
        .orderBy('id')
        .execute()

export const pastAuditsOf = (read: Reader, officials: readonly string[]): Promise<PastAudit[]> =>
  officials.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('pastAudit')
        .selectAll()
        .where('official', 'in', [...officials])
        .orderBy('on')
        .orderBy('id')
        .execute()

type Audited = { official: string; tenure: string | null; unit: string; kind: AuditKind; on: Day; source: string }

/**
 * Tells the register that an official was audited, inside the transaction that records the audit itself.
 * `source` names that record ('project:<id>'); recording it again moves the day and kind, never adds a second one.
 */
export async function recordPastAudit(tx: Writer, audited: Audited): Promise<void> {
  await tx
    .insertInto('pastAudit')
    .values({ id: newId(), ...audited })
    .onConflict((same) =>
      same.columns(['official', 'source']).doUpdateSet({ tenure: audited.tenure, unit: audited.unit, kind: audited.kind, on: audited.on }),
    )
    .execute()
}

/** The record is gone (an undone import): the audits it stood for are forgotten. */
export async function forgetPastAudits(tx: Writer, source: string): Promise<void> {
  await tx.deleteFrom('pastAudit').where('source', '=', source).execute()
}
