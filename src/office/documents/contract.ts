import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { Paging, pageOf, severalOf, YesNo } from '../../kernel/paging.ts'
import { ServedOrgan } from '../sharing/model.ts'
import {
  FieldValues,
  IssuedPaper,
  PaperEdition,
  PaperHead,
  PaperState,
  PaperSubject,
  Secrecy,
  ServiceMethod,
  ServiceReceipt,
} from './model.ts'
import { ComparedLine } from './rules/compare.ts'
import { FieldEntry } from './rules/fields.ts'
import { DocumentGroup, Frame } from './rules/type.ts'
import { words } from './words.ts'

/** A document type as the pages know it. */
export const TypeView = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  group: DocumentGroup,
  frame: Frame,
  numbered: z.boolean(),
  served: z.boolean(),
  secrecy: Secrecy,
  apart: z.boolean(),
  fields: z.array(FieldEntry),
})
export type TypeView = z.infer<typeof TypeView>
export const listTypes = ask({
  name: 'documents.types',
  title: words.contract.types,
  input: z.object({}),
  output: z.object({ types: z.array(TypeView), pdf: z.boolean() }),
})

const Line = IssuedPaper.omit({ fieldValues: true, head: true })
/** A paper in a list: how many recipients it was sent to and how many are served. */
export const PaperLine = Line.extend({ sent: z.number().int(), served: z.number().int(), issuers: z.array(z.string()) })
export type PaperLine = z.infer<typeof PaperLine>

export const PaperFilter = Paging.extend({
  q: z.string().max(100).optional(),
  kind: severalOf(z.string().max(60)),
  state: severalOf(PaperState),
  secrecy: severalOf(Secrecy),
  from: Day.optional(),
  until: Day.optional(),
  unserved: YesNo.optional(),
  sort: z.string().max(40).optional(),
})
export type PaperFilter = z.infer<typeof PaperFilter>

/** The register of papers: drafts, issued ones and voided ones. */
export const listPapers = ask({
  name: 'documents.list',
  title: words.contract.list,
  reads: 'person',
  input: PaperFilter,
  output: pageOf(PaperLine),
})
export const exportPapers = ask({
  name: 'documents.export',
  title: words.contract.export,
  reads: 'person',
  gives: 'file',
  input: PaperFilter,
  output: GivenFile,
})
/** The papers of one subject, for the panel that other rooms show. */
export const papersOfSubject = ask({
  name: 'documents.ofSubject',
  title: words.contract.ofSubject,
  reads: 'person',
  input: z.object({ subject: PaperSubject }),
  output: z.object({ papers: z.array(PaperLine) }),
})

/** One paper with its type, editions and receipts; `sound` is false when frozen bytes no longer match their hash. */
export const PaperView = z.object({
  paper: IssuedPaper,
  type: TypeView,
  receipts: z.array(ServiceReceipt),
  editions: z.array(PaperEdition),
  sound: z.boolean(),
  nextNumber: z.string().nullable(),
  /** Who drafted, froze and issued it, by name for each account. */
  names: z.record(z.string(), z.string()),
})
export type PaperView = z.infer<typeof PaperView>
const one = z.object({ id: z.uuid() })
export const getPaper = ask({ name: 'documents.one', title: words.contract.one, reads: 'person', input: one, output: PaperView })
/** The paper as a Word or PDF file: frozen bytes, an earlier edition, or a draft set with the template in use. */
export const getFile = ask({
  name: 'documents.file',
  title: words.contract.file,
  reads: 'person',
  gives: 'file',
  input: one.extend({ as: z.enum(['docx', 'pdf']).default('docx'), edition: z.coerce.number().int().optional() }),
  output: GivenFile,
})
/** Several papers at one go: in one archive, each as PDF where there is one, else as Word; or as one PDF to be printed. */
export const getBundle = ask({
  name: 'documents.bundle',
  title: words.contract.bundle,
  reads: 'person',
  gives: 'file',
  input: z.object({ ids: severalOf(z.uuid()), as: z.enum(['zip', 'pdf']).default('zip') }),
  output: GivenFile,
})
/** Two settings of papers, paragraph by paragraph. */
export const comparePapers = ask({
  name: 'documents.compare',
  title: words.contract.compare,
  reads: 'person',
  input: z.object({
    left: z.uuid(),
    right: z.uuid(),
    leftEdition: z.coerce.number().int().optional(),
    rightEdition: z.coerce.number().int().optional(),
  }),
  output: z.object({ left: z.string(), right: z.string(), lines: z.array(ComparedLine) }),
})
/** Reads every frozen file again and tells which no longer match. */
export const verifyPapers = ask({
  name: 'documents.verify',
  title: words.contract.verify,
  input: z.object({}),
  output: z.object({
    checked: z.number().int(),
    broken: z.array(z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })),
  }),
})

const reason = z.string().trim().min(2).max(500)
/** Begins a paper of a type about a subject, filled with what the rooms know. */
export const draftPaper = act({
  name: 'documents.draft',
  title: words.contract.draft,
  input: z.object({
    kind: z.string().max(60),
    subject: PaperSubject,
    values: FieldValues.optional(),
    head: PaperHead.partial().optional(),
  }),
  output: IssuedPaper,
})
const Target = { id: z.uuid(), version: z.number().int() }
export const revisePaper = act({
  name: 'documents.revise',
  title: words.contract.revise,
  input: z.object({
    ...Target,
    title: z.string().trim().min(2).max(300),
    secrecy: Secrecy,
    paperOn: Day.nullable(),
    head: PaperHead,
    values: FieldValues,
  }),
  output: IssuedPaper,
})
const Freezing = z.object({ ...Target, paperOn: Day.optional(), number: z.number().int().min(1).optional() })
export const freezePaper = act({ name: 'documents.freeze', title: words.contract.freeze, input: Freezing, output: IssuedPaper })
export const issuePaper = act({ name: 'documents.issue', title: words.contract.issue, input: Freezing, output: IssuedPaper })
export const voidPaper = act({
  name: 'documents.void',
  title: words.contract.void,
  input: z.object({ ...Target, reason }),
  output: IssuedPaper,
})
/** Takes back a paper that was only begun, with the reason: what is fixed or out is voided by whoever signs. */
export const withdrawDraft = act({
  name: 'documents.withdrawDraft',
  title: words.contract.withdrawDraft,
  input: z.object({ ...Target, reason }),
  output: IssuedPaper,
})
/** Asks for the PDF of a frozen paper; it is made in the background where LibreOffice is installed. */
export const makePdf = act({ name: 'documents.pdf', title: words.contract.pdf, input: one, output: IssuedPaper })

export const sendPaper = act({
  name: 'documents.send',
  title: words.contract.send,
  input: z.object({
    paper: z.uuid(),
    recipient: z.string().trim().min(2).max(200),
    /** The organ of the joint meeting it is, if it is one: once served it knows the paper itself. */
    recipientOrgan: ServedOrgan.nullable().default(null),
    method: ServiceMethod,
    deliverer: z.string().trim().min(2).max(100),
    sentOn: Day,
    note: z.string().trim().max(500).default(''),
  }),
  output: ServiceReceipt,
})
/** The signed receipt or post slip as a file: only now does the paper count as served. */
export const proveService = act({
  name: 'documents.prove',
  title: words.contract.prove,
  takes: 'files',
  input: z.object({ receipt: z.uuid(), servedOn: Day, signer: z.string().trim().max(100).default('') }),
  output: ServiceReceipt,
})
export const getProof = ask({
  name: 'documents.proof',
  title: words.contract.proof,
  reads: 'person',
  gives: 'file',
  asKept: 'original',
  input: z.object({ receipt: z.uuid() }),
  output: GivenFile,
})
