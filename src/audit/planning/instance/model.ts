import { z } from 'zod'

/** Longest horizon: every set of years of a subject is enumerated, and 2^8 of them stay quick. */
export const mostYears = 8
export const mostWindows = 12
/** From this age on, exposure no longer grows. */
export const ageCap = 8

const Id = z.string().min(1)
const Year = z.number().int().min(1900).max(9999)
const Window = z.number().int().min(1)
const Amount = z.number().min(0).max(1e9)

/** One audit wished for or planned: a year, a window (1 = the first of the year) and a team. */
export const Slot = z.object({ year: Year, window: Window, team: Id })
export type Slot = z.infer<typeof Slot>

/** Why and in which years a subject must be audited at least once. */
export const Duty = z.object({ years: z.array(Year).min(1), reason: z.string() })
export type Duty = z.infer<typeof Duty>

/** One post with its incumbent: what may be audited. Effort in person-days, risk in points of the duty to audit, never of the person. */
export const Subject = z.object({
  id: Id,
  unit: Id,
  district: Id,
  class: z.string(),
  frequencyYears: z.number().int().min(1).max(50),
  effortDays: Amount,
  risk: Amount,
  lastAuditYear: Year.nullable().default(null),
  banYears: z.array(Year).default([]),
  leavesYear: Year.nullable().default(null),
  mandatory: z.array(Duty).default([]),
  skill: z.string().nullable().default(null),
  group: Id.nullable().default(null),
  patrol: z.object({ year: Year, window: Window, joint: z.boolean() }).nullable().default(null),
  pin: Slot.nullable().default(null),
  /** Pins of the same subject in other years. */
  furtherPins: z.array(Slot).default([]),
  recusedTeams: z.array(Id).default([]),
})
export type Subject = z.infer<typeof Subject>

/** Every pin of a subject, one a year. */
export const pinsOf = ({ pin, furtherPins }: Pick<Subject, 'pin' | 'furtherPins'>): readonly Slot[] =>
  pin ? [pin, ...furtherPins] : furtherPins

/** An audit team: its skills, and its person-days by year and window. */
export const Team = z.object({
  id: Id,
  district: Id,
  skills: z.array(z.string()),
  capacityDays: z.array(z.array(Amount)),
})
export type Team = z.infer<typeof Team>

/** One planned audit. */
export const PlanItem = z.object({ subject: Id, ...Slot.shape })
export type PlanItem = z.infer<typeof PlanItem>

/** Prices of what a plan should avoid, in points. */
export const Weights = z.object({
  exposure: Amount,
  deadline: Amount,
  overdueYear: Amount,
  mandatory: Amount,
  split: Amount,
  travel: Amount,
  joint: Amount,
  late: Amount,
  changeYear: Amount,
  changeSlot: Amount,
})
export type Weights = z.infer<typeof Weights>

/** Everything a plan is made from: the library of subjects, the teams and their days, the rules' numbers. */
export const Instance = z.object({
  firstYear: Year,
  years: z.number().int().min(1).max(mostYears),
  windows: z.number().int().min(1).max(mostWindows),
  gapYears: z.number().int().min(0),
  subjects: z.array(Subject),
  teams: z.array(Team),
  districtCeilings: z.record(z.string(), z.array(z.number().min(0))).default({}),
  approved: z.array(PlanItem).nullable().default(null),
  frozenUntil: z.object({ year: Year, window: Window }).nullable().default(null),
  weights: Weights,
})
export type Instance = z.infer<typeof Instance>

/** What a plan could not honour, by subject. */
export const Missed = z.object({ mandatory: z.array(Id), deadline: z.array(Id), pins: z.array(Id) })
export type Missed = z.infer<typeof Missed>

export const Fact = z.union([z.string(), z.number()])
/** One reason of one subject: a code, its sentence, and the numbers and records that it names. */
export const Reason = z.object({ code: z.string(), text: z.string(), facts: z.record(z.string(), Fact) })
export type Reason = z.infer<typeof Reason>

/** Everything said about one subject: its audits, why each, why there, and why not in every other year. */
export type Explanation = { subject: string; items: PlanItem[]; in: Reason[]; place: Reason[]; not: Reason[] }

/** A plan as answered. `bound` is proven: no plan that keeps the hard rules costs less; gap = (cost − bound) / cost. */
export const Plan = z.object({
  items: z.array(PlanItem),
  cost: z.number(),
  bound: z.number(),
  gap: z.number(),
  missed: Missed,
  reasons: z.record(z.string(), z.array(Reason)),
  seed: z.number().int(),
  moves: z.number().int(),
  seconds: z.number(),
  instanceHash: z.string(),
})
export type Plan = z.infer<typeof Plan>
