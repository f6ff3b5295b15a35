import { refuse } from '../../kernel/refusal.ts'
import type { Writer } from '../../platform/db.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, Missing, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { liesIn } from '../../registers/places/rules/jurisdiction.ts'
import { type Open, openPlan } from './board.ts'
import * as contract from './contract.ts'
import type { PlannedAudit, YearPlan } from './model.ts'
import { type Slot, whyNotChange, whyNotHold, whyNotTouched, whyNotUndo } from './rules/hold.ts'
import { itemOf } from './rules/made.ts'
import type { PlanPin } from './rules/records.ts'
import * as store from './store.ts'

type Hand = Pick<Desk, 'actor' | 'today' | 'now' | 'read'>
type Touched = { items?: readonly PlannedAudit[]; pins?: readonly PlanPin[]; newPins?: readonly string[]; newItems?: readonly string[] }

/** The plan locked for one deed, with everything it is made from. */
async function lockOpen(tx: Writer, hand: Hand, id: string): Promise<Open> {
  const plan: YearPlan = found(await store.lockPlan(tx, hand.actor.jurisdiction, id))
  return openPlan({ read: tx, today: hand.today }, plan)
}

/** Keeps what stood before, so that the deed can be taken back for as long as nobody touches it again. */
async function noteEdit(tx: Writer, hand: Hand, open: Open, about: { deed: string; before: Touched }): Promise<{ edit: string }> {
  const { items = [], pins = [], newPins = [], newItems = [] } = about.before
  const now = await store.itemsByIds(tx, [...items.map(({ id }) => id), ...newItems])
  const gone = items.filter(({ id }) => !now.some((each) => each.id === id)).map(({ id }) => [id, 0] as const)
  const { id } = await store.addEdit(tx, {
    plan: open.plan.id,
    account: hand.actor.account,
    madeAt: hand.now,
    deed: about.deed,
    before: { items: [...items], pins: [...pins], newPins: [...newPins], newItems: [...newItems] },
    after: Object.fromEntries([...now.map((item) => [item.id, item.version] as const), ...gone]),
  })
  return { edit: id }
}

/** The pin of a hand; answers the one it replaces, if any. */
async function setPin(tx: Writer, hand: Hand, open: Open, pin: Pick<PlanPin, 'tenure' | 'kind' | 'year' | 'window' | 'team' | 'reason'>) {
  const earlier = open.library.pins.find((each) => each.tenure === pin.tenure && each.year === pin.year)
  const { account, name } = hand.actor
  const kept = await store.keepPin(tx, {
    id: earlier?.id ?? newId(),
    plan: open.plan.id,
    account,
    name,
    setOn: hand.today,
    version: 1,
    ...pin,
  })
  return earlier ? { pins: [earlier] } : { newPins: [kept.id] }
}

const candidateOf = ({ library }: Open, tenure: string, year: number) =>
  library.items.find(
    (item) => item.tenure === tenure && item.year === year && item.change === 'add' && !['removed', 'deferred'].includes(item.stage),
  )

async function addCandidate(tx: Writer, open: Open, slot: Slot & { tenure: string }, by: string): Promise<string[]> {
  const { year, window, team } = slot
  const made = itemOf(open.library, open.built, { subject: slot.tenure, year, window, team }, by)
  if (!made) return []
  const id = newId()
  await store.addItems(tx, [{ ...made, id, version: 1 }])
  return [id]
}

const hold = serve(contract.pinItem, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { input, actor } = desk
    const open = await lockOpen(tx, desk, input.plan)
    const item = candidateOf(open, input.tenure, input.year)
    if (item) stopIf(whyNotTouched(item))
    stopIf(whyNotHold(open, input.tenure, input, item ? [item.id] : []))
    const { tenure, year, window, team, reason } = input
    const pinned = await setPin(tx, desk, open, { tenure, kind: 'pin', year, window, team, reason })
    if (item) await store.changeItem(tx, item, { window, team, movedBy: actor.name, reason })
    const newItems = item ? [] : await addCandidate(tx, open, input, actor.name)
    return noteEdit(tx, desk, open, { deed: 'pin', before: { ...pinned, items: item ? [item] : [], newItems } })
  }),
)

const ban = serve(contract.banPost, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { plan, tenure, year, reason } = desk.input
    const open = await lockOpen(tx, desk, plan)
    const item = candidateOf(open, tenure, year)
    if (item) stopIf(whyNotTouched(item))
    const pinned = await setPin(tx, desk, open, { tenure, kind: 'ban', year, window: null, team: null, reason })
    if (item) await store.removeItems(tx, [item.id])
    return noteEdit(tx, desk, open, { deed: 'ban', before: { ...pinned, items: item ? [item] : [] } })
  }),
)

const unpin = serve(contract.unpinPost, (desk) =>
  desk.change(`plan:${desk.input.plan}`, async (tx) => {
    const { plan, tenure, year } = desk.input
    const open = await lockOpen(tx, desk, plan)
    const pin = found(open.library.pins.find((each) => each.tenure === tenure && each.year === year))
    await store.removePins(tx, [pin.id])
    return noteEdit(tx, desk, open, { deed: 'unpin', before: { pins: [pin] } })
  }),
)

/** An item of a plan that this hand may see, on the version it was read. */
async function itemFor(tx: Writer, hand: Hand, target: { id: string; version: number }): Promise<{ open: Open; item: PlannedAudit }> {
  const [first] = await store.itemsByIds(tx, [target.id])
  const { plan, jurisdiction } = found(first)
  if (!liesIn(jurisdiction, hand.actor.jurisdiction)) throw new Missing()
  const open = await lockOpen(tx, hand, plan)
  const item = found(open.library.items.find(({ id }) => id === target.id))
  stopIfChanged({ given: target.version, kept: item.version })
  return { open, item }
}

const move = serve(contract.moveItem, (desk) =>
  desk.change(`planItem:${desk.input.id}`, async (tx) => {
    const { input, actor } = desk
    const { open, item } = await itemFor(tx, desk, input)
    const { window, team, reason } = input
    stopIf(whyNotTouched(item))
    stopIf(whyNotHold(open, item.tenure, { year: item.year, window, team }, [item.id]))
    const pinned = await setPin(tx, desk, open, { tenure: item.tenure, kind: 'pin', year: item.year, window, team, reason })
    await store.changeItem(tx, item, { window, team, movedBy: actor.name, reason })
    return noteEdit(tx, desk, open, { deed: 'move', before: { ...pinned, items: [item] } })
  }),
)

const swap = serve(contract.swapItems, (desk) =>
  desk.change(`planItem:${desk.input.one.id}`, async (tx) => {
    const { input, actor } = desk
    const { open, item: one } = await itemFor(tx, desk, input.one)
    const { item: other } = await itemFor(tx, desk, input.other)
    stopIf(one.id === other.id ? refuse('swapSame') : null)
    stopIf(whyNotTouched(one) ?? whyNotTouched(other))
    const both = [one.id, other.id]
    stopIf(
      whyNotHold(open, one.tenure, { ...other, year: one.year }, both) ??
        whyNotHold(open, other.tenure, { ...one, year: other.year }, both),
    )
    const { reason } = input
    const before: { pins: PlanPin[]; newPins: string[] } = { pins: [], newPins: [] }
    for (const [item, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const slot = { window: to.window, team: to.team }
      const pinned = await setPin(tx, desk, open, { tenure: item.tenure, kind: 'pin', year: item.year, ...slot, reason })
      before.pins.push(...(pinned.pins ?? []))
      before.newPins.push(...(pinned.newPins ?? []))
      await store.changeItem(tx, item, { ...slot, movedBy: actor.name, reason })
    }
    return noteEdit(tx, desk, open, { deed: 'swap', before: { ...before, items: [one, other] } })
  }),
)

/** Earlier deeds left the items as they stand again now: they can be taken back in turn, one after another. */
async function carryBack(tx: Writer, plan: string, restored: readonly PlannedAudit[]): Promise<void> {
  const now = new Map(
    (
      await store.itemsByIds(
        tx,
        restored.map(({ id }) => id),
      )
    ).map(({ id, version }) => [id, version]),
  )
  for (const edit of await store.openEdits(tx, plan)) {
    const again = restored.filter(({ id, version }) => edit.after[id] === version)
    const after = { ...edit.after, ...Object.fromEntries(again.map(({ id }) => [id, now.get(id) ?? 0])) }
    if (again.length > 0) await store.noteAfter(tx, edit.id, after)
  }
}

const undo = serve(contract.undoEdit, (desk) =>
  desk.change(`planEdit:${desk.input.edit}`, async (tx) => {
    const edit = found(await store.findEdit(tx, desk.input.edit))
    found(await store.lockPlan(tx, desk.actor.jurisdiction, edit.plan))
    const now = await store.itemsByIds(tx, Object.keys(edit.after))
    const versions = new Map(now.map(({ id, version }) => [id, version]))
    stopIf(whyNotUndo(edit, { account: desk.actor.account, versions }))
    const { items, pins, newPins, newItems } = edit.before
    await store.removeItems(tx, newItems)
    for (const item of items) {
      const kept = now.find(({ id }) => id === item.id)
      if (kept) await store.changeItem(tx, kept, { ...item })
      else await store.addItems(tx, [item])
    }
    await store.removePins(tx, newPins)
    for (const pin of pins) await store.keepPin(tx, pin)
    await store.markUndone(tx, edit.id)
    await carryBack(tx, edit.plan, items)
    return { plan: edit.plan }
  }),
)

const change = serve(contract.proposeChange, (desk) =>
  desk.change(`planItem:${desk.input.id}`, async (tx) => {
    const { input, actor } = desk
    const { open, item } = await itemFor(tx, desk, input)
    const project = await tx.selectFrom('project').select('id').where('planItem', '=', item.id).executeTakeFirst()
    stopIf(whyNotChange(item, { items: open.library.items, hasProject: project !== undefined }))
    const slot = { window: input.window ?? item.window, team: input.team ?? item.team }
    if (input.change === 'move') stopIf(whyNotHold(open, item.tenure, { year: item.year, ...slot }, [item.id]))
    const id = newId()
    const proposal = { ...item, id, stage: 'candidate' as const, change: input.change, of: item.id, resolution: null, version: 1 }
    await store.addItems(tx, [{ ...proposal, ...(input.change === 'move' ? slot : {}), movedBy: actor.name, reason: input.reason }])
    return { id }
  }),
)

/** What a person does to the board by hand: each deed keeps its reason and can be taken back. */
export const handApi: readonly Handler[] = [hold, ban, unpin, move, swap, undo, change]
