import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { Declined, found, type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { addressOf, newRecoveryCode, newSecret } from '../codes.ts'
import type { KnownAccount } from '../model.ts'
import { beginSecondFactor, confirmSecondFactor, dropSecondFactor, renewRecoveryCodes } from '../own.contract.ts'
import { countFailure, spendCode } from '../proof.ts'
import { whyNotSignIn } from '../rules/back-off.ts'
import type { SecuritySettings } from '../rules/settings.ts'
import { beginFactor, dropFactor, findFactor, replaceCodes, updateFactor } from '../store/second-factor.ts'
import { settingsOn } from '../store/security.ts'
import { lockAccount, passwordFits } from '../store.ts'

const howManyCodes = 10
const freshCodes = () => Array.from({ length: howManyCodes }, newRecoveryCode)

type Own = Pick<Desk, 'actor' | 'now' | 'caller'>
/** Locks one's own account; stops while it must wait after failures. */
async function lockOwn(tx: Writer, { actor, now }: Own): Promise<KnownAccount> {
  const account = found(await lockAccount(tx, actor.account))
  stopIf(whyNotSignIn(account, now))
  return account
}

type Given = { account: KnownAccount; settings: SecuritySettings }
/** The answer to a wrong password or code: counted like a failed sign-in. */
async function declined(tx: Writer, own: Own, given: Given, no: ConstructorParameters<typeof Declined>[0]): Promise<Declined> {
  await countFailure(tx, own, given)
  return new Declined(no)
}

const begin = serve(beginSecondFactor, async (desk) => {
  const { input, actor, now, today, read, vault, change } = desk
  const settings = await settingsOn(read, today)
  return change(`account:${actor.account}`, async (tx) => {
    const account = await lockOwn(tx, desk)
    if (!(await passwordFits(tx, account.account, input.password)))
      return declined(tx, desk, { account, settings }, refuse('wrongPassword'))
    stopIf((await findFactor(tx, account.account))?.confirmedAt ? refuse('secondFactorOn') : null)
    const secret = newSecret()
    await beginFactor(tx, { account: account.account, secret: vault.lock(secret), begunAt: now })
    return { secret, address: addressOf(secret, account.account) }
  })
})

const confirm = serve(confirmSecondFactor, async (desk) => {
  const { input, actor, now, today, read, vault, change } = desk
  const settings = await settingsOn(read, today)
  return change(`account:${actor.account}`, async (tx) => {
    const account = await lockOwn(tx, desk)
    const factor = await findFactor(tx, account.account)
    if (!factor) return new Declined(refuse('secondFactorOff'))
    stopIf(factor.confirmedAt ? refuse('secondFactorOn') : null)
    const no = await spendCode(tx, { factor, vault, code: input.code, now, settings })
    if (no) return declined(tx, desk, { account, settings }, no)
    const codes = freshCodes()
    await updateFactor(tx, account.account, { confirmedAt: now })
    await replaceCodes(tx, account.account, codes)
    return { codes }
  })
})

type Proving = Desk<{ password: string; code: string }>
/** Does something to a factor that is on, for whoever gives password and code; anything else is counted as a failure. */
async function proven<T>(desk: Proving, tx: Writer, deed: (account: KnownAccount) => Promise<T>): Promise<T | Declined> {
  const { input, now, today, vault } = desk
  const settings = await settingsOn(tx, today)
  const account = await lockOwn(tx, desk)
  const factor = await findFactor(tx, account.account)
  if (!factor?.confirmedAt) return new Declined(refuse('secondFactorOff'))
  if (!(await passwordFits(tx, account.account, input.password))) return declined(tx, desk, { account, settings }, refuse('wrongPassword'))
  const no = await spendCode(tx, { factor, vault, code: input.code, now, settings })
  return no ? declined(tx, desk, { account, settings }, no) : deed(account)
}

const drop = serve(dropSecondFactor, async (desk) => {
  const { actor, read, today, change } = desk
  const { codeRoles } = await settingsOn(read, today)
  return change(`account:${actor.account}`, async (tx) => {
    stopIf(codeRoles.some((role) => role === actor.role) ? refuse('secondFactorMust') : null)
    return proven(desk, tx, async ({ account }) => {
      await dropFactor(tx, account)
      return {}
    })
  })
})

const renew = serve(renewRecoveryCodes, (desk) =>
  desk.change(`account:${desk.actor.account}`, (tx) =>
    proven(desk, tx, async ({ account }) => {
      const codes = freshCodes()
      await replaceCodes(tx, account, codes)
      return { codes }
    }),
  ),
)

export const secondFactorApi: readonly Handler[] = [begin, confirm, drop, renew]
