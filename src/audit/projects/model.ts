import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** In-office (任中) or on leaving (离任). */
export const ProjectKind = z.enum(['inOffice', 'departure'])
export type ProjectKind = z.infer<typeof ProjectKind>

/**
 * Where a project stands in its procedure (procedure.ts). Projects recorded only by their result, such as those of an
 * imported workbook, are archived.
 */
export const ProjectState = z.enum([
  'opened',
  'told',
  'teamed',
  'noticed',
  'served',
  'planned',
  'entered',
  'fieldwork',
  'heard',
  'reported',
  'commented',
  'verified',
  'reviewed',
  'adjudicated',
  'met',
  'issued',
  'delivered',
  'briefed',
  'followed',
  'archived',
  'terminated',
])
export type ProjectState = z.infer<typeof ProjectState>

/** Which table of steps binds the project; a simplified one may be raised to standard, never the other way. */
export const Track = z.enum(['standard', 'simplified'])
export type Track = z.infer<typeof Track>

/** How a patrol goes together with the audit: at once, staggered, audit first, or results shared. */
export const JointMode = z.enum(['synchronous', 'staggered', 'auditFirst', 'sharing'])
export type JointMode = z.infer<typeof JointMode>

export const Retention = z.enum(['permanent', 'thirtyYears', 'tenYears'])
export type Retention = z.infer<typeof Retention>

/** One economic-responsibility audit of a unit; whom it was about stands in ProjectSubject. */
export const Project = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  kind: ProjectKind,
  unit: z.uuid(),
  auditedBy: z.string(),
  year: z.number().int(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  startedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  /** The time as the office wrote it, when it names no exact days. */
  heldWhen: z.string().nullable(),
  reportNumber: z.string().nullable(),
  conclusion: z.string().nullable(),
  /** File name of the report as given; `document` follows once that file is in the library. */
  reportFile: z.string().nullable(),
  document: z.uuid().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
  planItem: z.uuid().nullable(),
  state: ProjectState,
  track: Track,
  openedOn: Day.nullable(),
  /** The day it was archived or terminated. */
  endedOn: Day.nullable(),
  jointMode: JointMode.nullable(),
  /** The patrol's own number or name, for the room that links both. */
  jointRef: z.string().nullable(),
  retention: Retention.nullable(),
})
export type Project = z.infer<typeof Project>

/** One official audited in a project, in one post (party and government heads may share a project). */
export const ProjectSubject = z.object({
  id: z.uuid(),
  project: z.uuid(),
  official: z.uuid(),
  tenure: z.uuid().nullable(),
  post: z.string(),
  conclusion: z.string().nullable(),
  mainProblems: z.string().nullable(),
  note: z.string().nullable(),
})
export type ProjectSubject = z.infer<typeof ProjectSubject>

/** One step taken in a project's procedure: who, when, from where to where, and what was said and recorded with it. */
export const ProjectStep = z.object({
  id: z.uuid(),
  project: z.uuid(),
  step: z.string(),
  account: z.string(),
  name: z.string(),
  role: z.string(),
  takenOn: Day,
  from: ProjectState,
  to: ProjectState,
  text: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type ProjectStep = z.infer<typeof ProjectStep>

/** Head of the team (组长), deputy, auditor in charge of the papers (主审), member, engaged expert. */
export const MemberRole = z.enum(['leader', 'deputy', 'lead', 'member', 'expert'])
export type MemberRole = z.infer<typeof MemberRole>
/** Who works on a project, as this room needs it; the team's own records are kept by fieldwork. */
export const Member = z.object({ account: z.string(), name: z.string(), role: MemberRole, days: z.number() })
export type Member = z.infer<typeof Member>

export const ServedKind = z.enum(['notice', 'draft', 'report', 'decision'])
export type ServedKind = z.infer<typeof ServedKind>
export const Party = z.enum(['official', 'unit'])
export type Party = z.infer<typeof Party>
export const ServiceMethod = z.enum(['direct', 'left', 'mail', 'system', 'announcement'])
export type ServiceMethod = z.infer<typeof ServiceMethod>

/** Proof that one paper of a project reached one recipient: what every statutory period starts from. */
export const ProjectService = z.object({
  id: z.uuid(),
  project: z.uuid(),
  kind: ServedKind,
  /** Which draft; 1 for papers that are issued once. */
  round: z.number().int(),
  party: Party,
  recipient: z.uuid(),
  number: z.string().nullable(),
  servedOn: Day,
  method: ServiceMethod,
  signer: z.string(),
  /** The receipt kept with the documents, when the paper was issued there. */
  receipt: z.uuid().nullable(),
  /** The signed proof itself, when the paper was made outside the house. */
  proofSha256: z.string().nullable(),
  proofName: z.string().nullable(),
  account: z.string(),
})
export type ProjectService = z.infer<typeof ProjectService>

/** A draft for comment; at most one of a project is out at a time. `withheld`: what was kept back, with its approval. */
export const ProjectDraft = z.object({
  id: z.uuid(),
  project: z.uuid(),
  round: z.number().int(),
  number: z.string().nullable(),
  sentOn: Day,
  sentBy: z.string(),
  withheld: z.string().nullable(),
  closedOn: Day.nullable(),
})
export type ProjectDraft = z.infer<typeof ProjectDraft>

export const Stance = z.enum(['agree', 'partly', 'object'])
export type Stance = z.infer<typeof Stance>
export const Adoption = z.enum(['adopted', 'partly', 'refused'])
export type Adoption = z.infer<typeof Adoption>
export const GivenEvidence = z.object({ name: z.string(), sha256: z.string() })

/** What a party says of one finding of the draft, or of the whole of it (`finding` null). */
export const DraftReply = z.object({
  id: z.uuid(),
  draft: z.uuid(),
  finding: z.uuid().nullable(),
  party: Party,
  replier: z.uuid(),
  account: z.string(),
  stance: Stance,
  text: z.string(),
  evidence: z.array(GivenEvidence),
  givenOn: Day,
  outcome: Adoption.nullable(),
  reason: z.string().nullable(),
})
export type DraftReply = z.infer<typeof DraftReply>

/** One voice of a business meeting; who votes against says why. */
export const Vote = z.object({
  name: z.string().trim().min(1).max(40),
  vote: z.enum(['for', 'against', 'abstain']),
  dissent: z.string().max(2000),
})
export type Vote = z.infer<typeof Vote>
export const BusinessMeeting = z.object({
  id: z.uuid(),
  project: z.uuid(),
  heldOn: Day,
  chair: z.string(),
  votes: z.array(Vote),
  carried: z.boolean(),
  minutes: z.string(),
})
export type BusinessMeeting = z.infer<typeof BusinessMeeting>

/** Conclusion (结论), proof (证明), opening (立项), reference (备查). */
export const ArchiveClass = z.enum(['conclusion', 'proof', 'opening', 'reference'])
export type ArchiveClass = z.infer<typeof ArchiveClass>
export const ArchiveUnit = z.object({
  id: z.uuid(),
  project: z.uuid(),
  class: ArchiveClass,
  position: z.number().int(),
  title: z.string().min(1).max(200),
  pages: z.number().int().nullable(),
  /** The record the paper comes from, as `<table>:<id>`; null for a paper brought by hand. */
  source: z.string().nullable(),
})
export type ArchiveUnit = z.infer<typeof ArchiveUnit>
