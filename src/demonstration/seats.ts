import { confirm, fillVacancy, proposeSeat } from '../office/identity/deeds.ts'
import type { Account, Role } from '../office/identity/model.ts'
import { lockOrder } from '../office/identity/store/seats.ts'
import { accountRow, addAccount } from '../office/identity/store.ts'
import type { Writer } from '../platform/db.ts'
import type { Desk } from '../platform/desk.ts'
import { type Actor, type Office, openDesk } from '../platform/desk.ts'
import { found } from '../platform/stop.ts'
import { type DemoAccount, demoAccounts, demoAdministrators, demoGround, demoNewcomer, demoSince } from './accounts.words.ts'
import * as store from './store.ts'

const roles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]
type AdministratorRows = readonly { role: (typeof roles)[number]; row: Account }[]

export const administratorRows = (password: string, now: string): Promise<AdministratorRows> =>
  Promise.all(roles.map(async (role) => ({ role, row: await accountRow({ ...demoAdministrators[role], demo: true }, { password, now }) })))

/** The first three fill vacant seats, as by the command line. */
export async function seatAdministrators(tx: Writer, administrators: AdministratorRows, now: string): Promise<void> {
  for (const { role, row } of administrators) {
    await addAccount(tx, row)
    await fillVacancy(tx, row.account, { role, jurisdiction: '*', unitId: null, fromOn: demoSince, untilOn: null }, now)
  }
}

type Given = { office: Office; password: string }
type Known = { units: ReadonlyMap<string, string>; officials: ReadonlyMap<string, string> }

async function deskOf(office: Office, role: 'systemAdmin' | 'securityAdmin', verb: string): Promise<Desk> {
  const place = { jurisdiction: '*', unitId: null, officialId: null, seat: null }
  const actor: Actor = { ...demoAdministrators[role], role, ...place }
  return (await openDesk<unknown>(office, { actor, verb, input: {} })).desk
}

/** The system administrator makes the account and proposes its seats; answers the orders. */
async function propose({ office, password }: Given, demo: DemoAccount, known: Known): Promise<string[]> {
  const desk = await deskOf(office, 'systemAdmin', 'identity.createAccount')
  const officialId = demo.official ? found(known.officials.get(demo.official)) : null
  const row = await accountRow({ account: demo.account, name: demo.name, officialId, demo: true }, { password, now: desk.now })
  const proposal = { account: row, by: desk.actor, ground: demoGround, now: desk.now }
  return desk.change(`account:${demo.account}`, async (tx) => {
    await addAccount(tx, row)
    const orders: string[] = []
    for (const { role, unit, place, fromOn, untilOn } of demo.seats) {
      const unitId = unit ? found(known.units.get(unit)) : null
      orders.push(await proposeSeat(tx, proposal, { role, jurisdiction: place, unitId, fromOn, untilOn }))
    }
    return orders
  })
}

/** Everybody else gets an account and seats as anybody does: proposed by one administrator, confirmed by another. */
export async function seatEverybody(given: Given): Promise<void> {
  const { office } = given
  const known = { units: await store.unitIdsByName(office.db), officials: await store.officialIdsByNumber(office.db) }
  const orders: string[] = []
  for (const demo of demoAccounts) orders.push(...(await propose(given, demo, known)))
  await propose(given, demoNewcomer, known)
  const { actor, now, today, change } = await deskOf(office, 'securityAdmin', 'identity.decideOrder')
  for (const id of orders)
    await change(`accessOrder:${id}`, async (tx) => confirm(tx, found(await lockOrder(tx, id)), { by: actor, now, today }))
}
