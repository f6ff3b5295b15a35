import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf, Several } from '../../kernel/paging.ts'
import { Document, DocumentEdition, Paragraph, ReportKind } from './model.ts'
import { words } from './words.ts'

export const ReportLine = Document.extend({ unitName: z.string().nullable() })
export type ReportLine = z.infer<typeof ReportLine>

export const ReportSort = z.enum(['title', '-title', 'year', '-year', 'importedOn', '-importedOn', 'name', '-name'])
export const ReportFilters = z.object({
  q: z.string().trim().max(200).optional(),
  kind: Several.pipe(z.array(ReportKind)),
  unit: z.uuid().optional(),
  year: z.coerce.number().int().optional(),
  sort: ReportSort.default('-importedOn'),
})
export type ReportFilters = z.output<typeof ReportFilters>

/** Readable papers of the reader's place and of the places below it. */
export const list = ask({
  name: 'reports.list',
  title: words.contract.list,
  input: ReportFilters.extend(Paging.shape),
  output: pageOf(ReportLine),
})

export const Passage = Paragraph.omit({ id: true, document: true })
export type Passage = z.infer<typeof Passage>
export const OutlineLine = z.object({ no: z.number().int(), level: z.number().int(), title: z.string() })
export const EditionLine = DocumentEdition.pick({ sha256: true, size: true, importedOn: true, replacedOn: true })

/**
 * One paper, a page of its paragraphs at a time: from paragraph `from`, or the page that holds offset `at`. `sha256` names
 * an edition (the current one without it). `text` is the part of the decoded text that begins at offset `textStartsAt`;
 * paragraph offsets are those of the whole text.
 */
export const one = ask({
  name: 'reports.one',
  title: words.contract.one,
  input: z.object({
    id: z.uuid(),
    from: z.coerce.number().int().min(1).default(1),
    at: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(300),
    sha256: z.string().optional(),
  }),
  output: z.object({
    document: ReportLine,
    sha256: z.string(),
    current: z.boolean(),
    length: z.number().int(),
    from: z.number().int(),
    total: z.number().int(),
    text: z.string(),
    textStartsAt: z.number().int(),
    paragraphs: z.array(Passage),
    outline: z.array(OutlineLine),
    editions: z.array(EditionLine),
    twins: z.array(Document.pick({ id: true, name: true, title: true })),
    may: z.object({ saveFacts: May }),
  }),
})

export type OnePaper = z.output<typeof one.output>

/** The file as it was given: the current edition, or the one named by its sha256. */
export const original = ask({
  name: 'reports.original',
  title: words.contract.original,
  gives: 'file',
  asKept: 'original',
  input: z.object({ id: z.uuid(), sha256: z.string().optional() }),
  output: GivenFile,
})

export const saveFacts = act({
  name: 'reports.saveFacts',
  title: words.contract.saveFacts,
  input: Document.pick({ id: true, version: true, kind: true, unit: true, year: true }).extend({
    title: z.string().trim().min(1).max(300),
    number: z
      .string()
      .trim()
      .max(80)
      .nullable()
      .transform((number) => number || null),
  }),
  output: ReportLine,
})

export const UnreadableLine = Document.pick({ id: true, name: true, size: true, sha256: true, importedOn: true, importedBy: true }).extend({
  code: z.string(),
  message: z.string(),
})
export type UnreadableLine = z.infer<typeof UnreadableLine>
export const unreadable = ask({
  name: 'reports.unreadable',
  title: words.contract.unreadable,
  input: Paging,
  output: pageOf(UnreadableLine),
})
