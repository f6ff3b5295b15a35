import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** Who asks: the audit team, the patrol team, or the organisation department. */
export const AskingSide = z.enum(['audit', 'patrol', 'organisation'])
export type AskingSide = z.infer<typeof AskingSide>

export const RequestState = z.enum(['open', 'answered', 'returned', 'accepted', 'withdrawn'])
export type RequestState = z.infer<typeof RequestState>

/** One material asked of a unit (调阅清单). */
export const MaterialRequest = z.object({
  id: z.uuid(),
  project: z.uuid().nullable(),
  side: AskingSide,
  number: z.string(),
  unit: z.uuid(),
  name: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  purpose: z.string().nullable(),
  originals: z.boolean(),
  askedBy: z.string(),
  askedName: z.string(),
  askedOn: Day,
  dueOn: Day,
  state: RequestState,
  /** The earlier request whose answer was taken over. */
  sameAs: z.uuid().nullable(),
  /** Why it was asked although a like one stood already. */
  apartReason: z.string().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type MaterialRequest = z.infer<typeof MaterialRequest>

export const AnswerVia = z.enum(['portal', 'package', 'earlier'])
export type AnswerVia = z.infer<typeof AnswerVia>

/** One round of answering, and what the asker decided on it. */
export const RequestAnswer = z.object({
  id: z.uuid(),
  request: z.uuid(),
  round: z.number().int(),
  via: AnswerVia,
  text: z.string(),
  answeredBy: z.string(),
  answeredName: z.string(),
  answeredOn: Day,
  outcome: z.enum(['accepted', 'returned']).nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
})
export type RequestAnswer = z.infer<typeof RequestAnswer>

export const AnswerFile = z.object({
  id: z.uuid(),
  answer: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  size: z.number().int(),
})
export type AnswerFile = z.infer<typeof AnswerFile>

/** An original paper on loan: who handed it over, and to whom it went back. */
export const OriginalLoan = z.object({
  id: z.uuid(),
  request: z.uuid(),
  what: z.string(),
  copies: z.number().int(),
  handedBy: z.string(),
  receivedBy: z.string(),
  receivedOn: Day,
  returnedOn: Day.nullable(),
  returnedTo: z.string().nullable(),
  version: z.number().int(),
})
export type OriginalLoan = z.infer<typeof OriginalLoan>

/** A signed package that carries requests to a unit without network access, and its answers back. */
export const RequestPackage = z.object({
  id: z.uuid(),
  project: z.uuid().nullable(),
  unit: z.uuid(),
  jurisdiction: z.string(),
  requests: z.array(z.uuid()),
  /** Public keys (ed25519, base64): the one that signed the list, and the one the answers must be signed with. */
  issueKey: z.string(),
  answerKey: z.string(),
  digest: z.string(),
  exportedBy: z.string(),
  exportedAt: z.string(),
  importedBy: z.string().nullable(),
  importedAt: z.string().nullable(),
  answerDigest: z.string().nullable(),
})
export type RequestPackage = z.infer<typeof RequestPackage>
