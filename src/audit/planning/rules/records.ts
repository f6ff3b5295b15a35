import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Role } from '../../../office/identity/model.ts'
import { ItemChange, PlannedAudit, Stage, Window } from '../model.ts'

const Year = z.number().int().min(2000).max(2100)

/** A person's word to the recommendation: this audit in this slot, or not in this year at all. */
export const PlanPin = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  tenure: z.uuid(),
  kind: z.enum(['pin', 'ban']),
  year: Year,
  window: Window.nullable(),
  team: z.uuid().nullable(),
  reason: z.string().min(1).max(400),
  account: z.string(),
  name: z.string(),
  setOn: Day,
  version: z.number().int(),
})
export type PlanPin = z.infer<typeof PlanPin>

/** One deed of a hand on the board, with the rows as they were before it, so that it can be taken back. */
export const PlanEdit = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  account: z.string(),
  madeAt: z.string(),
  deed: z.string(),
  before: z.object({ items: z.array(PlannedAudit), pins: z.array(PlanPin), newPins: z.array(z.uuid()), newItems: z.array(z.uuid()) }),
  /** The versions the deed left behind: taken back only while nobody has touched them since. */
  after: z.record(z.string(), z.number().int()),
  undone: z.boolean(),
})
export type PlanEdit = z.infer<typeof PlanEdit>

export const PlanMethod = z.enum(['recommend', 'replan', 'saved', 'approved'])
export type PlanMethod = z.infer<typeof PlanMethod>

/** An item as a saved version keeps it. */
export const KeptAudit = PlannedAudit.pick({ official: true, tenure: true, unit: true, year: true, window: true, team: true, kind: true })
  .extend({ effortDays: z.number(), score: z.number(), stage: Stage })
  .loose()
export type KeptAudit = z.infer<typeof KeptAudit>

/** One saved version of a plan; never changed once written (the database refuses it). */
export const PlanVersion = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  no: z.number().int().min(1),
  method: PlanMethod,
  note: z.string().nullable(),
  madeBy: z.string(),
  madeName: z.string(),
  madeAt: z.string(),
  parent: z.uuid().nullable(),
  instanceHash: z.string(),
  instance: z.unknown(),
  rules: z.unknown(),
  items: z.array(KeptAudit),
  missed: z.object({ mandatory: z.array(z.string()), deadline: z.array(z.string()), pins: z.array(z.string()) }),
  cost: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  seed: z.number().int().nullable(),
  moves: z.number().int().nullable(),
  seconds: z.number().nullable(),
})
export type PlanVersion = z.infer<typeof PlanVersion>

export const RunState = z.enum(['waiting', 'running', 'cancelling', 'done', 'cancelled', 'failed'])
export type RunState = z.infer<typeof RunState>
/** One press on the button: who asked, how far it is, what came of it. */
export const PlanRun = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  method: PlanMethod,
  state: RunState,
  account: z.string(),
  name: z.string(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  seconds: z.number(),
  seed: z.number().int(),
  phase: z.string(),
  done: z.number(),
  cost: z.number().nullable(),
  bound: z.number().nullable(),
  planVersion: z.uuid().nullable(),
  why: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type PlanRun = z.infer<typeof PlanRun>

export const PlanStepName = z.enum(['consult', 'table', 'agree', 'approve', 'strike', 'sendBack', 'defer', 'resume'])
export type PlanStepName = z.infer<typeof PlanStepName>
/** One step taken with one item, by whom and why. */
export const PlanStep = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  item: z.uuid(),
  step: PlanStepName,
  account: z.string(),
  name: z.string(),
  takenOn: Day,
  text: z.string(),
  resolution: z.uuid().nullable(),
})
export type PlanStep = z.infer<typeof PlanStep>

/** One line of the difference that a resolution carries. */
export const ResolvedChange = z.object({ item: z.uuid(), change: ItemChange, says: z.string() })
/** A decision of the audit committee, with the difference it approved. */
export const PlanResolution = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  number: z.string().min(1).max(60),
  decidedOn: Day,
  text: z.string().max(2000),
  changes: z.array(ResolvedChange),
  recordedBy: z.string(),
  recordedName: z.string(),
})
export type PlanResolution = z.infer<typeof PlanResolution>

/** The organs that are asked before the joint meeting. */
export const Organ = Role.extract(['discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets'])
export type Organ = z.infer<typeof Organ>
/** One letter to one organ about some items, and when it answered. */
export const PlanLetter = z.object({
  id: z.uuid(),
  plan: z.uuid(),
  organ: Organ,
  items: z.array(z.uuid()),
  sentOn: Day,
  dueOn: Day,
  sentBy: z.string(),
  sentName: z.string(),
  repliedOn: Day.nullable(),
  repliedBy: z.string().nullable(),
  repliedName: z.string().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type PlanLetter = z.infer<typeof PlanLetter>

export const Stance = z.enum(['agree', 'object', 'suggest'])
export type Stance = z.infer<typeof Stance>
/** What an organ says about one item, and what became of it. */
export const PlanOpinion = z.object({
  id: z.uuid(),
  letter: z.uuid(),
  item: z.uuid(),
  stance: Stance,
  text: z.string().max(2000),
  saidBy: z.string(),
  saidName: z.string(),
  saidOn: Day,
  outcome: z.enum(['adopted', 'refused']).nullable(),
  answer: z.string().nullable(),
  settledBy: z.string().nullable(),
  settledName: z.string().nullable(),
  settledOn: Day.nullable(),
})
export type PlanOpinion = z.infer<typeof PlanOpinion>

export const NoticeKind = z.enum(['preAppointment', 'firm'])
export type NoticeKind = z.infer<typeof NoticeKind>
/** A notice that the plan causes: to a newly appointed official, or to a state firm that is in the year's plan. */
export const PlanNotice = z.object({
  id: z.uuid(),
  plan: z.uuid().nullable(),
  item: z.uuid().nullable(),
  kind: NoticeKind,
  official: z.uuid(),
  tenure: z.uuid(),
  unit: z.uuid(),
  madeOn: Day,
  dueOn: Day.nullable(),
  servedOn: Day.nullable(),
  servedBy: z.string().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type PlanNotice = z.infer<typeof PlanNotice>
