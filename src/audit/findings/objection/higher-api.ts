import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { newId } from '../../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../../platform/serve.ts'
import { findProject } from '../../projects/store.ts'
import { deadlinesOf, endDeadlines, startDeadline } from '../../projects/store-deadlines.ts'
import { lockReview, raiseAgainst } from '../../projects/store-side.ts'
import { settleEach, whyNotAnswered } from './answers.ts'
import * as contract from './contract.ts'
import type { HigherReview } from './model.ts'
import { routeOf } from './route.ts'
import { whyNotDecideHigher, whyNotHigher } from './rules.ts'
import * as store from './store.ts'

const unanswered = { decisionRef: null, outcome: null, reason: null, decidedOn: null, enteredBy: null, version: 1 }

const raise = serve(contract.raiseHigher, (desk) =>
  desk.change(`reviewCase:${desk.input.review}`, async (tx) => {
    const { input, actor, today } = desk
    const review = found(await lockReview(tx, input.review))
    const project = found(await findProject(tx, review.project))
    if (actor.role === 'official' && actor.officialId !== review.official) throw new Missing()
    const on = input.on ?? today
    const levels = await routeOf(tx, project, today)
    const clock = (await deadlinesOf(tx, project.id)).find(
      ({ rule, about }) => rule === 'review.higherRequest' && about === `reviewCase:${review.id}`,
    )
    stopIf(whyNotHigher({ decidedOn: review.decidedOn, levels, dueOn: clock?.dueOn ?? null, on }))
    const body = levels.find(({ level }) => level === 2)?.bodyZh ?? ''
    const { official, findings } = review
    const asked = { id: newId(), project: project.id, reviewCase: review.id, official, body, raisedOn: on, text: input.text, findings }
    const higher = await store.addHigher(tx, { ...asked, ...unanswered })
    await raiseAgainst(tx, findings, { official, raisedOn: on, text: input.text })
    const party = `official:${official}`
    await endDeadlines(tx, { project: project.id, rule: 'review.higherRequest', party }, { state: 'met', on })
    await startHigherClock(tx, desk, { higher, actOn: project.reportedOn, region: project.jurisdiction })
    return higher
  }),
)

type Clock = { higher: HigherReview; actOn: Parameters<typeof startDeadline>[1]['actOn']; region: string }
const startHigherClock = (tx: Writer, { actor, today }: Pick<Desk, 'actor' | 'today'>, { higher, actOn, region }: Clock) =>
  startDeadline(
    tx,
    {
      ...{ project: higher.project, rule: 'review.higherDecide', about: `higherReview:${higher.id}` },
      ...{ fromOn: higher.raisedOn, actOn: actOn ?? null, region },
    },
    { account: actor.account, today },
  )

const decide = serve(contract.decideHigher, (desk) =>
  desk.change(`higherReview:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const higher = found(await store.lockHigher(tx, input.id))
    const project = found(await findProject(tx, higher.project))
    stopIfChanged({ given: input.version, kept: higher.version })
    const { outcome, reason, decisionRef } = input
    stopIf(whyNotDecideHigher(higher) ?? (await whyNotAnswered(tx, input, { raised: higher, project })))
    const end = { reason, decidedOn: today }
    await settleEach(tx, higher, input, { ...end, decidedBy: higher.body })
    await endDeadlines(tx, { project: project.id, rule: 'review.higherDecide' }, { state: 'met', on: today })
    return store.moveHigher(tx, higher, { ...end, outcome, decisionRef, enteredBy: actor.name })
  }),
)

export const higherApi: readonly Handler[] = [raise, decide]
