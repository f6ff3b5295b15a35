import { documentsSentences } from './documents.ts'
import { administrators, auditOffice, custodians, everyone, keepers, members, parties, type Sentence } from './sentence.ts'

/** Who may do what in the office's rooms. */
export const officeSentences: readonly Sentence[] = [
  {
    roles: everyone,
    may: [
      'identity.me',
      'identity.logout',
      'identity.changePassword',
      'identity.takeSeat',
      'identity.mine',
      'identity.endSession',
      'identity.endOtherSessions',
      'identity.beginSecondFactor',
      'identity.confirmSecondFactor',
      'identity.dropSecondFactor',
      'identity.renewRecoveryCodes',
      'identity.createToken',
      'identity.revokeToken',
    ],
  },
  { roles: auditOffice, may: ['*'], asks: true },
  { roles: [...members, ...parties, ...administrators], may: ['notices.*'], asks: true },
  { roles: keepers, may: ['intake.*'] },
  ...documentsSentences,
  {
    roles: administrators,
    may: ['identity.accounts', 'identity.account', 'identity.accountUnits', 'identity.orders', 'identity.securityRules'],
    asks: true,
  },
  {
    roles: ['systemAdmin'],
    may: [
      'identity.createAccount',
      'identity.proposeSeat',
      'identity.proposeReset',
      'identity.proposeSubject',
      'identity.withdrawOrder',
      'identity.disableAccount',
      'identity.endSeat',
    ],
  },
  {
    roles: ['securityAdmin'],
    may: ['identity.decideOrder', 'identity.disableAccount', 'identity.endSeat', 'identity.setSecurityRule'],
  },
  { roles: ['auditAdmin'], may: ['trail.*'] },
  { roles: members, may: ['sharing.grants', 'sharing.resultRules'] },
  { roles: ['director', 'committeeOffice', 'secretary'], may: ['sharing.saveResultRule'] },
  { roles: ['clerk', 'leadAuditor', 'director', 'committeeOffice', 'secretary'], may: ['sharing.give'] },
  { roles: ['leadAuditor', 'director', 'committeeOffice'], may: ['sharing.confirm', 'sharing.revoke'] },
  { roles: ['director', 'committeeOffice'], may: ['sharing.recuse', 'sharing.endRecusal'] },
  { roles: everyone, may: ['custody.settings', 'custody.clearances', 'custody.recordCopy'] },
  {
    roles: [...auditOffice, ...members],
    may: ['custody.level', 'custody.raise', 'custody.openReading', 'custody.closeReading', 'custody.myReading', 'custody.retention'],
  },
  { roles: keepers, may: ['custody.identityNumber', 'custody.setIdentityNumber', 'custody.revealIdentityNumber'] },
  { roles: ['discipline'], may: ['custody.identityNumber', 'custody.revealIdentityNumber'] },
  { roles: keepers, may: ['custody.proposeLower', 'custody.decisions', 'custody.corrections', 'custody.answerCorrection'] },
  { roles: custodians, may: ['custody.decideLower', 'custody.readers', 'custody.setRetention'] },
  { roles: ['official'], may: ['custody.ownReaders', 'custody.requestCorrection', 'custody.corrections'] },
  { roles: ['securityAdmin'], may: ['custody.saveSettings', 'custody.setClearance', 'custody.retention'] },
]
