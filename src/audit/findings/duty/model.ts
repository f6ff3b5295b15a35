import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Grade } from '../model.ts'

/** A situation in which a rule of a certain time speaks of a grade; `needsTrail`: how it was decided must be on file. */
export const SituationRule = z.object({
  id: z.uuid(),
  code: z.string(),
  grade: Grade,
  zh: z.string(),
  en: z.string(),
  needsTrail: z.boolean(),
  /** The situation is deciding alone, or against the majority. */
  alone: z.boolean(),
  validFrom: Day,
  validUntil: Day.nullable(),
  jurisdiction: z.string().nullable(),
  citation: z.string(),
  verified: z.boolean(),
})
export type SituationRule = z.infer<typeof SituationRule>

/** The four axes: what the post required, what was done or left undone, how that led on, what came of it. */
export const Slot = z.enum(['duty', 'act', 'cause', 'effect'])
export type Slot = z.infer<typeof Slot>
const slotText = z.string().trim().max(4000)
export const Slots = z.object({ duty: slotText, act: slotText, cause: slotText, effect: slotText })
export type Slots = z.infer<typeof Slots>

/** What stands behind a slot: an evidence sheet, a line of the list of duties, or one of the list of decisions. */
export const ProofKind = z.enum(['evidence', 'duty', 'keyDecision'])
export type ProofKind = z.infer<typeof ProofKind>
export const SlotLink = z.object({ slot: Slot, kind: ProofKind, record: z.uuid() })
export type SlotLink = z.infer<typeof SlotLink>

export const Voted = z.enum(['for', 'against', 'abstained', 'absent'])
export type Voted = z.infer<typeof Voted>
const short = z.string().trim().max(200).nullable()
/** How the matter was decided; null where it is not on file. */
export const DecisionTrail = z.object({
  meeting: short,
  heldOn: Day.nullable(),
  presidedBy: short,
  voted: Voted.nullable(),
  majority: z.boolean().nullable(),
  objectionMinuted: z.boolean().nullable(),
  approval: short,
})
export type DecisionTrail = z.infer<typeof DecisionTrail>

/** What the record claims on the three distinctions; null where nothing is claimed. */
export const Claims = z.object({
  privateGain: z.boolean().nullable(),
  knowing: z.boolean().nullable(),
  forbidden: z.boolean().nullable(),
})
export type Claims = z.infer<typeof Claims>

export const FlagCode = z.enum([
  'slotEmpty',
  'slotUnproven',
  'actOutsideTenure',
  'periodOutsideTenure',
  'tenureUnknown',
  'trailMissing',
  'situationUnknown',
  'situationOfOtherGrade',
  'gradeOfOtherTime',
  'toleratedPrivateGain',
  'toleratedKnowing',
  'toleratedForbidden',
  'minutedYetFor',
  'majorityYetAlone',
  'notArgued',
])
export type FlagCode = z.infer<typeof FlagCode>
/** Something the checker holds against a responsibility; `stops`: it may not be signed off. */
export const Flag = z.object({ code: FlagCode, facts: z.record(z.string(), z.union([z.string(), z.number()])), stops: z.boolean() })
export type Flag = z.infer<typeof Flag>

export const AttributionState = z.enum(['set', 'reviewed', 'sentBack'])
export type AttributionState = z.infer<typeof AttributionState>

/** The argument for one responsibility: situation, four slots with what stands behind them, decision, claims. */
export const Attribution = z.object({
  id: z.uuid(),
  responsibility: z.uuid(),
  finding: z.uuid(),
  official: z.uuid(),
  situation: z.string(),
  slots: Slots,
  links: z.array(SlotLink),
  actFrom: Day.nullable(),
  actTo: Day.nullable(),
  decisionTrail: DecisionTrail,
  claims: Claims,
  /** History, decision, nature, effects, actual role: what was weighed. */
  weighing: z.string(),
  flags: z.array(Flag),
  state: AttributionState,
  setBy: z.string(),
  setName: z.string(),
  setOn: Day,
  reviewedBy: z.string().nullable(),
  reviewedName: z.string().nullable(),
  reviewedOn: Day.nullable(),
  opinion: z.string().nullable(),
  version: z.number().int(),
})
export type Attribution = z.infer<typeof Attribution>

/** Somebody else who had a part in it; not a subject of the audit, in no portrait and no list of audited officials. */
export const OtherPerson = z.object({
  id: z.uuid(),
  project: z.uuid(),
  finding: z.uuid(),
  name: z.string(),
  post: z.string(),
  part: z.string(),
  recordedBy: z.string(),
  recordedName: z.string(),
  recordedOn: Day,
})
export type OtherPerson = z.infer<typeof OtherPerson>
