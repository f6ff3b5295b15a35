import { auditOffice, members, type Sentence } from './sentence.ts'

const keepersOfPapers = ['clerk', 'director', 'committeeOffice', 'secretary'] as const
/** Who drafts, fixes, issues and serves papers, and who keeps series and templates. */
export const documentsSentences: readonly Sentence[] = [
  { roles: auditOffice, may: ['documents.draft', 'documents.revise', 'documents.withdrawDraft'] },
  { roles: ['clerk', 'auditor', 'leadAuditor'], may: ['documents.freeze', 'documents.pdf', 'documents.send', 'documents.prove'] },
  { roles: ['director', 'committeeOffice', 'secretary'], may: ['documents.freeze', 'documents.issue', 'documents.void', 'documents.pdf'] },
  { roles: ['committeeOffice', 'secretary'], may: ['documents.send', 'documents.prove'] },
  {
    roles: members,
    may: ['documents.types', 'documents.list', 'documents.one', 'documents.ofSubject', 'documents.file', 'documents.proof'],
    asks: true,
  },
  { roles: keepersOfPapers, may: ['documents.saveSeries', 'documents.closeSeries'] },
  { roles: keepersOfPapers, may: ['documents.uploadTemplate', 'documents.activateTemplate', 'documents.withdrawTemplate'] },
]
