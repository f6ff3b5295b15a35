import type { Day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found, Refused, stopIf } from '../../platform/stop.ts'
import { type AccessOrder, type Account, type OrderKind, SeatWanted } from './model.ts'
import { whyNotDecide, whyNotProposeSeat } from './rules/orders.ts'
import { addOrder, addSeat, decideOrder, giftsTo, handOf, seatsOfPerson } from './store/seats.ts'
import { findAccount } from './store.ts'

/** The command line: it may propose, and decides nothing but the filling of a vacant administrator's seat. */
const commandLine = 'system'

type By = Pick<Actor, 'account' | 'jurisdiction' | 'unitId'>
type Proposal = { account: Pick<Account, 'account' | 'person' | 'officialId'>; by: By; ground: string; now: string }

const wantedIn = (order: Pick<AccessOrder, 'kind' | 'detail'>): SeatWanted | null =>
  order.kind === 'seat' ? SeatWanted.parse(order.detail) : null

/** Files an order that waits for the second person. */
export async function file(
  tx: Writer,
  { account, by, ground, now }: Proposal,
  what: { kind: OrderKind; detail: unknown },
): Promise<string> {
  const id = newId()
  const undecided = { state: 'waiting', decidedBy: null, decidedAt: null, reason: null } as const
  await addOrder(tx, { id, ...what, account: account.account, ground, proposedBy: by.account, proposedAt: now, ...undecided })
  return id
}

/** A system administrator asks that somebody be given a seat; refused at once when a rule stands against it. */
export async function proposeSeat(tx: Writer, proposal: Proposal, wanted: SeatWanted): Promise<string> {
  const { account, ground, now } = proposal
  const by = found(await handOf(tx, proposal.by))
  if (wanted.role === 'official' && account.officialId === null) throw new Refused(refuse('officialUnnamed'))
  const [held, gifts] = await Promise.all([seatsOfPerson(tx, account.person), giftsTo(tx, by.person, dayAt(new Date(now)))])
  stopIf(whyNotProposeSeat({ by, beneficiary: account.person, wanted, ground, held, gifts }))
  return file(tx, proposal, { kind: 'seat', detail: wanted })
}

/** Postgres' own refusals: the exclusion of seats, and the triggers that want two people. */
const refusedByDatabase = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === '23P01' || error.code === '23514')

/** Stops unless this administrator may make the order effective. */
async function stopUnlessTwo(tx: Writer, order: AccessOrder, given: { by: By; today: Day }) {
  const by = found(await handOf(tx, given.by))
  const proposer = order.proposedBy === commandLine ? commandLine : found(await findAccount(tx, order.proposedBy)).person
  const { person: beneficiary } = found(await findAccount(tx, order.account))
  const [held, gifts] = await Promise.all([seatsOfPerson(tx, beneficiary), giftsTo(tx, by.person, given.today)])
  stopIf(whyNotDecide({ order, by, proposer, beneficiary, wanted: wantedIn(order), held, gifts }))
}

/** A security administrator confirms: the order is done, and a seat it asks for is given. The database checks both again. */
export async function confirm(tx: Writer, order: AccessOrder, given: { by: By; now: string; today: Day; reason?: string }): Promise<void> {
  await stopUnlessTwo(tx, order, given)
  const decided = { state: 'done', decidedBy: given.by.account, decidedAt: given.now, reason: given.reason || null } as const
  const wanted = wantedIn(order)
  try {
    await decideOrder(tx, order.id, decided)
    if (wanted) await seat(tx, order, wanted)
  } catch (error) {
    throw refusedByDatabase(error) ? new Refused(refuse('exclusiveSeat')) : error
  }
}

async function seat(tx: Writer, order: Pick<AccessOrder, 'id' | 'account'>, wanted: SeatWanted): Promise<void> {
  const { person } = found(await findAccount(tx, order.account))
  const { role, jurisdiction, unitId, fromOn, untilOn } = wanted
  const span = { role, jurisdiction, unitId, fromOn, untilOn, endedOn: null, endedBy: null }
  await addSeat(tx, { id: newId(), account: order.account, person, ...span, accessOrder: order.id })
}

/** Fills a vacant administrator's seat without a second person: only the command line and the demonstration do. The database refuses it when the seat is taken. */
export async function fillVacancy(tx: Writer, account: string, wanted: SeatWanted, now: string): Promise<void> {
  const id = newId()
  const by = { proposedBy: commandLine, proposedAt: now, decidedBy: commandLine, decidedAt: now, state: 'done', reason: null } as const
  await addOrder(tx, { id, kind: 'founding', account, detail: wanted, ground: '', ...by })
  await seat(tx, { id, account }, wanted)
}
