import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import type { Reader, Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { asKeyring } from '../../../platform/wall/line.ts'
import { KnownSession, type Session } from '../model.ts'
import { hashOfToken } from '../store.ts'
import { settingsValue } from './security.ts'

const known = KnownSession.keyof().options

type Beginning = Pick<Session, 'account' | 'seat' | 'way' | 'device' | 'address' | 'endsAt'> & { token: string; now: string }
/** A new session; only the hash of its token is kept. */
export function addSession(tx: Writer, { token, now, ...session }: Beginning) {
  const fresh = { id: newId(), tokenHash: hashOfToken(token), createdAt: now, seenAt: now, endedAt: null, endedWhy: null, refusedAt: null }
  return asKeyring(tx, () =>
    tx
      .insertInto('session')
      .values({ ...session, ...fresh })
      .execute(),
  )
}

type Ended = { at: string; why: NonNullable<Session['endedWhy']> }
/** Ends sessions of an account: one, all, or all but one. An ended session is remembered, so that a replay of its token is noticed. */
export const endSessions = (tx: Writer, account: string, { at, why }: Ended, which: { only?: string; but?: string } = {}) =>
  tx
    .updateTable('session')
    .set({ endedAt: at, endedWhy: why })
    .where('account', '=', account)
    .where('endedAt', 'is', null)
    .$if(which.only !== undefined, (query) => query.where('id', '=', which.only ?? ''))
    .$if(which.but !== undefined, (query) => query.where('id', '<>', which.but ?? ''))
    .returning('id')
    .execute()

/** The session that a token opens, told to whoever shows the token. */
export async function findSession(read: Reader, token: string): Promise<KnownSession | undefined> {
  const shown = sql<string | null>`session_shown(${hashOfToken(token)})`
  const { id } = (await read.selectNoFrom(shown.as('id')).executeTakeFirst()) ?? { id: null }
  return id === null ? undefined : read.selectFrom('session').select(known).where('id', '=', id).executeTakeFirst()
}

/** What a session's token leads to: the session, its account and the seat it sits in; with the settings of the day, for it is asked at every request. */
const sessionLeading = (read: Reader, token: string, today: Day) =>
  read
    .selectFrom('session')
    .innerJoin('account', 'account.account', 'session.account')
    .innerJoin('seat', 'seat.id', 'session.seat')
    .leftJoin('secondFactor', 'secondFactor.account', 'session.account')
    .where('session.tokenHash', '=', hashOfToken(token))
    .select([
      'session.way',
      'session.id as session',
      'session.seenAt',
      'session.endsAt',
      'session.endedAt',
      'session.endedWhy',
      'session.refusedAt',
    ])
    .select(['account.account', 'account.name', 'account.officialId', 'account.disabledOn', 'account.passwordDue', 'account.passwordSetAt'])
    .select(['seat.id as seat', 'seat.role', 'seat.jurisdiction', 'seat.unitId', 'seat.fromOn', 'seat.untilOn', 'seat.endedOn'])
    .select(['secondFactor.confirmedAt', settingsValue(today).as('settings')])
export const sessionByToken = (read: Reader, token: string, today: Day) => sessionLeading(read, token, today).executeTakeFirst()
export type SessionLine = NonNullable<Awaited<ReturnType<typeof sessionByToken>>>
/** The same question, to be asked along with others. */
export const sessionQuestion = (read: Reader, token: string, today: Day) => sessionLeading(read, token, today).compile()

/** The living sessions of an account, the latest used first. */
export const sessionsOf = (read: Reader, account: string, now: string): Promise<KnownSession[]> =>
  read
    .selectFrom('session')
    .select(known)
    .where('account', '=', account)
    .where('endedAt', 'is', null)
    .where('endsAt', '>', now)
    .orderBy('seenAt', 'desc')
    .limit(100)
    .execute()

export const touchSession = (tx: Writer, id: string, fields: Partial<Pick<Session, 'seenAt' | 'refusedAt'>>) =>
  tx.updateTable('session').set(fields).where('id', '=', id).execute()
