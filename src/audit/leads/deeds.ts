import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { organOf } from '../../office/identity/policy/organs.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { clocksAfter } from './counting.ts'
import type { Lead, LeadOutcome, OutcomeKind, StepName, Via } from './model.ts'
import { leadProcedure, staying } from './procedure.ts'
import { duesOf } from './rules/effects.ts'
import { effectUntil, isProven, sanctionOn, whyNotOutcome } from './rules/outcomes.ts'
import { type Asked, inside, viaOf, whyNot, whyNotDay } from './rules.ts'
import * as store from './store.ts'

/** Whose hand it is: an actor at a desk, or, in the receiver's name, whoever signed a sealed answer. */
export type Doer = { account: string; name: string; role: string; jurisdiction: string; organ?: string }

/** What the guards of a lead are asked with. */
export async function situationOf(read: Reader, lead: Lead, { hand, today }: { hand: Doer; today: Day }): Promise<Asked> {
  return {
    lead,
    hand: { ...hand, organ: organOf(hand.role) },
    today,
    organ: await store.findOrgan(read, lead.receiver),
    opinions: await store.opinionsOf(read, lead.id),
    objections: await store.objectionsTo(read, lead.finding),
  }
}

type Target = { id: string; version: number }
/** Locks a lead and stops unless this hand may take the step on this very version of it. */
export async function lockFor(
  tx: Writer,
  desk: Pick<Desk<Target>, 'input' | 'actor' | 'today'>,
  asked: { step: StepName; reference?: string },
): Promise<Asked> {
  const lead = found(await store.lockLead(tx, desk.input.id))
  const situation = await situationOf(tx, lead, { hand: desk.actor, today: desk.today })
  stopIf(whyNot(asked.step, { ...situation, ...(asked.reference === undefined ? {} : { reference: asked.reference }) }))
  stopIfChanged({ given: desk.input.version, kept: lead.version })
  return situation
}

const dayKeys = {
  ...{ approve: 'approvedOn', send: 'sentOn', resubmit: 'sentOn', receive: 'receivedOn', accept: 'acceptedOn', begin: 'begunOn' },
  ...{ record: 'handledOn', feedBack: 'fedBackOn', close: 'closedOn', remind: 'remindedOn' },
} as const satisfies Partial<Record<StepName, keyof Lead>>
const hasDay = (step: StepName): step is keyof typeof dayKeys => step in dayKeys

/** The day a step leaves on the lead; an outcome recorded later does not move the day of the first. */
function dayOf(lead: Lead, step: StepName, on: Day): store.Moved {
  if (!hasDay(step)) return {}
  return { [dayKeys[step]]: step === 'record' ? (lead.handledOn ?? on) : on }
}

export type Taking = { step: StepName; doer: Doer; on: Day; text: string; reference?: string | null; via?: Via; more?: store.Moved }

/** Takes a step that has been allowed: moves the lead, its clocks and its day, and writes its history. */
export async function takeStep(tx: Writer, lead: Lead, taking: Taking): Promise<Lead> {
  const { step, doer, on, text, reference = null, more = {} } = taking
  const state = staying.includes(step) ? lead.state : leadProcedure.steps[step].to
  const dues = duesOf(more.clocks ?? (await clocksAfter(tx, lead, { step, on })), state)
  const moved = await store.moveLead(tx, lead, { state, ...dayOf(lead, step, on), ...dues, ...more })
  const organ = doer.organ ?? organOf(doer.role)
  const via = taking.via ?? viaOf(step, doer.role)
  const taken = { lead: lead.id, step, account: doer.account, name: doer.name, organ, via, takenOn: on, text, reference }
  if (inside.includes(step)) await store.addNote(tx, { ...taken, drafter: lead.draftedBy, jurisdiction: lead.jurisdiction })
  else await store.addStep(tx, taken)
  return moved
}

/** The day a step of the receiver bears; refused when it lies before the step before it, or ahead. */
export function dayTold(lead: Lead, told: { on?: Day | undefined; today: Day }): Day {
  const on = told.on ?? told.today
  stopIf(whyNotDay(lead, on, told.today))
  return on
}

export type OutcomeTold = {
  kind: OutcomeKind
  person: string
  official: string | null
  sanction: string | null
  judged: boolean
  decidedOn: Day
  reference: string
  amount: LeadOutcome['amount']
  text: string
}

/** Writes one outcome with its sanction's period. Refused: no person, no sanction, a sanction not in force that day. */
export async function keepOutcome(
  tx: Writer,
  lead: Lead,
  { told, by, today, organName }: { told: OutcomeTold; by: Doer; today: Day; organName: string },
): Promise<void> {
  const rules = await store.sanctionRules(tx)
  const { kind, sanction, decidedOn } = told
  const rule = sanction === null ? null : sanctionOn(rules, { kind, code: sanction, on: decidedOn, place: lead.jurisdiction })
  stopIf(whyNotOutcome(told, rule))
  stopIf(await whyNotOfficial(tx, told.official))
  const { judged, ...plain } = told
  const reckoned = { proven: isProven(kind, judged), effectUntil: effectUntil(rule, decidedOn) }
  await store.addOutcome(tx, { id: newId(), lead: lead.id, ...plain, ...reckoned, organName, recordedBy: by.account, recordedOn: today })
}

async function whyNotOfficial(tx: Reader, official: string | null): Promise<Refusal | null> {
  if (official === null) return null
  return (await store.officialById(tx, official)) ? null : { code: 'leadPersonElsewhere' }
}
