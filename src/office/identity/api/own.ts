import { refuse } from '../../../kernel/refusal.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Actor, Desk } from '../../../platform/desk.ts'
import { Declined, found, type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { changePassword } from '../contract.ts'
import { endOtherSessions, endSession, mine } from '../own.contract.ts'
import { afterFailure, whyNotSignIn } from '../rules/back-off.ts'
import { whyNotPassword } from '../rules/password.ts'
import { seatLinesOf } from '../store/accounts.ts'
import { codesLeft, findFactor } from '../store/second-factor.ts'
import { settingsOn } from '../store/security.ts'
import { endSessions, findSession, sessionsOf } from '../store/sessions.ts'
import { tokenLinesOf } from '../store/tokens.ts'
import { findAccount, hashPassword, lockAccount, passwordFits, passwordWasUsed, replacePassword, updateAccount } from '../store.ts'

/** The session of this very request; undefined for a machine's token. */
const hereOf = async (read: Reader, { caller }: Pick<Desk, 'caller'>): Promise<string | undefined> =>
  caller.token ? (await findSession(read, caller.token))?.id : undefined

const renew = serve(changePassword, async (desk) => {
  const { input, actor, read, now, today, change } = desk
  const settings = await settingsOn(read, today)
  const here = await hereOf(read, desk)
  return change(`account:${actor.account}`, async (tx) => {
    const account = found(await lockAccount(tx, actor.account))
    stopIf(whyNotSignIn(account, now))
    if (!(await passwordFits(tx, account.account, input.old))) {
      await updateAccount(tx, account.account, afterFailure(account, now, settings))
      return new Declined(refuse('wrongPassword'))
    }
    stopIf(whyNotPassword({ password: input.fresh, account: account.account, name: account.name }, settings))
    const history = settings.passwordHistory
    const used = await passwordWasUsed(tx, account.account, { password: input.fresh, history })
    stopIf(used ? refuse('passwordUsedBefore', { history }) : null)
    await replacePassword(tx, account.account, { hash: await hashPassword(input.fresh), now, due: false })
    await endSessions(tx, account.account, { at: now, why: 'revoked' }, here ? { but: here } : {})
    return {}
  })
})

const endOne = serve(endSession, ({ input, actor, now, change }) =>
  change(`session:${input.id}`, async (tx) => {
    const ended = await endSessions(tx, actor.account, { at: now, why: 'revoked' }, { only: input.id })
    return found(ended.length > 0 ? {} : null)
  }),
)

const endOthers = serve(endOtherSessions, async (desk) => {
  const { actor, now, read, change } = desk
  const here = await hereOf(read, desk)
  return change(`account:${actor.account}`, async (tx) => {
    await endSessions(tx, actor.account, { at: now, why: 'revoked' }, here ? { but: here } : {})
    return {}
  })
})

async function sessionLines(read: Reader, actor: Actor, given: { now: string; here: string | undefined }) {
  const sessions = await sessionsOf(read, actor.account, given.now)
  return sessions.map(({ id, way, device, address, createdAt, seenAt, endsAt }) => ({
    id,
    way,
    device,
    address,
    createdAt,
    seenAt,
    endsAt,
    here: id === given.here,
  }))
}

const own = serve(mine, async (desk) => {
  const { actor, read, now, today } = desk
  const account = found(await findAccount(read, actor.account))
  const settings = await settingsOn(read, today)
  return {
    password: {
      printed: account.demo,
      setAt: account.passwordSetAt,
      least: settings.passwordLeast,
      history: settings.passwordHistory,
      days: settings.passwordDays,
    },
    sessions: await sessionLines(read, actor, { now, here: await hereOf(read, desk) }),
    seats: await seatLinesOf(read, actor.account),
    secondFactor: {
      since: (await findFactor(read, actor.account))?.confirmedAt ?? null,
      codesLeft: await codesLeft(read, actor.account),
      must: settings.codeRoles.some((role) => role === actor.role),
    },
    tokens: await tokenLinesOf(read, actor.account),
    tokenDays: settings.tokenDays,
    now,
  }
})

export const ownApi: readonly Handler[] = [renew, endOne, endOthers, own]
