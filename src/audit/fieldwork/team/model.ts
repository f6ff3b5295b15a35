import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** Days of work are counted in halves. */
export const WorkDays = z.number().min(0).max(999).multipleOf(0.5)

export const FieldRuleKind = z.enum(['formerPostYears', 'priorAuditYears', 'talkAuditors', 'answerDays', 'countersignDays', 'likeness'])
export type FieldRuleKind = z.infer<typeof FieldRuleKind>

/** A number of this room that a paper sets: dated, of a region, with its citation. */
export const FieldworkRule = z.object({
  id: z.uuid(),
  kind: FieldRuleKind,
  amount: z.number().int(),
  measure: z.enum(['years', 'persons', 'days', 'percent']),
  region: z.string().nullable(),
  title: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  startsOn: Day,
  endsOn: Day.nullable(),
})
export type FieldworkRule = z.infer<typeof FieldworkRule>

export const TeamRole = z.enum(['leader', 'deputy', 'lead', 'member', 'expert'])
export type TeamRole = z.infer<typeof TeamRole>

/** Who works on a project: leader (组长), deputy, lead auditor (主审), member, engaged expert; `days` are those planned. */
export const ProjectMember = z.object({
  id: z.uuid(),
  project: z.uuid(),
  account: z.string(),
  name: z.string(),
  role: TeamRole,
  days: WorkDays,
  skills: z.array(z.string()),
  joinedOn: Day,
  leftOn: Day.nullable(),
  version: z.number().int(),
})
export type ProjectMember = z.infer<typeof ProjectMember>

/** A ground of recusal as a bare word: who the relative is, is never written down. */
export const DeclaredGround = z.enum(['kin', 'interest', 'formerPost', 'other', 'none'])
export type DeclaredGround = z.infer<typeof DeclaredGround>

/** What a member declares before the work begins (回避声明); `none` = nothing to declare. */
export const RecusalDeclaration = z.object({
  id: z.uuid(),
  project: z.uuid(),
  account: z.string(),
  ground: DeclaredGround,
  /** With a former post: when the person left the unit. */
  leftUnitOn: Day.nullable(),
  declaredOn: Day,
  version: z.number().int(),
})
export type RecusalDeclaration = z.infer<typeof RecusalDeclaration>

export const TaskState = z.enum(['planned', 'running', 'checking', 'done'])
export type TaskState = z.infer<typeof TaskState>

/** One card of the task board; `days` are those planned, those used are counted from WorkDay. */
export const FieldTask = z.object({
  id: z.uuid(),
  project: z.uuid(),
  title: z.string(),
  detail: z.string().nullable(),
  account: z.string().nullable(),
  state: TaskState,
  auditCheck: z.uuid().nullable(),
  days: WorkDays,
  dueOn: Day.nullable(),
  place: z.number().int(),
  version: z.number().int(),
})
export type FieldTask = z.infer<typeof FieldTask>

/** Half a day or a day that somebody worked on a task. */
export const WorkDay = z.object({
  id: z.uuid(),
  project: z.uuid(),
  task: z.uuid(),
  account: z.string(),
  workedOn: Day,
  days: z.number(),
  note: z.string().nullable(),
})
export type WorkDay = z.infer<typeof WorkDay>
