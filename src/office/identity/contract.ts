import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf, severalOf } from '../../kernel/paging.ts'
import { AccessOrder, Account, MachineToken, OrderState, Seat, SeatWanted, SecurityRule, Session, SubjectWanted } from './model.ts'
import { SettingName } from './rules/settings.ts'
import { words } from './words.ts'

const says = words.contract
const Nothing = z.object({})
const password = z.string().max(200)
const code = z.string().max(12)
const ground = z.string().trim().max(500).default('')

/** A seat with the name of its unit. */
export const SeatLine = Seat.omit({ person: true, accessOrder: true, endedBy: true }).extend({ unitName: z.string().nullable() })
export type SeatLine = z.infer<typeof SeatLine>

export const Me = Account.pick({ account: true, name: true, officialId: true }).extend({
  role: Seat.shape.role,
  jurisdiction: z.string(),
  unitId: z.uuid().nullable(),
  /** The seat this session works in. */
  seat: z.uuid().nullable(),
  /** All seats this account may work in today. */
  seats: z.array(SeatLine),
  /** What must be done before anything else. */
  duty: z.enum(['password', 'secondFactor']).nullable(),
  /** Every contract this person may call. */
  may: z.array(z.string()),
  /** True while the fictional demonstration city is loaded. */
  demo: z.boolean(),
  today: z.string(),
})
export type Me = z.infer<typeof Me>

const SignedIn = z.object({ account: z.string(), name: z.string(), role: Seat.shape.role })
export const login = act({
  name: 'identity.login',
  title: says.login,
  input: z.object({ account: z.string().max(64), password, code: code.optional() }),
  output: SignedIn,
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
  output: z.array(z.object({ account: z.string(), password: z.string(), role: Seat.shape.role, name: z.string() })),
  open: true,
})
/** Works on in another seat of one's own; the session gets a new token. */
export const takeSeat = act({ name: 'identity.takeSeat', title: says.takeSeat, input: z.object({ seat: z.uuid() }), output: SignedIn })
export const changePassword = act({
  name: 'identity.changePassword',
  title: says.changePassword,
  input: z.object({ old: password, fresh: password }),
  output: Nothing,
  secrets: ['old', 'fresh'],
})

export const SessionLine = Session.pick({
  id: true,
  way: true,
  device: true,
  address: true,
  createdAt: true,
  seenAt: true,
  endsAt: true,
}).extend({ here: z.boolean() })
export type SessionLine = z.infer<typeof SessionLine>
export const TokenLine = MachineToken.omit({ account: true, tokenHash: true, refusedAt: true })
export type TokenLine = z.infer<typeof TokenLine>
/** Of my own account: rules for passwords, sessions, seats past and present, second factor, machine tokens. */
export const mine = ask({
  name: 'identity.mine',
  title: says.mine,
  input: Nothing,
  output: z.object({
    password: z.object({ setAt: z.string(), least: z.number(), history: z.number(), days: z.number() }),
    sessions: z.array(SessionLine),
    seats: z.array(SeatLine),
    secondFactor: z.object({ since: z.string().nullable(), codesLeft: z.number(), must: z.boolean() }),
    tokens: z.array(TokenLine),
    tokenDays: z.number(),
  }),
})
export const endSession = act({ name: 'identity.endSession', title: says.endSession, input: z.object({ id: z.uuid() }), output: Nothing })
export const endOtherSessions = act({ name: 'identity.endOtherSessions', title: says.endOtherSessions, input: Nothing, output: Nothing })

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
    sessions: z.number().int(),
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
    officialId: z.uuid().nullable().default(null),
    fromOn: Day.optional(),
    untilOn: Day.nullable().default(null),
    ground,
  }),
  output: z.object({ account: z.string(), password: z.string(), order: z.uuid() }),
  answers: 'secret',
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
