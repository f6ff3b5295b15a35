import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { ServedOrgan } from '../sharing/model.ts'

/** A piece of running text; `marks` are numbers of sources, printed as [n] after it. */
export type Run = { text: string; marks?: readonly number[]; strong?: boolean }

/** One entry of the list of sources at the end of a paper. */
export type PaperSource = { number: number; text: string }

/** A block of a paper. Headings carry their own numerals (一、（一）1.（1）) as text, so that what is read is what was written. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[] }
  | { kind: 'sources'; title: string; sources: readonly PaperSource[] }

/**
 * An official paper before it is typeset: head (number, secrecy label), title (one line an entry, broken by meaning),
 * addressee, blocks, signature; `watermark` names who took it out and when. Pure data: a room makes it, one renderer
 * sets it by GB/T 9704.
 */
export type Paper = {
  number: string | null
  secrecy: string | null
  title: readonly string[]
  addressee: string | null
  blocks: readonly Block[]
  signature: { signer: string; date: string } | null
  watermark: string | null
  /** For the file's properties; nothing personal. */
  subject: string
}

/** Marked on the paper's first line when it is not open: 公开, 内部, 工作秘密. Higher levels do not belong in this system. */
export const Secrecy = z.enum(['open', 'internal', 'workSecret'])
export type Secrecy = z.infer<typeof Secrecy>
/** Ordinary, 加急, 特急. */
export const Urgency = z.enum(['plain', 'urgent', 'extraUrgent'])
export type Urgency = z.infer<typeof Urgency>

/** The common head of every paper. `issuers` from the first; several stand on one red head (联合行文). */
export const PaperHead = z.object({
  issuers: z.array(z.string().trim().min(1).max(60)).min(1).max(6),
  secrecyTerm: z.string().trim().max(20),
  urgency: Urgency,
  /** 签发人, printed on upward papers only. */
  approver: z.string().trim().max(40),
  addressee: z.string().trim().max(300),
  copyTo: z.string().trim().max(500),
  attachments: z.array(z.string().trim().min(1).max(200)).max(50),
  /** 印发机关; the first issuer when empty. */
  printedBy: z.string().trim().max(60),
})
export type PaperHead = z.infer<typeof PaperHead>

/** What fills a template: by field key, text, or rows of text. Days are YYYY-MM-DD, money is text as it is to be printed. */
export const FieldValue = z.union([z.string(), z.array(z.record(z.string(), z.string()))])
export const FieldValues = z.record(z.string(), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

/** draft: may be changed. frozen: its bytes are fixed, not yet out. issued: numbered and out. voided: taken back, number kept. */
export const PaperState = z.enum(['draft', 'frozen', 'issued', 'voided'])
export type PaperState = z.infer<typeof PaperState>
/** none: not asked for. absent: no LibreOffice on this machine. */
export const PdfState = z.enum(['none', 'waiting', 'done', 'absent', 'failed'])
export type PdfState = z.infer<typeof PdfState>

/** What a paper is about: `project:<id>` or another record; documents know nothing else of the rooms above. */
export const PaperSubject = z.string().regex(/^[a-z][A-Za-z]*:[0-9a-f-]{36}$/)
export type PaperSubject = z.infer<typeof PaperSubject>

/** One official paper from draft to issue. `blank` names the fields of its catalogue that were empty or not placed. */
export const IssuedPaper = z.object({
  id: z.uuid(),
  jurisdiction: z.string(),
  project: z.uuid().nullable(),
  subject: PaperSubject,
  kind: z.string(),
  title: z.string(),
  state: PaperState,
  series: z.uuid().nullable(),
  number: z.string().nullable(),
  secrecy: Secrecy,
  head: PaperHead,
  fieldValues: FieldValues,
  blank: z.array(z.string()),
  template: z.uuid().nullable(),
  templateSha256: z.string().nullable(),
  paperOn: Day.nullable(),
  sha256: z.string().nullable(),
  size: z.number().int().nullable(),
  frozenBy: z.string().nullable(),
  frozenOn: Day.nullable(),
  pdfSha256: z.string().nullable(),
  pdfState: PdfState,
  draftedBy: z.string(),
  draftedOn: Day,
  issuedBy: z.string().nullable(),
  issuedOn: Day.nullable(),
  voidedBy: z.string().nullable(),
  voidedOn: Day.nullable(),
  voidReason: z.string().nullable(),
  replaces: z.uuid().nullable(),
  version: z.number().int(),
})
export type IssuedPaper = z.infer<typeof IssuedPaper>

/** One setting of a paper that was made: its bytes by sha256. */
export const PaperEdition = z.object({
  id: z.uuid(),
  paper: z.uuid(),
  edition: z.number().int(),
  sha256: z.string(),
  size: z.number().int(),
  templateSha256: z.string(),
  madeBy: z.string(),
  madeOn: Day,
})
export type PaperEdition = z.infer<typeof PaperEdition>

/** The committee office numbers on the party side, the audit office on the state side. */
export const SeriesSide = z.enum(['party', 'state'])
export type SeriesSide = z.infer<typeof SeriesSide>

/** A numbering series of an organ: `word〔year〕number号`, counted from `firstNumber` each year; `kinds` take it by default. */
export const PaperSeries = z.object({
  id: z.uuid(),
  jurisdiction: z.string(),
  organ: z.string(),
  side: SeriesSide,
  word: z.string(),
  kinds: z.array(z.string()),
  firstNumber: z.number().int().min(1),
  changedBy: z.string(),
  changedOn: Day,
  closedOn: Day.nullable(),
  version: z.number().int(),
})
export type PaperSeries = z.infer<typeof PaperSeries>

/** A number allotted from a series; a voided one keeps its reason and is never given again. */
export const PaperNumber = z.object({
  id: z.uuid(),
  series: z.uuid(),
  year: z.number().int(),
  number: z.number().int(),
  paper: z.uuid().nullable(),
  state: z.enum(['taken', 'voided']),
  takenBy: z.string(),
  takenOn: Day,
  reason: z.string().nullable(),
})
export type PaperNumber = z.infer<typeof PaperNumber>

export const TemplateState = z.enum(['waiting', 'active', 'withdrawn'])
export type TemplateState = z.infer<typeof TemplateState>
/** One version of an office's own Word template for a document type. `lacking` names obligatory fields it has no place for. */
export const PaperTemplate = z.object({
  id: z.uuid(),
  jurisdiction: z.string(),
  kind: z.string(),
  edition: z.number().int(),
  name: z.string(),
  sha256: z.string(),
  size: z.number().int(),
  state: TemplateState,
  lacking: z.array(z.string()),
  note: z.string(),
  uploadedBy: z.string(),
  uploadedOn: Day,
  activatedBy: z.string().nullable(),
  activatedOn: Day.nullable(),
  withdrawnBy: z.string().nullable(),
  withdrawnOn: Day.nullable(),
  version: z.number().int(),
})
export type PaperTemplate = z.infer<typeof PaperTemplate>

/** How a paper reaches its recipient (implementing rules of the Audit Law, article 46). */
export const ServiceMethod = z.enum(['direct', 'witnessed', 'mail', 'electronic', 'entrusted', 'other'])
export type ServiceMethod = z.infer<typeof ServiceMethod>

/** Service on one recipient (送达回证): sent first, served only when the proof is in. */
export const ServiceReceipt = z.object({
  id: z.uuid(),
  paper: z.uuid(),
  recipient: z.string(),
  recipientUnit: z.uuid().nullable(),
  /** The organ of the joint meeting that was served; it then knows the paper itself. */
  recipientOrgan: ServedOrgan.nullable(),
  method: ServiceMethod,
  deliverer: z.string(),
  sentOn: Day,
  servedOn: Day.nullable(),
  signer: z.string().nullable(),
  proofSha256: z.string().nullable(),
  proofName: z.string().nullable(),
  note: z.string(),
  notedBy: z.string(),
  notedOn: Day,
  version: z.number().int(),
})
export type ServiceReceipt = z.infer<typeof ServiceReceipt>
