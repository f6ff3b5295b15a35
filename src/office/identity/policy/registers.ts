import { administrators, auditOffice, keepers, members, parties, type Sentence } from './sentence.ts'

/** Who may do what in the registers. */
export const registersSentences: readonly Sentence[] = [
  { roles: members, may: ['places.*', 'auditees.*', 'regulations.*'], asks: true },
  { roles: [...parties, ...administrators], may: ['regulations.*'], asks: true },
  { roles: [...auditOffice, ...members], may: ['auditees.saveView', 'auditees.dropView'] },
  { roles: keepers, may: ['places.*', 'auditees.*'] },
  { roles: ['clerk', 'adjudicator', 'director', 'committeeOffice', 'secretary'], may: ['regulations.*'] },
]
