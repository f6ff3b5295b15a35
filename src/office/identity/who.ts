import type { Day } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Caller } from '../../platform/caller.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Reader, Writer } from '../../platform/db.ts'
import { type Actor, type Office, openDesk, type Subject } from '../../platform/desk.ts'
import type { Front } from '../../platform/front.ts'
import { Declined, Refused, Stranger } from '../../platform/stop.ts'
import type { Witness } from '../../platform/talk.ts'
import type { Account, Seat, Session } from './model.ts'
import { isOverdue } from './rules/password.ts'
import { seatLives, whyNotSit } from './rules/seats.ts'
import { type Duty, dutyScopes, whyNotSession } from './rules/session.ts'
import { SecuritySettings } from './rules/settings.ts'
import { whyNotTokenNow } from './rules/tokens.ts'
import { seatsOf } from './store/seats.ts'
import { type SessionLine, sessionByToken, sessionQuestion, touchSession } from './store/sessions.ts'
import { isMachineToken, tokenByText, touchToken } from './store/tokens.ts'
import { findAccount, hashOfToken } from './store.ts'

type Sitting = Pick<Account, 'account' | 'name' | 'officialId'> & Pick<Seat, 'role' | 'jurisdiction' | 'unitId'> & { seat: string }
const actorOf = ({ account, name, officialId, role, jurisdiction, unitId, seat }: Sitting): Actor => ({
  account,
  name,
  role,
  jurisdiction,
  unitId,
  officialId,
  seat,
})

const minute = 16
type Bearing = Pick<Account, 'passwordDue' | 'passwordSetAt'> & Pick<Seat, 'role'> & Pick<Session, 'way'> & { confirmedAt: string | null }
/**
 * What this person must do before anything else: change a password, or set up the second factor his role needs. Whoever
 * came by the provider or the gateway has proved himself there.
 */
export function dutyOf(of: Bearing, settings: SecuritySettings, now: string): Duty {
  if (of.way !== 'password') return null
  if (of.passwordDue || isOverdue(of.passwordSetAt, now, settings)) return 'password'
  return settings.codeRoles.includes(of.role) && of.confirmedAt === null ? 'secondFactor' : null
}

type Turned = { actor: Actor; subject: Subject; no: Refusal; caller: Caller }
/** Leaves a trail entry of a token that opened nothing, and notes on the token that it did, so that a repetition does not flood the trail. */
async function turnAway(office: Office, { actor, subject, no, caller }: Turned, note: (tx: Writer) => Promise<unknown>): Promise<never> {
  const input = { address: caller.address, device: caller.device }
  const { desk } = await openDesk(office, { actor, verb: 'identity.present', input, caller })
  await desk
    .change(subject, async (tx) => {
      await note(tx)
      return new Declined(no)
    })
    .catch((error: unknown) => (error instanceof Refused ? undefined : Promise.reject(error)))
  throw new Stranger(no)
}

/** Who a session's line leads to, or why to nobody. */
function standing(row: SessionLine, { clock }: Pick<Office, 'clock'>): { actor: Actor; no: Refusal | null } {
  const now = clock.now().toISOString()
  const settings = SecuritySettings.parse(row.settings)
  const no = whyNotSession(row, now, settings) ?? (row.disabledOn ? refuse('accountDisabled') : whyNotSit(row, clock.today()))
  return { no, actor: dutyOf(row, settings, now) ? { ...actorOf(row), scopes: dutyScopes } : actorOf(row) }
}

async function bySession(office: Office, token: string, caller: Caller): Promise<Actor | null> {
  const now = office.clock.now().toISOString()
  const row = await sessionByToken(office.db, token, office.clock.today())
  if (!row) return null
  const { actor, no } = standing(row, office)
  if (no?.code === 'sessionExpired') throw new Stranger(no)
  if (no && !row.refusedAt)
    await turnAway(office, { actor: actorOf(row), subject: `session:${row.session}`, no, caller }, (tx) =>
      touchSession(tx, row.session, { refusedAt: now }),
    )
  if (no) throw new Stranger(no)
  if (now.slice(0, minute) !== row.seenAt.slice(0, minute))
    await office.db.updateTable('session').set({ seenAt: now }).where('id', '=', row.session).execute()
  return actor
}

/** Whether a session's line still leads to this actor, without anything to be noted on it. */
function leadsTo(row: SessionLine | undefined, actor: Actor, office: Office): boolean {
  if (!row || office.clock.now().toISOString().slice(0, minute) !== row.seenAt.slice(0, minute)) return false
  const now = standing(row, office)
  return now.no === null && JSON.stringify(now.actor) === JSON.stringify(actor)
}

async function byMachineToken(office: Office, text: string, caller: Caller): Promise<Actor | null> {
  const now = office.clock.now().toISOString()
  const row = await tokenByText(office.db, text)
  if (!row) return null
  const no =
    whyNotTokenNow({ ...row, name: row.tokenName }, now) ??
    (row.disabledOn ? refuse('accountDisabled') : whyNotSit(row, office.clock.today()))
  if (no && row.refusedAt?.slice(0, minute) !== now.slice(0, minute))
    await turnAway(office, { actor: actorOf(row), subject: `machineToken:${row.token}`, no, caller }, (tx) =>
      touchToken(tx, row.token, { refusedAt: now }),
    )
  if (no) throw new Stranger(no)
  if (row.lastUsedAt?.slice(0, minute) !== now.slice(0, minute))
    await office.db.updateTable('machineToken').set({ lastUsedAt: now }).where('id', '=', row.token).execute()
  return { ...actorOf(row), scopes: row.scopes }
}

/**
 * Who asks, by a session's or a machine's token. Null when the token is unknown; a Stranger with the reason, and a trail row,
 * when it has ended, was taken back, or its seat gives no access any more.
 */
async function whoIs(office: Office, token: string | null, caller: Caller): Promise<Actor | null> {
  if (!token) return null
  return isMachineToken(token) ? byMachineToken(office, token, caller) : bySession(office, token, caller)
}

const mostRemembered = 2000
/** Somebody who was here, what he had been let know, and how his session is asked about on a day. */
type Known = { actor: Actor; knew: Witness['knew']; question: { day: Day; words: ReturnType<typeof sessionQuestion> } | null }
function questionOf({ db, clock }: Office, token: string, known: Known) {
  const day = clock.today()
  if (known.question?.day !== day) known.question = { day, words: sessionQuestion(db, token, day) }
  return known.question.words
}

/**
 * Who asks, and who asked a moment ago. What is remembered opens nothing by itself: it only says as whom to open a
 * transaction, whose first statements ask the session and the shares again; what has ended is noticed at once, in every process.
 */
export function reception(office: Office): Pick<Front, 'whoIs' | 'recall'> {
  const remembered = new Map<string, Known>()
  return {
    whoIs: async (token, caller) => {
      const actor = await whoIs(office, token, caller)
      if (remembered.size >= mostRemembered) remembered.clear()
      if (token && actor && !actor.scopes) remembered.set(hashOfToken(token), { actor, knew: null, question: null })
      return actor
    },
    recall: (token) => {
      const hash = token && hashOfToken(token)
      const known = hash && remembered.get(hash)
      if (!known) return null
      const { actor, knew } = known
      const asks: Witness['asks'] = async (say) => {
        const isHe = leadsTo((await say(questionOf(office, token, known))).rows[0], actor, office)
        if (!isHe) remembered.delete(hash)
        return isHe
      }
      const stands: Witness['stands'] = (sets) => void Object.assign(known, { knew: sets })
      return { actor, witness: { asks, knew, stands } }
    },
  }
}

/** The seat an account takes when it signs in: the last one used while it lives, else the first that lives. */
export function seatToTake(seats: readonly Seat[], lastSeat: string | null, today: Seat['fromOn']): Seat | undefined {
  const living = seats.filter((seat) => seatLives(seat, today))
  return living.find((seat) => seat.id === lastSeat) ?? living[0]
}

/** An account by its name, in the seat it would take today; null when it may not work. For the command line. */
export async function actorByAccount(read: Reader, name: string, now: Date): Promise<Actor | null> {
  const account = await findAccount(read, name)
  if (!account || account.disabledOn) return null
  const seat = seatToTake(await seatsOf(read, name), account.lastSeat, dayAt(now))
  return seat ? actorOf({ ...account, ...seat, seat: seat.id }) : null
}
