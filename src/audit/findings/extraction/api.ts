import { refuse } from '../../../kernel/refusal.ts'
import { mayAct } from '../../../office/identity/policy/may.ts'
import type { Desk } from '../../../platform/desk.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { knownTitles } from '../../../registers/regulations/store.ts'
import { projectsOfPaper } from '../../projects/store.ts'
import { recordAs } from '../editing/api.ts'
import { decideProposal, extractReport, listPapers, listProposals, takeProposal } from './contract.ts'
import { moneyKindAt, whyNotDecide, whyNotTake } from './decide.ts'
import type { FindingProposal } from './model.ts'
import { proposalsIn } from './rules/propose.ts'
import * as store from './store.ts'

const list = serve(listProposals, async ({ input, read, actor, seen }) => {
  const paper = found(await store.paperText(read, input.document))
  seen(`document:${paper.id}`)
  const { text, sha256: _, ...document } = paper
  const all = await store.proposalsOf(read, paper.id)
  const rows = all
    .filter(
      (row) => (input.kind.length === 0 || input.kind.includes(row.kind)) && (input.state.length === 0 || input.state.includes(row.state)),
    )
    .map((row) => ({ ...row, moneyKind: moneyKindAt(text, row) }))
  const projects = (await projectsOfPaper(read, paper)).map(({ id, title, unit }) => ({ id, title, unit }))
  return { document, projects, text, rows, may: { extract: mayAct(actor, extractReport), take: mayAct(actor, takeProposal) } }
})

const extract = serve(extractReport, ({ input, change }) =>
  change(`document:${input.document}`, async (tx) => {
    const paper = found(await store.paperText(tx, input.document))
    if (paper.text.trim() === '') stopIf(refuse('reportUnread'))
    const seen = proposalsIn(paper.text, await store.passagesOf(tx, paper.id), await knownTitles(tx))
    return { proposals: seen.length, fresh: await store.keepSeen(tx, { document: paper.id, print: paper.sha256 }, seen) }
  }),
)

const by = ({ actor, today }: Pick<Desk, 'actor' | 'today'>) => ({ decidedBy: actor.account, decidedOn: today })
/** Where the proposed problem stands in its report: from its title to the end of what tells it. */
const placeOf = ({ document, paragraph, startsAt, endsAt, value }: FindingProposal) => ({
  ...{ document, paragraph },
  start: startsAt,
  end: Math.max(endsAt, value.bodyEnd ?? endsAt),
})

const take = serve(takeProposal, (desk) =>
  desk.change(`document:${desk.input.id}`, async (tx) => {
    const { id, version, ...written } = desk.input
    const proposal = found(await store.lockProposal(tx, id))
    stopIf(whyNotTake(proposal))
    stopIfChanged({ given: version, kept: proposal.version })
    const finding = await recordAs(tx, desk, { ...written, at: placeOf(proposal) })
    const paper = found(await store.paperText(tx, proposal.document))
    await store.setPrinted(tx, finding, paper.name)
    const facts = paper.text.slice(proposal.value.bodyStart ?? 0, proposal.value.bodyEnd ?? 0).trim()
    const state = finding.title === proposal.text && finding.facts === facts ? ('confirmed' as const) : ('edited' as const)
    const decision = { ...by(desk), finding: finding.id, note: null }
    await store.decide(tx, proposal, { ...decision, state })
    await store.decideUnder(tx, proposal.id, { ...decision, state: 'confirmed' })
    return { finding: finding.id, number: finding.number }
  }),
)

const decide = serve(decideProposal, (desk) =>
  desk.change(`findingProposal:${desk.input.id}`, async (tx) => {
    const { id, version, state, note } = desk.input
    const proposal = found(await store.lockProposal(tx, id))
    stopIf(whyNotDecide(proposal))
    stopIfChanged({ given: version, kept: proposal.version })
    const decision = { ...by(desk), state, note: note || null, finding: null }
    if (state === 'rejected') await store.decideUnder(tx, proposal.id, decision)
    return store.decide(tx, proposal, decision)
  }),
)

export const extractionApi: readonly Handler[] = [
  serve(listPapers, ({ input, read }) => store.listPapers(read, input)),
  list,
  extract,
  take,
  decide,
]
