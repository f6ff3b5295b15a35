import { administrators, auditOffice, everyone, keepers, members, parties, type Sentence } from './sentence.ts'

/** Who may do what in the office's rooms. */
export const officeSentences: readonly Sentence[] = [
  { roles: everyone, may: ['identity.me', 'identity.logout', 'identity.changePassword'] },
  { roles: auditOffice, may: ['*'], asks: true },
  { roles: [...members, ...parties, ...administrators], may: ['notices.*'], asks: true },
  { roles: keepers, may: ['intake.*'] },
  { roles: ['systemAdmin'], may: ['identity.accounts', 'identity.createAccount', 'identity.disableAccount'] },
  { roles: ['securityAdmin', 'auditAdmin'], may: ['identity.accounts'], asks: true },
  { roles: ['auditAdmin'], may: ['trail.*'], asks: true },
]
