import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { say, type Tongue } from '../../kernel/say.ts'
import type { Objection } from './model.ts'
import { superseding } from './rules.ts'
import { words } from './standing.words.ts'

type Raised = Pick<Objection, 'official' | 'raisedOn' | 'decidedOn' | 'effect'>
export type StandingState = keyof typeof words.standing
/** How a finding stands on a day, and since when; `on` is null only while nobody has objected. */
export type Standing = { state: StandingState; on: Day | null }

/** The objections that bear on what is said of one official: his own, and those that changed the finding itself. */
export const bearingOn = <O extends Raised>(objections: readonly O[], official: string): O[] =>
  objections.filter((each) => each.official === official || each.effect === 'withdrawn' || each.effect === 'reworded')

const latest = (raised: readonly Raised[]) =>
  [...raised].sort((one, other) => ((one.decidedOn ?? one.raisedOn) < (other.decidedOn ?? other.raisedOn) ? -1 : 1)).at(-1)

/**
 * How a finding stands on a day, from the objections raised against it. What was withdrawn stays withdrawn; else a pending
 * objection counts before an earlier correction, and the latest correction before none.
 */
export function standingOf(objections: readonly Raised[], on: Day): Standing {
  const raised = objections.filter((each) => each.raisedOn <= on)
  const settled = raised.filter((each) => each.effect !== null && each.decidedOn !== null && each.decidedOn <= on)
  const gone = latest(settled.filter((each) => each.effect === 'withdrawn'))
  if (gone) return { state: 'withdrawn', on: gone.decidedOn }
  const open = latest(raised.filter((each) => each.decidedOn === null || each.decidedOn > on))
  if (open) return { state: 'objected', on: open.raisedOn }
  const corrected = latest(settled)
  return corrected?.effect ? { state: corrected.effect, on: corrected.decidedOn } : { state: 'stands', on: null }
}

/** The one sentence of a standing that lists, statistics, portrait and leads print. */
export const saysStanding = ({ state, on }: Standing, tongue: Tongue): string => say(words.sentence[state], tongue, { on: on ?? '' })

/** Whether something may be drawn from the finding: a lead, a use of results. Nothing from one under objection or withdrawn. */
export function whyNotUse({ state, on }: Standing): Refusal<keyof typeof words.refusal> | null {
  if (state === 'objected') return refuse('underObjection', { on: on ?? '' })
  return state === 'withdrawn' ? refuse('findingWithdrawn', { on: on ?? '' }) : null
}

/** Whether a finding counts in statistics: one that was withdrawn does not. */
export const counts = ({ state }: Standing): boolean => state !== 'withdrawn'

/** How a finding stands by all that has been raised and decided up to now. */
export function standingNow(objections: readonly Raised[]): Standing {
  const days = objections.flatMap(({ raisedOn, decidedOn }) => (decidedOn ? [raisedOn, decidedOn] : [raisedOn])).sort()
  const last = days.at(-1)
  return last ? standingOf(objections, last) : { state: 'stands', on: null }
}

/** What corrected a statement by a day. One that was withdrawn is so on every day: its old wording is never printed again. */
export const correctionOf = <O extends Raised>(objections: readonly O[], on: Day): O | null =>
  objections.find(({ effect }) => effect === 'withdrawn') ?? superseding(objections, on)
