import type { AnyDocument } from '../../office/documents/rules/type.ts'
import { admonishmentLetter } from './admonishment/admonishment-letter.doc.ts'
import { admonishmentTalk } from './admonishment/admonishment-talk.doc.ts'
import { inquiryNotice } from './admonishment/inquiry-notice.doc.ts'
import { liftDecision } from './admonishment/lift-decision.doc.ts'
import { reminderLetter } from './admonishment/reminder-letter.doc.ts'
import { acceptanceNotice } from './appeal/acceptance-notice.doc.ts'
import { appealPetition } from './appeal/appeal-petition.doc.ts'
import { correctionNotice } from './appeal/correction-notice.doc.ts'
import { reviewDecision } from './appeal/review-decision.doc.ts'
import { reviewFinding } from './appeal/review-finding.doc.ts'
import { toleranceRequest } from './appeal/tolerance-request.doc.ts'
import { appraisalForm } from './assessment/appraisal-form.doc.ts'
import { assessmentForm } from './assessment/assessment-form.doc.ts'
import { auditDecision } from './decision/audit-decision.doc.ts'
import { hearingNotice } from './decision/hearing-notice.doc.ts'
import { penaltyDecision } from './decision/penalty-decision.doc.ts'
import { transferLetter } from './decision/transfer-letter.doc.ts'
import { accountQuery } from './fieldwork/account-query.doc.ts'
import { depositQuery } from './fieldwork/deposit-query.doc.ts'
import { evidenceSheet } from './fieldwork/evidence-sheet.doc.ts'
import { implementationPlan } from './fieldwork/implementation-plan.doc.ts'
import { requestList } from './fieldwork/request-list.doc.ts'
import { sealNotice } from './fieldwork/seal-notice.doc.ts'
import { survey } from './fieldwork/survey.doc.ts'
import { talkRecord } from './fieldwork/talk-record.doc.ts'
import { workingPaper } from './fieldwork/working-paper.doc.ts'
import { handoverList } from './linkage/handover-list.doc.ts'
import { linkagePlan } from './linkage/linkage-plan.doc.ts'
import { handoverSheet } from './meeting/handover-sheet.doc.ts'
import { meetingMinutes } from './meeting/meeting-minutes.doc.ts'
import { meetingNotice } from './meeting/meeting-notice.doc.ts'
import { opinionRequest } from './meeting/opinion-request.doc.ts'
import { planChangeRequest } from './meeting/plan-change-request.doc.ts'
import { preAppointmentNotice } from './meeting/pre-appointment-notice.doc.ts'
import { yearlyPlan } from './meeting/yearly-plan.doc.ts'
import { portraitMaterial } from './portrait/portrait-material.doc.ts'
import { closingNote } from './rectification/closing-note.doc.ts'
import { extensionRequest } from './rectification/extension-request.doc.ts'
import { lookBackReport } from './rectification/look-back-report.doc.ts'
import { recognitionForm } from './rectification/recognition-form.doc.ts'
import { rectificationLetter } from './rectification/rectification-letter.doc.ts'
import { rectificationNotice } from './rectification/rectification-notice.doc.ts'
import { rectificationPlan } from './rectification/rectification-plan.doc.ts'
import { rectificationReport } from './rectification/rectification-report.doc.ts'
import { summonsNotice } from './rectification/summons-notice.doc.ts'
import { summonsRecord } from './rectification/summons-record.doc.ts'
import { urgingLetter } from './rectification/urging-letter.doc.ts'
import { adoptionStatement } from './report/adoption-statement.doc.ts'
import { auditReport } from './report/audit-report.doc.ts'
import { commentRequest } from './report/comment-request.doc.ts'
import { draftReport } from './report/draft-report.doc.ts'
import { feedbackRecord } from './report/feedback-record.doc.ts'
import { resultAnnouncement } from './report/result-announcement.doc.ts'
import { resultReport } from './report/result-report.doc.ts'
import { submissionLetter } from './report/submission-letter.doc.ts'
import { surveyReport } from './report/survey-report.doc.ts'
import { teamReport } from './report/team-report.doc.ts'
import { writtenOpinion } from './report/written-opinion.doc.ts'
import { adjudicationOpinion } from './review/adjudication-opinion.doc.ts'
import { businessMinutes } from './review/business-minutes.doc.ts'
import { reviewOpinion } from './review/review-opinion.doc.ts'
import { auditNotice } from './start/audit-notice.doc.ts'
import { commitment } from './start/commitment.doc.ts'
import { entryRecord } from './start/entry-record.doc.ts'
import { planNotice } from './start/plan-notice.doc.ts'
import { publicNotice } from './start/public-notice.doc.ts'
import { recusalStatement } from './start/recusal-statement.doc.ts'
import { serviceProof } from './start/service-proof.doc.ts'
import { teamList } from './start/team-list.doc.ts'
import { dutyAuditReport } from './three-duty/duty-audit-report.doc.ts'
import { personnelReport } from './three-duty/personnel-report.doc.ts'
import { staffingReport } from './three-duty/staffing-report.doc.ts'
import { threeDutyNotice } from './three-duty/three-duty-notice.doc.ts'
import { threeDutySummary } from './three-duty/three-duty-summary.doc.ts'

/** Every document type of the audit wing and of the joint work, group by group. */
export const auditPapers: readonly AnyDocument[] = [
  auditNotice,
  commitment,
  entryRecord,
  planNotice,
  publicNotice,
  recusalStatement,
  serviceProof,
  teamList,
  requestList,
  accountQuery,
  depositQuery,
  evidenceSheet,
  implementationPlan,
  sealNotice,
  survey,
  talkRecord,
  workingPaper,
  adoptionStatement,
  auditReport,
  commentRequest,
  draftReport,
  feedbackRecord,
  resultAnnouncement,
  resultReport,
  submissionLetter,
  surveyReport,
  teamReport,
  writtenOpinion,
  auditDecision,
  hearingNotice,
  penaltyDecision,
  transferLetter,
  adjudicationOpinion,
  businessMinutes,
  reviewOpinion,
  closingNote,
  extensionRequest,
  lookBackReport,
  recognitionForm,
  rectificationLetter,
  rectificationNotice,
  rectificationPlan,
  rectificationReport,
  summonsNotice,
  summonsRecord,
  urgingLetter,
  handoverSheet,
  meetingMinutes,
  meetingNotice,
  opinionRequest,
  planChangeRequest,
  preAppointmentNotice,
  yearlyPlan,
  dutyAuditReport,
  personnelReport,
  staffingReport,
  threeDutyNotice,
  threeDutySummary,
  handoverList,
  linkagePlan,
  admonishmentLetter,
  admonishmentTalk,
  inquiryNotice,
  liftDecision,
  reminderLetter,
  appraisalForm,
  assessmentForm,
  acceptanceNotice,
  appealPetition,
  correctionNotice,
  reviewDecision,
  reviewFinding,
  toleranceRequest,
  portraitMaterial,
]
