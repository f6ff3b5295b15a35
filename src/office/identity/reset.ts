import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import { found, Refused } from '../../platform/stop.ts'
import { type AccessOrder, SubjectWanted } from './model.ts'
import { dropFactor } from './store/second-factor.ts'
import { endSessions } from './store/sessions.ts'
import { hashPassword, lockAccount, newPassword, replacePassword, updateAccount } from './store.ts'

/** A new password that must be changed at the next sign-in; the old one is forgotten with every session. */
async function resetPassword(tx: Writer, order: AccessOrder, now: string): Promise<string> {
  const account = found(await lockAccount(tx, order.account))
  const password = newPassword()
  await replacePassword(tx, account.account, { hash: await hashPassword(password), now, due: true })
  await endSessions(tx, account.account, { at: now, why: 'revoked' })
  await updateAccount(tx, account.account, { failures: 0, failedAt: null, lockedUntil: null })
  return password
}

async function clearFactor(tx: Writer, account: string, now: string): Promise<void> {
  await dropFactor(tx, account)
  await endSessions(tx, account, { at: now, why: 'revoked' })
}

async function mapSubject(tx: Writer, order: AccessOrder): Promise<void> {
  const wanted = SubjectWanted.parse(order.detail)
  const row = { ...wanted, account: order.account, accessOrder: order.id }
  const kept = await tx
    .insertInto('outsideSubject')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('account')
    .executeTakeFirst()
  if (kept) return
  const taken = await tx
    .selectFrom('outsideSubject')
    .select('account')
    .where('issuer', '=', wanted.issuer)
    .where('subject', '=', wanted.subject)
    .executeTakeFirstOrThrow()
  throw new Refused(refuse('subjectTaken', { account: taken.account }))
}

/** Does what a confirmed order says beside giving a seat; answers the new password where it made one. */
export async function carryOut(tx: Writer, order: AccessOrder, now: string): Promise<string | null> {
  if (order.kind === 'password') return resetPassword(tx, order, now)
  if (order.kind === 'secondFactor') await clearFactor(tx, order.account, now)
  if (order.kind === 'subject') await mapSubject(tx, order)
  if (order.kind === 'enable') await updateAccount(tx, order.account, { disabledOn: null })
  return null
}
