import type { May } from '../../kernel/may.ts'
import { cleared } from '../../office/identity/policy/leads.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import { organOf } from '../../office/identity/policy/organs.ts'
import type { Reader } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { found } from '../../platform/serve.ts'
import type { LeadView, OutcomeView, ProposalView } from './contract.ts'
import * as contract from './contract.ts'
import { clockViews } from './counting.ts'
import { situationOf } from './deeds.ts'
import { exhibitsOf } from './exhibits.ts'
import type { Lead, LeadOutcome, StepName } from './model.ts'
import { isEnded } from './rules/outcomes.ts'
import type { LeadOrgan } from './rules/records.ts'
import { type Proposal, proposalFor } from './rules/route.ts'
import { type Asked, mayReadExhibits, whyNot, whyNotRevise } from './rules.ts'
import { packagesOf } from './sealed/store.ts'
import * as store from './store.ts'

const stepContracts = {
  ...{ convene: contract.conveneLead, opine: contract.opineLead, assess: contract.assessLead, sendBack: contract.sendBackLead },
  ...{ reportUp: contract.reportUpLead, approve: contract.approveLead, send: contract.sendLead, receive: contract.receiveLead },
  ...{ accept: contract.acceptLead, turnBack: contract.turnBackLead, resubmit: contract.resubmitLead, redraft: contract.redraftLead },
  ...{ begin: contract.beginLead, record: contract.recordOutcome, feedBack: contract.feedBackLead, close: contract.closeLead },
  ...{ remind: contract.remindLead, cancel: contract.cancelLead },
} as const satisfies Record<StepName, object>
const isStep = (name: string): name is StepName => name in stepContracts

/** What this hand may do with the lead now, or why not: the very rules that stop the acts themselves. */
function mayOn(situation: Asked, actor: Desk['actor']): Record<string, May> {
  const settled = ['draft', 'assessing', 'assessed'].includes(situation.lead.state) ? null : { code: 'leadSettled' }
  const steps = Object.entries(stepContracts).flatMap(([name, of]) =>
    isStep(name) ? [[name, mayAct(actor, of, whyNot(name, situation))] as const] : [],
  )
  return {
    ...Object.fromEntries(steps),
    revise: mayAct(actor, contract.draftLead, whyNotRevise(situation.lead)),
    route: mayAct(actor, contract.routeLead, settled),
    pack: mayAct(actor, { name: 'leads.pack', kind: 'act' }, situation.lead.sentOn === null ? { code: 'packTooEarly' } : null),
    takeReply: mayAct(actor, { name: 'leads.takeReply', kind: 'act' }),
  }
}

const named = (organ: LeadOrgan | null) => (organ ? { id: organ.id, name: organ.name, kind: organ.kind } : null)
/** A proposal as it is shown: names and reasons. */
export const proposalView = ({ rule, receiver, overseer, copy, major }: Proposal): ProposalView => ({
  rule,
  receiver: named(receiver),
  overseer: named(overseer),
  copy: named(copy),
  major,
})

/** Where the rules of the place would send it: asked only while that is still to be decided, and by the audit side. */
async function proposed(desk: Pick<Desk, 'read' | 'actor' | 'today'>, lead: Lead, unitPlace: string): Promise<ProposalView | null> {
  const audit = ['auditOffice', 'committeeOffice'].includes(organOf(desk.actor.role))
  if (!audit || !['draft', 'assessing', 'assessed', 'returned'].includes(lead.state)) return null
  const { read, today } = desk
  return proposalView(proposalFor(await store.routeRules(read), await store.allOrgans(read), { ...lead, unitPlace, today }))
}

async function outcomeViews(read: Reader, outcomes: readonly LeadOutcome[], today: Desk['today']): Promise<OutcomeView[]> {
  const rules = outcomes.length > 0 ? await store.sanctionRules(read) : []
  return outcomes.map((outcome) => ({
    ...outcome,
    sanctionName: rules.find(({ code, kind }) => code === outcome.sanction && kind === outcome.kind)?.title ?? null,
    ended: isEnded(outcome, today),
  }))
}

const numberOfFinding = async (read: Reader, finding: string | null): Promise<string | null> =>
  finding === null
    ? null
    : ((await read.selectFrom('finding').select('number').where('id', '=', finding).executeTakeFirst())?.number ?? null)

/** All of one lead that this reader may know. */
export async function viewOf(desk: Pick<Desk, 'read' | 'actor' | 'today' | 'tongue'>, lead: Lead): Promise<LeadView> {
  const { read, actor, today, tongue } = desk
  const situation = await situationOf(read, lead, { hand: actor, today })
  const unit = found(await store.unitById(read, lead.unit))
  const official = await store.officialById(read, lead.official)
  const { clocks, ...plain } = lead
  return {
    lead: { ...plain, unitName: unit.name, officialName: official?.name ?? null },
    receiver: situation.organ,
    overseer: named(await store.findOrgan(read, lead.overseer)),
    copy: named(await store.findOrgan(read, lead.copy)),
    findingNumber: await numberOfFinding(read, lead.finding),
    proposal: await proposed(desk, lead, unit.jurisdiction),
    clocks: clockViews(clocks, tongue),
    opinions: [...situation.opinions],
    outcomes: await outcomeViews(read, await store.outcomesOf(read, lead.id), today),
    steps: await store.stepsOf(read, lead.id),
    papers: [...(await store.insidePapersOf(read, lead.id)), ...(await store.papersOf(read, lead.id))],
    exhibits: mayReadExhibits(lead, situation.hand, cleared) ? await exhibitsOf(read, lead.id) : null,
    packages: await packagesOf(read, lead.id),
    may: mayOn(situation, actor),
  }
}
