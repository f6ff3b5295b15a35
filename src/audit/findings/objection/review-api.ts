import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { lockCase, type Target } from '../../projects/deeds.ts'
import type { Project } from '../../projects/model.ts'
import { whyNotRaise } from '../../projects/rules/side-input.ts'
import { type ReviewStep, whyNotGroup, whyNotReview } from '../../projects/rules/side-procedures.ts'
import type { ReviewCase } from '../../projects/rules/side-records.ts'
import * as contract from '../../projects/side.contract.ts'
import { noteStep, partiesOf } from '../../projects/store-case.ts'
import { deadlinesOf, endDeadlines, startDeadline } from '../../projects/store-deadlines.ts'
import * as store from '../../projects/store-side.ts'
import { settleEach, whyNotAnswered } from './answers.ts'
import { routeOf } from './route.ts'
import { everOnTeam } from './store.ts'

type Hand = Pick<Desk, 'actor' | 'today'>
type Noted = { id: string; state: Parameters<typeof noteStep>[1]['from'] }
const note = (tx: Writer, { actor: { account, name, role }, today }: Hand, project: Noted, said: { step: string; text: string }) =>
  noteStep(tx, { project: project.id, account, name, role, takenOn: today, from: project.state, to: project.state, facts: {}, ...said })

const raise = serve(contract.raiseObjection, (desk) =>
  desk.change(`project:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const project = await lockCase(tx, { ...desk, input: { id: input.id } })
    const on = input.on ?? today
    const official = actor.role === 'official' ? actor.officialId : (input.official ?? null)
    const parties = await partiesOf(tx, project)
    const clocks = (await deadlinesOf(tx, project.id)).filter(
      ({ rule, party }) => rule === 'review.request' && party === `official:${official}`,
    )
    const open = (await store.reviewsOf(tx, project.id)).some((each) => each.official === official && each.decidedOn === null)
    const isParty = parties.some(({ party, id }) => party === 'official' && id === official)
    stopIf(whyNotRaise({ on, today, isParty, dueOn: clocks[0]?.dueOn ?? null, open }))
    const { findings, text } = input
    stopIf((await store.findingsAmong(tx, project.id, findings)) < new Set(findings).size ? refuse('findingNotHere') : null)
    const review = {
      id: newId(),
      project: project.id,
      official: official ?? '',
      state: 'raised' as const,
      receivedOn: on,
      text,
      findings,
      reviewers: [],
    }
    const kept = await store.addReview(tx, {
      ...review,
      ...{ conclusion: null, outcome: null, decidedOn: null, decidedBy: null, reason: null, version: 1 },
    })
    await store.raiseAgainst(tx, findings, { official: review.official, raisedOn: on, text })
    await endDeadlines(tx, { project: project.id, rule: 'review.request', party: `official:${official}` }, { state: 'met', on })
    const clock = {
      project: project.id,
      rule: 'review.decide',
      about: `reviewCase:${review.id}`,
      fromOn: on,
      actOn: project.reportedOn,
      region: project.jurisdiction,
    }
    await startDeadline(tx, clock, { account: actor.account, today })
    await note(tx, desk, project, { step: 'raise', text })
    return kept
  }),
)

/** Locks a review with its project and stops unless this hand may take the step on this very version. */
async function lockFor(tx: Writer, desk: Hand & { input: Target }, step: ReviewStep) {
  const review = found(await store.lockReview(tx, desk.input.id))
  const project = await lockCase(tx, { ...desk, input: { id: review.project } })
  stopIfChanged({ given: desk.input.version, kept: review.version })
  stopIf(whyNotReview(step, { review, hand: desk.actor }))
  return { review, project }
}

const accept = serve(contract.acceptReview, (desk) =>
  desk.change(`reviewCase:${desk.input.id}`, async (tx) => {
    const { review, project } = await lockFor(tx, desk, 'accept')
    const group = await store.accountNames(tx, desk.input.reviewers)
    const [level] = await routeOf(tx, project, desk.today)
    stopIf(whyNotGroup(group, { team: await everOnTeam(tx, project.id), smallest: level?.smallestGroup ?? 1 }))
    await note(tx, desk, project, { step: 'accept', text: group.map(({ name }) => name).join('、') })
    return store.moveReview(tx, review, { state: 'accepted', reviewers: group.map(({ account }) => account) })
  }),
)

const reject = serve(contract.rejectReview, (desk) =>
  desk.change(`reviewCase:${desk.input.id}`, async (tx) => {
    const { review, project } = await lockFor(tx, desk, 'reject')
    const { reason } = desk.input
    const end = { decidedOn: desk.today, decidedBy: desk.actor.account, reason }
    await store.settleObjections(tx, review, { ...end, outcome: 'rejected', effect: null, correctedText: null, correctedGrade: null })
    await endDeadlines(tx, { project: project.id, rule: 'review.decide' }, { state: 'met', on: desk.today })
    await note(tx, desk, project, { step: 'reject', text: reason })
    return store.moveReview(tx, review, { state: 'rejected', outcome: 'rejected', ...end })
  }),
)

const conclude = serve(contract.concludeReview, (desk) =>
  desk.change(`reviewCase:${desk.input.id}`, async (tx) => {
    const { review, project } = await lockFor(tx, desk, 'conclude')
    await note(tx, desk, project, { step: 'conclude', text: desk.input.conclusion })
    return store.moveReview(tx, review, { state: 'concluded', conclusion: desk.input.conclusion })
  }),
)

/** Where the rule of the audit's time knows a second level, its clock starts with the answer; the rule of 2019 knows none. */
const openHigherLevel = (tx: Writer, { actor, today }: Hand, { review, project }: { review: ReviewCase; project: Project }) =>
  startDeadline(
    tx,
    {
      ...{ project: project.id, rule: 'review.higherRequest', about: `reviewCase:${review.id}`, party: `official:${review.official}` },
      ...{ fromOn: today, actOn: project.reportedOn, region: project.jurisdiction },
    },
    { account: actor.account, today },
  )

const decide = serve(contract.decideReview, (desk) =>
  desk.change(`reviewCase:${desk.input.id}`, async (tx) => {
    const { review, project } = await lockFor(tx, desk, 'decide')
    const { outcome, reason } = desk.input
    stopIf(await whyNotAnswered(tx, desk.input, { raised: review, project }))
    const end = { decidedOn: desk.today, decidedBy: desk.actor.name, reason }
    await settleEach(tx, review, desk.input, end)
    await endDeadlines(tx, { project: project.id, rule: 'review.decide' }, { state: 'met', on: desk.today })
    await openHigherLevel(tx, desk, { review, project })
    await note(tx, desk, project, { step: 'decide', text: reason })
    return store.moveReview(tx, review, { state: 'decided', outcome, ...end })
  }),
)

export const reviewApi: readonly Handler[] = [raise, accept, reject, conclude, decide]
