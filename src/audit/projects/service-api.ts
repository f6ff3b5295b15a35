import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { type Handler, Refused, serve, stopIf } from '../../platform/serve.ts'
import { recordService } from './case.contract.ts'
import { lockCase, takeStep } from './deeds.ts'
import type { Project, ProjectService, ServedKind } from './model.ts'
import { shareServedResults } from './results.ts'
import { whyNotHere, whyNotServiceDay } from './rules/case.ts'
import { unserved, whyNotDecisionServed } from './rules/guards.ts'
import type { PartyOf, Situation } from './rules/situation.ts'
import type { CaseStep } from './rules/step.ts'
import { servePaper } from './served-papers.ts'
import { preparePapers } from './step-papers.ts'
import { addService, situationOf } from './store-case.ts'
import { endDeadlines, startDeadline } from './store-deadlines.ts'

type Serving = Pick<Desk<z.output<typeof recordService.input>>, 'input' | 'actor' | 'today' | 'now' | 'store' | 'files'>

/** Which step proof of service belongs to, and the step that sent the paper out. */
const belongs = {
  notice: { step: 'serveNotice', sentBy: 'notice' },
  draft: { step: 'serveDraft', sentBy: 'sendDraft' },
  report: { step: 'deliver', sentBy: 'issue' },
  decision: { step: 'deliver', sentBy: 'issue' },
} as const satisfies Record<ServedKind, { step: CaseStep; sentBy: CaseStep }>

const numberOf: Readonly<Record<ServedKind, string>> = {
  notice: 'number',
  draft: 'number',
  report: 'reportNumber',
  decision: 'decisionNumber',
}

/** Where the step that sent a paper out keeps which paper of the house it was. */
const paperIn: Readonly<Record<ServedKind, string>> = { notice: 'paper', draft: 'paper', report: 'reportPaper', decision: 'decisionPaper' }

/** The clocks that run from one proven service, each with whom it binds or whose right it is. */
function clocksOf({ kind, round, party, recipient, servedOn }: ProjectService, project: Project, issuedOn: Day | null) {
  const whom = `${party}:${recipient}`
  const from = { project: project.id, region: project.jurisdiction, fromOn: servedOn, party: whom, about: `${kind}:${round}:${recipient}` }
  if (kind === 'notice') return [{ ...from, rule: 'notice.beforeEntry', kind: 'earliest' as const }]
  if (kind === 'draft') return [{ ...from, rule: 'reply.draft' }]
  if (kind === 'report') return party === 'official' ? [{ ...from, rule: 'review.request', actOn: issuedOn }] : []
  return ['decision.effect', 'ruling.request', 'reconsideration.request'].map((rule) => ({ ...from, rule }))
}

/** Clocks of the audit office itself, once the report has reached everybody. */
const closingClocks = (project: Project, on: Day) =>
  ['feedback.meeting', 'archive.filing'].map((rule) => ({
    rule,
    project: project.id,
    region: project.jurisdiction,
    fromOn: on,
    about: `report:1:${project.id}`,
  }))

function partyServed({ parties, services, draft }: Situation, { kind, recipient }: { kind: ServedKind; recipient: string }): PartyOf {
  const party = parties.find(({ id }) => id === recipient)
  if (!party) throw new Refused(refuse('notAPartyHere'))
  const round = kind === 'draft' ? (draft?.round ?? 1) : 1
  const before = services.find((each) => each.kind === kind && each.round === round && each.recipient === recipient)
  stopIf(before ? refuse('servedAlready', { name: party.name, on: before.servedOn }) : null)
  return party
}

/** Nothing counts as served without the signed proof, also when the paper was made outside the house. */
function proofGiven(files: Serving['files']): Pick<ProjectService, 'proofSha256' | 'proofName'> {
  const [file] = files
  if (!file || file.size === 0) throw new Refused(refuse('proofMissing'))
  return { proofSha256: file.sha256, proofName: file.name }
}

async function keepService(tx: Writer, desk: Serving, at: Situation): Promise<ProjectService> {
  const { input, actor, today } = desk
  const { kind, recipient, servedOn, method, signer } = input
  const { step, sentBy } = belongs[kind]
  stopIf(whyNotHere(step, at))
  const whom = partyServed(at, input)
  const { party } = whom
  const sent = at.taken.findLast((each) => each.step === sentBy)
  stopIf(whyNotServiceDay(servedOn, { today, sentOn: sent?.takenOn ?? null }))
  const told = sent?.facts[numberOf[kind]]
  const number = typeof told === 'string' ? told : null
  const paper = sent?.facts[paperIn[kind]]
  const reaching = { project: at.project, number, recipient: whom, servedOn, method, signer }
  const receipt = typeof paper === 'string' ? (await servePaper(tx, desk, { ...reaching, paper })).id : null
  const proof = receipt === null ? proofGiven(desk.files) : { proofSha256: null, proofName: null }
  const service = {
    ...{ id: newId(), project: at.project.id, kind, round: kind === 'draft' ? (at.draft?.round ?? 1) : 1, party, recipient },
    ...{ number, servedOn, method, signer, receipt, ...proof, account: actor.account },
  }
  await addService(tx, service)
  const by = { account: actor.account, today }
  for (const clock of clocksOf(service, at.project, sent?.takenOn ?? null)) await startDeadline(tx, clock, by)
  if (kind === 'decision') await endDeadlines(tx, { project: at.project.id, rule: 'decision.effect' }, { state: 'met', on: servedOn })
  return service
}

const wholeProven = (at: Situation, kind: ServedKind): boolean => {
  if (kind === 'draft') return true
  if (kind === 'notice') return unserved(at, { kind, round: 1 }).length === 0
  const decided = !at.decision || whyNotDecisionServed(at) === null
  return decided && unserved(at, { kind: 'report', round: 1 }).length === 0
}

const serveParty = serve(recordService, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const project = await lockCase(tx, desk)
    const look = () => situationOf(tx, project, { hand: desk.actor, today: desk.today })
    const service = await keepService(tx, desk, await look())
    const { input, actor, today } = desk
    const at = await look()
    if (!wholeProven(at, input.kind)) return { project, service }
    const { step } = belongs[input.kind]
    if (step === 'deliver') await shareServedResults(tx, desk, project)
    const days = at.services.filter(({ kind }) => belongs[kind].step === step).map(({ servedOn }) => servedOn)
    const on = days.sort().at(-1) ?? input.servedOn
    const moved = await takeStep(tx, desk, project, { step, on, text: input.signer, facts: { method: input.method, kind: input.kind } })
    if (step === 'deliver')
      for (const clock of closingClocks(project, on)) await startDeadline(tx, clock, { account: actor.account, today })
    await preparePapers(tx, desk, step, { project: moved, on })
    return { project: moved, service }
  }),
)

export const serviceApi: readonly Handler[] = [serveParty]
