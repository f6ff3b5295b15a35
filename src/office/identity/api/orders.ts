import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { found, type Handler, Missing, serve, stopIf } from '../../../platform/serve.ts'
import {
  decideOrder,
  orders,
  proposeReset,
  proposeSeat,
  proposeSubject,
  securityRules,
  setSecurityRule,
  withdrawOrder,
} from '../accounts.contract.ts'
import * as deeds from '../deeds.ts'
import { seatsInPlace } from '../in-place.ts'
import type { AccessOrder } from '../model.ts'
import { carryOut } from '../reset.ts'
import { fits } from '../rules/settings.ts'
import { orderPage } from '../store/accounts.ts'
import { handOf, decideOrder as keepDecision, lockOrder } from '../store/seats.ts'
import { rulesOn, setRule } from '../store/security.ts'
import { lockAccount } from '../store.ts'

/** An order that this administrator's place may know, locked. */
async function orderInPlace(tx: Writer, { input, actor }: Pick<Desk<{ id: string }>, 'input' | 'actor'>): Promise<AccessOrder> {
  const order = found(await lockOrder(tx, input.id))
  const { total } = await orderPage(tx, { place: actor.jurisdiction, account: order.account, offset: 0, limit: 1 })
  if (total === 0) throw new Missing()
  return order
}

const seat = serve(proposeSeat, ({ input, actor, now, change }) =>
  change(`account:${input.account}`, async (tx) => {
    const account = found(await lockAccount(tx, input.account))
    const { role, jurisdiction, unitId, fromOn, untilOn, ground } = input
    const order = await deeds.proposeSeat(tx, { account, by: actor, ground, now }, { role, jurisdiction, unitId, fromOn, untilOn })
    return { order }
  }),
)

const reset = serve(proposeReset, ({ input, actor, now, change }) =>
  change(`account:${input.account}`, async (tx) => {
    const account = found(await lockAccount(tx, input.account))
    await seatsInPlace(tx, account.account, actor.jurisdiction)
    const by = found(await handOf(tx, actor))
    stopIf(account.person === by.person ? refuse('ownGrant') : null)
    stopIf(input.what === 'enable' && account.disabledOn === null ? refuse('accountEnabled') : null)
    return { order: await deeds.file(tx, { account, by: actor, ground: input.ground, now }, { kind: input.what, detail: {} }) }
  }),
)

const subject = serve(proposeSubject, ({ input, actor, now, change }) =>
  change(`account:${input.account}`, async (tx) => {
    const account = found(await lockAccount(tx, input.account))
    await seatsInPlace(tx, account.account, actor.jurisdiction)
    const by = found(await handOf(tx, actor))
    stopIf(account.person === by.person ? refuse('ownGrant') : null)
    const detail = { issuer: input.issuer, subject: input.subject }
    return { order: await deeds.file(tx, { account, by: actor, ground: input.ground, now }, { kind: 'subject', detail }) }
  }),
)

const decide = serve(decideOrder, (desk) =>
  desk.change(`accessOrder:${desk.input.id}`, async (tx) => {
    const { input, actor, now, today } = desk
    const order = await orderInPlace(tx, desk)
    if (input.confirm) {
      await deeds.confirm(tx, order, { by: actor, now, today, reason: input.reason })
      return { account: order.account, password: await carryOut(tx, order, now) }
    }
    stopIf(order.state === 'waiting' ? null : refuse('orderDecided'))
    await keepDecision(tx, order.id, { state: 'refused', decidedBy: actor.account, decidedAt: now, reason: input.reason })
    return { account: order.account, password: null }
  }),
)

const withdraw = serve(withdrawOrder, (desk) =>
  desk.change(`accessOrder:${desk.input.id}`, async (tx) => {
    const { actor, now } = desk
    const order = await orderInPlace(tx, desk)
    stopIf(order.state === 'waiting' ? null : refuse('orderDecided'))
    stopIf(order.proposedBy === actor.account ? null : refuse('notYourOrder'))
    await keepDecision(tx, order.id, { state: 'withdrawn', decidedBy: actor.account, decidedAt: now, reason: null })
    return {}
  }),
)

const set = serve(setSecurityRule, ({ input, actor, today, change }) =>
  change(`securityRule:${input.name}`, async (tx) => {
    stopIf(fits(input.name, input.value) ? null : refuse('settingWrong'))
    await setRule(tx, { name: input.name, fromOn: today, value: input.value, citation: input.citation, setBy: actor.account })
    return {}
  }),
)

export const ordersApi: readonly Handler[] = [
  seat,
  reset,
  subject,
  decide,
  withdraw,
  set,
  serve(orders, ({ input, actor, read }) => orderPage(read, { place: actor.jurisdiction, ...input })),
  serve(securityRules, async ({ read, today }) => ({ rows: await rulesOn(read, today) })),
]
