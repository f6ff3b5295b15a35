import { sql } from 'kysely'
import type { Reader, Writer } from '../../../platform/db.ts'
import { countOf } from '../../../platform/db.ts'
import { found } from '../../../platform/stop.ts'
import { asKeyring } from '../../../platform/wall/line.ts'
import { hashOfCode } from '../codes.ts'
import { KnownFactor, type SecondFactor } from '../model.ts'

const known = KnownFactor.keyof().options
export const findFactor = (read: Reader, account: string): Promise<KnownFactor | undefined> =>
  read.selectFrom('secondFactor').select(known).where('account', '=', account).executeTakeFirst()
/** The shared secret, as it is locked away: with the keyring's rights only. */
export const factorSecret = (tx: Writer, account: string): Promise<string> =>
  asKeyring(tx, async () => {
    const { rows } = await sql<{ secret: string }>`select secret from second_factor where account = ${account}`.execute(tx)
    return found(rows[0]).secret
  })

/** A factor that waits for its first code; one begun before is replaced. */
export async function beginFactor(tx: Writer, factor: Pick<SecondFactor, 'account' | 'secret' | 'begunAt'>): Promise<void> {
  await dropFactor(tx, factor.account)
  const row = { ...factor, confirmedAt: null, lastStep: null }
  await asKeyring(tx, () => tx.insertInto('secondFactor').values(row).execute())
}
export const updateFactor = (tx: Writer, account: string, fields: Partial<Pick<SecondFactor, 'confirmedAt' | 'lastStep'>>) =>
  tx.updateTable('secondFactor').set(fields).where('account', '=', account).execute()

/** Forgets the factor and its recovery codes. */
export async function dropFactor(tx: Writer, account: string): Promise<void> {
  await tx.deleteFrom('recoveryCode').where('account', '=', account).execute()
  await tx.deleteFrom('secondFactor').where('account', '=', account).execute()
}

/** New recovery codes in place of all former ones; only their hashes are kept. */
export async function replaceCodes(tx: Writer, account: string, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('recoveryCode').where('account', '=', account).execute()
  const rows = codes.map((code) => ({ account, codeHash: hashOfCode(code), usedAt: null }))
  await asKeyring(tx, () => tx.insertInto('recoveryCode').values(rows).execute())
}
export const codesLeft = (read: Reader, account: string): Promise<number> =>
  countOf(
    read
      .selectFrom('recoveryCode')
      .where('account', '=', account)
      .where('usedAt', 'is', null)
      .select((e) => e.fn.countAll<number>().as('count')),
  )
/** Uses up a recovery code; false when it is none of this account's or was used before. */
export const spendRecoveryCode = (tx: Writer, account: string, given: { code: string; now: string }): Promise<boolean> =>
  asKeyring(tx, async () => {
    const { rows } = await sql`
      update recovery_code set used_at = ${given.now}
      where account = ${account} and code_hash = ${hashOfCode(given.code)} and used_at is null returning account`.execute(tx)
    return rows.length > 0
  })
