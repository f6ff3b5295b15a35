import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen } from '../../kernel/money.ts'

/** Where a lead stands in its procedure (procedure.ts). */
export const LeadState = z.enum([
  ...['draft', 'assessing', 'assessed', 'approved', 'sent', 'received', 'accepted', 'returned', 'handling', 'handled', 'fedBack'],
  ...['closed', 'cancelled'],
] as const)
export type LeadState = z.infer<typeof LeadState>

export const StepName = z.enum([
  ...['convene', 'opine', 'assess', 'sendBack', 'reportUp', 'approve', 'send', 'receive', 'accept', 'turnBack', 'resubmit', 'redraft'],
  ...['begin', 'record', 'feedBack', 'close', 'remind', 'cancel'],
] as const)
export type StepName = z.infer<typeof StepName>

/** What the matter is, which says whose it is: duty breach, duty crime, other crime, tax, fiscal, state assets, industry, personnel. */
export const Nature = z.enum(['duty', 'dutyCrime', 'crime', 'tax', 'fiscal', 'stateAssets', 'industry', 'personnel'])
export type Nature = z.infer<typeof Nature>

/** By which level's authority the person concerned is managed (干部管理权限); none: no official is concerned. */
export const ManagedBy = z.enum(['province', 'city', 'county', 'none'])
export type ManagedBy = z.infer<typeof ManagedBy>

/** The kinds of organ a matter may be sent to; the first four may have seats in this house. */
export const OrganKind = z.enum([
  ...['discipline', 'organisation', 'finance', 'stateAssets'],
  ...['publicSecurity', 'procuratorate', 'tax', 'industry', 'superior', 'government'],
] as const)
export type OrganKind = z.infer<typeof OrganKind>

/** The organs of the joint meeting that may be called to assess a lead. */
export const Assessor = z.enum(['discipline', 'organisation', 'patrol', 'staffing', 'finance', 'stateAssets'])
export type Assessor = z.infer<typeof Assessor>

/** The four effects (四有效): transfer, investigation, handling, feedback. */
export const Effect = z.enum(['transfer', 'investigation', 'handling', 'feedback'])
export type Effect = z.infer<typeof Effect>

/** One clock of a lead as it was counted on the day it began, with every step of the count. */
export const LeadClock = z.object({
  effect: Effect,
  rule: z.string(),
  fromOn: Day,
  dueOn: Day,
  steps: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])) })),
  citation: z.string(),
  verified: z.boolean(),
  endedOn: Day.nullable(),
})
export type LeadClock = z.infer<typeof LeadClock>

export const LeadEvidence = z.object({
  name: z.string().trim().min(1).max(200),
  pages: z.string().trim().max(20),
  origin: z.string().trim().max(200),
  /** The evidence sheet it was taken from, when it stands in this house. */
  evidence: z.uuid().nullable(),
})
export type LeadEvidence = z.infer<typeof LeadEvidence>

/** Handled by the receiver itself, or by it under the eye of a higher organ (督办). */
export const Mode = z.enum(['direct', 'supervised'])
export type Mode = z.infer<typeof Mode>

/**
 * One matter to be handed to another organ (问题线索). `assessors`, `addressed…`, `overseen…` and `copied…` say to whom
 * the lead has become known; they are set by the steps that make it known, and by nothing else.
 */
export const Lead = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  nature: Nature,
  managedBy: ManagedBy,
  unit: z.uuid(),
  official: z.uuid().nullable(),
  persons: z.string(),
  project: z.uuid().nullable(),
  finding: z.uuid().nullable(),
  facts: z.string(),
  qualification: z.string(),
  basis: z.string(),
  opinion: z.string(),
  feedbackAsk: z.string(),
  evidence: z.array(LeadEvidence),
  amount: Fen.nullable(),
  major: z.boolean(),
  majorRef: z.string().nullable(),
  majorOn: Day.nullable(),
  state: LeadState,
  round: z.number().int(),
  receiver: z.uuid().nullable(),
  overseer: z.uuid().nullable(),
  copy: z.uuid().nullable(),
  mode: Mode.nullable(),
  routeRule: z.string().nullable(),
  routeReason: z.string().nullable(),
  assessors: z.array(Assessor.or(z.literal('committeeOffice'))),
  addressedOrgan: z.string().nullable(),
  addressedPlace: z.string().nullable(),
  overseenOrgan: z.string().nullable(),
  overseenPlace: z.string().nullable(),
  copiedOrgan: z.string().nullable(),
  copiedPlace: z.string().nullable(),
  conclusion: z.string().nullable(),
  letterNumber: z.string().nullable(),
  clocks: z.array(LeadClock),
  transferDue: Day.nullable(),
  investigationDue: Day.nullable(),
  handlingDue: Day.nullable(),
  feedbackDue: Day.nullable(),
  dueOn: Day.nullable(),
  draftedBy: z.string(),
  draftedOn: Day,
  approvedBy: z.string().nullable(),
  approvedOn: Day.nullable(),
  sentOn: Day.nullable(),
  receivedOn: Day.nullable(),
  acceptedOn: Day.nullable(),
  begunOn: Day.nullable(),
  handledOn: Day.nullable(),
  fedBackOn: Day.nullable(),
  feedbackRef: z.string().nullable(),
  remindedOn: Day.nullable(),
  closedOn: Day.nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Lead = z.infer<typeof Lead>

/** How a step came: in the house, by a sealed file, or by a letter on paper entered here. */
export const Via = z.enum(['house', 'package', 'paper'])
export type Via = z.infer<typeof Via>

/** One step taken; the steps from sending on are told to the receiver too, those before stay inside (LeadNote). */
export const LeadStep = z.object({
  id: z.uuid(),
  lead: z.uuid(),
  step: StepName,
  account: z.string(),
  name: z.string(),
  organ: z.string(),
  via: Via,
  takenOn: Day,
  text: z.string(),
  reference: z.string().nullable(),
})
export type LeadStep = z.infer<typeof LeadStep>

/** A step inside the audit office and the committee's office. `drafter` may read it besides those cleared. */
export const LeadNote = LeadStep.extend({ drafter: z.string(), jurisdiction: z.string() })
export type LeadNote = z.infer<typeof LeadNote>

export const Stance = z.enum(['agree', 'amend', 'oppose'])
export type Stance = z.infer<typeof Stance>

/** What one organ of the joint meeting says of a lead before it is sent; `stance` is null until it has spoken. */
export const LeadOpinion = z.object({
  id: z.uuid(),
  lead: z.uuid(),
  organ: Assessor,
  jurisdiction: z.string(),
  round: z.number().int(),
  stance: Stance.nullable(),
  text: z.string().nullable(),
  name: z.string().nullable(),
  givenOn: Day.nullable(),
})
export type LeadOpinion = z.infer<typeof LeadOpinion>

/** How a matter ended for one person or as a whole. */
export const OutcomeKind = z.enum([
  ...['talk', 'criticism', 'selfReview', 'admonish', 'partyDiscipline', 'sanction', 'organisational', 'judicial', 'recovered'],
  ...['noFault', 'unproven'],
] as const)
export type OutcomeKind = z.infer<typeof OutcomeKind>

/** One outcome. `proven` is what may be told in a portrait; `effectUntil` is the last day of a sanction's period of influence. */
export const LeadOutcome = z.object({
  id: z.uuid(),
  lead: z.uuid(),
  official: z.uuid().nullable(),
  person: z.string(),
  kind: OutcomeKind,
  sanction: z.string().nullable(),
  proven: z.boolean(),
  decidedOn: Day,
  effectUntil: Day.nullable(),
  reference: z.string(),
  amount: Fen.nullable(),
  text: z.string(),
  organName: z.string(),
  recordedBy: z.string(),
  recordedOn: Day,
})
export type LeadOutcome = z.infer<typeof LeadOutcome>

const paper = {
  ...{ id: z.uuid(), lead: z.uuid(), round: z.number().int(), number: z.string(), name: z.string(), sha256: z.string() },
  ...{ size: z.number().int(), madeBy: z.string(), madeOn: Day },
}
/** A paper the receiver has too: the transfer letter of a round, a reminder, the receipt. */
export const LeadPaper = z.object({ ...paper, kind: z.enum(['letter', 'reminder', 'receipt']) })
export type LeadPaper = z.infer<typeof LeadPaper>
/** A paper that stays inside, as a note does: minutes of the joint assessment, the report to the committee. */
export const LeadInsidePaper = z.object({
  ...paper,
  ...{ kind: z.enum(['minutes', 'report']), drafter: z.string(), jurisdiction: z.string() },
})
export type LeadInsidePaper = z.infer<typeof LeadInsidePaper>

/** One file of the evidence as it was handed over with the lead: what the receiver may read of it. */
export const LeadExhibit = z.object({
  ...{ id: z.uuid(), lead: z.uuid(), evidence: z.uuid(), name: z.string(), sha256: z.string(), size: z.number().int(), givenOn: Day },
})
export type LeadExhibit = z.infer<typeof LeadExhibit>
