import { createHash } from 'node:crypto'
import { refuse } from '../../../kernel/refusal.ts'
import type { Desk } from '../../../platform/desk.ts'
import { type Handler, serve, stopIf } from '../../../platform/serve.ts'
import { knownProject, savedAs, stamped, standing, standingOne, workOn } from '../shelf.ts'
import { decidePlan, savePlan, saveSurvey, showPlanning, submitPlan } from './contract.ts'
import type { FieldPlan, ListCounts } from './model.ts'
import { whyNotDecision, whyNotNewEdition, whyNotPlan } from './rules.ts'
import { siteApi } from './site.ts'
import * as store from './store.ts'

const show = serve(showPlanning, async ({ input, actor, read }) => {
  await knownProject(read, actor, input.project)
  return {
    survey: (await store.surveyOf(read, input.project)) ?? null,
    plans: await store.plansOf(read, input.project),
    site: await store.siteOf(read, input.project),
    lists: await store.listCounts(read, input.project),
  }
})

const survey = serve(saveSurvey, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, actor, today } = desk
    await workOn(tx, desk, input.project)
    const known = await store.surveyOf(tx, input.project)
    const before = await standing(tx, store.surveyShelf, { ...input, id: known?.id })
    stopIf(input.surveyedOn > today ? refuse('surveyDayFuture', { on: input.surveyedOn }) : null)
    const by = { preparedBy: before?.preparedBy ?? actor.account, preparedName: before?.preparedName ?? actor.name }
    const row = { ...input, ...by, ...stamped(input, before) }
    await store.surveyShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const undecided = {
  submittedOn: null,
  meetingOn: null,
  meeting: null,
  opinion: null,
  decidedBy: null,
  decidedOn: null,
  lists: null,
  digest: null,
}
const fresh = ({ actor, today }: Pick<Desk, 'actor' | 'today'>, edition: number) => ({
  ...undecided,
  edition,
  state: 'draft' as const,
  preparedBy: actor.account,
  preparedOn: today,
})

const plan = serve(savePlan, (desk) =>
  desk.change(`project:${desk.input.project}`, async (tx) => {
    const { input, actor } = desk
    await workOn(tx, desk, input.project)
    const before = await standing(tx, store.planShelf, input)
    const [last] = await store.plansOf(tx, input.project)
    stopIf(before ? whyNotPlan('edit', before, actor) : whyNotNewEdition(last, input.reason))
    const row = { ...(before ?? fresh(desk, (last?.edition ?? 0) + 1)), ...input, ...stamped(input, before) }
    await store.planShelf.keep(tx, row)
    return savedAs(row)
  }),
)

const submit = serve(submitPlan, (desk) =>
  desk.change(`fieldPlan:${desk.input.id}`, async (tx) => {
    const before = await standingOne(tx, store.planShelf, desk.input)
    await workOn(tx, desk, before.project)
    stopIf(whyNotPlan('submit', before, desk.actor))
    const row = { ...before, state: 'submitted' as const, submittedOn: desk.today, version: before.version + 1 }
    await store.planShelf.keep(tx, row)
    return savedAs(row)
  }),
)

/** The print of a plan's words together with the length of the lists it was approved with. */
const digestOf = ({ aim, scope, matters, steps, division, schedule }: FieldPlan, lists: ListCounts): string =>
  createHash('sha256')
    .update(JSON.stringify([aim, scope, matters, steps, division, schedule, lists]))
    .digest('hex')

const decide = serve(decidePlan, (desk) =>
  desk.change(`fieldPlan:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const before = await standingOne(tx, store.planShelf, input)
    await knownProject(tx, actor, before.project)
    const approved = input.outcome === 'approved'
    stopIf(whyNotPlan(approved ? 'approve' : 'return', before, actor))
    stopIf(whyNotDecision(input, before, today))
    const { outcome: state, meetingOn, meeting, opinion } = input
    const lists = approved ? await store.listCounts(tx, before.project) : null
    const fixed = { lists, digest: lists ? digestOf(before, lists) : null }
    const row = {
      ...before,
      state,
      meetingOn,
      meeting,
      opinion,
      decidedBy: actor.account,
      decidedOn: today,
      ...fixed,
      version: before.version + 1,
    }
    await store.planShelf.keep(tx, row)
    return savedAs(row)
  }),
)

export const planningApi: readonly Handler[] = [show, survey, plan, submit, decide, ...siteApi]
