import { z } from 'zod'
import { Finding, Grade, MoneyLine, ToleranceOutcome } from '../../audit/findings/model.ts'
import { ProjectKind } from '../../audit/projects/model.ts'
import { Pace, Recognised, RectificationState } from '../../audit/rectification/model.ts'
import { Day, Month } from '../../kernel/day.ts'
import { FactSection, FactState, Sourced } from '../../kernel/source.ts'

/** One printed sentence; it always has a source. */
export const Sentence = z.object({ id: z.string(), section: FactSection, text: z.string(), state: FactState, sources: Sourced })
export type Sentence = z.infer<typeof Sentence>

/** What is kept from this reader; the number only where the reader may know that something is kept. */
export const Withheld = z.object({ count: z.number().int().optional() })
export type Withheld = z.infer<typeof Withheld>

export const HeldPost = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  unitName: z.string(),
  post: z.string(),
  headship: z.enum(['head', 'acting', 'other']),
  startsOn: Day,
  endsOn: Day.nullable(),
  class: z.string().nullable(),
})
export type HeldPost = z.infer<typeof HeldPost>

export const PortraitAudit = z.object({
  id: z.uuid(),
  title: z.string(),
  kind: ProjectKind,
  year: z.number().int(),
  startedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  unitName: z.string(),
  tenure: z.uuid().nullable(),
  reportNumber: z.string().nullable(),
})
export type PortraitAudit = z.infer<typeof PortraitAudit>

export const PortraitItem = z.object({
  id: z.uuid(),
  pace: Pace,
  state: RectificationState,
  dueOn: Day.nullable(),
  recognised: Recognised.nullable(),
  recognisedOn: Day.nullable(),
  closedOn: Day.nullable(),
})
export type PortraitItem = z.infer<typeof PortraitItem>

export const PortraitFinding = Finding.pick({ id: true, number: true, title: true, project: true, problemClass: true }).extend({
  level1: z.string(),
  responsibility: z.uuid(),
  tenure: z.uuid().nullable(),
  grade: Grade,
  money: z.array(MoneyLine),
  tolerance: z.object({ id: z.uuid(), outcome: ToleranceOutcome, decidedOn: Day }).nullable(),
  item: PortraitItem.nullable(),
})
export type PortraitFinding = z.infer<typeof PortraitFinding>

/** The official's own words: a reply to the draft, or a formal objection. */
export const OwnStatement = z.object({
  id: z.uuid(),
  kind: z.enum(['reply', 'objection']),
  finding: z.uuid(),
  title: z.string(),
  on: Day.nullable(),
  text: z.string(),
  outcome: z.string(),
  reason: z.string().nullable(),
  decidedOn: Day.nullable(),
})
export type OwnStatement = z.infer<typeof OwnStatement>

/** A mid-level official named in a report on this official's audits, by the report's own words. */
export const NamedInReport = z.object({
  id: z.string(),
  official: z.uuid().nullable(),
  name: z.string(),
  post: z.string().nullable(),
  finding: z.string().nullable(),
  document: z.string(),
  documentId: z.uuid(),
  paragraph: z.number().int().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  confirmed: z.boolean(),
})
export type NamedInReport = z.infer<typeof NamedInReport>

/** A paper quoted, and the words quoted from it. */
export const QuotedPaper = z.object({
  id: z.uuid(),
  name: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  sha256: z.string(),
})
export type QuotedPaper = z.infer<typeof QuotedPaper>
export const Quote = z.object({ documentId: z.uuid(), start: z.number().int(), end: z.number().int(), text: z.string() })
export type Quote = z.infer<typeof Quote>

export const Figures = z.object({
  posts: z.array(HeldPost),
  audits: z.array(PortraitAudit),
  findings: z.array(PortraitFinding),
  statements: z.array(OwnStatement),
  named: z.array(NamedInReport),
  classes: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
})
export type Figures = z.infer<typeof Figures>

export const PortraitOfficial = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  bornIn: Month.nullable(),
  jurisdiction: z.string(),
})
export type PortraitOfficial = z.infer<typeof PortraitOfficial>

/** All that one reader may see of one official on one day. */
export const Portrait = z.object({
  official: PortraitOfficial,
  asOf: Day,
  sentences: z.array(Sentence),
  withheld: Withheld,
  figures: Figures,
  papers: z.array(QuotedPaper),
  quotes: z.array(Quote),
})
export type Portrait = z.infer<typeof Portrait>
