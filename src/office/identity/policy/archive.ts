import { members, parties, readers, type Sentence } from './sentence.ts'

/** Who may do what in the archive. */
export const archiveSentences: readonly Sentence[] = [
  { roles: parties, may: ['reports.list', 'reports.one', 'reports.original'], asks: true },
  { roles: members, may: ['reports.*', 'search.*', 'portrait.*', 'links.ofOfficial', 'links.inDocument'], asks: true },
  { roles: readers, may: ['reports.saveFacts', 'links.*'] },
  {
    roles: ['leadAuditor', 'director', 'committeeOffice', 'secretary'],
    may: ['risks.draftList', 'risks.draftCases', 'risks.save', 'risks.renew'],
  },
  {
    roles: ['director', 'committeeOffice', 'secretary'],
    may: ['risks.draftReport', 'risks.redraw', 'risks.review', 'risks.sendBack', 'risks.issue', 'risks.saveRule'],
  },
  { roles: [...members, 'unitStaff'], may: ['risks.notices'], asks: true },
]
