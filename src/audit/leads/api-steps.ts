import type { z } from 'zod'
import type { Contract } from '../../kernel/contract.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve } from '../../platform/serve.ts'
import * as contract from './contract.ts'
import { repeatDue } from './counting.ts'
import { dayTold, keepOutcome, lockFor, takeStep } from './deeds.ts'
import { handOver, takeBackExhibits } from './exhibits.ts'
import { makeLetter, makeMinutes, makeReceipt, makeReminder, makeReport } from './making.ts'
import type { Lead, StepName } from './model.ts'
import type { LeadOrgan } from './rules/records.ts'
import type { Asked } from './rules.ts'
import * as store from './store.ts'

type Base = { id: string; version: number; text: string }
type Told = Base & { on?: Lead['draftedOn'] | undefined; reference?: string }
type Extra<I> = (tx: Writer, desk: Desk<I>, situation: Asked) => Promise<store.Moved> | store.Moved
const nothing = () => ({})

/** A step of the audit office: locked, checked, taken today, with what it sets besides. */
const step = <I extends z.ZodType<Base>>(of: Contract<I, typeof Lead>, name: StepName, extra: Extra<z.output<I>> = nothing): Handler =>
  serve(of, (desk) =>
    desk.change(`lead:${desk.input.id}`, async (tx) => {
      const situation = await lockFor(tx, desk, { step: name })
      const more = await extra(tx, desk, situation)
      const { actor: doer, today: on } = desk
      return takeStep(tx, situation.lead, { step: name, doer, on, text: desk.input.text, more, reference: referenceOf(desk.input) })
    }),
  )
const referenceOf = (input: object): string | null =>
  'reference' in input && typeof input.reference === 'string' && input.reference !== '' ? input.reference : null

/** A step of the receiver: by its own people, or entered from its letter when it has no seat here. */
const told = <I extends z.ZodType<Told>>(of: Contract<I, typeof Lead>, name: StepName, extra: Extra<z.output<I>> = nothing): Handler =>
  serve(of, (desk) =>
    desk.change(`lead:${desk.input.id}`, async (tx) => {
      const { input, actor: doer, today } = desk
      const situation = await lockFor(tx, desk, { step: name, reference: input.reference ?? '' })
      const on = dayTold(situation.lead, { on: input.on, today })
      const more = await extra(tx, desk, situation)
      return takeStep(tx, situation.lead, { step: name, doer, on, text: input.text, more, reference: referenceOf(input) })
    }),
  )

/** Sets a lead back to where it was drafted: nobody it was made known to knows it any more. */
const anew = (lead: Lead): store.Moved => ({
  ...{ round: lead.round + 1, assessors: [], approvedBy: null, approvedOn: null, sentOn: null, receivedOn: null, acceptedOn: null },
  ...{ addressedOrgan: null, addressedPlace: null, overseenOrgan: null, overseenPlace: null, copiedOrgan: null, copiedPlace: null },
  ...{ conclusion: null, letterNumber: null, clocks: [] },
})

const known = (organ: LeadOrgan | null) => ({ organ: organ?.organ ?? null, place: organ?.organ ? organ.jurisdiction : null })
/** To whom a lead becomes known by being sent, in the house: the receiver, who supervises it, who has a copy. */
function knownTo(organs: { receiver: LeadOrgan; overseer: LeadOrgan | null; copy: LeadOrgan | null }): store.Moved {
  const [to, over, copy] = [known(organs.receiver), known(organs.overseer), known(organs.copy)]
  return {
    ...{ addressedOrgan: to.organ, addressedPlace: to.place, overseenOrgan: over.organ, overseenPlace: over.place },
    ...{ copiedOrgan: copy.organ, copiedPlace: copy.place },
  }
}

/** Sends a round: makes its letter, and makes the lead known. */
async function sent(tx: Writer, desk: Desk<Base & { number: string }>, lead: Lead): Promise<store.Moved> {
  const { number } = desk.input
  const receiver = found(await store.findOrgan(tx, lead.receiver))
  const [overseer, copy] = [await store.findOrgan(tx, lead.overseer), await store.findOrgan(tx, lead.copy)]
  await makeLetter(tx, desk, { lead, receiver, copy, number, on: desk.today })
  await handOver(tx, lead, { receiver, on: desk.today })
  return { letterNumber: number, ...knownTo({ receiver, overseer, copy }) }
}

const convene = step(contract.conveneLead, 'convene', async (tx, { input }, { lead }) => {
  const assessors = [...new Set(input.assessors)]
  const silent = { stance: null, text: null, name: null, givenOn: null }
  const rows = assessors.map((organ) => ({
    ...{ id: newId(), lead: lead.id, organ, jurisdiction: lead.jurisdiction, round: lead.round },
    ...silent,
  }))
  await store.addOpinions(tx, rows)
  return { assessors: [...assessors, 'committeeOffice' as const] }
})

const opine = step(contract.opineLead, 'opine', async (tx, { input, actor, today }, { lead, opinions }) => {
  const own = found(opinions.find(({ organ, round, stance }) => organ === actor.role && round === lead.round && stance === null))
  await store.saveOpinion(tx, { id: own.id, stance: input.stance, text: input.text, name: actor.name, givenOn: today })
  return {}
})

const record = serve(contract.recordOutcome, (desk) =>
  desk.change(`lead:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const { lead, organ } = await lockFor(tx, desk, { step: 'record', reference: input.reference })
    const { id: _, version: __, ...outcome } = input
    dayTold({ ...lead, handledOn: null }, { on: input.decidedOn, today })
    await keepOutcome(tx, lead, { told: outcome, by: actor, today, organName: organ?.name ?? '' })
    return takeStep(tx, lead, { step: 'record', doer: actor, on: input.decidedOn, text: input.text, reference: input.reference })
  }),
)

export const stepsApi: readonly Handler[] = [
  convene,
  opine,
  step(contract.assessLead, 'assess', async (tx, desk, { lead, opinions }) => {
    const conclusion = desk.input.text
    await makeMinutes(tx, desk, { lead, opinions, conclusion, on: desk.today })
    return { conclusion }
  }),
  step(contract.sendBackLead, 'sendBack', (_, __, { lead }) => anew(lead)),
  step(contract.reportUpLead, 'reportUp', async (tx, desk, { lead }) => {
    const { reference: number, text: opinion } = desk.input
    await makeReport(tx, desk, { lead, number, opinion, on: desk.today })
    return { majorRef: number, majorOn: desk.today }
  }),
  step(contract.approveLead, 'approve', (_, { actor }) => ({ approvedBy: actor.account })),
  step(contract.sendLead, 'send', (tx, desk, { lead }) => sent(tx, desk, lead)),
  told(contract.receiveLead, 'receive', async (tx, desk, { lead, organ }) => {
    const on = desk.input.on ?? desk.today
    if (organ?.organ) await makeReceipt(tx, desk, { lead, remarks: desk.input.text, on })
    return {}
  }),
  told(contract.acceptLead, 'accept'),
  told(contract.turnBackLead, 'turnBack'),
  step(contract.resubmitLead, 'resubmit', async (tx, desk, { lead }) => ({
    ...(await sent(tx, desk, { ...lead, round: lead.round + 1 })),
    ...{ round: lead.round + 1, receivedOn: null },
  })),
  step(contract.redraftLead, 'redraft', async (tx, _, { lead }) => {
    await takeBackExhibits(tx, lead.id)
    return anew(lead)
  }),
  told(contract.beginLead, 'begin'),
  record,
  told(contract.feedBackLead, 'feedBack', (_, { input }) => ({ feedbackRef: input.reference })),
  step(contract.closeLead, 'close'),
  step(contract.remindLead, 'remind', async (tx, desk, { lead }) => {
    await makeReminder(tx, desk, { lead, asked: desk.input.text, on: desk.today })
    return { dueOn: await repeatDue(tx, lead, desk.today) }
  }),
  step(contract.cancelLead, 'cancel'),
]
