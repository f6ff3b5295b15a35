import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen } from '../../kernel/money.ts'

/** Kinds of money a finding may carry; they are reported apart and never added to one another. */
export const MoneyKind = z.enum([
  'breach',
  'waste',
  'irregular',
  'payable',
  'returnable',
  'adjustable',
  'investmentCut',
  'gain',
  'recovered',
])
export type MoneyKind = z.infer<typeof MoneyKind>
export const MoneyLine = z.object({ kind: MoneyKind, fen: Fen })
export type MoneyLine = z.infer<typeof MoneyLine>

/**
 * Written down and still worked on, or confirmed: by the auditor in charge on its basis and evidence, or by the report that prints
 * it, which goes out only with evidence behind each of its findings. Only a confirmed one counts, is quoted and known elsewhere.
 */
export const Established = z.enum(['draft', 'confirmed'])
export type Established = z.infer<typeof Established>

/**
 * One problem of an audit: what ought to be (`standard`), what is (`facts`), why (`cause`) and what came of it
 * (`consequence`). `actOn` is the day of the act, by which the law in force is chosen; `year` is always its project's.
 */
export const Finding = z.object({
  id: z.uuid(),
  number: z.string(),
  project: z.uuid(),
  title: z.string(),
  problemClass: z.string(),
  standard: z.string().nullable(),
  facts: z.string(),
  cause: z.string().nullable(),
  consequence: z.string().nullable(),
  actOn: Day.nullable(),
  established: Established,
  year: z.number().int(),
  unit: z.uuid(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  money: z.array(MoneyLine),
  basis: z.array(z.string()),
  reportFile: z.string().nullable(),
  document: z.uuid().nullable(),
  paragraph: z.number().int().nullable(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Finding = z.infer<typeof Finding>

/** Direct, leading, and (rules before July 2019 only) supervising. */
export const Grade = z.enum(['direct', 'leading', 'supervising'])
export type Grade = z.infer<typeof Grade>

export const Responsibility = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  tenure: z.uuid().nullable(),
  grade: Grade,
})
export type Responsibility = z.infer<typeof Responsibility>

export const ReplyOutcome = z.enum(['pending', 'adopted', 'partly', 'refused'])
export type ReplyOutcome = z.infer<typeof ReplyOutcome>

/** The official's own words on a finding, and whether the audit office took them up. */
export const Reply = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  givenOn: Day.nullable(),
  text: z.string(),
  outcome: ReplyOutcome,
  reason: z.string().nullable(),
})
export type Reply = z.infer<typeof Reply>

export const ToleranceOutcome = z.enum(['exempt', 'lighten', 'notApplicable'])
export type ToleranceOutcome = z.infer<typeof ToleranceOutcome>

/** A decision under the three distinctions (三个区分开来). */
export const Tolerance = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  decidedOn: Day,
  outcome: ToleranceOutcome,
  reason: z.string(),
  /** The sentence that stands with the problem from then on. */
  wording: z.string().nullable(),
})
export type Tolerance = z.infer<typeof Tolerance>

export const ObjectionOutcome = z.enum(['pending', 'upheld', 'partly', 'rejected'])
export type ObjectionOutcome = z.infer<typeof ObjectionOutcome>
/** What an upheld objection does to the statement it was raised against. */
export const ObjectionEffect = z.enum(['withdrawn', 'reworded', 'regraded'])
export type ObjectionEffect = z.infer<typeof ObjectionEffect>

/** A formal objection to the report; once upheld, the old statement is superseded wherever it is quoted. */
export const Objection = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  raisedOn: Day,
  text: z.string(),
  outcome: ObjectionOutcome,
  decidedOn: Day.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  effect: ObjectionEffect.nullable(),
  correctedText: z.string().nullable(),
  correctedGrade: Grade.nullable(),
})
export type Objection = z.infer<typeof Objection>

/** A class of problem, level 1 (F01) or 2 (F01-01); dated, and local ones may be added. */
export const ProblemClass = z.object({
  id: z.uuid(),
  code: z.string().regex(/^[A-Z]\d{2}(-\d{2})?$/),
  parent: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  validFrom: Day,
  validUntil: Day.nullable(),
  jurisdiction: z.string().nullable(),
  version: z.number().int(),
})
export type ProblemClass = z.infer<typeof ProblemClass>

/** Which grades of responsibility a rule of a certain time knows. */
export const GradeRule = z.object({
  id: z.uuid(),
  title: z.string(),
  grades: z.array(Grade),
  validFrom: Day,
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type GradeRule = z.infer<typeof GradeRule>

/**
 * How a finding counts in statistics: `stands`; `objected`, an objection to it is not decided yet, it is counted apart;
 * `withdrawn` by an upheld objection; `unreported`, not confirmed yet or its audit's report is not out. The last two are counted nowhere.
 */
export const Counted = z.enum(['stands', 'objected', 'withdrawn', 'unreported'])
export type Counted = z.infer<typeof Counted>
