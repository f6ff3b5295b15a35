import { Role } from '../model.ts'

/** The organs that share the house; `house` is the system itself (jobs, console), `nobody` whoever has not signed in. */
export type Organ =
  | 'auditOffice'
  | 'committeeOffice'
  | 'organisation'
  | 'discipline'
  | 'patrol'
  | 'staffing'
  | 'finance'
  | 'stateAssets'
  | 'congress'
  | 'liaison'
  | 'auditedUnit'
  | 'official'
  | 'administration'
  | 'house'
  | 'nobody'

/** Each role works for one organ; the joint meeting's secretary sits in the audit committee's office. */
const organs = {
  clerk: 'auditOffice',
  auditor: 'auditOffice',
  leadAuditor: 'auditOffice',
  reviewer: 'auditOffice',
  adjudicator: 'auditOffice',
  director: 'auditOffice',
  committeeOffice: 'committeeOffice',
  secretary: 'committeeOffice',
  organisation: 'organisation',
  discipline: 'discipline',
  patrol: 'patrol',
  staffing: 'staffing',
  finance: 'finance',
  stateAssets: 'stateAssets',
  congress: 'congress',
  liaison: 'liaison',
  unitStaff: 'auditedUnit',
  official: 'official',
  systemAdmin: 'administration',
  securityAdmin: 'administration',
  auditAdmin: 'administration',
} as const satisfies Record<Role, Organ>

/** Whose papers an audit case is made of: the audit office and the office of the audit committee. */
export const auditSide = ['auditOffice', 'committeeOffice'] as const satisfies readonly Organ[]
/** The other organs of the joint meeting: they know a case only as far as it is shared with them. */
export const memberOrgans = [
  'organisation',
  'discipline',
  'patrol',
  'staffing',
  'finance',
  'stateAssets',
  'congress',
  'liaison',
] as const satisfies readonly Organ[]
/** Every organ that keeps or uses the registers. */
export const authorities = [...auditSide, ...memberOrgans] as const
/** Those an audit is about. */
export const partyOrgans = ['auditedUnit', 'official'] as const satisfies readonly Organ[]

/** The organ a role works for; `system` is the house itself. */
export function organOf(given: string): Organ {
  if (given === 'system') return 'house'
  const role = Role.safeParse(given)
  return role.success ? organs[role.data] : 'nobody'
}

/** The roles that work for these organs. */
export const rolesOf = (...wanted: readonly Organ[]): readonly Role[] => Role.options.filter((role) => wanted.includes(organs[role]))
