import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

export const EvidenceKind = z.enum(['document', 'account', 'data', 'statement', 'inventory', 'media'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** Waiting for the provider, countersigned, or refused with the reason (AR 38). */
export const SignState = z.enum(['pending', 'countersigned', 'refused'])
export type SignState = z.infer<typeof SignState>

/** One evidence sheet (取证单). `evidenceOn` is the day of the evidence itself, `takenInAt` when it was taken in. */
export const Evidence = z.object({
  id: z.uuid(),
  project: z.uuid(),
  number: z.string(),
  title: z.string(),
  summary: z.string(),
  kind: EvidenceKind,
  evidenceOn: Day,
  takenInAt: z.string(),
  takenBy: z.string(),
  takenName: z.string(),
  provider: z.string(),
  /** A paper of the library that is the evidence, with its page or paragraph. */
  document: z.uuid().nullable(),
  page: z.number().int().nullable(),
  paragraph: z.number().int().nullable(),
  /** The answer to a request it was taken from. */
  answer: z.uuid().nullable(),
  replyDueOn: Day.nullable(),
  sign: SignState,
  signedOn: Day.nullable(),
  signedBy: z.string().nullable(),
  opinion: z.string().nullable(),
  refusal: z.string().nullable(),
  version: z.number().int(),
})
export type Evidence = z.infer<typeof Evidence>

export const EvidenceFile = z.object({
  id: z.uuid(),
  evidence: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  size: z.number().int(),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** What stands behind a finding; the place inside it by page or by UTF-16 offsets in its text. */
export const FindingEvidence = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  evidence: z.uuid(),
  page: z.number().int().nullable(),
  startsAt: z.number().int().nullable(),
  endsAt: z.number().int().nullable(),
  note: z.string().nullable(),
  linkedBy: z.string(),
  linkedOn: Day,
})
export type FindingEvidence = z.infer<typeof FindingEvidence>

export const CheckEvidence = z.object({ id: z.uuid(), auditCheck: z.uuid(), evidence: z.uuid() })
export type CheckEvidence = z.infer<typeof CheckEvidence>

export const PaperState = z.enum(['draft', 'submitted', 'returned', 'reviewed'])
export type PaperState = z.infer<typeof PaperState>

/** One working paper (审计工作底稿); `digest` is of its present words, `reviewedDigest` of those that were reviewed. */
export const WorkingPaper = z.object({
  id: z.uuid(),
  project: z.uuid(),
  auditCheck: z.uuid().nullable(),
  number: z.string(),
  matter: z.string(),
  process: z.string(),
  facts: z.string(),
  conclusion: z.string(),
  state: PaperState,
  preparedBy: z.string(),
  preparedName: z.string(),
  preparedOn: Day,
  reviewedBy: z.string().nullable(),
  reviewedName: z.string().nullable(),
  reviewedOn: Day.nullable(),
  opinion: z.string().nullable(),
  reviewedDigest: z.string().nullable(),
  digest: z.string(),
  editedOn: Day,
  editedBy: z.string(),
  version: z.number().int(),
})
export type WorkingPaper = z.infer<typeof WorkingPaper>

export const PaperEvidence = z.object({ id: z.uuid(), paper: z.uuid(), evidence: z.uuid() })
export type PaperEvidence = z.infer<typeof PaperEvidence>

/** A reviewer's note on a paper, the preparer's answer, and the day it was settled. */
export const ReviewNote = z.object({
  id: z.uuid(),
  paper: z.uuid(),
  text: z.string(),
  raisedBy: z.string(),
  raisedName: z.string(),
  raisedOn: Day,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: Day.nullable(),
  settledOn: Day.nullable(),
  version: z.number().int(),
})
export type ReviewNote = z.infer<typeof ReviewNote>

export const TalkLine = z.object({ question: z.string().trim().min(1).max(2000), answer: z.string().trim().min(1).max(5000) })
export type TalkLine = z.infer<typeof TalkLine>

/** A talk held in the audit (谈话笔录): with whom, by which auditors (at least as many as the rule asks), word for word. */
export const Talk = z.object({
  id: z.uuid(),
  project: z.uuid(),
  number: z.string(),
  heldOn: Day,
  beginsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  location: z.string(),
  person: z.string(),
  post: z.string().nullable(),
  auditors: z.array(z.object({ account: z.string(), name: z.string() })),
  topic: z.string(),
  lines: z.array(TalkLine),
  /** Whether badges and the audit notice were shown (AL 43). */
  papersShown: z.boolean(),
  sign: SignState,
  signedOn: Day.nullable(),
  signedBy: z.string().nullable(),
  refusal: z.string().nullable(),
  version: z.number().int(),
})
export type Talk = z.infer<typeof Talk>
