import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen } from '../../kernel/money.ts'
import { AuditKind, SubjectClass } from '../../registers/auditees/model.ts'
import { JurisdictionCode } from '../../registers/places/model.ts'

const Text = z.string().min(1).max(2000)
const Year = z.number().int().min(2000).max(2100)
/** The quarter of the year, 1 to 4. */
export const Window = z.number().int().min(1).max(4)
export type Window = z.infer<typeof Window>

/**
 * What a planning rule sets. `effort`, `substitution`, `longestGap`, `classShare` speak of a class; `districtCeiling` of a region;
 * `weight`, `score` and `scoreCap` name the part in `key`; the rest are single numbers of the place.
 */
export const PlanningRuleKind = z.enum([
  'horizon',
  'gapYears',
  'rotationShare',
  'longestGap',
  'substitution',
  'severalPosts',
  'departureFirst',
  'recusalYears',
  'districtCeiling',
  'effort',
  'effortSample',
  'utilisation',
  'overtime',
  'replyDays',
  'newPostMonths',
  'weight',
  'score',
  'scoreCap',
  'classShare',
])
export type PlanningRuleKind = z.infer<typeof PlanningRuleKind>
export const Measure = z.enum(['years', 'months', 'days', 'workingDays', 'percent', 'count', 'points', 'yes', 'wanYuan'])
export type Measure = z.infer<typeof Measure>

/** One dated, regional number that the plan is made by, with its citation. */
export const PlanningRule = z.object({
  id: z.uuid(),
  kind: PlanningRuleKind,
  key: z.string().max(40).nullable(),
  region: JurisdictionCode.nullable(),
  class: SubjectClass.nullable(),
  amount: z.number().min(0).max(100_000),
  measure: Measure,
  title: Text,
  citation: Text,
  verified: z.boolean(),
  startsOn: Day,
  endsOn: Day.nullable(),
  version: z.number().int(),
})
export type PlanningRule = z.infer<typeof PlanningRule>

/** What an audit of a subject may need of a team; `general` every team has. */
export const Skill = z.enum(['general', 'finance', 'works', 'firm', 'environment', 'data'])
export type Skill = z.infer<typeof Skill>

export const AuditTeam = z.object({
  id: z.uuid(),
  code: z.string().min(1).max(20),
  name: z.string().min(1).max(60),
  /** Where it works without travelling. */
  district: JurisdictionCode,
  jurisdiction: JurisdictionCode,
  endedOn: Day.nullable(),
  version: z.number().int(),
})
export type AuditTeam = z.infer<typeof AuditTeam>

export const Auditor = z.object({
  id: z.uuid(),
  number: z.string().min(1).max(40),
  name: z.string().min(1).max(40),
  team: z.uuid(),
  account: z.string().nullable(),
  skills: z.array(Skill),
  startsOn: Day,
  endsOn: Day.nullable(),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type Auditor = z.infer<typeof Auditor>

/** Days an auditor is not free for the plan; statutory jobs (the budget audit) come first. */
export const AbsenceKind = z.enum(['leave', 'secondment', 'statutory', 'training'])
export type AbsenceKind = z.infer<typeof AbsenceKind>
export const AuditorAbsence = z.object({
  id: z.uuid(),
  auditor: z.uuid(),
  kind: AbsenceKind,
  startsOn: Day,
  endsOn: Day,
  /** Of the working days in that span, in percent. */
  share: z.number().int().min(1).max(100),
  note: z.string().max(200).nullable(),
  version: z.number().int(),
})
export type AuditorAbsence = z.infer<typeof AuditorAbsence>

/** Why an auditor keeps away from a unit: served there (until when), kinship, interest, other. */
export const TieKind = z.enum(['served', 'kinship', 'interest', 'other'])
export type TieKind = z.infer<typeof TieKind>
export const AuditorTie = z.object({
  id: z.uuid(),
  auditor: z.uuid(),
  unit: z.uuid(),
  kind: TieKind,
  /** Last day of the service; null for ties that do not end. */
  endedOn: Day.nullable(),
  ground: z.string().min(1).max(200),
  declaredOn: Day,
  decidedBy: z.string().min(1).max(60),
})
export type AuditorTie = z.infer<typeof AuditorTie>

/** One unit visited in a round of patrol; `joint` = the patrol office agrees to one supervision of both sides. */
export const PatrolRound = z.object({
  id: z.uuid(),
  round: z.string().min(1).max(60),
  unit: z.uuid(),
  startsOn: Day,
  endsOn: Day,
  joint: z.boolean(),
  agreedBy: z.string().max(60).nullable(),
  note: z.string().max(200).nullable(),
  /** Matters the patrol found there, known since its feedback. */
  issues: z.number().int().min(0).max(10_000).nullable(),
  feedbackOn: Day.nullable(),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type PatrolRound = z.infer<typeof PatrolRound>

/** What a unit had at its disposal in a year, and the paper that says so. */
export const UnitFund = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  year: Year,
  amount: Fen.refine((amount) => amount >= 0),
  source: z.string().min(1).max(200),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type UnitFund = z.infer<typeof UnitFund>

/** An official whom the organisation department entrusts for audit, at the latest in a year. */
export const Entrustment = z.object({
  id: z.uuid(),
  number: z.string().min(1).max(60),
  official: z.uuid(),
  tenure: z.uuid(),
  kind: AuditKind,
  entrustedOn: Day,
  by: z.string().min(1).max(60),
  latestYear: Year,
  note: z.string().max(200).nullable(),
  withdrawnOn: Day.nullable(),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type Entrustment = z.infer<typeof Entrustment>

/** drafting until the audit committee first approves; from then on every change passes the same channel. */
export const PlanState = z.enum(['drafting', 'approved'])
export type PlanState = z.infer<typeof PlanState>
export const YearPlan = z.object({
  id: z.uuid(),
  year: Year,
  years: z.number().int().min(1).max(8),
  title: z.string().min(1).max(120),
  state: PlanState,
  meetingOn: Day.nullable(),
  submitBy: Day.nullable(),
  approvedOn: Day.nullable(),
  madeBy: z.string(),
  madeOn: Day,
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type YearPlan = z.infer<typeof YearPlan>

/** Where an item of the plan stands in its procedure (procedure.ts); the columns of the board. */
export const Stage = z.enum(['candidate', 'consulting', 'meeting', 'committee', 'issued', 'deferred', 'removed'])
export type Stage = z.infer<typeof Stage>
/** On the way from the board to the resolution, in order. */
export const onTheWay: readonly Stage[] = ['consulting', 'meeting', 'committee']
/** What has left the board and stays where it is: on the way, or issued. */
export const underWay: readonly Stage[] = [...onTheWay, 'issued']
/** What an item proposes: an audit, another slot for an issued one, or striking an issued one. */
export const ItemChange = z.enum(['add', 'move', 'drop'])
export type ItemChange = z.infer<typeof ItemChange>

/**
 * One audit of one official in one post, planned for a year, a quarter and a team. When issued it opens a project.
 * Items of one plan with the same `together` in one year are one project (party and government heads audited together).
 */
export const PlannedAudit = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  official: z.uuid(),
  tenure: z.uuid(),
  unit: z.uuid(),
  year: Year,
  window: Window,
  team: z.uuid(),
  kind: AuditKind,
  together: z.string().nullable(),
  effortDays: z.number().int().min(1),
  score: z.number().int(),
  stage: Stage,
  change: ItemChange,
  /** The issued item that this one moves or strikes. */
  of: z.uuid().nullable(),
  /** The patrol round it is done together with. */
  patrol: z.uuid().nullable(),
  /** Who put it where it stands, and the reason when a person did. */
  movedBy: z.string(),
  reason: z.string().nullable(),
  resolution: z.uuid().nullable(),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type PlannedAudit = z.infer<typeof PlannedAudit>
