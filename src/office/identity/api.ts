import type { Contract } from '../../kernel/contract.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { type Handler, serve } from '../../platform/serve.ts'
import { accountsApi } from './api/accounts.ts'
import { ordersApi } from './api/orders.ts'
import { outsideApi } from './api/outside.ts'
import { ownApi } from './api/own.ts'
import { secondFactorApi } from './api/second-factor.ts'
import { signInApi } from './api/sign-in.ts'
import { tokensApi } from './api/tokens.ts'
import { demoLogins, me } from './contract.ts'
import { Role } from './model.ts'
import type { Outside } from './outside/config.ts'
import { mayOf } from './policy/may.ts'
import { demoPassword } from './rules/password.ts'
import { seatLives } from './rules/seats.ts'
import { demoAccounts, seatLinesOf } from './store/accounts.ts'
import { findFactor } from './store/second-factor.ts'
import { settingsOn } from './store/security.ts'
import { findAccount, findSetting } from './store.ts'
import { dutyOf } from './who.ts'

const isDemo = async (read: Reader) => (await findSetting(read, 'demonstration')) !== undefined

type Day = Parameters<typeof settingsOn>[1]
async function dutyToday(read: Reader, actor: Actor, at: { today: Day; now: string }) {
  const account = await findAccount(read, actor.account)
  if (!account || actor.scopes === undefined) return null
  const confirmedAt = (await findFactor(read, actor.account))?.confirmedAt ?? null
  const bearing = { ...account, role: Role.parse(actor.role), way: 'password' as const, confirmedAt }
  return dutyOf(bearing, await settingsOn(read, at.today), at.now)
}

/** The room's handlers; `contracts` is the whole house's list, so that `me` can say what this person may do. */
export const identityApi = (contracts: () => readonly Contract[], outside: Outside): Handler[] => [
  ...signInApi,
  ...ownApi,
  ...accountsApi,
  ...ordersApi,
  ...secondFactorApi,
  ...tokensApi(contracts),
  ...outsideApi(outside),
  serve(me, async ({ actor, read, today, now }) => {
    const { scopes: _, ...known } = actor
    const seats = (await seatLinesOf(read, actor.account)).filter((seat) => seatLives(seat, today))
    const [duty, demo] = [await dutyToday(read, actor, { today, now }), await isDemo(read)]
    return { ...known, role: Role.parse(actor.role), seats, duty, demo, today, may: mayOf(actor, contracts()) }
  }),
  serve(demoLogins, async ({ read, today }) => {
    if (!(await isDemo(read))) return []
    return (await demoAccounts(read, today)).map((each) => ({ ...each, password: demoPassword }))
  }),
]
