import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Grade, MoneyLine, ObjectionEffect } from '../model.ts'

/**
 * What an upheld objection, or a paper after the report, changed in a finding's record, and from which day. Of a paper there
 * is neither objection nor official: it is everybody's whom the finding is about. `soughtOn`: when the places that used
 * it were sought.
 */
export const Correction = z.object({
  id: z.uuid(),
  project: z.uuid(),
  finding: z.uuid(),
  official: z.uuid().nullable(),
  objection: z.uuid().nullable(),
  number: z.string(),
  effect: ObjectionEffect,
  newText: z.string().nullable(),
  newGrade: Grade.nullable(),
  reason: z.string(),
  decidedBy: z.string(),
  correctedOn: Day,
  soughtOn: Day.nullable(),
  closedOn: Day.nullable(),
  closedBy: z.string().nullable(),
  version: z.number().int(),
})
export type Correction = z.infer<typeof Correction>

/** What the record said before its correction; kept with the case and shown to nobody else. */
export const CorrectionBefore = z.object({
  id: z.uuid(),
  correction: z.uuid(),
  project: z.uuid(),
  title: z.string(),
  facts: z.string(),
  standard: z.string().nullable(),
  cause: z.string().nullable(),
  consequence: z.string().nullable(),
  money: z.array(MoneyLine),
  grade: Grade.nullable(),
})
export type CorrectionBefore = z.infer<typeof CorrectionBefore>

export const PlaceKind = z.enum([
  'record',
  'statistics',
  'portrait',
  'rectification',
  'source',
  'draft',
  'frozen',
  'issued',
  'compilation',
  'receipt',
  'service',
  'share',
  'takenOut',
])
export type PlaceKind = z.infer<typeof PlaceKind>

/** rewritten: says the new already. flagged: somebody must look. noticeDue: its holder must be told. */
export const PlaceState = z.enum(['rewritten', 'flagged', 'noticeDue', 'noticeServed', 'settled'])
export type PlaceState = z.infer<typeof PlaceState>

/** One place that used the item, or one holder who received it. `says`: all that a recipient outside the case is told. */
export const CorrectionPlace = z.object({
  id: z.uuid(),
  correction: z.uuid(),
  project: z.uuid(),
  jurisdiction: z.string(),
  kind: PlaceKind,
  record: z.string(),
  label: z.string(),
  recipient: z.string(),
  organ: z.string().nullable(),
  place: z.string().nullable(),
  state: PlaceState,
  says: z.string(),
  note: z.string().nullable(),
  doneOn: Day.nullable(),
  doneBy: z.string().nullable(),
  version: z.number().int(),
})
export type CorrectionPlace = z.infer<typeof CorrectionPlace>
