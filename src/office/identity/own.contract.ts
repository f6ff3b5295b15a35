import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { SeatLine } from './contract.ts'
import { MachineToken, Session } from './model.ts'
import { words } from './words.ts'

const says = words.contract
const Nothing = z.object({})
const password = z.string().max(200)
const code = z.string().max(12)

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
    password: z.object({
      /** A demonstration login: its password is printed and not changed by hand. */
      printed: z.boolean(),
      setAt: z.string(),
      least: z.number(),
      history: z.number(),
      days: z.number(),
    }),
    sessions: z.array(SessionLine),
    seats: z.array(SeatLine),
    secondFactor: z.object({ since: z.string().nullable(), codesLeft: z.number(), must: z.boolean() }),
    tokens: z.array(TokenLine),
    tokenDays: z.number(),
    now: z.string(),
  }),
})
export const endSession = act({ name: 'identity.endSession', title: says.endSession, input: z.object({ id: z.uuid() }), output: Nothing })
export const endOtherSessions = act({ name: 'identity.endOtherSessions', title: says.endOtherSessions, input: Nothing, output: Nothing })

/** Begins with a fresh secret, shown as text and as the address an authenticator reads; off until a first code confirms it. */
export const beginSecondFactor = act({
  name: 'identity.beginSecondFactor',
  title: says.beginSecondFactor,
  input: z.object({ password }),
  output: z.object({ secret: z.string(), address: z.string() }),
  secrets: ['password'],
  answers: 'secret',
})
const Codes = z.object({ codes: z.array(z.string()) })
export const confirmSecondFactor = act({
  name: 'identity.confirmSecondFactor',
  title: says.confirmSecondFactor,
  input: z.object({ code }),
  output: Codes,
  secrets: ['code'],
  answers: 'secret',
})
const Proof = z.object({ password, code })
export const dropSecondFactor = act({
  name: 'identity.dropSecondFactor',
  title: says.dropSecondFactor,
  input: Proof,
  output: Nothing,
  secrets: ['password', 'code'],
})
export const renewRecoveryCodes = act({
  name: 'identity.renewRecoveryCodes',
  title: says.renewRecoveryCodes,
  input: Proof,
  output: Codes,
  secrets: ['password', 'code'],
  answers: 'secret',
})
export const createToken = act({
  name: 'identity.createToken',
  title: says.createToken,
  input: z.object({
    name: MachineToken.shape.name,
    scopes: z.array(z.string().trim().min(3).max(80)).min(1).max(50),
    days: z.number().int().min(1).max(3650),
  }),
  output: z.object({ id: z.uuid(), token: z.string(), endsAt: z.string() }),
  answers: 'secret',
})
export const revokeToken = act({
  name: 'identity.revokeToken',
  title: says.revokeToken,
  input: z.object({ id: z.uuid() }),
  output: Nothing,
})
