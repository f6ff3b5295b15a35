import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { Account } from './model.ts'
import { words } from './words.ts'

const says = words.contract
const Nothing = z.object({})
export const Me = Account.pick({ account: true, name: true, role: true, jurisdiction: true, unitId: true }).extend({
  /** Every contract this person may call. */
  may: z.array(z.string()),
  /** True while the fictional demonstration city is loaded. */
  demo: z.boolean(),
  today: z.string(),
})
export type Me = z.infer<typeof Me>
export const AccountLine = Account.omit({ passwordHash: true, failures: true })

export const login = act({
  name: 'identity.login',
  title: says.login,
  input: z.object({ account: z.string().max(64), password: z.string().max(200), code: z.string().max(12).optional() }),
  output: Account.pick({ account: true, name: true, role: true }),
  open: true,
  leaves: 'signIn',
  secrets: ['password', 'code'],
})
export const logout = act({ name: 'identity.logout', title: says.logout, input: Nothing, output: Nothing })
export const me = ask({ name: 'identity.me', title: says.me, input: Nothing, output: Me })
/** Empty when no demonstration is loaded. */
export const demoLogins = ask({
  name: 'identity.demoLogins',
  title: says.demoLogins,
  input: Nothing,
  output: z.array(z.object({ account: z.string(), password: z.string(), role: Account.shape.role, name: z.string() })),
  open: true,
})
export const accounts = ask({ name: 'identity.accounts', title: says.accounts, input: Paging, output: pageOf(AccountLine) })
export const createAccount = act({
  name: 'identity.createAccount',
  title: says.createAccount,
  input: Account.pick({ account: true, name: true, role: true, jurisdiction: true }).extend({ unitId: z.uuid().nullable().default(null) }),
  output: z.object({ account: z.string(), password: z.string() }),
})
export const disableAccount = act({
  name: 'identity.disableAccount',
  title: says.disableAccount,
  input: z.object({ account: z.string() }),
  output: Nothing,
})
export const changePassword = act({
  name: 'identity.changePassword',
  title: says.changePassword,
  input: z.object({ old: z.string().max(200), fresh: z.string().max(200) }),
  output: Nothing,
  secrets: ['old', 'fresh'],
})
