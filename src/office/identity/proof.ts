import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { findCode, isOneTimeCode } from './codes.ts'
import type { KnownAccount, KnownFactor } from './model.ts'
import { addressAfterFailure, afterFailure } from './rules/back-off.ts'
import { whyNotCode } from './rules/second-factor.ts'
import type { SecuritySettings } from './rules/settings.ts'
import { factorSecret, spendRecoveryCode, updateFactor } from './store/second-factor.ts'
import { findAddress, keepAddress, updateAccount } from './store.ts'

type At = Pick<Desk, 'now' | 'caller'>

/** Counts a wrong password or code for the account, when there is one, and for the address it came from. */
export async function countFailure(
  tx: Writer,
  { now, caller }: At,
  of: { account: KnownAccount | undefined; settings: SecuritySettings },
): Promise<void> {
  const { account, settings } = of
  if (account) await updateAccount(tx, account.account, afterFailure(account, now, settings))
  const address = await findAddress(tx, caller.address)
  await keepAddress(tx, caller.address, addressAfterFailure(address, now, settings))
}

type Shown = { factor: KnownFactor; code: string; now: string; settings: Pick<SecuritySettings, 'codeSkewSteps'> } & Pick<Desk, 'vault'>
/** Null when the code opens; it is then used up: a one-time code by its step, a recovery code by itself. */
export async function spendCode(tx: Writer, { factor, vault, code, now, settings }: Shown): Promise<Refusal | null> {
  if (!isOneTimeCode(code)) return (await spendRecoveryCode(tx, factor.account, { code, now })) ? null : refuse('wrongCode')
  const found = findCode(vault.open(await factorSecret(tx, factor.account)), code.trim(), now)
  const no = whyNotCode(found, { lastStep: factor.lastStep, skew: settings.codeSkewSteps })
  if (!no && found) await updateFactor(tx, factor.account, { lastStep: found.step })
  return no
}
