import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { Fen } from '../../../kernel/money.ts'
import { Nature, OrganKind, OutcomeKind } from '../model.ts'

const says = z.object({ zh: z.string(), en: z.string() })
const dated = {
  region: z.string().nullable(),
  validFrom: Day,
  validUntil: Day.nullable(),
  citation: z.string(),
  verified: z.boolean(),
  version: z.number().int(),
}

export const Authority = z.enum(['above', 'own', 'below', 'none'])
export type Authority = z.infer<typeof Authority>

/** Whom a matter goes to, as a dated regional row: by nature, by whose authority manages the person, by where the unit lies. */
export const RouteRule = z.object({
  id: z.uuid(),
  code: z.string(),
  title: says,
  natures: z.array(Nature),
  /** Whose authority manages the person, seen from the office that sends: above it, its own, below it, nobody’s. */
  managed: z.array(Authority),
  place: z.enum(['any', 'own', 'below']),
  fromFen: Fen.nullable(),
  receiverKind: OrganKind.nullable(),
  receiverPlace: z.enum(['own', 'unit', 'above']),
  supervised: z.boolean(),
  copyDiscipline: z.boolean(),
  committeeFirst: z.boolean(),
  priority: z.number().int(),
  ...dated,
})
export type RouteRule = z.infer<typeof RouteRule>

/** A kind of sanction and how many months it weighs, as a dated row; null months: no period. */
export const SanctionRule = z.object({
  id: z.uuid(),
  code: z.string(),
  kind: OutcomeKind,
  title: says,
  months: z.number().int().nullable(),
  ...dated,
})
export type SanctionRule = z.infer<typeof SanctionRule>

/** An organ that receives matters; `organ` is its side in this house, null when it has no seat here. */
export const LeadOrgan = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: OrganKind,
  organ: z.enum(['discipline', 'organisation', 'finance', 'stateAssets']).nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type LeadOrgan = z.infer<typeof LeadOrgan>

export const KeyState = z.enum(['proposed', 'active', 'retired'])
export type KeyState = z.infer<typeof KeyState>

/** The public keys of an organ, brought by one person and confirmed by another after its fingerprint was read out. */
export const OrganKey = z.object({
  id: z.uuid(),
  organ: z.uuid(),
  boxKey: z.string(),
  signKey: z.string(),
  fingerprint: z.string(),
  state: KeyState,
  proposedBy: z.string(),
  proposedOn: Day,
  confirmedBy: z.string().nullable(),
  confirmedOn: Day.nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type OrganKey = z.infer<typeof OrganKey>

/** A sealed package that went out; the key its answers are sealed to is kept locked. */
export const LeadPackage = z.object({
  id: z.uuid(),
  lead: z.uuid(),
  round: z.number().int(),
  key: z.uuid(),
  digest: z.string(),
  replySecret: z.string(),
  madeBy: z.string(),
  madeOn: Day,
  jurisdiction: z.string(),
})
export type LeadPackage = z.infer<typeof LeadPackage>

/** A signed answer that came back, each taken in once. */
export const LeadReply = z.object({
  id: z.uuid(),
  package: z.uuid(),
  digest: z.string(),
  kind: z.string(),
  takenBy: z.string(),
  takenOn: Day,
  jurisdiction: z.string(),
})
export type LeadReply = z.infer<typeof LeadReply>
