import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Fen } from '../../../kernel/money.ts'
import { Grade } from '../../findings/model.ts'

/** How a duty is held: one's own, delegated to a deputy, or supervised in others. */
export const Holding = z.enum(['own', 'delegated', 'supervised'])
export type Holding = z.infer<typeof Holding>

/** One line of the list of duties and powers (职责权限清单): what should be done. */
export const Duty = z.object({
  id: z.uuid(),
  project: z.uuid(),
  number: z.string(),
  duty: z.string(),
  basis: z.string(),
  article: z.string().nullable(),
  post: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  holding: Holding,
  divisionDocument: z.string().nullable(),
  relatedFunds: z.string().nullable(),
  version: z.number().int(),
})
export type Duty = z.infer<typeof Duty>

/** The classes of 三重一大: major decisions, appointments, projects, large sums. */
export const DecisionKind = z.enum(['majorDecision', 'personnel', 'project', 'funds', 'other'])
export type DecisionKind = z.infer<typeof DecisionKind>

/** One line of the list of important decisions (重要决策事项清单): what was done. */
export const KeyDecision = z.object({
  id: z.uuid(),
  project: z.uuid(),
  duty: z.uuid().nullable(),
  number: z.string(),
  matter: z.string(),
  kind: DecisionKind,
  decidedOn: Day.nullable(),
  meeting: z.string().nullable(),
  presidedBy: z.string().nullable(),
  attendance: z.number().int().nullable(),
  votesFor: z.number().int().nullable(),
  votesAgainst: z.number().int().nullable(),
  objection: z.string().nullable(),
  amount: Fen.nullable(),
  result: z.string().nullable(),
  executingUnit: z.string().nullable(),
  papers: z.string().nullable(),
  version: z.number().int(),
})
export type KeyDecision = z.infer<typeof KeyDecision>

export const CheckResult = z.enum(['noProblem', 'problem', 'notChecked'])
export type CheckResult = z.infer<typeof CheckResult>

/** One line of the list of checks and results (审计核查及结果清单): how well; null `result` = still to be checked. */
export const AuditCheck = z.object({
  id: z.uuid(),
  project: z.uuid(),
  duty: z.uuid().nullable(),
  decision: z.uuid().nullable(),
  number: z.string(),
  step: z.string(),
  method: z.string(),
  auditor: z.string().nullable(),
  result: CheckResult.nullable(),
  reason: z.string().nullable(),
  finding: z.uuid().nullable(),
  responsibility: Grade.nullable(),
  version: z.number().int(),
})
export type AuditCheck = z.infer<typeof AuditCheck>

export const Quality = z.enum(['passed', 'failed'])
export type Quality = z.infer<typeof Quality>
export const Confidentiality = z.enum(['open', 'internal', 'workSecret'])
export type Confidentiality = z.infer<typeof Confidentiality>
export const Disposal = z.enum(['returned', 'destroyed'])
export type Disposal = z.infer<typeof Disposal>

/** One line of the list of data needed (数据需求清单): how to audit. */
export const DataNeed = z.object({
  id: z.uuid(),
  project: z.uuid(),
  auditCheck: z.uuid().nullable(),
  number: z.string(),
  dataSet: z.string(),
  ownerUnit: z.string(),
  system: z.string().nullable(),
  fields: z.string().nullable(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  format: z.string().nullable(),
  purpose: z.string(),
  requestedOn: Day.nullable(),
  dueOn: Day.nullable(),
  receivedOn: Day.nullable(),
  quality: Quality.nullable(),
  qualityNote: z.string().nullable(),
  confidentiality: Confidentiality,
  disposal: Disposal.nullable(),
  disposedOn: Day.nullable(),
  version: z.number().int(),
})
export type DataNeed = z.infer<typeof DataNeed>
