import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** Levels from the least to the most secret: 公开, 内部, 工作秘密, 秘密, 机密, 绝密 (保守国家秘密法 arts. 14, 64). */
export const SecrecyLevel = z.enum(['open', 'internal', 'workSecret', 'secret', 'confidential', 'topSecret'])
export type SecrecyLevel = z.infer<typeof SecrecyLevel>

/** The level of one record or file; `subject` is `<table>:<id>`. Locked at the first save. */
export const SecrecyMark = z.object({
  subject: z.string(),
  level: SecrecyLevel,
  setBy: z.string(),
  setAt: z.string(),
  version: z.number().int(),
})
export type SecrecyMark = z.infer<typeof SecrecyMark>

/** A proposal to lower a level, and what another person decided of it. */
export const SecrecyDecision = z.object({
  id: z.uuid(),
  subject: z.string(),
  fromLevel: SecrecyLevel,
  toLevel: SecrecyLevel,
  reason: z.string(),
  decision: z.string(),
  state: z.enum(['proposed', 'confirmed', 'refused']),
  proposedBy: z.string(),
  proposedOn: Day,
  decidedBy: z.string().nullable(),
  decidedOn: Day.nullable(),
})
export type SecrecyDecision = z.infer<typeof SecrecyDecision>

export const ReadingPurpose = z.enum([
  'audit',
  'planning',
  'assessment',
  'appointment',
  'discipline',
  'patrol',
  'rectification',
  'upkeep',
  'other',
])
export type ReadingPurpose = z.infer<typeof ReadingPurpose>

/** One person's leave to read a dossier: what for, from when, until when. */
export const DossierReading = z.object({
  id: z.uuid(),
  subject: z.string(),
  account: z.string(),
  name: z.string(),
  role: z.string(),
  purpose: ReadingPurpose,
  note: z.string(),
  openedAt: z.string(),
  until: z.string(),
})
export type DossierReading = z.infer<typeof DossierReading>

/** An identity-card number: `sealed` can be opened only with the key kept beside the files, never in the database. */
export const IdentityNumber = z.object({
  subject: z.string(),
  masked: z.string(),
  sealed: z.string(),
  setBy: z.string(),
  setAt: z.string(),
})
export type IdentityNumber = z.infer<typeof IdentityNumber>

export const Retained = z.enum([
  'conclusion',
  'proof',
  'setting',
  'reference',
  'trail',
  'document',
  'personal',
  'session',
  'replay',
  'reading',
])
export type Retained = z.infer<typeof Retained>

/** How long one kind of record is kept, from what, and what is done then; neither years nor days = for ever. */
export const RetentionRule = z.object({
  id: z.uuid(),
  what: Retained,
  /** Null is for ever, if `days` is null too. */
  years: z.number().int().positive().max(500).nullable(),
  days: z.number().int().positive().max(36_500).nullable(),
  starts: z.enum(['filingYear', 'recordedOn', 'endedOn']),
  after: z.enum(['keep', 'transfer', 'appraise', 'purge']),
  citation: z.string(),
  verified: z.boolean(),
  validFrom: Day,
  validUntil: Day.nullable(),
})
export type RetentionRule = z.infer<typeof RetentionRule>

/** The organs that have a clearance: all that know records of the work. */
export const ClearedOrgan = z.enum([
  'auditOffice',
  'committeeOffice',
  'organisation',
  'discipline',
  'patrol',
  'staffing',
  'finance',
  'stateAssets',
  'congress',
  'liaison',
  'auditedUnit',
  'official',
])
export type ClearedOrgan = z.infer<typeof ClearedOrgan>
/** How high a level an organ may know, from a day on, by which paper; what is marked higher is not shown to it in any way. */
export const ClearanceRule = z.object({
  id: z.uuid(),
  organ: ClearedOrgan,
  level: SecrecyLevel,
  citation: z.string(),
  verified: z.boolean(),
  validFrom: Day,
  validUntil: Day.nullable(),
})
export type ClearanceRule = z.infer<typeof ClearanceRule>

/** A person's request to correct what is recorded of him (个人信息保护法 art. 46), and the answer. */
export const CorrectionRequest = z.object({
  id: z.uuid(),
  official: z.uuid(),
  record: z.string(),
  field: z.string(),
  stated: z.string(),
  wanted: z.string(),
  reason: z.string(),
  state: z.enum(['received', 'corrected', 'refused']),
  madeBy: z.string(),
  madeOn: Day,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: Day.nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type CorrectionRequest = z.infer<typeof CorrectionRequest>

/** What this installation has set: its ceiling, its usual level, how long a reading lasts, whether officials see their readers. */
export const CustodySettings = z.object({
  ceiling: SecrecyLevel,
  usual: SecrecyLevel,
  readingHours: z.number().int().min(1).max(72),
  officialSeesReaders: z.boolean(),
})
export type CustodySettings = z.infer<typeof CustodySettings>
