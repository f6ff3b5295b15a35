import type { Day } from '../../../kernel/day.ts'
import { Effect, type Lead, type LeadClock, type LeadState, type StepName } from '../model.ts'

/**
 * The four effects (移送、调查、办理、反馈): the clock of each, what starts and ends it, and its ratio: `done` of those that
 * `of` counts. Transfer counts as effective when the receiver has accepted, not when a letter has left.
 */
export const effects = {
  transfer: { rule: 'lead.transfer', starts: 'approve', ends: 'accept', of: 'sentOn', done: 'acceptedOn', due: 'transferDue' },
  investigation: { rule: 'lead.investigate', starts: 'accept', ends: 'begin', of: 'acceptedOn', done: 'begunOn', due: 'investigationDue' },
  handling: { rule: 'lead.handle', starts: 'begin', ends: 'record', of: 'begunOn', done: 'handledOn', due: 'handlingDue' },
  feedback: { rule: 'lead.feedback', starts: 'send', ends: 'feedBack', of: 'handledOn', done: 'fedBackOn', due: 'feedbackDue' },
} as const satisfies Record<Effect, { rule: string; starts: StepName; ends: StepName; of: keyof Lead; done: keyof Lead; due: keyof Lead }>

export const startedBy = (step: StepName): Effect[] =>
  Effect.options.filter((effect) => effects[effect].starts === (step === 'resubmit' ? 'send' : step))
export const endedBy = (step: StepName): Effect[] => Effect.options.filter((effect) => effects[effect].ends === step)

/** Clocks with those of these effects ended on a day; one that has ended stays as it was. */
export const ended = (clocks: readonly LeadClock[], over: readonly Effect[], on: Day): LeadClock[] =>
  clocks.map((clock) => (over.includes(clock.effect) && clock.endedOn === null ? { ...clock, endedOn: on } : clock))

/** A clock that begins anew takes the place of the one before it. */
export const begun = (clocks: readonly LeadClock[], fresh: readonly LeadClock[]): LeadClock[] => [
  ...clocks.filter(({ effect }) => !fresh.some((each) => each.effect === effect)),
  ...fresh,
]

const over: readonly LeadState[] = ['draft', 'assessing', 'assessed', 'closed', 'cancelled', 'fedBack']
type Dues = Pick<Lead, 'clocks' | 'transferDue' | 'investigationDue' | 'handlingDue' | 'feedbackDue' | 'dueOn'>
/** The due days of a lead by its clocks: each effect's own, and the nearest of those that still run. */
export function duesOf(clocks: readonly LeadClock[], state: LeadState): Dues {
  const dueOf = (effect: Effect) => clocks.find((clock) => clock.effect === effect)?.dueOn ?? null
  const running = clocks.filter(({ endedOn }) => endedOn === null).map(({ dueOn }) => dueOn)
  return {
    clocks: [...clocks],
    transferDue: dueOf('transfer'),
    investigationDue: dueOf('investigation'),
    handlingDue: dueOf('handling'),
    feedbackDue: dueOf('feedback'),
    dueOn: over.includes(state) ? null : (running.sort()[0] ?? null),
  }
}

export type Standing = 'none' | 'running' | 'late' | 'inTime' | 'endedLate'
/** How a clock stands on a day. */
export function clockStanding({ dueOn, endedOn }: Pick<LeadClock, 'dueOn' | 'endedOn'>, today: Day): Standing {
  if (endedOn !== null) return endedOn <= dueOn ? 'inTime' : 'endedLate'
  return today > dueOn ? 'late' : 'running'
}
/** The clocks that are late on a day. */
export const overdue = (clocks: readonly LeadClock[], today: Day): LeadClock[] =>
  clocks.filter((clock) => clockStanding(clock, today) === 'late')
