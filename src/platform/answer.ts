import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import pg from 'pg'
import type { GivenFile } from '../kernel/given.ts'
import type { Facts } from '../kernel/refusal.ts'
import { type Phrase, say, type Tongue } from '../kernel/say.ts'
import { words } from '../kernel/words.ts'
import { newId } from './id.ts'
import { log } from './log.ts'
import { BadInput, Missing, Refused, Stranger } from './stop.ts'

export type Phrases = Readonly<Record<string, Phrase>>

/**
 * What of an error may stand in the log: its kind and the places it passed. The database's messages quote values
 * (a name, a number), so of them only code, table and constraint are kept.
 */
export function inLog(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code, table, constraint } = { code: undefined, table: undefined, constraint: undefined, ...error }
  const quotes = error instanceof pg.DatabaseError || /^(?:ZodError|SyntaxError)$/.test(error.name)
  return { name: error.name, ...(quotes ? { code, table, constraint } : { message: error.message }), places }
}

/** A bug: logged under an incident number, no detail to the browser. */
function incident(error: unknown, tongue: Tongue) {
  const number = createHash('sha256').update(newId()).digest('hex').slice(0, 10).toUpperCase()
  log.error({ incident: number, error: inLog(error) })
  return { code: 'incident', message: say(words.refusal.incident, tongue, { incident: number }), incident: number }
}

export const sentence = (phrases: Phrases, tongue: Tongue, refusal: { code: string; facts?: Facts }): string => {
  const phrase = phrases[refusal.code]
  return phrase ? say(phrase, tongue, refusal.facts ?? {}) : refusal.code
}

/** Refusals that have a status of their own. */
const statusOf: Readonly<Record<string, 413 | 429>> = { tooLarge: 413, bodyTooLarge: 413, tooManyRequests: 429 }

/**
 * The database's own checks are the last wall for input: a value out of range, a rule of the table, a record that is not
 * there or is there already. Whoever sent it is told that the input is wrong, by the name of the check; the log keeps it,
 * for the room should have said it first.
 */
function databaseRefused(error: unknown): BadInput | null {
  if (!(error instanceof pg.DatabaseError) || !/^(?:22\w{3}|2350[235]|23514)$/.test(error.code ?? '')) return null
  log.warn({ unchecked: inLog(error) })
  return new BadInput([{ path: error.column ?? '', code: error.constraint ?? `sql${error.code}`, message: error.constraint ?? '' }])
}

/** What went wrong, as INTERFACES says it: 400, 404, 409 or 500. */
export function answerError(c: Context, given: unknown, phrases: Phrases, tongue: Tongue): Response {
  const error = databaseRefused(given) ?? given
  if (error instanceof Refused) {
    const status = error instanceof Stranger ? 401 : (statusOf[error.refusal.code] ?? 409)
    if (status === 429) c.header('retry-after', String(error.refusal.facts?.seconds ?? 1))
    return c.json({ ...error.refusal, message: sentence(phrases, tongue, error.refusal) }, status)
  }
  if (error instanceof BadInput)
    return c.json({ code: 'badInput', message: say(words.refusal.badInput, tongue), issues: error.issues }, 400)
  if (error instanceof Missing) return c.json({ code: 'notFound', message: say(words.refusal.notFound, tongue) }, 404)
  return c.json(incident(error, tongue), 500)
}

/** A file to be saved or shown by name; never run by the browser. */
export function answerFile(given: GivenFile): Response {
  const { name, type, bytes } = given
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
    },
  })
}
