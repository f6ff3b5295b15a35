import { administrators, auditOffice, custodians, everyone, keepers, members, parties, type Sentence } from './sentence.ts'

/** Who may do what in the office's rooms. */
export const officeSentences: readonly Sentence[] = [
  { roles: everyone, may: ['identity.me', 'identity.logout', 'identity.changePassword'] },
  { roles: auditOffice, may: ['*'], asks: true },
  { roles: [...members, ...parties, ...administrators], may: ['notices.*'], asks: true },
  { roles: keepers, may: ['intake.*'] },
  { roles: ['systemAdmin'], may: ['identity.accounts', 'identity.createAccount', 'identity.disableAccount'] },
  { roles: ['securityAdmin', 'auditAdmin'], may: ['identity.accounts'], asks: true },
  { roles: ['auditAdmin'], may: ['trail.*'], asks: true },
  { roles: everyone, may: ['custody.settings', 'custody.recordCopy'] },
  {
    roles: [...auditOffice, ...members],
    may: ['custody.level', 'custody.raise', 'custody.openReading', 'custody.closeReading', 'custody.myReading', 'custody.retention'],
  },
  { roles: keepers, may: ['custody.identityNumber', 'custody.setIdentityNumber', 'custody.revealIdentityNumber'] },
  { roles: ['discipline'], may: ['custody.identityNumber', 'custody.revealIdentityNumber'] },
  { roles: keepers, may: ['custody.proposeLower', 'custody.decisions', 'custody.corrections', 'custody.answerCorrection'] },
  { roles: custodians, may: ['custody.decideLower', 'custody.readers', 'custody.setRetention'] },
  { roles: ['official'], may: ['custody.ownReaders', 'custody.requestCorrection', 'custody.corrections'] },
  { roles: ['securityAdmin'], may: ['custody.saveSettings', 'custody.retention'] },
]
