import type { Step } from '../../../kernel/procedure.ts'
import type { Role } from '../../../office/identity/model.ts'
import type { ProjectState } from '../model.ts'

export type GuardName =
  | 'notEnding'
  | 'firmOnly'
  | 'firmTold'
  | 'teamWhole'
  | 'teamClear'
  | 'onTeam'
  | 'noticeProven'
  | 'entryLawful'
  | 'planOnFile'
  | 'heardOnFile'
  | 'evidenceBehindEach'
  | 'noDraftOut'
  | 'draftProven'
  | 'isParty'
  | 'stillTime'
  | 'repliedOrLapsed'
  | 'repliesAnswered'
  | 'notOnTeam'
  | 'otherThanReviewer'
  | 'carried'
  | 'metOrSimplified'
  | 'reviewedTwice'
  | 'reportProven'
  | 'fourClasses'
  | 'retentionTold'
  | 'nothingBegun'
  | 'simplifiedOnly'
  | 'endApproved'

export type CaseStep =
  | 'tell'
  | 'team'
  | 'notice'
  | 'serveNotice'
  | 'urge'
  | 'plan'
  | 'enter'
  | 'begin'
  | 'amendPlan'
  | 'hear'
  | 'report'
  | 'sendDraft'
  | 'serveDraft'
  | 'reply'
  | 'adopt'
  | 'review'
  | 'adjudicate'
  | 'sendBack'
  | 'meet'
  | 'issue'
  | 'deliver'
  | 'brief'
  | 'follow'
  | 'archive'
  | 'upgrade'
  | 'terminate'

export type Row = Step<ProjectState, Role, GuardName>
/** A row of the procedure; nothing goes on while a termination is being decided. */
export const step = (row: Partial<Row> & Pick<Row, 'title' | 'from' | 'to' | 'acts'>): Row => ({
  consult: [],
  document: null,
  clock: null,
  ...row,
  guards: ['notEnding', ...(row.guards ?? [])],
})

export const auditors = ['auditor', 'leadAuditor'] as const
export const desk = ['clerk', 'auditor', 'leadAuditor'] as const
