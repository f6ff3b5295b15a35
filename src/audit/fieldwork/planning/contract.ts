import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { kept, maybeDay, maybeText, Saved, target, text } from '../input.ts'
import { FieldPlan, ListCounts, PreSurvey, SiteState, SiteTask, SiteTemplate } from './model.ts'
import { words } from './words.ts'

const ofProject = z.object({ project: z.uuid() })
export const PlanningView = z.object({
  survey: PreSurvey.nullable(),
  /** Newest edition first. */
  plans: z.array(FieldPlan),
  site: z.array(SiteTask),
  lists: ListCounts,
})
export type PlanningView = z.infer<typeof PlanningView>
export const showPlanning = ask({ name: 'fieldwork.planning', title: words.title.show, input: ofProject, output: PlanningView })

const long = maybeText(5000)
export const saveSurvey = act({
  name: 'fieldwork.saveSurvey',
  title: words.action.saveSurvey,
  input: z.object({
    ...target,
    surveyedOn: Day,
    unitNature: text(1000),
    staffing: long,
    structure: long,
    financeSystem: long,
    controls: long,
    systems: long,
    pastAudits: long,
    focus: long,
  }),
  output: Saved,
})
export const savePlan = act({
  name: 'fieldwork.savePlan',
  title: words.action.savePlan,
  input: z.object({
    ...target,
    aim: text(5000),
    scope: text(5000),
    matters: text(10_000),
    steps: text(10_000),
    division: text(5000),
    schedule: text(5000),
    reason: maybeText(1000),
  }),
  output: Saved,
})
export const submitPlan = act({ name: 'fieldwork.submitPlan', title: words.action.submitPlan, input: z.object(kept), output: Saved })
export const decidePlan = act({
  name: 'fieldwork.decidePlan',
  title: words.action.decidePlan,
  input: z.object({
    ...kept,
    outcome: z.enum(['approved', 'returned']),
    meetingOn: maybeDay,
    meeting: maybeText(),
    opinion: maybeText(2000),
  }),
  output: Saved,
})
export const startSite = act({
  name: 'fieldwork.startSite',
  title: words.action.startSite,
  input: ofProject,
  output: z.object({ lines: z.number().int() }),
})
export const settleSite = act({
  name: 'fieldwork.settleSite',
  title: words.action.settleSite,
  input: z.object({ ...kept, state: SiteState, note: maybeText(1000) }),
  output: Saved,
})
export const showTemplate = ask({
  name: 'fieldwork.siteTemplate',
  title: words.title.showTemplate,
  input: z.object({}),
  output: z.array(SiteTemplate),
})
/** A line of the place's own template; the first one copies nothing: the place then keeps its own list. */
export const saveTemplate = act({
  name: 'fieldwork.saveTemplate',
  title: words.action.saveTemplate,
  input: z.object({
    id: z.uuid().optional(),
    version: z.coerce.number().int().optional(),
    place: z.coerce.number().int().min(1).max(99),
    title: text(60),
    says: text(500),
    endsOn: maybeDay,
  }),
  output: Saved,
})
