import type { z } from 'zod'
import { LinkThreshold, Mention, MentionVerdict, RegisterPrint } from './archive/links/model.ts'
import { Document, DocumentEdition, DocumentText, Paragraph } from './archive/reports/model.ts'
import { Compilation, CompilationVersion, LeadFigures, RiskNotice, RiskRule } from './archive/risks/model.ts'
import {
  CheckEvidence,
  Evidence,
  EvidenceFile,
  FindingEvidence,
  PaperEvidence,
  ReviewNote,
  Talk,
  WorkingPaper,
} from './audit/fieldwork/evidence/model.ts'
import { AuditCheck, DataNeed, Duty, KeyDecision } from './audit/fieldwork/lists/model.ts'
import { FieldPlan, PreSurvey, SiteTask, SiteTemplate } from './audit/fieldwork/planning/model.ts'
import { AnswerFile, MaterialRequest, OriginalLoan, RequestAnswer, RequestPackage } from './audit/fieldwork/requests/model.ts'
import { FieldTask, FieldworkRule, ProjectMember, RecusalDeclaration, WorkDay } from './audit/fieldwork/team/model.ts'
import { FindingBasis } from './audit/findings/basis/model.ts'
import { ClassRemap } from './audit/findings/classes/model.ts'
import { Correction, CorrectionBefore, CorrectionPlace } from './audit/findings/correction/model.ts'
import { Attribution, OtherPerson, SituationRule } from './audit/findings/duty/model.ts'
import { FindingEdition, FindingPlace } from './audit/findings/editing/model.ts'
import { FindingProposal } from './audit/findings/extraction/model.ts'
import { Finding, GradeRule, Objection, ProblemClass, Reply, Responsibility, Tolerance } from './audit/findings/model.ts'
import { HigherReview, LateReply, ReviewRoute } from './audit/findings/objection/model.ts'
import { FindingRepeat, FindingRule } from './audit/findings/repeats/model.ts'
import { ToleranceCase, ToleranceQuestion } from './audit/findings/tolerance/model.ts'
import * as leads from './audit/leads/model.ts'
import * as leadRecords from './audit/leads/rules/records.ts'
import * as planning from './audit/planning/model.ts'
import * as planRecords from './audit/planning/rules/records.ts'
import {
  ArchiveUnit,
  BusinessMeeting,
  DraftReply,
  Project,
  ProjectDraft,
  ProjectService,
  ProjectStep,
  ProjectSubject,
} from './audit/projects/model.ts'
import { Deadline, DeadlineCount, DeadlineSuspension, ReminderRule } from './audit/projects/rules/deadline-records.ts'
import { ProjectTermination, Remedy, ReviewCase } from './audit/projects/rules/side-records.ts'
import { Rectification, RectificationStep } from './audit/rectification/model.ts'
import * as custody from './office/custody/model.ts'
import { IssuedPaper, PaperEdition, PaperNumber, PaperSeries, PaperTemplate, ServiceReceipt } from './office/documents/model.ts'
import {
  AccessOrder,
  Account,
  FormerPassword,
  MachineToken,
  OutsideFlow,
  OutsideSubject,
  RecoveryCode,
  Replay,
  Seat,
  SecondFactor,
  SecurityRule,
  Session,
  Setting,
  SignInAddress,
} from './office/identity/model.ts'
import { Batch, BatchChange } from './office/intake/model.ts'
import { Recusal, ResultRule, ShareGrant } from './office/sharing/model.ts'
import { TrailBatch, TrailCheck, TrailCheckpoint, TrailKey, TrailLink, TrailRow } from './office/trail/model.ts'
import { AuditeeRule, AuditeeView, Official, PastAudit, ResumeLine, Tenure } from './registers/auditees/model.ts'
import { Jurisdiction, Unit } from './registers/places/model.ts'
import { CalendarYear, ClockRow, Provision, Regulation, RegulationVersion, Workday } from './registers/regulations/model.ts'

/** The whole database on one page: one line per table, each the record its room defines. */
export const tables = {
  // office
  account: Account,
  seat: Seat,
  accessOrder: AccessOrder,
  session: Session,
  signInAddress: SignInAddress,
  formerPassword: FormerPassword,
  securityRule: SecurityRule,
  secondFactor: SecondFactor,
  recoveryCode: RecoveryCode,
  machineToken: MachineToken,
  outsideSubject: OutsideSubject,
  outsideFlow: OutsideFlow,
  setting: Setting,
  replay: Replay,
  trail: TrailRow,
  trailLink: TrailLink,
  trailBatch: TrailBatch,
  trailCheckpoint: TrailCheckpoint,
  trailCheck: TrailCheck,
  secrecyMark: custody.SecrecyMark,
  secrecyDecision: custody.SecrecyDecision,
  dossierReading: custody.DossierReading,
  identityNumber: custody.IdentityNumber,
  retentionRule: custody.RetentionRule,
  clearanceRule: custody.ClearanceRule,
  correctionRequest: custody.CorrectionRequest,
  trailKey: TrailKey,
  batch: Batch,
  batchChange: BatchChange,
  paperSeries: PaperSeries,
  paperNumber: PaperNumber,
  paperTemplate: PaperTemplate,
  issuedPaper: IssuedPaper,
  paperEdition: PaperEdition,
  serviceReceipt: ServiceReceipt,
  shareGrant: ShareGrant,
  recusal: Recusal,
  resultRule: ResultRule,
  // registers
  jurisdiction: Jurisdiction,
  unit: Unit,
  regulation: Regulation,
  regulationVersion: RegulationVersion,
  provision: Provision,
  clockRule: ClockRow,
  workday: Workday,
  calendarYear: CalendarYear,
  official: Official,
  tenure: Tenure,
  pastAudit: PastAudit,
  auditeeRule: AuditeeRule,
  auditeeView: AuditeeView,
  resumeLine: ResumeLine,
  // audit
  planningRule: planning.PlanningRule,
  auditTeam: planning.AuditTeam,
  auditor: planning.Auditor,
  auditorAbsence: planning.AuditorAbsence,
  auditorTie: planning.AuditorTie,
  patrolRound: planning.PatrolRound,
  entrustment: planning.Entrustment,
  unitFund: planning.UnitFund,
  plan: planning.YearPlan,
  planResolution: planRecords.PlanResolution,
  planItem: planning.PlannedAudit,
  planPin: planRecords.PlanPin,
  planEdit: planRecords.PlanEdit,
  planVersion: planRecords.PlanVersion,
  planRun: planRecords.PlanRun,
  planStep: planRecords.PlanStep,
  planLetter: planRecords.PlanLetter,
  planOpinion: planRecords.PlanOpinion,
  planNotice: planRecords.PlanNotice,
  project: Project,
  projectSubject: ProjectSubject,
  projectStep: ProjectStep,
  projectService: ProjectService,
  projectDraft: ProjectDraft,
  draftReply: DraftReply,
  businessMeeting: BusinessMeeting,
  archiveUnit: ArchiveUnit,
  deadline: Deadline,
  deadlineCount: DeadlineCount,
  deadlineSuspension: DeadlineSuspension,
  reminderRule: ReminderRule,
  projectTermination: ProjectTermination,
  reviewCase: ReviewCase,
  remedy: Remedy,
  finding: Finding,
  responsibility: Responsibility,
  reply: Reply,
  tolerance: Tolerance,
  objection: Objection,
  problemClass: ProblemClass,
  gradeRule: GradeRule,
  findingEdition: FindingEdition,
  findingBasis: FindingBasis,
  findingPlace: FindingPlace,
  findingRepeat: FindingRepeat,
  findingRule: FindingRule,
  findingProposal: FindingProposal,
  classRemap: ClassRemap,
  rectification: Rectification,
  rectificationStep: RectificationStep,
  duty: Duty,
  keyDecision: KeyDecision,
  auditCheck: AuditCheck,
  dataNeed: DataNeed,
  fieldworkRule: FieldworkRule,
  preSurvey: PreSurvey,
  fieldPlan: FieldPlan,
  siteTemplate: SiteTemplate,
  siteTask: SiteTask,
  projectMember: ProjectMember,
  recusalDeclaration: RecusalDeclaration,
  fieldTask: FieldTask,
  workDay: WorkDay,
  materialRequest: MaterialRequest,
  requestAnswer: RequestAnswer,
  answerFile: AnswerFile,
  originalLoan: OriginalLoan,
  requestPackage: RequestPackage,
  evidence: Evidence,
  evidenceFile: EvidenceFile,
  findingEvidence: FindingEvidence,
  checkEvidence: CheckEvidence,
  workingPaper: WorkingPaper,
  paperEvidence: PaperEvidence,
  reviewNote: ReviewNote,
  talk: Talk,
  leadOrgan: leadRecords.LeadOrgan,
  organKey: leadRecords.OrganKey,
  routeRule: leadRecords.RouteRule,
  sanctionRule: leadRecords.SanctionRule,
  lead: leads.Lead,
  leadStep: leads.LeadStep,
  leadNote: leads.LeadNote,
  leadOpinion: leads.LeadOpinion,
  leadOutcome: leads.LeadOutcome,
  leadPaper: leads.LeadPaper,
  leadInsidePaper: leads.LeadInsidePaper,
  leadExhibit: leads.LeadExhibit,
  leadPackage: leadRecords.LeadPackage,
  leadReply: leadRecords.LeadReply,
  situationRule: SituationRule,
  attribution: Attribution,
  otherPerson: OtherPerson,
  toleranceQuestion: ToleranceQuestion,
  toleranceCase: ToleranceCase,
  reviewRoute: ReviewRoute,
  higherReview: HigherReview,
  lateReply: LateReply,
  correction: Correction,
  correctionBefore: CorrectionBefore,
  correctionPlace: CorrectionPlace,
  // archive
  document: Document,
  documentText: DocumentText,
  paragraph: Paragraph,
  documentEdition: DocumentEdition,
  mention: Mention,
  mentionVerdict: MentionVerdict,
  registerPrint: RegisterPrint,
  linkThreshold: LinkThreshold,
  riskRule: RiskRule,
  compilation: Compilation,
  compilationVersion: CompilationVersion,
  riskNotice: RiskNotice,
  leadFigures: LeadFigures,
} as const

export type Tables = { [Table in keyof typeof tables]: z.infer<(typeof tables)[Table]> }
