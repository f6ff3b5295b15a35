import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Day } from '../../kernel/day.ts'
import type { Paging } from '../../kernel/paging.ts'
import { countOf, type Db, json, type Reader, type Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import type { Account } from './model.ts'
import { sessionEnd, sessionLives } from './rules.ts'

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
export const newToken = (): string => randomBytes(32).toString('base64url')
/** A first password that can be read out loud: letters and digits without look-alikes. */
export const newPassword = (): string =>
  Array.from(randomBytes(14), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(byte % 31))
    .join('')
    .concat('a7')

export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
export const passwordFits = (kept: string, password: string): Promise<boolean> => verify(kept, password)

export const findAccount = (read: Reader, account: string) =>
  read.selectFrom('account').selectAll().where('account', '=', account).executeTakeFirst()
export const lockAccount = (tx: Writer, account: string) =>
  tx.selectFrom('account').selectAll().where('account', '=', account).forUpdate().executeTakeFirst()

export const updateAccount = (tx: Writer, account: string, fields: Partial<Account>) =>
  tx.updateTable('account').set(fields).where('account', '=', account).execute()
export const addAccount = (tx: Writer, account: Account) => tx.insertInto('account').values(account).execute()

export async function accountPage(read: Reader, paging: Paging) {
  const rows = await read.selectFrom('account').selectAll().orderBy('account').offset(paging.offset).limit(paging.limit).execute()
  const total = await countOf(read.selectFrom('account').select((e) => e.fn.countAll<number>().as('count')))
  return { rows, total }
}

export const addSession = (tx: Writer, session: { token: string; account: string; now: string }) =>
  tx
    .insertInto('session')
    .values({
      tokenHash: hashOfToken(session.token),
      account: session.account,
      createdAt: session.now,
      seenAt: session.now,
      endsAt: sessionEnd(session.now),
    })
    .execute()
export const endSessions = (tx: Writer, account: string) => tx.deleteFrom('session').where('account', '=', account).execute()

const actorOf = ({ account, name, role, jurisdiction, unitId }: Account): Actor => ({
  account,
  name,
  role,
  jurisdiction,
  unitId,
  officialId: null,
  seat: null,
})

/** The person behind a session's token; null when it is unknown, has ended or its account is disabled. Keeps it awake. */
export async function actorByToken(db: Db, token: string, now: string): Promise<Actor | null> {
  const tokenHash = hashOfToken(token)
  const session = await db.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst()
  if (!session || !sessionLives(session, now)) return null
  const account = await findAccount(db, session.account)
  if (!account || account.disabledOn) return null
  if (now.slice(0, 16) !== session.seenAt.slice(0, 16))
    await db.updateTable('session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
  return actorOf(account)
}

export async function actorByAccount(read: Reader, name: string): Promise<Actor | null> {
  const account = await findAccount(read, name)
  return account && !account.disabledOn ? actorOf(account) : null
}

export const findSetting = async (read: Reader, name: string): Promise<unknown> =>
  (await read.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value

export const saveSetting = (tx: Writer, name: string, value: unknown) =>
  tx
    .insertInto('setting')
    .values({ name, value: json(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json(value) }))
    .execute()
export const dropSetting = (tx: Writer, name: string) => tx.deleteFrom('setting').where('name', '=', name).execute()

/** Accounts of the demonstration, shown only while it is loaded. */
export const demoAccounts = (read: Reader) =>
  read
    .selectFrom('account')
    .select(['account', 'name', 'role'])
    .where('demo', '=', true)
    .where('disabledOn', 'is', null)
    .orderBy('createdAt')
    .orderBy('account')
    .execute()

/** A new account's row, its password hashed. */
export async function accountRow(
  given: Pick<Account, 'account' | 'name' | 'role' | 'jurisdiction' | 'unitId' | 'demo'>,
  secret: { password: string; now: string },
): Promise<Account> {
  const passwordHash = await hashPassword(secret.password)
  return { ...given, passwordHash, disabledOn: null, failures: 0, lockedUntil: null, createdAt: secret.now }
}
export const disabled = (on: Day): Partial<Account> => ({ disabledOn: on })
