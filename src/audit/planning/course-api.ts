import { addWorkingDays } from '../../kernel/calendar.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, Refused, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { loadCalendar } from '../../registers/regulations/store.ts'
import { openPlan } from './board.ts'
import * as contract from './contract.ts'
import type { PlannedAudit, YearPlan } from './model.ts'
import { firmNotices } from './notices.ts'
import { planProcedure } from './procedure.ts'
import { slotText } from './rules/hold.ts'
import { Organ, type PlanResolution, type PlanStepName } from './rules/records.ts'
import { whyNotYet } from './rules/room.ts'
import { amountOf } from './rules/rulebook.ts'
import { whyNotPlanStep, whyNotReply, whyNotResolution } from './rules/steps.ts'
import * as store from './store.ts'
import * as course from './store-course.ts'
import { allPlanningRules } from './store-force.ts'
import { words } from './words.ts'

type Stepping = Desk<{
  plan: string
  step: PlanStepName
  items: { id: string; version: number }[]
  text: string
  number?: string | undefined
  decidedOn?: Desk['today'] | undefined
}>

const isTwin = (item: PlannedAudit, other: PlannedAudit) =>
  other.id !== item.id &&
  other.tenure === item.tenure &&
  other.year === item.year &&
  other.change === 'add' &&
  !['deferred', 'removed'].includes(other.stage)

/** The chosen items, each on the version it was read, each free to take the step. */
async function chosen(tx: Writer, desk: Stepping, plan: YearPlan): Promise<PlannedAudit[]> {
  const { input, actor, today } = desk
  const ids = input.items.map(({ id }) => id)
  const items = (await store.itemsByIds(tx, ids)).filter((item) => item.plan === plan.id)
  if (items.length !== new Set(ids).size) throw new Missing()
  const replies = await course.repliesOf(tx, ids)
  const letters = (await course.lettersOfPlan(tx, plan.id)).filter((letter) => letter.items.some((id) => ids.includes(id)))
  const steps = await course.stepsOfItems(tx, ids)
  const all = await store.itemsOf(tx, plan.id)
  const targets = await store.itemsByIds(
    tx,
    items.flatMap(({ of }) => of ?? []),
  )
  for (const item of items) {
    stopIfChanged({ given: input.items.find(({ id }) => id === item.id)?.version ?? 0, kept: item.version })
    const judged = {
      item,
      plan,
      hand: actor,
      today,
      letters: letters.filter((letter) => letter.items.includes(item.id)),
      openOpinions: replies.get(item.id)?.open ?? 0,
      submittedBy: steps.findLast(({ item: of, step }) => of === item.id && step === 'agree')?.account ?? null,
      hasTwin: all.some((other) => isTwin(item, other)),
      target: targets.find(({ id }) => id === item.of) ?? null,
    }
    stopIf(whyNotPlanStep(input.step, judged))
  }
  return items
}

/** One letter to each organ about the items, with the local time to answer. */
async function sendLetters(tx: Writer, desk: Stepping, plan: YearPlan, items: readonly PlannedAudit[]): Promise<void> {
  const { actor, today } = desk
  const rules = await allPlanningRules(tx)
  const days = amountOf(rules, { kind: 'replyDays' }, { on: today, jurisdiction: plan.jurisdiction }, 10)
  const dueOn = addWorkingDays(today, days, await loadCalendar(tx))
  const letter = { plan: plan.id, items: items.map(({ id }) => id), sentOn: today, dueOn, sentBy: actor.account, sentName: actor.name }
  const blank = { repliedOn: null, repliedBy: null, repliedName: null, jurisdiction: plan.jurisdiction }
  await course.addLetters(
    tx,
    Organ.options.map((organ) => ({ ...letter, ...blank, organ })),
  )
}

const saysOf = (item: PlannedAudit) => `${words.change[item.change].zh} ${slotText(item)}`
async function resolve(tx: Writer, desk: Stepping, plan: YearPlan, items: readonly PlannedAudit[]): Promise<PlanResolution> {
  const { input, actor, today } = desk
  const numbers = (await course.resolutionsOf(tx, plan.id)).map(({ number }) => number)
  stopIf(whyNotResolution(input, { today, numbers }))
  const number = input.number ?? `${plan.year}-${numbers.length + 1}`
  const changes = items.map((item) => ({ item: item.of ?? item.id, change: item.change, says: saysOf(item) }))
  const by = { recordedBy: actor.account, recordedName: actor.name }
  return course.addResolution(tx, { plan: plan.id, number, decidedOn: input.decidedOn ?? today, text: input.text, changes, ...by })
}

/** What an approved change does to the issued item it speaks of; the proposal itself is then settled. */
async function carryOut(tx: Writer, item: PlannedAudit, resolution: PlanResolution): Promise<void> {
  const [target] = item.of ? await store.itemsByIds(tx, [item.of]) : []
  if (target && item.change === 'move')
    await store.changeItem(tx, target, { window: item.window, team: item.team, reason: item.reason, resolution: resolution.id })
  if (target && item.change === 'drop')
    await store.changeItem(tx, target, { stage: 'removed', reason: item.reason, resolution: resolution.id })
  const settled = item.change === 'add' ? ('issued' as const) : ('removed' as const)
  await store.changeItem(tx, item, { stage: settled, resolution: resolution.id })
}

async function approve(tx: Writer, desk: Stepping, plan: YearPlan, items: readonly PlannedAudit[]): Promise<PlanResolution> {
  const before = await openPlan({ read: tx, today: desk.today }, plan)
  stopIf(whyNotYet(before.library, items))
  const resolution = await resolve(tx, desk, plan, items)
  for (const item of items) await carryOut(tx, item, resolution)
  if (plan.state === 'drafting') await store.changePlan(tx, plan, { state: 'approved', approvedOn: resolution.decidedOn })
  const open = await openPlan({ read: tx, today: desk.today }, plan)
  await course.addNotices(tx, await firmNotices({ read: tx, today: desk.today }, open))
  return resolution
}

const step = serve(contract.takeStep, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { input, actor, today } = desk
    const plan = found(await store.lockPlan(tx, actor.jurisdiction, input.plan))
    const items = await chosen(tx, desk, plan)
    if (input.step === 'consult') await sendLetters(tx, desk, plan, items)
    const approves = input.step === 'approve' || input.step === 'strike'
    const resolution = approves ? await approve(tx, desk, plan, items) : null
    const { to } = planProcedure.steps[input.step]
    if (!approves)
      for (const item of items) await store.changeItem(tx, item, { stage: to, reason: input.step === 'consult' ? item.reason : input.text })
    const taken = { plan: plan.id, step: input.step, account: actor.account, name: actor.name, takenOn: today, text: input.text }
    await course.addSteps(
      tx,
      items.map(({ id }) => ({ ...taken, item: id, resolution: resolution?.id ?? null })),
    )
    return { count: items.length }
  }),
)

const organOf = (role: string): Organ | null => Organ.safeParse(role).data ?? null
const letters = serve(contract.listLetters, ({ input, actor, read }) =>
  course.listLetters(read, { place: actor.jurisdiction, organ: organOf(actor.role) }, input),
)
/** A letter of one's own organ; the audit office reads all of them. */
async function letterFor({ read, actor }: Pick<Desk, 'read' | 'actor'>, id: string) {
  const letter = found(await course.findLetter(read, id))
  const own = organOf(actor.role)
  if (!liesIn(letter.jurisdiction, actor.jurisdiction) || (own !== null && own !== letter.organ)) throw new Missing()
  return letter
}
const letter = serve(contract.getLetter, async (desk) => {
  const { read, input, seen } = desk
  const kept = await letterFor(desk, input.id)
  const plan = found(await store.findPlan(read, '*', kept.plan))
  const opinions = await course.opinionsOf(read, [kept.id])
  const rows = await read
    .selectFrom('planItem')
    .innerJoin('official', 'official.id', 'planItem.official')
    .innerJoin('tenure', 'tenure.id', 'planItem.tenure')
    .innerJoin('unit', 'unit.id', 'planItem.unit')
    .innerJoin('auditTeam', 'auditTeam.id', 'planItem.team')
    .where('planItem.id', 'in', kept.items.length > 0 ? kept.items : [kept.id])
    .select(['planItem.id', 'planItem.year', 'planItem.window', 'planItem.kind', 'planItem.change', 'planItem.official'])
    .select(['official.name', 'tenure.post', 'tenure.class', 'unit.name as unitName', 'auditTeam.name as teamName'])
    .orderBy('planItem.window')
    .orderBy('unit.number')
    .execute()
  seen(...rows.map(({ official }) => `official:${official}` as const), `planLetter:${kept.id}`)
  return {
    letter: kept,
    planTitle: plan.title,
    items: rows.map((row) => ({ ...row, opinion: opinions.find(({ item }) => item === row.id) ?? null })),
  }
})

const reply = serve(contract.replyLetter, (desk) =>
  desk.change(`planLetter:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const kept = await letterFor({ read: tx, actor }, input.id)
    stopIfChanged({ given: input.version, kept: kept.version })
    stopIf(whyNotReply(kept, { role: actor.role, opinions: input.opinions }))
    const said = { letter: kept.id, saidBy: actor.account, saidName: actor.name, saidOn: today }
    const open = { outcome: null, answer: null, settledBy: null, settledName: null, settledOn: null }
    const opinions = kept.items.map((item) => {
      const given = input.opinions.find((each) => each.item === item)
      return { ...said, ...open, item, stance: given?.stance ?? ('agree' as const), text: given?.text ?? '' }
    })
    await course.addOpinions(tx, opinions)
    return course.answerLetter(tx, kept, { repliedOn: today, repliedBy: actor.account, repliedName: actor.name })
  }),
)

const settle = serve(contract.settleOpinion, ({ input, actor, today, change }) =>
  change(`planOpinion:${input.id}`, async (tx) => {
    const opinion = found(await course.findOpinion(tx, input.id))
    await letterFor({ read: tx, actor }, opinion.letter)
    if (opinion.outcome !== null) throw new Refused(refuse('opinionSettled'))
    const by = { settledBy: actor.account, settledName: actor.name, settledOn: today }
    return course.settle(tx, opinion.id, { outcome: input.outcome, answer: input.answer, ...by })
  }),
)

export const courseApi: readonly Handler[] = [step, letters, letter, reply, settle]
