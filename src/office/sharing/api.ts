import { standingOf } from '../../access.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Desk } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, type Handler, serve, stopIf, stopIfChanged } from '../../platform/serve.ts'
import { mayAct } from '../identity/policy/may.ts'
import { findRecords, type GrantLine, giveGrant, listGrants, revokeGrant, settleGrant, whoSees } from './contract.ts'
import type { ShareGrant } from './model.ts'
import { whyNotOurs } from './ours.ts'
import { recusalApi } from './recusal-api.ts'
import { resultsApi } from './results-api.ts'
import { grantStanding, whyNotGive, whyNotRevoke, whyNotSettle } from './rules.ts'
import * as store from './store.ts'
import { knowersOf } from './who.ts'

const lineOf = (desk: Pick<Desk, 'actor' | 'today'>, row: ShareGrant & { received: boolean }): GrantLine => {
  const { received, ...grant } = row
  const foreign = received ? refuse('grantNotYours') : null
  return {
    ...grant,
    standing: grantStanding(grant, desk.today),
    direction: received ? 'received' : 'given',
    may: {
      confirm: mayAct(desk.actor, settleGrant, foreign ?? whyNotSettle(grant, desk.actor.account)),
      revoke: mayAct(desk.actor, revokeGrant, foreign ?? whyNotRevoke(grant)),
    },
  }
}

const give = serve(giveGrant, (desk) =>
  desk.change(`${desk.input.kind}:${desk.input.record}`, async (tx) => {
    const { input, actor, today, now } = desk
    const record = found(await store.findShared(tx, input.kind, input.record))
    const { organ } = standingOf(actor)
    stopIf(whyNotOurs(actor, record))
    stopIf(whyNotGive(input, { organ, jurisdiction: actor.jurisdiction }, today))
    return store.addGrant(tx, {
      ...input,
      id: newId(),
      label: record.label,
      issued: false,
      ownerOrgan: organ,
      ownerJurisdiction: actor.jurisdiction,
      state: 'waiting',
      givenBy: actor.account,
      givenAt: now,
      settledBy: null,
      settledAt: null,
      reason: null,
      version: 1,
    })
  }),
)

const confirm = serve(settleGrant, ({ input, actor, now, change }) =>
  change(`shareGrant:${input.id}`, async (tx) => {
    const grant = found(await store.lockGrant(tx, input.id))
    stopIf(whyNotOurs(actor, { jurisdiction: grant.ownerJurisdiction }))
    stopIf(whyNotSettle(grant, actor.account))
    stopIfChanged({ given: input.version, kept: grant.version })
    return store.settle(tx, grant, { state: input.outcome, settledBy: actor.account, settledAt: now, reason: input.reason || null })
  }),
)

const revoke = serve(revokeGrant, ({ input, actor, now, change }) =>
  change(`shareGrant:${input.id}`, async (tx) => {
    const grant = found(await store.lockGrant(tx, input.id))
    stopIf(whyNotOurs(actor, { jurisdiction: grant.ownerJurisdiction }))
    stopIf(whyNotRevoke(grant))
    stopIfChanged({ given: input.version, kept: grant.version })
    return store.settle(tx, grant, { state: 'revoked', settledBy: actor.account, settledAt: now, reason: input.reason })
  }),
)

export const sharingApi: readonly Handler[] = [
  serve(listGrants, async (desk) => {
    const { rows, total } = await store.grantPage(desk.read, standingOf(desk.actor), { filter: desk.input, today: desk.today })
    return { total, rows: rows.map((row) => lineOf(desk, row)) }
  }),
  serve(whoSees, async (desk) => {
    const { input, read, actor, seen } = desk
    const record = found(await store.findShared(read, input.kind, input.record))
    seen(`${input.kind}:${input.record}`)
    return {
      label: record.label,
      knowers: await knowersOf(desk, record),
      may: { give: mayAct(actor, giveGrant, whyNotOurs(actor, record)) },
    }
  }),
  serve(findRecords, async ({ input, read }) => ({ rows: await store.recordsHolding(read, input.kind, input.q) })),
  ...[give, confirm, revoke],
  ...recusalApi,
  ...resultsApi,
]
