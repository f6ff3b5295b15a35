import type { Contract } from '../../kernel/contract.ts'
import { refuse } from '../../kernel/refusal.ts'
import { Declined, found, type Handler, Refused, serve, stopIf } from '../../platform/serve.ts'
import { accounts, changePassword, createAccount, demoLogins, disableAccount, login, logout, me } from './contract.ts'
import { roleMay } from './policy/policy.ts'
import { afterFailure, demoPassword, limits, whyNotPassword, whyNotSignIn } from './rules.ts'
import {
  accountPage,
  accountRow,
  addAccount,
  addSession,
  demoAccounts,
  disabled,
  endSessions,
  findAccount,
  findSetting,
  hashPassword,
  lockAccount,
  newPassword,
  newToken,
  passwordFits,
  updateAccount,
} from './store.ts'

const isDemo = async (read: Parameters<typeof findSetting>[0]) => (await findSetting(read, 'demonstration')) !== undefined

const signIn = serve(login, async ({ input, now, change, session }) => {
  const token = newToken()
  const answer = await change(`account:${input.account}`, async (tx) => {
    const account = await lockAccount(tx, input.account)
    if (!account) return new Declined(refuse('wrongPassword'))
    stopIf(whyNotSignIn(account, now))
    if (!(await passwordFits(account.passwordHash, input.password))) {
      await updateAccount(tx, account.account, afterFailure(account, now))
      return new Declined(refuse('wrongPassword'))
    }
    await updateAccount(tx, account.account, { failures: 0, lockedUntil: null })
    await addSession(tx, { token, account: account.account, now })
    return account
  })
  session.start(token, limits.absoluteSeconds)
  return answer
})

const signOut = serve(logout, async ({ actor, change, session }) => {
  await change(`account:${actor.account}`, (tx) => endSessions(tx, actor.account))
  session.end()
  return {}
})

const create = serve(createAccount, ({ input, now, change }) =>
  change(`account:${input.account}`, async (tx) => {
    if (await findAccount(tx, input.account)) throw new Refused(refuse('accountTaken', { account: input.account }))
    const password = newPassword()
    await addAccount(tx, await accountRow({ ...input, demo: false }, { password, now }))
    return { account: input.account, password }
  }),
)

const disable = serve(disableAccount, ({ input, actor, today, change }) =>
  change(`account:${input.account}`, async (tx) => {
    found(await lockAccount(tx, input.account))
    stopIf(input.account === actor.account ? refuse('ownAccount') : null)
    await updateAccount(tx, input.account, disabled(today))
    await endSessions(tx, input.account)
    return {}
  }),
)

const renew = serve(changePassword, ({ input, actor, change }) =>
  change(`account:${actor.account}`, async (tx) => {
    const account = found(await lockAccount(tx, actor.account))
    stopIf((await passwordFits(account.passwordHash, input.old)) ? whyNotPassword(input.fresh) : refuse('wrongPassword'))
    await updateAccount(tx, actor.account, { passwordHash: await hashPassword(input.fresh) })
    return {}
  }),
)

/** The room's handlers; `contracts` is the whole house's list, so that `me` can say what this person may do. */
export const identityApi = (contracts: () => readonly Contract[]): Handler[] => [
  signIn,
  signOut,
  create,
  disable,
  renew,
  serve(me, async ({ actor, read, today }) => {
    const may = contracts()
      .filter((contract) => contract.open || roleMay(actor.role, contract))
      .map((contract) => contract.name)
    return { ...actor, role: found(await findAccount(read, actor.account)).role, may, demo: await isDemo(read), today }
  }),
  serve(demoLogins, async ({ read }) => {
    if (!(await isDemo(read))) return []
    return (await demoAccounts(read)).map((each) => ({ ...each, password: demoPassword }))
  }),
  serve(accounts, ({ input, read }) => accountPage(read, input)),
]
