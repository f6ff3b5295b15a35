import { sql } from 'kysely'
import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Paging } from '../../kernel/paging.ts'
import { countOf, type Reader as Read, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import { findSetting, saveSetting } from '../identity/store.ts'
import type { Reader } from './contract.ts'
import type { SecrecyLevel } from './model.ts'
import { CustodySettings, type DossierReading, type IdentityNumber, type RetentionRule, type SecrecyDecision } from './model.ts'
import { usualSettings } from './rules.ts'

const names = {
  ceiling: 'secrecy.ceiling',
  usual: 'secrecy.usual',
  readingHours: 'custody.readingHours',
  officialSeesReaders: 'custody.officialSeesReaders',
} as const satisfies Record<keyof CustodySettings, string>
const { shape } = CustodySettings

const settingOr = async <T>(read: Read, name: string, value: { schema: z.ZodType<T>; usual: T }): Promise<T> => {
  const parsed = value.schema.safeParse(await findSetting(read, name))
  return parsed.success ? parsed.data : value.usual
}

/** What holds here: each setting that was never made is the usual one. */
export const settingsOf = async (read: Read): Promise<CustodySettings> => ({
  ceiling: await settingOr(read, names.ceiling, { schema: shape.ceiling, usual: usualSettings.ceiling }),
  usual: await settingOr(read, names.usual, { schema: shape.usual, usual: usualSettings.usual }),
  readingHours: await settingOr(read, names.readingHours, { schema: shape.readingHours, usual: usualSettings.readingHours }),
  officialSeesReaders: await settingOr(read, names.officialSeesReaders, {
    schema: shape.officialSeesReaders,
    usual: usualSettings.officialSeesReaders,
  }),
})

export async function keepSettings(tx: Writer, settings: CustodySettings): Promise<void> {
  await saveSetting(tx, names.ceiling, settings.ceiling)
  await saveSetting(tx, names.usual, settings.usual)
  await saveSetting(tx, names.readingHours, settings.readingHours)
  await saveSetting(tx, names.officialSeesReaders, settings.officialSeesReaders)
}

/** Records that have a level from their first save. */
const levelled = ['project', 'finding', 'document', 'issuedPaper', 'evidence', 'workingPaper', 'talk', 'answerFile'] as const

/** Whether this reader knows a record at all (`<table>:<id>`): of what he may not know he learns no level either. */
export async function knowsRecord(read: Read, subject: string): Promise<boolean> {
  const [name, id = ''] = subject.split(':')
  const table = ([...levelled, 'official'] as const).find((each) => each === name)
  if (!table) return false
  return (await read.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

export const findMark = (read: Read, subject: string) =>
  read.selectFrom('secrecyMark').selectAll().where('subject', '=', subject).executeTakeFirst()
export const lockMark = (tx: Writer, subject: string) =>
  tx.selectFrom('secrecyMark').selectAll().where('subject', '=', subject).forUpdate().executeTakeFirst()

export const setLevel = (tx: Writer, mark: { subject: string; level: SecrecyLevel; setBy: string; setAt: string }) =>
  tx
    .updateTable('secrecyMark')
    .set((of) => ({ level: mark.level, setBy: mark.setBy, setAt: mark.setAt, version: of('version', '+', 1) }))
    .where('subject', '=', mark.subject)
    .execute()

/** The level that a paper prints itself, set when it comes in; a level already raised by a person stays. */
export const firstLevel = (tx: Writer, { subject, level }: { subject: string; level: SecrecyLevel }) =>
  tx
    .updateTable('secrecyMark')
    .set({ level })
    .where('subject', '=', subject)
    .where(sql<boolean>`secrecy_rank(level) < secrecy_rank(${level})`)
    .execute()

export const waitingDecision = (read: Read, subject: string) =>
  read.selectFrom('secrecyDecision').selectAll().where('subject', '=', subject).where('state', '=', 'proposed').executeTakeFirst()
export const lockDecision = (tx: Writer, id: string) =>
  tx.selectFrom('secrecyDecision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addDecision = (tx: Writer, decision: SecrecyDecision) => tx.insertInto('secrecyDecision').values(decision).execute()
export const settleDecision = (tx: Writer, id: string, settled: { state: SecrecyDecision['state']; decidedBy: string; decidedOn: Day }) =>
  tx.updateTable('secrecyDecision').set(settled).where('id', '=', id).execute()

/** Proposals to lower a level, the waiting ones first. */
export async function decisionPage(read: Read, asked: Paging & { state?: SecrecyDecision['state'] | undefined }) {
  const fitting = () => {
    const query = read.selectFrom('secrecyDecision').where((is) =>
      is.or(
        levelled.map((table) =>
          is.exists(
            read
              .selectFrom(table)
              .select('id')
              .where(sql<boolean>`secrecy_decision.subject = ${`${table}:`} || ${sql.ref(`${table}.id`)}`),
          ),
        ),
      ),
    )
    return asked.state ? query.where('state', '=', asked.state) : query
  }
  const rows = await fitting()
    .selectAll()
    .orderBy((by) => by('state', '<>', 'proposed'))
    .orderBy('proposedOn', 'desc')
    .orderBy('id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows, total: await countOf(fitting().select((of) => of.fn.countAll<number>().as('count'))) }
}

/** The reading this account has open of a dossier at a moment, the longest one if several. */
export const openReadingOf = (read: Read, of: { subject: string; account: string; now: string }): Promise<DossierReading | undefined> =>
  read
    .selectFrom('dossierReading')
    .selectAll()
    .where('account', '=', of.account)
    .where('subject', '=', of.subject)
    .where('until', '>', of.now)
    .orderBy('until', 'desc')
    .executeTakeFirst()

export const addReading = (tx: Writer, reading: Omit<DossierReading, 'id'>) =>
  tx
    .insertInto('dossierReading')
    .values({ id: newId(), ...reading })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Ends this account's open readings of a dossier now. */
export const endReadings = (tx: Writer, of: { subject: string; account: string; now: string }) =>
  tx
    .updateTable('dossierReading')
    .set({ until: of.now })
    .where('account', '=', of.account)
    .where('subject', '=', of.subject)
    .where('until', '>', of.now)
    .where('openedAt', '<', of.now)
    .execute()

const entries = (read: Read, subject: string) => read.selectFrom('trail as t').where('t.subject', '=', subject)
const aboutIt = (read: Read, subject: string) =>
  entries(read, subject).where((is) =>
    is.or([is('t.kind', '=', 'read'), is('t.verb', 'in', ['custody.recordCopy', 'custody.revealIdentityNumber'])]),
  )

/** Who read a record, newest first, each with the purpose that was open at the time. */
export async function readerPage(read: Read, asked: Paging & { subject: string }): Promise<{ rows: Reader[]; total: number }> {
  const rows = await aboutIt(read, asked.subject)
    .leftJoin('account as a', 'a.account', 't.account')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('dossierReading as d')
          .select(['d.purpose', 'd.note'])
          .whereRef('d.subject', '=', 't.subject')
          .whereRef('d.account', '=', 't.account')
          .whereRef('d.openedAt', '<=', 't.at')
          .whereRef('d.until', '>=', 't.at')
          .orderBy('d.openedAt', 'desc')
          .limit(1)
          .as('r'),
      (on) => on.onTrue(),
    )
    .select(['t.account', 'a.name', 't.role', 't.at', 't.verb', 'r.purpose', 'r.note'])
    .orderBy('t.at', 'desc')
    .orderBy('t.id', 'desc')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  const total = await countOf(aboutIt(read, asked.subject).select((of) => of.fn.countAll<number>().as('count')))
  return { rows, total }
}

export const findIdentityNumber = (read: Read, subject: string) =>
  read.selectFrom('identityNumber').selectAll().where('subject', '=', subject).executeTakeFirst()
export const keepIdentityNumber = (tx: Writer, row: IdentityNumber) =>
  tx
    .insertInto('identityNumber')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute()

/** The rules in force on a day, one a kind. */
export const retentionOn = (read: Read, day: Day): Promise<RetentionRule[]> =>
  read
    .selectFrom('retentionRule')
    .selectAll()
    .where('validFrom', '<=', day)
    .where((is) => is.or([is('validUntil', 'is', null), is('validUntil', '>=', day)]))
    .orderBy('id')
    .execute()

/** Ends the rule in force the day before and sets the new one. */
export async function reviseRetention(tx: Writer, { before, fresh }: { before: RetentionRule; fresh: RetentionRule }): Promise<void> {
  await tx
    .updateTable('retentionRule')
    .set({ validUntil: sql<Day>`(${fresh.validFrom}::date - 1)` })
    .where('id', '=', before.id)
    .execute()
  await tx.insertInto('retentionRule').values(fresh).execute()
}
