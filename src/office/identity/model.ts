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

export const Account = z.object({
  account: z.string().min(2).max(64),
  name: z.string().min(1).max(64),
  role: Role,
  jurisdiction: z.string(),
  unitId: z.uuid().nullable(),
  passwordHash: z.string(),
  demo: z.boolean(),
  disabledOn: Day.nullable(),
  failures: z.number().int(),
  lockedUntil: z.string().nullable(),
  createdAt: z.string(),
})
export type Account = z.infer<typeof Account>

export const Session = z.object({
  tokenHash: z.string(),
  account: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  endsAt: z.string(),
})
export type Session = z.infer<typeof Session>

export const Setting = z.object({ name: z.string(), value: z.unknown() })
export const Replay = z.object({
  account: z.string(),
  contract: z.string(),
  key: z.string(),
  digest: z.string(),
  at: z.string(),
  answer: z.object({ body: z.unknown() }).nullable(),
})
