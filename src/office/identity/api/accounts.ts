import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import { found, type Handler, Missing, Refused, serve, stopIf } from '../../../platform/serve.ts'
import { accounts, createAccount, disableAccount, endSeat, account as oneAccount, units } from '../accounts.contract.ts'
import { proposeSeat } from '../deeds.ts'
import { seatsInPlace } from '../in-place.ts'
import type { Seat } from '../model.ts'
import { liesWithin } from '../rules/orders.ts'
import { isAdministrator, isReserved, seatLives } from '../rules/seats.ts'
import { accountPage, orderPage, seatLinesOf, unitsNamed } from '../store/accounts.ts'
import { subjectsOf } from '../store/outside.ts'
import { findSeat, endSeat as keepEnd } from '../store/seats.ts'
import { othersIn } from '../store/security.ts'
import { endSessions, sessionsOf } from '../store/sessions.ts'
import { tokenLinesOf } from '../store/tokens.ts'
import { accountRow, addAccount, disabled, findAccount, lockAccount, newPassword, updateAccount } from '../store.ts'

/** The record of the official who bears this number. */
async function officialNumbered(tx: Writer, number: string): Promise<string> {
  const official = await tx.selectFrom('official').select('id').where('number', '=', number).executeTakeFirst()
  if (!official) throw new Refused(refuse('noSuchOfficial', { number }))
  return official.id
}

const create = serve(createAccount, ({ input, actor, now, today, change }) =>
  change(`account:${input.account}`, async (tx) => {
    const taken = isReserved(input.account) || isReserved(input.person ?? '') || (await findAccount(tx, input.account))
    if (taken) throw new Refused(refuse('accountTaken', { account: input.account }))
    const password = newPassword()
    const { account, name, person, ground, role, jurisdiction, unitId, fromOn = today, untilOn } = input
    const officialId = input.official ? await officialNumbered(tx, input.official) : null
    const row = await accountRow({ account, name, person: person ?? null, officialId, demo: false }, { password, now })
    await addAccount(tx, row)
    const order = await proposeSeat(tx, { account: row, by: actor, ground, now }, { role, jurisdiction, unitId, fromOn, untilOn })
    return { account, password, order }
  }),
)

type Leaving = { account: string; seats: readonly Seat[]; today: Seat['fromOn'] }
/** The last administrator of a kind cannot be put out: somebody must be left who can seat a successor. */
async function stopIfLast(tx: Writer, { account, seats, today }: Leaving): Promise<void> {
  for (const seat of seats.filter((each) => isAdministrator(each.role) && seatLives(each, today)))
    stopIf((await othersIn(tx, seat.role, { beside: account, today })) === 0 ? refuse('lastAdministrator') : null)
}

const disable = serve(disableAccount, ({ input, actor, now, today, change }) =>
  change(`account:${input.account}`, async (tx) => {
    found(await lockAccount(tx, input.account))
    stopIf(input.account === actor.account ? refuse('ownAccount') : null)
    await stopIfLast(tx, { account: input.account, seats: await seatsInPlace(tx, input.account, actor.jurisdiction), today })
    await updateAccount(tx, input.account, disabled(today))
    await endSessions(tx, input.account, { at: now, why: 'disabled' })
    return {}
  }),
)

const end = serve(endSeat, ({ input, actor, today, change }) =>
  change(`seat:${input.id}`, async (tx) => {
    const seat = found(await findSeat(tx, input.id))
    if (!liesWithin(seat.jurisdiction, actor.jurisdiction)) throw new Missing()
    stopIf(seat.endedOn ? refuse('seatEnded', { on: seat.endedOn }) : null)
    stopIf(seat.account === actor.account ? refuse('ownAccount') : null)
    await stopIfLast(tx, { account: seat.account, seats: [seat], today })
    await keepEnd(tx, input.id, { on: today, by: actor.account })
    return {}
  }),
)

const one = serve(oneAccount, async ({ input, actor, read, today, now }) => {
  const filter = { q: input.account, role: [], offset: 0, limit: 500 }
  const { rows } = await accountPage(read, { place: actor.jurisdiction, today, now, filter })
  const account = found(rows.find((row) => row.account === input.account))
  const orders = await orderPage(read, { place: actor.jurisdiction, account: input.account, offset: 0, limit: 100 })
  const sessions = await sessionsOf(read, input.account, now)
  return {
    account,
    officialName: orders.rows[0]?.officialName ?? null,
    orders: orders.rows,
    seats: await seatLinesOf(read, input.account),
    now,
    sessions: sessions.length,
    tokens: await tokenLinesOf(read, input.account),
    subjects: await subjectsOf(read, input.account),
  }
})

export const accountsApi: readonly Handler[] = [
  serve(units, ({ input, actor, read }) => unitsNamed(read, { q: input.q, place: actor.jurisdiction })),
  create,
  disable,
  end,
  one,
  serve(accounts, ({ input, actor, read, today, now }) => accountPage(read, { place: actor.jurisdiction, today, now, filter: input })),
]
