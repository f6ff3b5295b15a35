import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { asKeyring } from '../../platform/wall/line.ts'
import { type Account, KnownAccount } from './model.ts'

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')
export const newToken = (): string => randomBytes(32).toString('base64url')
/** A first password that can be read out loud: letters and digits without look-alikes. */
export const newPassword = (): string =>
  Array.from(randomBytes(14), (byte) => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(byte % 31))
    .join('')
    .concat('a7')

/** Argon2id, 19 MiB and two passes (the least that OWASP's cheat sheet names). */
export const hashPassword = (password: string): Promise<string> => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
/** For an account that does not exist: the answer takes as long as a wrong password's. */
export async function spendTheTime(password: string): Promise<false> {
  await hashPassword(password)
  return false
}

const known = KnownAccount.keyof().options
export const findAccount = (read: Reader, account: string): Promise<KnownAccount | undefined> =>
  read.selectFrom('account').select(known).where('account', '=', account).executeTakeFirst()
export const lockAccount = (tx: Writer, account: string): Promise<KnownAccount | undefined> =>
  tx.selectFrom('account').select(known).where('account', '=', account).forUpdate().executeTakeFirst()

export const updateAccount = (tx: Writer, account: string, fields: Partial<KnownAccount>) =>
  tx.updateTable('account').set(fields).where('account', '=', account).execute()
export const addAccount = (tx: Writer, account: Account) => asKeyring(tx, () => tx.insertInto('account').values(account).execute())

/** A new account's row, its password hashed. It opens nothing until a seat is given to it. */
export async function accountRow(
  given: Pick<Account, 'account' | 'name' | 'demo'> & { person?: string | null; officialId?: string | null },
  secret: { password: string; now: string },
): Promise<Account> {
  const { account, name, demo, person, officialId } = given
  return {
    account,
    name,
    demo,
    person: person || account,
    officialId: officialId ?? null,
    passwordHash: await hashPassword(secret.password),
    passwordSetAt: secret.now,
    passwordDue: false,
    disabledOn: null,
    failures: 0,
    failedAt: null,
    lockedUntil: null,
    lastSeat: null,
    createdAt: secret.now,
  }
}
export const disabled = (on: Day): Partial<Account> => ({ disabledOn: on })

/** The hashes of an account's password, the present one first, then the latest former ones: with the keyring's rights only. */
const hashesOf = (tx: Writer, account: string, { former }: { former: number }): Promise<string[]> =>
  asKeyring(tx, async () => {
    const kept = await sql<{ hash: string }>`
      (select password_hash as hash from account where account = ${account})
      union all
      (select password_hash from former_password where account = ${account} order by until_at desc limit ${former})`.execute(tx)
    return kept.rows.map(({ hash }) => hash)
  })

export async function passwordFits(tx: Writer, account: string, password: string): Promise<boolean> {
  const [hash] = await hashesOf(tx, account, { former: 0 })
  return hash !== undefined && verify(hash, password)
}

/** Whether a password is or was one of the account's last `history` passwords. */
export async function passwordWasUsed(tx: Writer, account: string, { password, history }: { password: string; history: number }) {
  if (history === 0) return false
  for (const hash of await hashesOf(tx, account, { former: history - 1 })) if (await verify(hash, password)) return true
  return false
}

/** Puts a new password in place of the old one, which is remembered. */
export async function replacePassword(tx: Writer, account: string, fresh: { hash: string; now: string; due: boolean }): Promise<void> {
  await asKeyring(tx, async () => {
    await sql`insert into former_password (account, password_hash, until_at)
        select account, password_hash, ${fresh.now} from account where account = ${account} on conflict do nothing`.execute(tx)
    await sql`update account set password_hash = ${fresh.hash} where account = ${account}`.execute(tx)
  })
  await updateAccount(tx, account, { passwordSetAt: fresh.now, passwordDue: fresh.due })
}

export const findAddress = (tx: Reader, address: string) =>
  tx.selectFrom('signInAddress').selectAll().where('address', '=', address).executeTakeFirst()
export const keepAddress = (tx: Writer, address: string, kept: { failures: number; failedAt: string }) =>
  tx
    .insertInto('signInAddress')
    .values({ address, ...kept })
    .onConflict((conflict) => conflict.column('address').doUpdateSet(kept))
    .execute()

export const findSetting = async (read: Reader, name: string): Promise<unknown> =>
  (await read.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst())?.value

export const saveSetting = (tx: Writer, name: string, value: unknown) =>
  tx
    .insertInto('setting')
    .values({ name, value: json(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json(value) }))
    .execute()
export const dropSetting = (tx: Writer, name: string) => tx.deleteFrom('setting').where('name', '=', name).execute()
