import type { Day } from '../../kernel/day.ts'
import { type Guards, nextSteps, whyNotStep } from '../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import type { Objection } from '../findings/model.ts'
import { standingOf, whyNotUse } from '../findings/standing.ts'
import type { Lead, LeadOpinion, LeadStep, StepName } from './model.ts'
import { words as page } from './page.words.ts'
import { type GuardName, leadProcedure } from './procedure.ts'
import type { LeadOrgan } from './rules/records.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
/** Whose hand it is; `organ` is the side of the house its role works for. */
export type Hand = { account: string; role: string; organ: string; jurisdiction: string }

/** What must stand in a lead before the joint assessment is called. */
const wanted = ['persons', 'facts', 'qualification', 'basis', 'opinion', 'feedbackAsk'] as const
const missing = (lead: Lead): string[] => [
  ...wanted.filter((key) => lead[key].trim() === '').map((key) => page.field[key].zh),
  ...(lead.evidence.length === 0 ? [page.field.evidence.zh] : []),
]

/** Why a lead that rests on a finding may not go on: an objection waits (stay of dependent use), or has withdrawn the finding. */
export const whyNotStands = (objections: readonly Objection[], today: Day): Refusal | null => whyNotUse(standingOf(objections, today))

/** Who a step waits for in the receiver's name: its own people, or, when it has no seat here, the audit office with its letter. */
function whyNotReceiver({ lead, organ, hand, reference = null }: Asked): No | null {
  if (!organ) return refuse('leadUnrouted')
  if (hand.role === 'leadAuditor') {
    if (organ.organ !== null) return refuse('leadReceiverInHouse')
    return reference === '' ? refuse('leadReferenceWanted') : null
  }
  const its = organ.organ === hand.organ && liesIn(organ.jurisdiction, hand.jurisdiction)
  if (!its) return refuse('leadNotReceiver')
  const oversees = lead.overseenPlace !== null && liesIn(lead.overseenPlace, hand.jurisdiction)
  return oversees ? refuse('leadOverseerOnly', { organ: organ.name }) : null
}

function whyNotWaits(lead: Lead, today: Day): No | null {
  const due = lead.clocks.filter(({ endedOn }) => endedOn === null).map(({ dueOn }) => dueOn)
  const first = due.sort()[0]
  if (first === undefined || first >= today) return refuse('leadNothingDue', { on: first ?? '' })
  return lead.remindedOn !== null && lead.dueOn !== null && lead.dueOn >= today
    ? refuse('leadRemindedAlready', { on: lead.remindedOn })
    : null
}

export type Asked = {
  lead: Lead
  hand: Hand
  today: Day
  organ: LeadOrgan | null
  opinions: readonly LeadOpinion[]
  objections: readonly Objection[]
  /** The letter a step is entered from; null while nobody has said. */
  reference?: string | null
}

const silent = ({ lead, opinions }: Asked) => opinions.filter(({ round, stance }) => round === lead.round && stance === null)

const guards = (asked: Asked): Guards<GuardName> => {
  const { lead, hand, today, objections } = asked
  return {
    complete: () => {
      const fields = missing(lead)
      return fields.length > 0 ? refuse('leadIncomplete', { fields: fields.join('、') }) : null
    },
    stands: () => whyNotStands(objections, today),
    invited: () => (silent(asked).some((each) => each.organ === hand.organ) ? null : refuse('leadNotInvited')),
    allSpoke: () => {
      const organs = silent(asked).map((each) => words.organ[each.organ].zh)
      return organs.length > 0 ? refuse('leadOpinionsWait', { organs: organs.join('、') }) : null
    },
    isMajor: () => (lead.major ? null : refuse('leadNotMajor')),
    committeeKnows: () => (lead.major && lead.majorOn === null ? refuse('leadCommitteeFirst') : null),
    otherThanDrafter: () => (lead.draftedBy === hand.account ? refuse('leadDrafterApproves') : null),
    routed: () => (lead.receiver === null ? refuse('leadUnrouted') : null),
    receiver: () => whyNotReceiver(asked),
    waits: () => whyNotWaits(lead, today),
  }
}

/** Null when this hand may take the step now; otherwise the reason: state, role, or the first guard that says no. */
export const whyNot = (step: StepName, asked: Asked): Refusal | null =>
  whyNotStep(leadProcedure, { step, state: asked.lead.state, role: asked.hand.role }, guards(asked))

/** The steps that lead on from where a lead stands. */
export const openSteps = (lead: Pick<Lead, 'state'>): StepName[] => nextSteps(leadProcedure, { state: lead.state })

/** The day on which a lead came to where it stands: no later step is taken before it. */
export const lastDay = (lead: Lead): Day =>
  [
    lead.draftedOn,
    lead.approvedOn,
    lead.sentOn,
    lead.receivedOn,
    lead.acceptedOn,
    lead.begunOn,
    lead.handledOn,
    lead.fedBackOn,
  ].reduce<Day>((last, each) => (each !== null && each > last ? each : last), lead.draftedOn)

/** Whether a step of the receiver may bear this day: neither before the step before it nor ahead of today. */
export function whyNotDay(lead: Lead, on: Day, today: Day): No | null {
  if (on > today) return refuse('leadDayAhead')
  const last = lastDay(lead)
  return on < last ? refuse('leadDayBefore', { on: last }) : null
}

/** A lead begins from a finding, or names the unit it is about: without either nobody knows whom it concerns. */
export const whyNotBegin = ({ finding, unit }: { finding?: string | null | undefined; unit?: string | null | undefined }): No | null =>
  finding || unit ? null : refuse('leadUnitMissing')

/** A draft may be changed by whoever drafts; once called to assessment it stays as it was put. */
export const whyNotRevise = (lead: Pick<Lead, 'state'>): No | null => (lead.state === 'draft' ? null : refuse('leadSettled'))

/** Who reads the files of the evidence with the lead: its receiver, who supervises it, and those cleared; not who has a copy or was called. */
export function mayReadExhibits(lead: Lead, { role, organ, jurisdiction }: Hand, clearedRoles: readonly string[]): boolean {
  if (clearedRoles.includes(role)) return true
  const sides = [
    [lead.addressedOrgan, lead.addressedPlace],
    [lead.overseenOrgan, lead.overseenPlace],
  ] as const
  return sides.some(([side, place]) => side === organ && place !== null && liesIn(place, jurisdiction))
}

/** Steps that stay inside the audit office and the committee's office; the receiver reads of a lead from its sending on. */
export const inside: readonly StepName[] = ['convene', 'opine', 'assess', 'sendBack', 'reportUp', 'approve', 'redraft', 'cancel']

/** Whether a receiver's step was brought by somebody else's hand. */
export const viaOf = (step: StepName, role: string): LeadStep['via'] =>
  role === 'leadAuditor' && ['receive', 'accept', 'turnBack', 'begin', 'record', 'feedBack'].includes(step) ? 'paper' : 'house'
