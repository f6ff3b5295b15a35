import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf, severalOf } from '../../kernel/paging.ts'
import { SeatLine } from './contract.ts'
import { AccessOrder, Account, OrderState, Seat, SeatWanted, SecurityRule, SubjectWanted } from './model.ts'
import { TokenLine } from './own.contract.ts'
import { SettingName } from './rules/settings.ts'
import { words } from './words.ts'

const says = words.contract
const Nothing = z.object({})
const ground = z.string().trim().max(500).default('')

export const AccountLine = Account.pick({ account: true, name: true, person: true, officialId: true, demo: true, disabledOn: true }).extend(
  {
    lockedUntil: z.string().nullable(),
    createdAt: z.string(),
    secondFactor: z.boolean(),
    waiting: z.number().int(),
    seats: z.array(SeatLine),
  },
)
export type AccountLine = z.infer<typeof AccountLine>
export const AccountFilter = Paging.extend({
  q: z.string().max(100).optional(),
  role: severalOf(Seat.shape.role),
  state: z.enum(['active', 'disabled', 'locked', 'waiting']).optional(),
})
export type AccountFilter = z.infer<typeof AccountFilter>
export const accounts = ask({ name: 'identity.accounts', title: says.accounts, input: AccountFilter, output: pageOf(AccountLine) })

export const OrderLine = AccessOrder.extend({
  name: z.string(),
  unitName: z.string().nullable(),
  officialName: z.string().nullable(),
  /** Who proposed and who decided; null for the command line and for an account that is gone. */
  proposerName: z.string().nullable(),
  deciderName: z.string().nullable(),
  /** The seat lies outside the proposer's own organ. */
  outside: z.boolean(),
})
export type OrderLine = z.infer<typeof OrderLine>
export const account = ask({
  name: 'identity.account',
  title: says.account,
  input: z.object({ account: z.string().max(64) }),
  output: z.object({
    account: AccountLine,
    officialName: z.string().nullable(),
    orders: z.array(OrderLine),
    /** All seats, past ones too. */
    seats: z.array(SeatLine),
    sessions: z.number().int(),
    now: z.string(),
    tokens: z.array(TokenLine),
    subjects: z.array(z.object({ issuer: z.string(), subject: z.string() })),
  }),
})
export const createAccount = act({
  name: 'identity.createAccount',
  title: says.createAccount,
  input: Account.pick({ account: true, name: true }).extend({
    role: Seat.shape.role,
    jurisdiction: SeatWanted.shape.jurisdiction,
    unitId: z.uuid().nullable().default(null),
    person: z.string().trim().max(64).optional(),
    /** The number of the audited official whose account it is. */
    official: z.string().trim().max(40).optional(),
    fromOn: Day.optional(),
    untilOn: Day.nullable().default(null),
    ground,
  }),
  output: z.object({ account: z.string(), password: z.string(), order: z.uuid() }),
  answers: 'secret',
})
/** Units a seat may belong to, by name or number. */
export const units = ask({
  name: 'identity.accountUnits',
  title: says.units,
  input: z.object({ q: z.string().max(60).default('') }),
  output: z.array(z.object({ id: z.uuid(), name: z.string(), number: z.string() })),
})
export const disableAccount = act({
  name: 'identity.disableAccount',
  title: says.disableAccount,
  input: z.object({ account: z.string() }),
  output: Nothing,
})
export const endSeat = act({ name: 'identity.endSeat', title: says.endSeat, input: z.object({ id: z.uuid() }), output: Nothing })

const Proposed = z.object({ order: z.uuid() })
export const proposeSeat = act({
  name: 'identity.proposeSeat',
  title: says.proposeSeat,
  input: SeatWanted.extend({ account: z.string().max(64), ground }),
  output: Proposed,
})
export const Reset = z.enum(['password', 'secondFactor', 'enable'])
export const proposeReset = act({
  name: 'identity.proposeReset',
  title: says.proposeReset,
  input: z.object({ account: z.string().max(64), what: Reset, ground: z.string().trim().min(2).max(500) }),
  output: Proposed,
})
export const proposeSubject = act({
  name: 'identity.proposeSubject',
  title: says.proposeSubject,
  input: SubjectWanted.extend({ account: z.string().max(64), ground }),
  output: Proposed,
})
export const OrderFilter = Paging.extend({ state: OrderState.optional() })
export const orders = ask({ name: 'identity.orders', title: says.orders, input: OrderFilter, output: pageOf(OrderLine) })
/** Makes an order effective, or sends it back with a reason. A confirmed reset of a password answers the new one, once. */
export const decideOrder = act({
  name: 'identity.decideOrder',
  title: says.decideOrder,
  input: z.object({ id: z.uuid(), confirm: z.boolean(), reason: z.string().trim().max(500).default('') }),
  output: z.object({ account: z.string(), password: z.string().nullable() }),
  answers: 'secret',
})
export const withdrawOrder = act({
  name: 'identity.withdrawOrder',
  title: says.withdrawOrder,
  input: z.object({ id: z.uuid() }),
  output: Nothing,
})

export const securityRules = ask({
  name: 'identity.securityRules',
  title: says.securityRules,
  input: Nothing,
  output: z.object({ rows: z.array(SecurityRule) }),
})
export const setSecurityRule = act({
  name: 'identity.setSecurityRule',
  title: says.setSecurityRule,
  input: z.object({ name: SettingName, value: z.unknown(), citation: z.string().trim().min(2).max(300) }),
  output: Nothing,
})
