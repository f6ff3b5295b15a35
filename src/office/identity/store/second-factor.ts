import type { Reader, Writer } from '../../../platform/db.ts'
import { countOf } from '../../../platform/db.ts'
import { hashOfCode } from '../codes.ts'
import type { SecondFactor } from '../model.ts'

export const findFactor = (read: Reader, account: string) =>
  read.selectFrom('secondFactor').selectAll().where('account', '=', account).executeTakeFirst()

/** A factor that waits for its first code; one begun before is replaced. */
export async function beginFactor(tx: Writer, factor: Pick<SecondFactor, 'account' | 'secret' | 'begunAt'>): Promise<void> {
  await dropFactor(tx, factor.account)
  await tx
    .insertInto('secondFactor')
    .values({ ...factor, confirmedAt: null, lastStep: null })
    .execute()
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
  await tx.insertInto('recoveryCode').values(rows).execute()
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
export const spendRecoveryCode = async (tx: Writer, account: string, given: { code: string; now: string }): Promise<boolean> =>
  (await tx
    .updateTable('recoveryCode')
    .set({ usedAt: given.now })
    .where('account', '=', account)
    .where('codeHash', '=', hashOfCode(given.code))
    .where('usedAt', 'is', null)
    .returning('account')
    .executeTakeFirst()) !== undefined
