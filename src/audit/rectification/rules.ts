import { type Day, daysBetween } from '../../kernel/day.ts'
import { type Guards, nextSteps, whyNotStep } from '../../kernel/procedure.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { Claimed, type Pace, Pace as Paces, Recognised, type Rectification, type RectificationState, type StepName } from './model.ts'
import { type GuardName, rectificationProcedure } from './procedure.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
export type Hand = { account: string; role: string; unitId: string | null }

/** Days before the due day from which an item is shown as due soon; a setting of this product, not a number of law. */
export const soonDays = 30

export type Standing = 'closed' | 'overdue' | 'dueSoon' | 'open' | 'undated'
/** How an item stands against its due day. Recognised as done counts as finished even before it is closed. */
export function standing(item: Pick<Rectification, 'state' | 'dueOn'>, today: Day): Standing {
  if (item.state === 'closed' || item.state === 'recognised') return 'closed'
  if (item.dueOn === null) return 'undated'
  if (today > item.dueOn) return 'overdue'
  return daysBetween({ from: today, to: item.dueOn }) <= soonDays ? 'dueSoon' : 'open'
}

export const daysLate = (item: Pick<Rectification, 'state' | 'dueOn'>, today: Day): number =>
  item.dueOn !== null && standing(item, today) === 'overdue' ? daysBetween({ from: item.dueOn, to: today }) : 0

export const finished = (outcome: Recognised | null): boolean => outcome === 'done' || outcome === 'notNeeded'

/** The state that imported columns amount to. A claim later than the last recognition waits to be recognised. */
export function stateOf(item: Pick<Rectification, 'claimedOn' | 'recognised' | 'recognisedOn' | 'closedOn'>): RectificationState {
  if (item.closedOn) return 'closed'
  if (finished(item.recognised)) return 'recognised'
  return item.claimedOn && (item.recognisedOn === null || item.claimedOn > item.recognisedOn) ? 'claimed' : 'open'
}

/** The item as it stood on an earlier day: whatever happened later is not known yet. */
export function asOn(item: Rectification, on: Day): Rectification {
  const later = (at: Day | null) => at !== null && at > on
  const seen = { ...item }
  if (later(item.claimedOn)) Object.assign(seen, { claimed: null, claimedOn: null })
  if (later(item.recognisedOn)) Object.assign(seen, { recognised: null, recognisedOn: null })
  if (later(item.closedOn)) Object.assign(seen, { closedOn: null })
  return { ...seen, state: stateOf(seen) }
}

type Asked = { item: Rectification; unit: string; hand: Hand; today: Day; dueOn?: Day }
const guards = ({ item, unit, hand, today, dueOn }: Asked): Guards<GuardName> => ({
  ownUnit: (): No | null => (hand.unitId === unit ? null : refuse('notThisUnit')),
  otherThanClaimant: (): No | null => (item.claimedBy === hand.account ? refuse('claimantRecognises') : null),
  otherThanRecogniser: (): No | null => (item.recognisedBy === hand.account ? refuse('recogniserCloses') : null),
  laterDueDay: (): No | null => whyNotNewDue({ item, today, ...(dueOn ? { dueOn } : {}) }),
})

function whyNotNewDue({ item, today, dueOn }: { item: Rectification; today: Day; dueOn?: Day }): No | null {
  if (item.dueOn === null) return refuse('noDueDay')
  if (dueOn === undefined) return null
  if (dueOn <= item.dueOn) return refuse('extensionNotLater', { dueOn: item.dueOn })
  return dueOn <= today ? refuse('extensionPast', { today }) : null
}

/** Null when this hand may take the step now; otherwise the reason: closed, state, role, own unit, same hand, due day. */
export function whyNot(step: StepName, asked: Asked): Refusal | null {
  if (asked.item.closedOn && step !== 'reopen') return refuse('alreadyClosed', { on: asked.item.closedOn })
  return whyNotStep(rectificationProcedure, { step, state: asked.item.state, role: asked.hand.role }, guards(asked))
}

/** The steps that lead on from where the item stands. */
export const openSteps = (item: Pick<Rectification, 'state'>): StepName[] => nextSteps(rectificationProcedure, { state: item.state })

const label = <T extends string>(table: Readonly<Record<string, T>>, text: string): T | null => table[text] ?? null

/** Reads a label of any known recognition scheme into the canonical state; null when no scheme knows it. */
export function recognisedFrom(text: string): Recognised | null {
  const { three, four, onDue, review } = words.schemes
  return label({ ...three, ...four, ...onDue, ...review }, text.trim()) ?? Recognised.options.find((each) => each === text.trim()) ?? null
}

/** The unit's own word for its work, in the same labels; it cannot say that nothing is needed any more. */
export function claimedFrom(text: string): Claimed | null {
  const said = Claimed.safeParse(recognisedFrom(text))
  return said.success ? said.data : null
}

export const paceFrom = (text: string): Pace | null =>
  label(words.paceAlso, text.trim()) ?? Paces.options.find((each) => each === text.trim()) ?? null

type Told = Pick<Rectification, 'claimed' | 'claimedOn' | 'recognised' | 'recognisedOn' | 'closedOn'>
/** Whether the states and days of an imported row can stand together; names what is missing or out of order. */
export function whyNotTold(row: Told): No | null {
  if (row.claimed && !row.claimedOn) return refuse('claimWithoutDay')
  if (row.recognised && !row.recognisedOn) return refuse('recognitionWithoutDay')
  if (!row.claimed && row.claimedOn) return refuse('dayWithoutState', { field: words.field.claimedOn.zh })
  if (!row.recognised && row.recognisedOn) return refuse('dayWithoutState', { field: words.field.recognisedOn.zh })
  if (row.closedOn && !finished(row.recognised)) return refuse('closedWithoutRecognition')
  return row.closedOn && row.recognisedOn && row.closedOn < row.recognisedOn ? refuse('daysOutOfOrder') : null
}
