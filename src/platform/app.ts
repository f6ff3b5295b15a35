import { type Context, Hono } from 'hono'
import { type Contract, leavesOf } from '../kernel/contract.ts'
import { GivenFile } from '../kernel/given.ts'
import { say, type Tongue } from '../kernel/say.ts'
import { words } from '../kernel/words.ts'
import { answerError, answerFile } from './answer.ts'
import { callerOf, isInScope } from './caller.ts'
import { momentText } from './clock.ts'
import { type Actor, type Desk, type OpenDesk, openDesk } from './desk.ts'
import type { Front } from './front.ts'
import { guardHeaders } from './headers.ts'
import { inputOf } from './input.ts'
import { log } from './log.ts'
import { meter } from './metrics.ts'
import { openApi } from './openapi.ts'
import { isForeign } from './origin.ts'
import { openRates, type Rates, whyNotYet } from './rates.ts'
import { replay } from './replay.ts'
import { securityTxt } from './security-txt.ts'
import type { Handler } from './serve.ts'
import { clearedCookie, sessionCookie } from './session.ts'
import { Missing, Refused, Stranger, stopIf } from './stop.ts'
import { streamEvents } from './stream.ts'
import type { Witness } from './talk.ts'
import { actEntry, refusalEntry } from './trace.ts'
import { Estranged } from './wall/line.ts'
import { withMark } from './watermark.ts'

export const nobody: Actor = { account: '-', name: '-', role: 'nobody', jurisdiction: '-', unitId: null, officialId: null, seat: null }

export const tongueOf = (c: Context): Tongue => (/^en/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh')

/** Whether a page of another site may be acting in this person's name. */
const fromElsewhere = (c: Context): boolean =>
  isForeign({
    origin: c.req.header('origin'),
    fetchSite: c.req.header('sec-fetch-site'),
    host: c.req.header('host'),
    contentType: c.req.header('content-type'),
    hasCookie: c.req.header('cookie') !== undefined,
  })

const no = (c: Context, status: 401 | 403, code: 'signInFirst' | 'forbidden' | 'crossSite') =>
  c.json({ code, message: say(words.refusal[code], tongueOf(c)) }, status)

function sessionOf(c: Context): Desk['session'] {
  const secure = new URL(c.req.url).protocol === 'https:'
  return {
    start: (token, seconds) => c.header('set-cookie', sessionCookie(token, { seconds, secure })),
    end: () => c.header('set-cookie', clearedCookie),
  }
}

/** An act leaves exactly one entry, a reading of a person at least one: a handler that forgets fails. */
async function finish(open: OpenDesk<unknown>, { office }: Front, contract: Contract, result: unknown) {
  const { name, kind, reads, writes } = contract
  const { actor, input } = open.desk
  if (kind === 'act' && writes === 'nothing') {
    await open.leave()
    const tried = { subject: `contract:${name}`, kind: leavesOf(contract) }
    await actEntry(office, { ...contract, verb: name, actor, input }, tried).execute()
  } else if ((kind === 'act') !== open.changes() > 0) throw new Error(`${name} is an ${kind} and made ${open.changes()} changes`)
  if (reads === 'person' && open.subjectsSeen.length === 0) throw new Error(`${name} shows a person's record but says not whose`)
  const [output] = await Promise.all([meanwhile(() => contract.output.parse(result)), open.traceReading()])
  return output
}

/** What is to be done while the database writes: once what was said to it has gone out. */
const meanwhile = <T>(work: () => T): Promise<T> => new Promise<void>((go) => setImmediate(go)).then(work)

/** Who took a file out, and when (China Standard Time). */
const markOf = (actor: Actor, at: string) => `${actor.name} ${actor.account} ${momentText(at)}`

type Asking = { actor: Actor; witness?: Witness }
async function perform(c: Context, front: Front, { contract, handle }: Handler, { actor, witness }: Asking): Promise<Response> {
  const { office } = front
  const { input, files } = await inputOf(contract, c.req.raw, { store: office.store, tongue: tongueOf(c) })
  const at = office.clock.now().toISOString()
  const key = contract.kind === 'act' ? c.req.header('idempotency-key') : undefined
  const again = await replay(office.db, { actor, contract: contract.name, key, input: { input, files }, at })
  if (again.earlier !== undefined) return c.json(again.earlier as object)
  const { name: verb, secrets = [] } = contract
  const { first } = again
  const once = contract.kind === 'act' && contract.writes !== 'inSteps'
  const from = { session: sessionOf(c), caller: callerOf(c), tongue: tongueOf(c) }
  const traced = contract.reads === 'person'
  const eyes = contract.open ? { eyes: nobody } : {}
  const how = { traced, witness, ...eyes, secrets, leaves: leavesOf(contract), once, first, ...from }
  const open = await openDesk(office, { actor, verb, input, files, ...how })
  const output = await Promise.resolve(open.desk as Desk<never>)
    .then(handle)
    .then(
      (result) => finish(open, front, contract, result),
      async (error: unknown) => {
        await open.leave()
        const gone = error instanceof Missing && !contract.open ? await front.whyGone?.(actor, input) : null
        const why = gone ? new Refused(gone) : error
        if (gone || contract.kind === 'act' || contract.reads === 'person') await open.traceRefusal(why)
        throw why
      },
    )
    .finally(open.leave)
  if (contract.gives === 'file')
    return answerFile(contract.asKept ? GivenFile.parse(output) : await withMark(GivenFile.parse(output), markOf(actor, at)))
  if (contract.answers !== 'secret') await again.remember(output)
  return c.json(output as object)
}

/** Says no to somebody known, and leaves an entry that it was tried. */
async function refused(c: Context, { office }: Front, of: { contract: Contract; actor: Actor; code: 'forbidden' | 'crossSite' }) {
  const { contract, actor, code } = of
  if (actor !== nobody)
    await refusalEntry(office, { actor, verb: contract.name, input: {} }, { subject: null, refusal: { code } }).execute()
  return no(c, 403, code)
}

/** Who asks; to what is open to anybody, a session that has ended is nobody. */
async function actorOf(c: Context, front: Front, contract: Contract): Promise<Actor> {
  const caller = callerOf(c)
  const known = front.whoIs(caller.token, caller)
  if (!contract.open) return (await known) ?? nobody
  return (await known.catch((error: unknown) => (error instanceof Stranger ? null : Promise.reject(error)))) ?? nobody
}

/**
 * A question of somebody who was here a moment ago: whether he still is who he was is asked in the packet that opens his
 * reading, one wait less. Null when he must show himself anew; whatever went wrong before his witness answered is forgotten.
 */
async function againFrom(c: Context, front: Front, handler: Handler & { rates: Rates }): Promise<Response | null> {
  const { contract } = handler
  const known = contract.kind === 'ask' && !contract.open ? front.recall?.(callerOf(c).token) : null
  if (!known || !front.may(known.actor, contract)) return null
  await atItsPace(front, handler.rates, known.actor)
  let isHe = false
  const stands: Witness['stands'] = (sets) => {
    isHe = true
    known.witness.stands(sets)
  }
  try {
    return await perform(c, front, handler, { actor: known.actor, witness: { ...known.witness, stands } })
  } catch (error) {
    if (isHe && !(error instanceof Estranged)) throw error
    return null
  }
}

async function atItsPace({ paces }: Front, rates: Rates, { account }: Actor): Promise<void> {
  const limits = await paces?.()
  if (limits && account !== nobody.account) stopIf(whyNotYet(rates, `account ${account}`, limits.accountPerMinute))
}

/** One request: who, may, input, deed, answer. */
async function receive(c: Context, front: Front, handler: Handler & { rates: Rates }): Promise<Response> {
  const { contract, rates } = handler
  try {
    const paces = await front.paces?.()
    const { address } = callerOf(c)
    if (paces) stopIf(whyNotYet(rates, `address ${address}`, paces.addressPerMinute))
    if (paces && contract.leaves === 'signIn') stopIf(whyNotYet(rates, `sign-in ${address}`, paces.signInPerMinute))
    const again = await againFrom(c, front, handler)
    if (again) return again
    const actor = await actorOf(c, front, contract)
    await atItsPace(front, rates, actor)
    if (contract.kind === 'act' && fromElsewhere(c)) return await refused(c, front, { contract, actor, code: 'crossSite' })
    if (!contract.open && actor === nobody) return no(c, 401, 'signInFirst')
    if (!contract.open && !(isInScope(actor, contract.name) && front.may(actor, contract)))
      return await refused(c, front, { contract, actor, code: 'forbidden' })
    return await perform(c, front, handler, { actor })
  } catch (error) {
    return answerError(c, error, front.phrases, tongueOf(c))
  }
}

/** The whole HTTP side, usable without a port. */
export function app(front: Front): Hono {
  const hono = new Hono()
  const metrics = meter()
  const rates = openRates()
  hono.use(guardHeaders())
  hono.use('/api/*', async (c, next) => {
    const stop = metrics.start(c.req.method)
    await next()
    c.header('cache-control', 'no-store')
    log.info({ request: c.req.path, method: c.req.method, status: c.res.status, ms: stop(c.res.status) })
  })
  for (const handler of front.handlers) {
    const method = handler.contract.kind === 'ask' ? 'GET' : 'POST'
    hono.on(method, `/api/${handler.contract.name}`, (c) => receive(c, front, { ...handler, rates }))
  }
  hono.get('/api/events', (c) => streamEvents(c, front))
  hono.all('/api/*', (c) => c.json({ code: 'notFound', message: say(words.refusal.notFound, tongueOf(c)) }, 404))
  hono.get('/openapi.json', (c) => c.json(openApi(front.handlers.map((handler) => handler.contract))))
  hono.get('/.well-known/security.txt', (c) => c.text(securityTxt(front.office.clock.now())))
  hono.get('/healthz', (c) => c.json({ ok: true }))
  hono.get('/readyz', async (c) => ((await front.ready()) ? c.json({ ready: true }) : c.json({ ready: false }, 503)))
  hono.get('/metrics', async (c) => c.text(await metrics.text()))
  return hono
}
