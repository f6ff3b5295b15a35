import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** The roles of all organs, and the three administrators (exclusive seats, no business role). */
export const Role = z.enum([
  'clerk',
  'auditor',
  'leadAuditor',
  'reviewer',
  'adjudicator',
  'director',
  'committeeOffice',
  'secretary',
  'organisation',
  'discipline',
  'patrol',
  'staffing',
  'finance',
  'stateAssets',
  'congress',
  'liaison',
  'unitStaff',
  'official',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
])
export type Role = z.infer<typeof Role>

/** A login of one person; what it may do comes from the seats it holds. */
export const Account = z.object({
  account: z.string().min(2).max(64),
  name: z.string().min(1).max(64),
  /** The person behind the account (a staff number); the account itself where none was given. One person, one power. */
  person: z.string().min(1).max(64),
  /** An audited official's own record. */
  officialId: z.uuid().nullable(),
  passwordHash: z.string(),
  passwordSetAt: z.string(),
  /** The password was given by somebody else and must be changed first. */
  passwordDue: z.boolean(),
  demo: z.boolean(),
  disabledOn: Day.nullable(),
  failures: z.number().int(),
  failedAt: z.string().nullable(),
  lockedUntil: z.string().nullable(),
  lastSeat: z.uuid().nullable(),
  createdAt: z.string(),
})
export type Account = z.infer<typeof Account>
/** An account as it may be looked at: its password's hash stays where it lies. */
export const KnownAccount = Account.omit({ passwordHash: true })
export type KnownAccount = z.infer<typeof KnownAccount>

/** A person's place of work in the system: a role, a place (`*` everywhere), mostly a unit, from a day until a day (the last one included). */
export const Seat = z.object({
  id: z.uuid(),
  account: z.string(),
  person: z.string(),
  role: Role,
  jurisdiction: z.string(),
  unitId: z.uuid().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedBy: z.string().nullable(),
  accessOrder: z.uuid(),
})
export type Seat = z.infer<typeof Seat>

/** What two administrators decide together. `migrated` and `founding` need no second person: an earlier version, and a vacant administrator's seat. */
export const OrderKind = z.enum(['migrated', 'founding', 'seat', 'password', 'secondFactor', 'subject', 'enable'])
export type OrderKind = z.infer<typeof OrderKind>
export const OrderState = z.enum(['waiting', 'done', 'refused', 'withdrawn'])
export type OrderState = z.infer<typeof OrderState>

export const AccessOrder = z.object({
  id: z.uuid(),
  kind: OrderKind,
  account: z.string(),
  detail: z.unknown(),
  ground: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  state: OrderState,
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
})
export type AccessOrder = z.infer<typeof AccessOrder>

/** The seat an order asks for. */
export const SeatWanted = z.object({
  role: Role,
  jurisdiction: z.string().regex(/^(?:\*|\d{6}|\d{9}|\d{12})$/),
  unitId: z.uuid().nullable().default(null),
  fromOn: Day,
  untilOn: Day.nullable().default(null),
})
export type SeatWanted = z.infer<typeof SeatWanted>
/** A provider's name for a person, as an order maps it to an account. */
export const SubjectWanted = z.object({ issuer: z.url(), subject: z.string().min(1).max(255) })
export type SubjectWanted = z.infer<typeof SubjectWanted>

export const Session = z.object({
  tokenHash: z.string(),
  id: z.uuid(),
  account: z.string(),
  seat: z.uuid(),
  way: z.enum(['password', 'provider', 'gateway']),
  device: z.string(),
  address: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
  endedAt: z.string().nullable(),
  endedWhy: z.enum(['signedOut', 'revoked', 'replaced', 'disabled']).nullable(),
  refusedAt: z.string().nullable(),
})
export type Session = z.infer<typeof Session>
/** A session as it may be looked at. */
export const KnownSession = Session.omit({ tokenHash: true })
export type KnownSession = z.infer<typeof KnownSession>

export const SignInAddress = z.object({ address: z.string(), failures: z.number().int(), failedAt: z.string() })
export type SignInAddress = z.infer<typeof SignInAddress>
export const FormerPassword = z.object({ account: z.string(), passwordHash: z.string(), untilAt: z.string() })
export const SecurityRule = z.object({
  name: z.string(),
  fromOn: Day,
  value: z.unknown(),
  citation: z.string(),
  verified: z.boolean(),
  setBy: z.string(),
})
export type SecurityRule = z.infer<typeof SecurityRule>

export const SecondFactor = z.object({
  account: z.string(),
  secret: z.string(),
  begunAt: z.string(),
  confirmedAt: z.string().nullable(),
  lastStep: z.number().int().nullable(),
})
export type SecondFactor = z.infer<typeof SecondFactor>
/** A second factor as it may be looked at. */
export const KnownFactor = SecondFactor.omit({ secret: true })
export type KnownFactor = z.infer<typeof KnownFactor>
export const RecoveryCode = z.object({ account: z.string(), codeHash: z.string(), usedAt: z.string().nullable() })

export const MachineToken = z.object({
  id: z.uuid(),
  account: z.string(),
  seat: z.uuid(),
  name: z.string().min(1).max(64),
  tokenHash: z.string(),
  /** Contract names, or prefixes that end in `*`. */
  scopes: z.array(z.string()),
  createdAt: z.string(),
  endsAt: z.string(),
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedBy: z.string().nullable(),
  refusedAt: z.string().nullable(),
})
export type MachineToken = z.infer<typeof MachineToken>
/** A machine's token as it may be looked at. */
export const KnownToken = MachineToken.omit({ tokenHash: true })
export type KnownToken = z.infer<typeof KnownToken>

export const OutsideSubject = z.object({ issuer: z.string(), subject: z.string(), account: z.string(), accessOrder: z.uuid() })
export const OutsideFlow = z.object({
  stateHash: z.string(),
  ticketHash: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  endsAt: z.string(),
  usedAt: z.string().nullable(),
})

export const Setting = z.object({ name: z.string(), value: z.unknown() })
export const Replay = z.object({
  account: z.string(),
  contract: z.string(),
  key: z.string(),
  digest: z.string(),
  at: z.string(),
  answer: z.object({ body: z.unknown() }).nullable(),
})
