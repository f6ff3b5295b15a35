import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type Phrase, say, type Tongue } from '../../../kernel/say.ts'
import type { Batch, Failure, Rejected, Rejection, Report, Unreadable } from '../model.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>
type Phrases = Readonly<Record<string, Phrase>>

/** A run that began so long ago and has not ended was broken off. */
const brokenOffAfterHours = 12
const isUnderWay = ({ state, startedAt }: Pick<Batch, 'state' | 'startedAt'>, now: string) =>
  (state === 'waiting' || state === 'running') && new Date(now).getTime() - new Date(startedAt).getTime() < brokenOffAfterHours * 3_600_000

/** Null when the batch may be taken back, at this moment, by somebody who works for this place ('*': the whole house). */
export function whyNotUndo(
  batch: Pick<Batch, 'state' | 'startedAt' | 'undoneAt' | 'jurisdiction'>,
  by: { jurisdiction: string; now: string },
): No | null {
  if (batch.state === 'undone') return refuse('batchUndone', { on: batch.undoneAt?.slice(0, 10) ?? '' })
  if (isUnderWay(batch, by.now)) return refuse('batchRunning')
  if (by.jurisdiction !== '*' && by.jurisdiction !== batch.jurisdiction) return refuse('notYourBatch')
  return null
}

const said = (phrases: Phrases, tongue: Tongue, found: { code: string; facts: Refusal['facts'] }): string => {
  const phrase = phrases[found.code]
  return phrase ? say(phrase, tongue, found.facts ?? {}) : found.code
}
/** At most so many wrong cells are listed in an answer; the count of rows is exact. */
export const listedAtMost = 1000

export type Told = { phrases: Phrases; tongue: Tongue; most?: number }
export const tellRejected = (list: readonly Rejection[], { phrases, tongue, most = listedAtMost }: Told): Rejected[] =>
  list.slice(0, most).map(({ file, row, column, value, code, facts }) => ({
    file,
    row,
    column,
    value,
    code,
    message: said(phrases, tongue, { code, facts }),
  }))
export const tellUnreadable = (list: readonly Failure[], { phrases, tongue }: Told): Unreadable[] =>
  list.map(({ file, code, facts }) => ({ file, code, message: said(phrases, tongue, { code, facts }) }))

/** Refused is what brought nothing in although something was given: the command line says so with its exit code. */
export const cameToNothing = (report: Pick<Report, 'accepted' | 'updated' | 'unchanged' | 'rejected' | 'unreadable'>): boolean =>
  report.accepted + report.updated + report.unchanged === 0 && report.rejected.length + report.unreadable.length > 0
