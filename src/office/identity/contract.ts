import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Account, Seat } from './model.ts'
import { words } from './words.ts'

const says = words.contract
const Nothing = z.object({})
const password = z.string().max(200)
const code = z.string().max(12)

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

/** The page to which a provider sends browsers back; no page of the menu. */
export const returnPath = '/sign-in/return'

/** Ways to sign in beside the password: a provider's name, and the account a trusted gateway vouches for. */
export const ways = ask({
  name: 'identity.ways',
  title: says.ways,
  input: Nothing,
  output: z.object({ provider: z.string().nullable(), gateway: z.string().nullable() }),
  open: true,
})
/** Where to send the browser; the ticket stays in it and proves on return that it is the same one. */
export const beginOutside = act({
  name: 'identity.beginOutside',
  title: says.beginOutside,
  input: Nothing,
  output: z.object({ address: z.string(), ticket: z.string() }),
  open: true,
  answers: 'secret',
})
/** `query`: everything after the question mark with which the provider sent the browser back. */
export const finishOutside = act({
  name: 'identity.finishOutside',
  title: says.finishOutside,
  input: z.object({ ticket: z.string().max(100), query: z.string().max(4000) }),
  output: SignedIn,
  open: true,
  leaves: 'signIn',
  secrets: ['ticket', 'query'],
})
export const enterByGateway = act({
  name: 'identity.enterByGateway',
  title: says.enterByGateway,
  input: Nothing,
  output: SignedIn,
  open: true,
  leaves: 'signIn',
})
