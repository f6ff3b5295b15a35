import type { Contract } from '../../../kernel/contract.ts'
import { Role } from '../model.ts'
import { archiveSentences } from './archive.ts'
import { auditSentences } from './audit.ts'
import { jointSentences } from './joint.ts'
import { leadReaders } from './leads.ts'
import { officeSentences } from './office.ts'
import { registersSentences } from './registers.ts'
import { administrators, auditOffice, custodians, keepers, type Sentence } from './sentence.ts'

/**
 * Who may do what, as sentences, a page for each wing. Which records an answer shows is decided on top of this,
 * table by table, in src/access.ts.
 */
export const policy: readonly Sentence[] = [
  ...officeSentences,
  ...registersSentences,
  ...auditSentences,
  ...jointSentences,
  ...archiveSentences,
]

/** Contracts that read the system's own keeping, closed to business roles however wide their sentence is. */
const keeping: readonly { prefix: string; roles: readonly Role[] }[] = [
  { prefix: 'trail.', roles: ['auditAdmin'] },
  { prefix: 'identity.account', roles: administrators },
  { prefix: 'identity.orders', roles: administrators },
  { prefix: 'identity.securityRules', roles: administrators },
  { prefix: 'custody.readers', roles: custodians },
  { prefix: 'custody.ownReaders', roles: ['official'] },
  { prefix: 'auditees.saveRule', roles: ['director', 'committeeOffice', 'secretary'] },
  { prefix: 'projects.mine', roles: ['official', 'unitStaff'] },
  { prefix: 'findings.own', roles: ['official', 'unitStaff'] },
  { prefix: 'findings.flags', roles: auditOffice },
  { prefix: 'findings.correction', roles: auditOffice },
  { prefix: 'custody.decisions', roles: keepers },
  { prefix: 'custody.corrections', roles: [...keepers, 'official'] },
  { prefix: 'custody.identityNumber', roles: [...keepers, 'discipline'] },
  { prefix: 'leads.', roles: leadReaders },
]

const matches = (pattern: string, name: string) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name)
const closed = (role: Role, name: string) => keeping.some(({ prefix, roles }) => name.startsWith(prefix) && !roles.includes(role))

/** Whether a role may call a contract at all, by the policy or by other sentences in its stead. */
export function roleMay(given: string, contract: Pick<Contract, 'name' | 'kind'>, sentences: readonly Sentence[] = policy): boolean {
  const role = Role.safeParse(given)
  if (!role.success || closed(role.data, contract.name)) return false
  return sentences.some(
    ({ roles, may, asks }) =>
      roles.includes(role.data) && (!asks || contract.kind === 'ask') && may.some((pattern) => matches(pattern, contract.name)),
  )
}
