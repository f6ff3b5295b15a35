import type { Contract } from '../../kernel/contract.ts'
import { isInScope } from '../../platform/caller.ts'
import type { Reader } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { type Handler, serve } from '../../platform/serve.ts'
import { accountsApi } from './api/accounts.ts'
import { ordersApi } from './api/orders.ts'
import { ownApi } from './api/own.ts'
import { signInApi } from './api/sign-in.ts'
import { demoLogins, me } from './contract.ts'
import { Role } from './model.ts'
import { roleMay } from './policy/policy.ts'
import { demoPassword } from './rules/password.ts'
import { seatLives } from './rules/seats.ts'
import { demoAccounts, seatLinesOf } from './store/accounts.ts'
import { settingsOn } from './store/security.ts'
import { findAccount, findSetting } from './store.ts'
import { dutyOf } from './who.ts'

const isDemo = async (read: Reader) => (await findSetting(read, 'demonstration')) !== undefined

type Day = Parameters<typeof settingsOn>[1]
async function dutyToday(read: Reader, actor: Actor, at: { today: Day; now: string }) {
  const account = await findAccount(read, actor.account)
  if (!account || actor.scopes === undefined) return null
  const factor = await read.selectFrom('secondFactor').select('confirmedAt').where('account', '=', actor.account).executeTakeFirst()
  const bearing = { ...account, role: Role.parse(actor.role), confirmedAt: factor?.confirmedAt ?? null }
  return dutyOf(bearing, await settingsOn(read, at.today), at.now)
}

const mayOf = (actor: Actor, contracts: readonly Contract[]): string[] =>
  contracts.filter((each) => each.open || (isInScope(actor, each.name) && roleMay(actor.role, each))).map((each) => each.name)

/** The room's handlers; `contracts` is the whole house's list, so that `me` can say what this person may do. */
export const identityApi = (contracts: () => readonly Contract[]): Handler[] => [
  ...signInApi,
  ...ownApi,
  ...accountsApi,
  ...ordersApi,
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
