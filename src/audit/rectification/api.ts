import type { Day } from '../../kernel/day.ts'
import { mayAct } from '../../office/identity/policy/may.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import {
  claimItem,
  closeItem,
  extendItem,
  getItem,
  type ItemLine,
  type ItemView,
  listItems,
  recogniseItem,
  reopenItem,
} from './contract.ts'
import { exportItemsApi } from './export.ts'
import type { Rectification, RectificationStep, StepName } from './model.ts'
import { finished, whyNot } from './rules.ts'
import { findItemLine, historyOf, listItems as list, lockItem, moveItem, noteStep, unitOfItem } from './store.ts'

type Target = { id: string; version: number }
type Taking = { step: StepName; dueOn?: Day }
/** Locks the item and stops unless this hand may take the step on this very version of it. */
async function lockFor(tx: Writer, desk: Pick<Desk<Target>, 'input' | 'actor' | 'today'>, { step, dueOn }: Taking): Promise<Rectification> {
  const { input, actor, today } = desk
  const item = found(await lockItem(tx, input.id))
  if (!liesIn(item.jurisdiction, actor.jurisdiction)) throw new Missing()
  const { unit } = found(await unitOfItem(tx, item))
  stopIf(whyNot(step, { item, unit, hand: actor, today, ...(dueOn ? { dueOn } : {}) }))
  stopIfChanged({ given: input.version, kept: item.version })
  return item
}

type Noted = Pick<RectificationStep, 'step' | 'text'> & Partial<Pick<RectificationStep, 'outcome' | 'dueBefore' | 'dueAfter'>>
const note = (tx: Writer, { actor, today }: Pick<Desk, 'actor' | 'today'>, item: Rectification, noted: Noted) =>
  noteStep(tx, {
    rectification: item.id,
    account: actor.account,
    name: actor.name,
    takenOn: today,
    outcome: null,
    dueBefore: null,
    dueAfter: null,
    ...noted,
  })

const claim = serve(claimItem, (desk) =>
  desk.change(`rectification:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const item = await lockFor(tx, desk, { step: 'claim' })
    await note(tx, desk, item, { step: 'claim', text: input.text, outcome: input.claimed })
    return moveItem(tx, item, { state: 'claimed', claimed: input.claimed, claimedOn: today, claimedBy: actor.account })
  }),
)

const recognise = serve(recogniseItem, (desk) =>
  desk.change(`rectification:${desk.input.id}`, async (tx) => {
    const { input, actor, today } = desk
    const done = finished(input.recognised)
    const step = done ? 'recognise' : 'sendBack'
    const item = await lockFor(tx, desk, { step })
    await note(tx, desk, item, { step, text: input.text, outcome: input.recognised })
    const found = { recognised: input.recognised, recognisedOn: today, recognisedBy: actor.account }
    return moveItem(tx, item, { state: done ? 'recognised' : 'open', ...found })
  }),
)

const close = serve(closeItem, (desk) =>
  desk.change(`rectification:${desk.input.id}`, async (tx) => {
    const item = await lockFor(tx, desk, { step: 'close' })
    await note(tx, desk, item, { step: 'close', text: desk.input.text })
    return moveItem(tx, item, { state: 'closed', closedOn: desk.today, closedBy: desk.actor.account })
  }),
)

const extend = serve(extendItem, (desk) =>
  desk.change(`rectification:${desk.input.id}`, async (tx) => {
    const { dueOn, reason, plan } = desk.input
    const item = await lockFor(tx, desk, { step: 'extend', dueOn })
    await note(tx, desk, item, { step: 'extend', text: `${reason}\n${plan}`, dueBefore: item.dueOn, dueAfter: dueOn })
    return moveItem(tx, item, { dueOn })
  }),
)

const reopen = serve(reopenItem, (desk) =>
  desk.change(`rectification:${desk.input.id}`, async (tx) => {
    const item = await lockFor(tx, desk, { step: 'reopen' })
    await note(tx, desk, item, { step: 'reopen', text: desk.input.text })
    const cleared = { recognised: null, recognisedOn: null, recognisedBy: null, closedOn: null, closedBy: null }
    return moveItem(tx, item, { state: 'open', claimed: null, claimedOn: null, claimedBy: null, ...cleared })
  }),
)

/** What this hand may do with the item now, or why not: the very rule that stops the act itself. */
function mayOn(item: ItemLine, { actor, today }: Pick<Desk, 'actor' | 'today'>): ItemView['may'] {
  const no = (step: StepName) => whyNot(step, { item, unit: item.unit, hand: actor, today })
  return {
    claim: mayAct(actor, claimItem, no('claim')),
    recognise: mayAct(actor, recogniseItem, no('recognise')),
    close: mayAct(actor, closeItem, no('close')),
    extend: mayAct(actor, extendItem, no('extend')),
    reopen: mayAct(actor, reopenItem, no('reopen')),
  }
}

export const rectificationApi: readonly Handler[] = [
  serve(listItems, ({ input, read, today }) => list(read, { filter: input, today })),
  serve(getItem, async ({ input, read, actor, today }) => {
    const item = found(await findItemLine(read, input.id))
    const finding = found(await read.selectFrom('finding').select('facts').where('id', '=', item.finding).executeTakeFirst())
    return { item, facts: finding.facts, history: await historyOf(read, item.id), may: mayOn(item, { actor, today }) }
  }),
  ...[claim, recognise, close, extend, reopen],
  ...exportItemsApi,
]
