import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** What can be shared: a whole case (project), one record of it, or one paper the house issued. */
export const SharedKind = z.enum(['project', 'finding', 'document', 'issuedPaper'])
export type SharedKind = z.infer<typeof SharedKind>

/** Groups of fields that a grant opens; what it does not open is not shown, not counted by, not sorted by. */
export const FieldGroup = z.enum(['facts', 'amounts', 'responsibility', 'rectification', 'report'])
export type FieldGroup = z.infer<typeof FieldGroup>

/** How high a level a share can reach; state secrets are not kept here. */
export const ShareCeiling = z.enum(['open', 'internal', 'workSecret'])
export type ShareCeiling = z.infer<typeof ShareCeiling>

/** The organs something can be shared with. */
export const SharedWith = z.enum([
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
])
export type SharedWith = z.infer<typeof SharedWith>

export const GrantState = z.enum(['waiting', 'given', 'refused', 'revoked'])
export type GrantState = z.infer<typeof GrantState>

/** One organ lets another know a case or a record: for a purpose, on a legal basis, from a day until a day. */
export const ShareGrant = z.object({
  id: z.uuid(),
  kind: SharedKind,
  record: z.uuid(),
  /** The record's own number or title, as it was when it was shared. */
  label: z.string(),
  organ: SharedWith,
  /** The place of the organ it is shared with. */
  jurisdiction: z.string(),
  /** Only this unit, for an audited unit. */
  unit: z.uuid().nullable(),
  /** Only this person of the organ. */
  account: z.string().nullable(),
  fields: z.array(FieldGroup),
  /** The highest secrecy level it opens; what is marked above stays unknown. */
  ceiling: ShareCeiling,
  purpose: z.string(),
  legalBasis: z.string(),
  /** Written by the house when results are served on an organ; needs no second person. */
  issued: z.boolean(),
  ownerOrgan: z.string(),
  ownerJurisdiction: z.string(),
  startsOn: Day,
  until: Day.nullable(),
  state: GrantState,
  givenBy: z.string(),
  givenAt: z.string(),
  settledBy: z.string().nullable(),
  settledAt: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.number().int(),
})
export type ShareGrant = z.infer<typeof ShareGrant>

/** An organ of the joint meeting: what a paper of the house can be served on. */
export const ServedOrgan = SharedWith.exclude(['auditedUnit'])
export type ServedOrgan = z.infer<typeof ServedOrgan>

/** From which day, and in which region (null: everywhere), the results of an audit go to an organ or do not; on what ground. */
export const ResultRule = z.object({
  id: z.uuid(),
  organ: SharedWith.exclude(['auditOffice', 'auditedUnit']),
  region: z.string().nullable(),
  takes: z.boolean(),
  purpose: z.string().trim().min(2).max(300),
  citation: z.string().trim().min(2).max(300),
  verified: z.boolean(),
  startsOn: Day,
  endsOn: Day.nullable(),
  version: z.number().int(),
})
export type ResultRule = z.infer<typeof ResultRule>

export const RecusalKind = z.enum(['official', 'unit', 'project'])
export type RecusalKind = z.infer<typeof RecusalKind>
export const RecusalGround = z.enum(['spouse', 'kin', 'inLaw', 'interest', 'formerPost', 'other'])
export type RecusalGround = z.infer<typeof RecusalGround>

/** A person of the organs who stays away from an official, a unit or a project. */
export const Recusal = z.object({
  id: z.uuid(),
  account: z.string(),
  kind: RecusalKind,
  subject: z.uuid(),
  ground: RecusalGround,
  note: z.string(),
  decidedOn: Day,
  decidedBy: z.string(),
  until: Day.nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Recusal = z.infer<typeof Recusal>
