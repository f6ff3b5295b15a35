import { wordType } from '../../office/documents/word.ts'
import { cleared } from '../../office/identity/policy/leads.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import { organOf } from '../../office/identity/policy/organs.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { findFinding, partsOf } from '../findings/store.ts'
import { stepsApi } from './api-steps.ts'
import * as contract from './contract.ts'
import { blankLead } from './drafting.ts'
import { exhibitsOf } from './exhibits.ts'
import { exportLeadsApi, ledgerApi, type Phrases } from './ledger.ts'
import type { Lead } from './model.ts'
import { proposalFor, whyNotRoute } from './rules/route.ts'
import { mayReadExhibits, whyNotBegin, whyNotRevise } from './rules.ts'
import { rulesApi } from './rules-api.ts'
import { organsApi } from './sealed/organs-api.ts'
import { packageApi } from './sealed/package-api.ts'
import * as store from './store.ts'
import { effectLines, listLeads, statesCounted } from './store-list.ts'
import { viewOf } from './view.ts'

type Drafting = Desk<ReturnType<typeof contract.draftLead.input.parse>>

/** What a finding gives a lead that rests on it; what the drafter wrote goes before it. */
async function fromFinding(read: Reader, id: string): Promise<Partial<Lead>> {
  const finding = await findFinding(read, id)
  if (!finding) throw new Refused({ code: 'leadFindingElsewhere' })
  const { responsibilities } = await partsOf(read, [id])
  const answers = responsibilities.find(({ grade }) => grade === 'direct') ?? responsibilities[0]
  const official = await store.officialById(read, answers?.official ?? null)
  const breach = finding.money.filter(({ kind }) => kind === 'breach' || kind === 'waste')
  return {
    ...{ finding: id, project: finding.project, unit: finding.unit, jurisdiction: finding.jurisdiction, facts: finding.facts },
    ...{ basis: finding.basis.join('；'), evidence: await store.evidenceOf(read, id), official: official?.id ?? null },
    ...{ persons: official?.name ?? '', amount: breach[0]?.fen ?? null },
  }
}

const filled = <T extends object>(told: T): Partial<T> => {
  const entries = Object.entries(told).filter(([, value]) => value !== '' && value !== null && value !== undefined)
  return Object.assign({}, ...entries.map(([key, value]) => ({ [key]: value })))
}

async function begin(tx: Writer, { input, actor, today }: Drafting, id: string): Promise<Lead> {
  const { id: _, version: __, finding, ...told } = input
  stopIf(whyNotBegin(input))
  const known = finding ? await fromFinding(tx, finding) : {}
  const unit = found(await store.unitById(tx, told.unit ?? known.unit ?? ''))
  const jurisdiction = known.jurisdiction ?? (actor.jurisdiction === '*' ? unit.jurisdiction : actor.jurisdiction)
  const by = { id, draftedBy: actor.account, draftedOn: today, jurisdiction, unit: unit.id }
  const { evidence = known.evidence ?? [], ...said } = told
  const lead: Lead = { ...blankLead(by), ...known, ...filled(said), ...by, evidence }
  stopIf((await store.officialById(tx, lead.official)) || lead.official === null ? null : { code: 'leadPersonElsewhere' })
  return store.addLead(lead, tx)
}

async function revise(tx: Writer, { input }: Drafting, id: string): Promise<Lead> {
  const lead = found(await store.lockLead(tx, id))
  stopIf(whyNotRevise(lead))
  stopIfChanged({ given: input.version ?? 0, kept: lead.version })
  const { id: _, version: __, finding: ___, unit, evidence, ...told } = input
  return store.moveLead(tx, lead, { ...told, ...(unit ? { unit } : {}), ...(evidence ? { evidence } : {}) })
}

const draft = serve(contract.draftLead, (desk) => {
  const known = desk.input.id
  const id = known ?? newId()
  return desk.change(`lead:${id}`, (tx) => (known ? revise(tx, desk, id) : begin(tx, desk, id)))
})

const route = serve(contract.routeLead, (desk) =>
  desk.change(`lead:${desk.input.id}`, async (tx) => {
    const { input, today } = desk
    const lead = found(await store.lockLead(tx, input.id))
    stopIf(['draft', 'assessing', 'assessed'].includes(lead.state) ? null : { code: 'leadSettled' })
    stopIfChanged({ given: input.version, kept: lead.version })
    const organs = await store.allOrgans(tx)
    for (const named of [input.receiver, input.overseer, input.copy])
      stopIf(named === null || organs.some(({ id }) => id === named) ? null : { code: 'leadOrganUnknown' })
    const unit = found(await store.unitById(tx, lead.unit))
    const proposal = proposalFor(await store.routeRules(tx), organs, { ...lead, unitPlace: unit.jurisdiction, today })
    stopIf(whyNotRoute(proposal, input))
    const { receiver, overseer, copy, major, reason } = input
    const mode = overseer ? ('supervised' as const) : ('direct' as const)
    const why = { routeRule: proposal.rule?.code ?? null, routeReason: reason === '' ? null : reason }
    return store.moveLead(tx, lead, { receiver, overseer, copy, major, mode, ...why })
  }),
)

const paper = serve(contract.getPaper, async ({ input, read, store: files, seen }) => {
  const lead = found(await store.findLead(read, input.id))
  const all = [...(await store.papersOf(read, lead.id)), ...(await store.insidePapersOf(read, lead.id))]
  const { name, sha256 } = found(all.find(({ id }) => id === input.paper))
  seen(`lead:${lead.id}`)
  return { name, type: wordType, bytes: new Uint8Array(await files.read(sha256)) }
})

const exhibit = serve(contract.getExhibit, async ({ input, read, actor, store: files, seen }) => {
  const lead = found(await store.findLead(read, input.id))
  if (!mayReadExhibits(lead, { ...actor, organ: organOf(actor.role) }, cleared)) throw new Missing()
  const { name, sha256 } = found((await exhibitsOf(read, lead.id)).find(({ id }) => id === input.exhibit))
  seen(`lead:${lead.id}`)
  return { name, type: 'application/octet-stream', bytes: new Uint8Array(await files.read(sha256)) }
})

const whole = (over: Record<string, unknown>) => contract.LeadFilter.parse(over)

const effects = serve(contract.getEffects, async ({ input, read, today }) => {
  const filter = whole(input.year ? { year: input.year } : {})
  return { lines: await effectLines(read, { filter, today }), states: await statesCounted(read, { filter, today }) }
})

/** The room's handlers; the ledger's cells are told why in the sentences of the whole house. */
export const leadsApi = (phrases: () => Phrases): readonly Handler[] => [
  serve(contract.listLeads, ({ input, read, today }) => listLeads(read, { filter: input, today })),
  serve(contract.getLead, async (desk) => {
    const lead = found(await store.findLead(desk.read, desk.input.id))
    desk.seen(`lead:${lead.id}`)
    return viewOf(desk, lead)
  }),
  serve(contract.leadsOf, async ({ input, read, actor, today }) => {
    const { rows } = await listLeads(read, { filter: whole({ finding: input.finding }), today })
    const finding = await findFinding(read, input.finding)
    return { rows, may: { draft: finding ? mayAct(actor, contract.draftLead) : { code: 'forbidden' } } }
  }),
  serve(contract.leadsOfProject, async ({ input, read, today }) => {
    return (await listLeads(read, { filter: whole({ project: input.project, limit: 200 }), today })).rows
  }),
  ...rulesApi,
  effects,
  ...[paper, exhibit],
  draft,
  route,
  ...stepsApi,
  ...organsApi,
  ...packageApi,
  ...exportLeadsApi,
  ...ledgerApi(phrases),
]
