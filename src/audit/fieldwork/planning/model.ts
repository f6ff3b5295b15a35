import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** What was learnt of the unit before the audit (调查了解记录). One for each project. */
export const PreSurvey = z.object({
  id: z.uuid(),
  project: z.uuid(),
  surveyedOn: Day,
  preparedBy: z.string(),
  preparedName: z.string(),
  unitNature: z.string(),
  staffing: z.string().nullable(),
  structure: z.string().nullable(),
  financeSystem: z.string().nullable(),
  controls: z.string().nullable(),
  systems: z.string().nullable(),
  pastAudits: z.string().nullable(),
  focus: z.string().nullable(),
  version: z.number().int(),
})
export type PreSurvey = z.infer<typeof PreSurvey>

export const FieldPlanState = z.enum(['draft', 'submitted', 'approved', 'returned'])
export type FieldPlanState = z.infer<typeof FieldPlanState>

/** How long each list was when the plan was approved. */
export const ListCounts = z.object({
  duties: z.number().int(),
  decisions: z.number().int(),
  checks: z.number().int(),
  needs: z.number().int(),
})
export type ListCounts = z.infer<typeof ListCounts>

/** One edition of the implementation plan (审计实施方案); an approved one is never changed, a new edition replaces it. */
export const FieldPlan = z.object({
  id: z.uuid(),
  project: z.uuid(),
  edition: z.number().int(),
  state: FieldPlanState,
  aim: z.string(),
  scope: z.string(),
  matters: z.string(),
  steps: z.string(),
  division: z.string(),
  schedule: z.string(),
  /** Why the plan was changed; from the second edition on. */
  reason: z.string().nullable(),
  preparedBy: z.string(),
  preparedOn: Day,
  submittedOn: Day.nullable(),
  meetingOn: Day.nullable(),
  meeting: z.string().nullable(),
  opinion: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
  lists: ListCounts.nullable(),
  /** sha256 of what was approved. */
  digest: z.string().nullable(),
  version: z.number().int(),
})
export type FieldPlan = z.infer<typeof FieldPlan>

/** One line of the template of the on-site ten (十个一); dated, and a place may keep its own. */
export const SiteTemplate = z.object({
  id: z.uuid(),
  region: z.string().nullable(),
  place: z.number().int(),
  title: z.string(),
  says: z.string(),
  startsOn: Day,
  endsOn: Day.nullable(),
  version: z.number().int(),
})
export type SiteTemplate = z.infer<typeof SiteTemplate>

export const SiteState = z.enum(['open', 'done', 'notNeeded'])
export type SiteState = z.infer<typeof SiteState>

/** One line of a project's own checklist on site. */
export const SiteTask = z.object({
  id: z.uuid(),
  project: z.uuid(),
  template: z.uuid().nullable(),
  place: z.number().int(),
  title: z.string(),
  says: z.string(),
  state: SiteState,
  settledOn: Day.nullable(),
  settledBy: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type SiteTask = z.infer<typeof SiteTask>
