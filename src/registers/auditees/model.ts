import { z } from 'zod'
import { Day, Month } from '../../kernel/day.ts'
import { JurisdictionCode, UnitCategory, UnitLevel } from '../places/model.ts'

export const Sex = z.enum(['male', 'female'])
export type Sex = z.infer<typeof Sex>

export const Official = z.object({
  id: z.uuid(),
  number: z.string().min(1).max(40),
  name: z.string().min(1).max(40),
  sex: Sex.nullable(),
  bornIn: Month.nullable(),
  formerNames: z.array(z.string().min(1).max(40)).max(10),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type Official = z.infer<typeof Official>

/** head: principal head; acting: a deputy in charge of the whole; other: any other post. */
export const Headship = z.enum(['head', 'acting', 'other'])
export type Headship = z.infer<typeof Headship>

export const SubjectClass = z.enum(['A', 'B', 'C', 'D'])
export type SubjectClass = z.infer<typeof SubjectClass>

/** How exactly the days are known: a resume gives months or years; the days are then the first and last of that span. */
export const Precision = z.enum(['day', 'month', 'year'])
export type Precision = z.infer<typeof Precision>

/** A person in a post of a unit over a span of days. `class` is what was imported; the derived class comes from rules. */
export const Tenure = z.object({
  id: z.uuid(),
  official: z.uuid(),
  unit: z.uuid(),
  post: z.string().min(1).max(120),
  headship: Headship,
  startsOn: Day,
  endsOn: Day.nullable(),
  precision: Precision,
  class: SubjectClass.nullable(),
  basis: z.string().max(120).nullable(),
  jurisdiction: JurisdictionCode,
  version: z.number().int(),
})
export type Tenure = z.infer<typeof Tenure>

export const AuditKind = z.enum(['inOffice', 'departure'])
export type AuditKind = z.infer<typeof AuditKind>

/** An audit that has been done, as the projects room records it: what subject status counts from. `source` names the record it came from. */
export const PastAudit = z.object({
  id: z.uuid(),
  official: z.uuid(),
  tenure: z.uuid().nullable(),
  unit: z.uuid(),
  kind: AuditKind,
  on: Day,
  source: z.string().min(1).max(200),
})
export type PastAudit = z.infer<typeof PastAudit>

export const RuleKind = z.enum(['class', 'frequency', 'minimumTenure', 'actingLength', 'departureWindow', 'dueSoon'])
export type RuleKind = z.infer<typeof RuleKind>

/**
 * One dated, regional rule. `class` rules say which class a principal post falls into (the first that fits, by `place`,
 * wins; an empty condition fits everything). The others give an amount for a class (or for all when `class` is null);
 * a frequency without an amount means "no fixed rotation". `region` is a jurisdiction code or null for everywhere.
 */
export const AuditeeRule = z.object({
  id: z.uuid(),
  kind: RuleKind,
  place: z.number().int(),
  region: JurisdictionCode.nullable(),
  categories: z.array(UnitCategory),
  levels: z.array(UnitLevel),
  unitWords: z.array(z.string()),
  postWords: z.array(z.string()),
  class: SubjectClass.nullable(),
  amount: z.number().int().nullable(),
  measure: z.enum(['years', 'months']).nullable(),
  title: z.string().min(1),
  citation: z.string().min(1),
  verified: z.boolean(),
  startsOn: Day,
  endsOn: Day.nullable(),
})
export type AuditeeRule = z.infer<typeof AuditeeRule>

/** A list's question (the page's query text), kept under a name for one account. */
export const AuditeeView = z.object({
  id: z.uuid(),
  account: z.string(),
  name: z.string().min(1).max(40),
  query: z.string().max(2000),
})
export type AuditeeView = z.infer<typeof AuditeeView>

/** 2015-07, or 2015 where a resume names only the year. */
export const MonthOrYear = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)

/** A line of an imported resume that gave no tenure by itself: a person decides. */
export const ResumeLine = z.object({
  id: z.uuid(),
  official: z.uuid(),
  no: z.number().int().min(1),
  text: z.string().min(1),
  from: MonthOrYear.nullable(),
  to: MonthOrYear.nullable(),
  unitText: z.string().nullable(),
  post: z.string().nullable(),
  why: z.enum(['notUnderstood', 'unitUnknown', 'unitNotAlone', 'nested']),
  state: z.enum(['waiting', 'entered', 'setAside']),
  jurisdiction: JurisdictionCode,
})
export type ResumeLine = z.infer<typeof ResumeLine>

export const RuleRef = AuditeeRule.pick({ id: true, title: true, citation: true, verified: true })
export type RuleRef = z.infer<typeof RuleRef>

/** Why a value is what it is: a sentence of this room's words with its numbers, and the rule it was taken from. */
export const Because = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  rule: RuleRef.nullable(),
})
export type Because = z.infer<typeof Because>

const derived = <T extends z.ZodType>(value: T) => z.object({ value, because: Because })

export const Standing = z.enum(['notYet', 'inOffice', 'leaving', 'left'])
export type Standing = z.infer<typeof Standing>

/** How urgent an audit of this post is, from nothing to do to too late; `settled` = the departure audit is done. */
export const DueState = z.enum(['notSubject', 'noFixedTerm', 'leftOut', 'settled', 'notDue', 'dueSoon', 'overdue'])
export type DueState = z.infer<typeof DueState>

/** Everything derived about one tenure; nothing of it is ever typed in or stored. */
export const SubjectStatus = z.object({
  subject: derived(z.boolean()),
  class: derived(SubjectClass.nullable()),
  standing: derived(Standing),
  lastAudit: derived(Day.nullable()),
  yearsSince: derived(z.number().nullable()),
  due: derived(Day.nullable()),
  state: derived(DueState),
})
export type SubjectStatus = z.infer<typeof SubjectStatus>
