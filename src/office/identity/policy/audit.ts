import { members, type Sentence } from './sentence.ts'

/** Who may do what in the rooms of the audit. */
export const auditSentences: readonly Sentence[] = [
  { roles: members, may: ['projects.*', 'findings.*', 'rectification.*'], asks: true },
  { roles: ['unitStaff'], may: ['rectification.list', 'rectification.one', 'rectification.claim'] },
  { roles: ['auditor', 'leadAuditor'], may: ['rectification.recognise'] },
  { roles: ['leadAuditor', 'reviewer', 'director'], may: ['rectification.close', 'rectification.reopen'] },
  { roles: ['leadAuditor', 'director'], may: ['rectification.extend'] },
]
