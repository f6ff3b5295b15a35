import type { Contract } from '../../kernel/contract.ts'
import { Role } from './model.ts'

/** One sentence of the policy: these roles may do these things. `*` ends a prefix; `asks` admits only questions. */
type Sentence = { roles: readonly Role[]; may: readonly string[]; asks?: true }

const administrators: readonly Role[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
const parties: readonly Role[] = ['unitStaff', 'official']
const auditOffice: readonly Role[] = [
  'clerk',
  'auditor',
  'leadAuditor',
  'reviewer',
  'adjudicator',
  'director',
  'committeeOffice',
  'secretary',
]
const members = Role.options.filter((role) => ![...administrators, ...parties, ...auditOffice].includes(role))
const everyone = Role.options
/** Those who work with the papers and decide who is meant in them. */
const readers: readonly Role[] = ['clerk', 'auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'committeeOffice', 'secretary']
/** Those who keep the registers of officials and units. */
const keepers: readonly Role[] = ['clerk', 'leadAuditor', 'director', 'committeeOffice', 'secretary', 'organisation']

/** Who may do what, as sentences. Need-to-know record by record is decided on top of this. */
export const policy: readonly Sentence[] = [
  { roles: everyone, may: ['identity.me', 'identity.logout', 'identity.changePassword'] },
  { roles: auditOffice, may: ['*'], asks: true },
  {
    roles: members,
    may: [
      'places.*',
      'auditees.*',
      'regulations.*',
      'reports.*',
      'search.*',
      'portrait.*',
      'projects.*',
      'findings.*',
      'rectification.*',
      'links.ofOfficial',
      'links.inDocument',
      'notices.*',
    ],
    asks: true,
  },
  { roles: [...auditOffice, ...members], may: ['auditees.saveView', 'auditees.dropView'] },
  { roles: keepers, may: ['places.*', 'auditees.*'] },
  { roles: keepers, may: ['intake.*'] },
  { roles: parties, may: ['regulations.*', 'notices.*'], asks: true },
  { roles: ['unitStaff'], may: ['rectification.list', 'rectification.one', 'rectification.claim'] },
  { roles: ['auditor', 'leadAuditor'], may: ['rectification.recognise'] },
  { roles: ['leadAuditor', 'reviewer', 'director'], may: ['rectification.close', 'rectification.reopen'] },
  { roles: ['leadAuditor', 'director'], may: ['rectification.extend'] },
  { roles: readers, may: ['reports.saveFacts', 'links.*'] },
  { roles: ['clerk', 'adjudicator', 'director', 'committeeOffice', 'secretary'], may: ['regulations.*'] },
  { roles: ['systemAdmin'], may: ['identity.accounts', 'identity.createAccount', 'identity.disableAccount'] },
  { roles: ['systemAdmin'], may: ['notices.*', 'regulations.*'], asks: true },
  { roles: ['securityAdmin'], may: ['identity.accounts', 'notices.*', 'regulations.*'], asks: true },
  { roles: ['auditAdmin'], may: ['trail.*', 'identity.accounts', 'notices.*', 'regulations.*'], asks: true },
]

/** Contracts that read the system's own keeping, closed to business roles however wide their sentence is. */
const keeping: readonly { prefix: string; roles: readonly Role[] }[] = [
  { prefix: 'trail.', roles: ['auditAdmin'] },
  { prefix: 'identity.accounts', roles: administrators },
]

const matches = (pattern: string, name: string) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name)
const closed = (role: Role, name: string) => keeping.some(({ prefix, roles }) => name.startsWith(prefix) && !roles.includes(role))

/** Whether a role may call a contract at all. */
export function roleMay(given: string, contract: Pick<Contract, 'name' | 'kind'>): boolean {
  const role = Role.safeParse(given)
  if (!role.success || closed(role.data, contract.name)) return false
  return policy.some(
    ({ roles, may, asks }) =>
      roles.includes(role.data) && (!asks || contract.kind === 'ask') && may.some((pattern) => matches(pattern, contract.name)),
  )
}
