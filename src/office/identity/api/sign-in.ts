import type { Day } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Writer } from '../../../platform/db.ts'
import type { Desk } from '../../../platform/desk.ts'
import { Declined, found, type Handler, Refused, serve, stopIf } from '../../../platform/serve.ts'
import { login, logout, takeSeat } from '../contract.ts'
import type { KnownAccount, Seat, Session } from '../model.ts'
import { countFailure, spendCode } from '../proof.ts'
import { whyNotFrom, whyNotSignIn } from '../rules/back-off.ts'
import { whyNoSeat, whyNotSit } from '../rules/seats.ts'
import { sessionEnd } from '../rules/session.ts'
import type { SecuritySettings } from '../rules/settings.ts'
import { isWaiting, seatsOf } from '../store/seats.ts'
import { findFactor } from '../store/second-factor.ts'
import { settingsOn } from '../store/security.ts'
import { addSession, endSessions, findSession } from '../store/sessions.ts'
import { findAddress, lockAccount, newToken, passwordFits, spendTheTime, updateAccount } from '../store.ts'
import { seatToTake } from '../who.ts'

type At = Pick<Desk, 'now' | 'today' | 'caller'>

/** The seat a person sits down in when he signs in; stops with the nearest reason when there is none today. */
async function seatFor(tx: Writer, account: KnownAccount, today: Day): Promise<Seat> {
  const seats = await seatsOf(tx, account.account)
  const seat = seatToTake(seats, account.lastSeat, today)
  if (!seat) throw new Refused(whyNoSeat(seats, await isWaiting(tx, account.account), today))
  return seat
}

type Opening = { account: KnownAccount; seat: Seat; way: Session['way']; settings: SecuritySettings }
/** Opens a session in a seat and answers its token, which is shown to nobody else and kept only as a hash. */
export async function openSession(tx: Writer, at: At, { account, seat, way, settings }: Opening): Promise<string> {
  const token = newToken()
  const { address, device } = at.caller
  const endsAt = sessionEnd(at.now, settings)
  await addSession(tx, { token, account: account.account, seat: seat.id, way, device, address, now: at.now, endsAt })
  await updateAccount(tx, account.account, { lastSeat: seat.id })
  return token
}

/** Whatever session this browser had before ends: signing in always gives another token. */
async function leaveFormer(tx: Writer, { caller, now }: At): Promise<void> {
  const former = caller.token ? await findSession(tx, caller.token) : undefined
  if (former) await endSessions(tx, former.account, { at: now, why: 'replaced' }, { only: former.id })
}

/** A person who proved who he is sits down in his seat: whatever the proof was. */
export async function admit(tx: Writer, at: At, { account, way, settings }: Omit<Opening, 'seat'>) {
  const seat = await seatFor(tx, account, at.today)
  await leaveFormer(tx, at)
  await updateAccount(tx, account.account, { failures: 0, failedAt: null, lockedUntil: null })
  const token = await openSession(tx, at, { account, seat, way, settings })
  return { token, answer: { account: account.account, name: account.name, role: seat.role } }
}

/** Null when the account has no second factor, or its code was given and holds. */
async function whyNotByCode(
  tx: Writer,
  { input, now, vault }: Pick<Desk<{ code?: string | undefined }>, 'input' | 'now' | 'vault'>,
  of: Knowing,
) {
  const factor = await findFactor(tx, of.account.account)
  if (!factor?.confirmedAt) return null
  if (!input.code) throw new Refused(refuse('codeNeeded'))
  return spendCode(tx, { factor, vault, code: input.code, now, settings: of.settings })
}
type Knowing = { account: KnownAccount; settings: SecuritySettings }

const signIn = serve(login, async (desk) => {
  const { input, read, now, today, change, session, caller } = desk
  const settings = await settingsOn(read, today)
  const at = { now, today, caller }
  const { token, answer } = await change(`account:${input.account}`, async (tx) => {
    stopIf(whyNotFrom(await findAddress(tx, caller.address), now, settings))
    const account = await lockAccount(tx, input.account)
    if (account) stopIf(whyNotSignIn(account, now))
    const fits = account ? await passwordFits(tx, account.account, input.password) : await spendTheTime(input.password)
    if (!account || !fits) {
      await countFailure(tx, at, { account, settings })
      return new Declined(refuse('wrongPassword'))
    }
    const no = await whyNotByCode(tx, desk, { account, settings })
    if (!no) return admit(tx, at, { account, way: 'password', settings })
    await countFailure(tx, at, { account, settings })
    return new Declined(no)
  })
  session.start(token, settings.absoluteMinutes * 60)
  return answer
})

const signOut = serve(logout, async ({ actor, now, change, session, caller }) => {
  await change(`account:${actor.account}`, async (tx) => {
    const kept = caller.token ? await findSession(tx, caller.token) : undefined
    return endSessions(tx, actor.account, { at: now, why: 'signedOut' }, kept ? { only: kept.id } : {})
  })
  session.end()
  return {}
})

const sitElsewhere = serve(takeSeat, async ({ input, actor, read, now, today, change, session, caller }) => {
  const settings = await settingsOn(read, today)
  const { token, answer } = await change(`seat:${input.seat}`, async (tx) => {
    const account = found(await lockAccount(tx, actor.account))
    const seat = found((await seatsOf(tx, account.account)).find((each) => each.id === input.seat))
    stopIf(whyNotSit(seat, today))
    const kept = caller.token ? await findSession(tx, caller.token) : undefined
    await leaveFormer(tx, { now, today, caller })
    const opened = await openSession(tx, { now, today, caller }, { account, seat, way: kept?.way ?? 'password', settings })
    return { token: opened, answer: { account: account.account, name: account.name, role: seat.role } }
  })
  session.start(token, settings.absoluteMinutes * 60)
  return answer
})

export const signInApi: readonly Handler[] = [signIn, signOut, sitElsewhere]
