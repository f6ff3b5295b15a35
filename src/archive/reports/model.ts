import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

export const ReportKind = z.enum(['auditReport', 'resultReport', 'rectificationReport', 'article', 'other'])
export type ReportKind = z.infer<typeof ReportKind>

/** Which rule proposed a fact about a paper; `person` once somebody has set it, `none` when nothing was found. */
export const GuessRule = z.enum([
  'titleLine',
  'firstLine',
  'fileName',
  'numberLine',
  'titleWord',
  'pressWord',
  'numberYear',
  'signedOn',
  'firstDate',
  'none',
  'person',
])
export type GuessRule = z.infer<typeof GuessRule>

export const Guessed = z.object({ title: GuessRule, number: GuessRule, kind: GuessRule, year: GuessRule })
export type Guessed = z.infer<typeof Guessed>

export const ReportState = z.enum(['read', 'unreadable'])
export type ReportState = z.infer<typeof ReportState>

const Facts = z.record(z.string(), z.union([z.string(), z.number()]))

/**
 * A paper of the library: an audit report, a result or rectification report, an article. `name` is the file name it was
 * imported under. `unit` is only ever set by a person. An unreadable file keeps its row with the reason.
 */
export const Document = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  title: z.string().min(1).max(300),
  kind: ReportKind,
  number: z.string().max(80).nullable(),
  unit: z.uuid().nullable(),
  year: z.number().int().min(1949).max(2100).nullable(),
  guessed: Guessed,
  sha256: z.string(),
  size: z.number().int(),
  media: z.string(),
  state: ReportState,
  reason: z.string().nullable(),
  reasonFacts: Facts.nullable(),
  characters: z.number().int(),
  paragraphs: z.number().int(),
  headings: z.number().int(),
  pages: z.number().int().nullable(),
  /** Pages of a PDF without any text (pictures): what stands on them cannot be searched. */
  silentPages: z.array(z.number().int()),
  importedOn: Day,
  importedBy: z.string(),
  batch: z.uuid(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Document = z.infer<typeof Document>

export const PageStart = z.object({ start: z.number().int(), page: z.number().int() })
export type PageStart = z.infer<typeof PageStart>

/** The decoded text of a paper as it stands now (verbatim for .txt and .md), and its folding. */
export const DocumentText = z.object({
  id: z.uuid(),
  document: z.uuid(),
  text: z.string(),
  folded: z.string(),
  pageStarts: z.array(PageStart),
})
export type DocumentText = z.infer<typeof DocumentText>

/** A paragraph by UTF-16 offsets in the text; `no` counts from 1, `heading` is its level when it begins with a heading. */
export const Paragraph = z.object({
  id: z.uuid(),
  document: z.uuid(),
  no: z.number().int().min(1),
  startsAt: z.number().int(),
  endsAt: z.number().int(),
  page: z.number().int().nullable(),
  heading: z.number().int().min(1).max(6).nullable(),
})
export type Paragraph = z.infer<typeof Paragraph>

/** What a paper said before a file of the same name with other content took its place. */
export const DocumentEdition = z.object({
  id: z.uuid(),
  document: z.uuid(),
  sha256: z.string(),
  size: z.number().int(),
  media: z.string(),
  text: z.string(),
  pageStarts: z.array(PageStart),
  importedOn: Day,
  replacedOn: Day,
  batch: z.uuid(),
})
export type DocumentEdition = z.infer<typeof DocumentEdition>
