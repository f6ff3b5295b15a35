import { z } from 'zod'
import { MoneyKind } from '../../audit/findings/model.ts'
import { Day } from '../../kernel/day.ts'
import { JurisdictionCode, UnitCategory } from '../../registers/places/model.ts'

/**
 * A number of this room that no law sets: dated, of a region, with its ground. `leastAudits`: below so many audits no share
 * is told; `commonShare`, `highShare`: in so many percent of the audits a problem is common, a risk high; `repeatUnits`:
 * a problem that came again in so many units raises the level by one.
 */
export const RiskRuleKind = z.enum(['leastAudits', 'commonShare', 'highShare', 'repeatUnits'])
export type RiskRuleKind = z.infer<typeof RiskRuleKind>
export const RiskRule = z.object({
  id: z.uuid(),
  kind: RiskRuleKind,
  amount: z.number().int(),
  measure: z.enum(['audits', 'percent', 'units']),
  region: z.string().nullable(),
  title: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  startsOn: Day,
  endsOn: Day.nullable(),
  version: z.number().int(),
})
export type RiskRule = z.infer<typeof RiskRule>

const text = (most: number) => z.string().trim().max(most)

export const RiskLevel = z.enum(['high', 'mid', 'low'])
export type RiskLevel = z.infer<typeof RiskLevel>
/** One row of a risk-prevention list: `because` tells how the level came about; `findings` are those it was drawn from. */
export const RiskRow = z.object({
  id: z.uuid(),
  problemClass: z.string().max(8).nullable(),
  point: text(200),
  forms: text(4000),
  level: RiskLevel,
  because: text(600),
  measures: text(4000),
  basis: text(4000),
  owner: text(200),
  findings: z.array(z.uuid()).max(5000),
})
export type RiskRow = z.infer<typeof RiskRow>
export const RiskList = z.object({
  kind: z.literal('riskList'),
  unitType: UnitCategory,
  years: z.array(z.number().int()).min(1).max(20),
  rows: z.array(RiskRow).max(200),
})
export type RiskList = z.infer<typeof RiskList>

export const NameKind = z.enum(['person', 'unit', 'place', 'identity', 'phone', 'paper'])
export type NameKind = z.infer<typeof NameKind>
/**
 * One thing in a case's text that could tell whom it is about. It is replaced by `instead` wherever it stands; a person
 * confirms each, or keeps one that is no name here, with the reason. What belongs to the case itself (`ofSource`) goes.
 */
export const Replacement = z.object({
  surface: z.string().min(1).max(200),
  kind: NameKind,
  record: z.string().max(60).nullable(),
  ofSource: z.boolean(),
  instead: text(60).min(1),
  state: z.enum(['waiting', 'confirmed', 'kept']),
  reason: text(200),
})
export type Replacement = z.infer<typeof Replacement>
/** A case as it is written, with its names; what is printed has the replacements in their stead. */
export const TypicalCase = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  problemClass: z.string().max(8),
  title: text(200),
  facts: text(20_000),
  analysis: text(8000),
  lesson: text(8000),
  basis: text(4000),
  replacements: z.array(Replacement).max(500),
})
export type TypicalCase = z.infer<typeof TypicalCase>
export const Cases = z.object({ kind: z.literal('cases'), preface: text(4000), cases: z.array(TypicalCase).max(60) })
export type Cases = z.infer<typeof Cases>

/** Where the rows behind a number are listed, and with which filter. */
export const FigureRoom = z.enum(['projects', 'findings', 'rectification', 'leads'])
export type FigureRoom = z.infer<typeof FigureRoom>
export const FigureQuery = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type FigureQuery = z.infer<typeof FigureQuery>
/**
 * One number of a report with the question it answers and its value when it was drawn. `count` of rows; `officials` or
 * `audits` they are of; `fen` of one kind of money; `share` of the rows of `over`, `auditShare` of the audits of `over`, in basis points.
 */
export const Figure = z.object({
  tag: z.string().min(1).max(60),
  room: FigureRoom,
  query: FigureQuery,
  measure: z.enum(['count', 'officials', 'audits', 'fen', 'share', 'auditShare']),
  money: MoneyKind.nullable(),
  over: FigureQuery.nullable(),
  value: z.number().int(),
})
export type Figure = z.infer<typeof Figure>
/** What a report has to say of leads: kept beside it, known to cleared readers only, never in the issued document. */
export const LeadFigures = z.object({
  id: z.uuid(),
  compilation: z.uuid(),
  figures: z.array(Figure),
  drawnName: z.string(),
  drawnOn: Day,
  jurisdiction: z.string(),
})
export type LeadFigures = z.infer<typeof LeadFigures>
export const ReportSection = z.object({ heading: text(80).min(1), text: text(20_000) })
export type ReportSection = z.infer<typeof ReportSection>
/** The comprehensive report; its text holds each number as a tag in braces. */
export const YearReport = z.object({
  kind: z.literal('report'),
  sections: z.array(ReportSection).min(1).max(20),
  figures: z.array(Figure).max(200),
})
export type YearReport = z.infer<typeof YearReport>

export const Content = z.discriminatedUnion('kind', [RiskList, Cases, YearReport])
export type Content = z.infer<typeof Content>
export const CompilationKind = z.enum(['riskList', 'cases', 'report'])
export type CompilationKind = z.infer<typeof CompilationKind> & Content['kind']
export const CompilationState = z.enum(['draft', 'reviewed', 'issued'])
export type CompilationState = z.infer<typeof CompilationState>

/**
 * A work put together from many findings: a risk-prevention list, typical cases or the comprehensive report. After issue
 * it never changes; a new edition replaces it.
 */
export const Compilation = z.object({
  id: z.uuid(),
  kind: CompilationKind,
  title: z.string(),
  year: z.number().int(),
  unitType: UnitCategory.nullable(),
  jurisdiction: JurisdictionCode,
  state: CompilationState,
  edition: z.number().int(),
  replaces: z.uuid().nullable(),
  content: Content,
  editedBy: z.string(),
  editedName: z.string(),
  editedOn: Day,
  reviewedBy: z.string().nullable(),
  reviewedName: z.string().nullable(),
  reviewedOn: Day.nullable(),
  issuedName: z.string().nullable(),
  issuedOn: Day.nullable(),
  number: z.string().nullable(),
  paper: z.uuid().nullable(),
  version: z.number().int(),
})
export type Compilation = z.infer<typeof Compilation>

/** What a compilation was after each step, and why. */
export const CompilationStep = z.enum(['draft', 'save', 'review', 'sendBack', 'issue', 'renew'])
export type CompilationStep = z.infer<typeof CompilationStep>
export const CompilationVersion = z.object({
  id: z.uuid(),
  compilation: z.uuid(),
  no: z.number().int(),
  step: CompilationStep,
  title: z.string(),
  content: Content,
  account: z.string(),
  name: z.string(),
  takenOn: Day,
  note: z.string(),
})
export type CompilationVersion = z.infer<typeof CompilationVersion>

/** A row of an issued list as units read it: without the findings of others. */
export const NoticeRow = RiskRow.omit({ findings: true, because: true })
export type NoticeRow = z.infer<typeof NoticeRow>
/** An issued risk-prevention list, for the units of its type. */
export const RiskNotice = z.object({
  id: z.uuid(),
  compilation: z.uuid(),
  unitType: UnitCategory,
  title: z.string(),
  number: z.string(),
  issuedOn: Day,
  rows: z.array(NoticeRow),
  replacedOn: Day.nullable(),
  jurisdiction: z.string(),
})
export type RiskNotice = z.infer<typeof RiskNotice>
