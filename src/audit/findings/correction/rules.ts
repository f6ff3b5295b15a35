import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/say.ts'
import type { FieldValues } from '../../../office/documents/model.ts'
import { moneyText } from '../../papers/findings.doc.ts'
import type { Grade, MoneyLine, ObjectionEffect } from '../model.ts'
import { words as standing } from '../standing.words.ts'
import { words as findingWords } from '../words.ts'
import type { Correction, CorrectionBefore, CorrectionPlace } from './model.ts'
import { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>
type Changed = Pick<Correction, 'effect' | 'newText' | 'newGrade' | 'correctedOn' | 'number'>
type Stated = Pick<CorrectionBefore, 'title' | 'facts' | 'standard' | 'cause' | 'consequence'> & { money: readonly MoneyLine[] }

const unsaid = { standard: null, cause: null, consequence: null }
/** What the record of a finding says from its correction on. A withdrawn one keeps its number and nothing else. */
export function recordAfter({ effect, newText, correctedOn }: Changed, before: Stated): Stated {
  if (effect === 'withdrawn')
    return { title: standing.gone.zh, facts: say(words.says.goneFacts, 'zh', { on: correctedOn }), money: [], ...unsaid }
  return effect === 'reworded' ? { ...before, facts: newText ?? before.facts } : before
}

/** All that a holder outside the case is told: the number, and what is to be read from now on; never the old wording. */
export const noticeSays = ({ effect, newText, newGrade, number, correctedOn }: Changed, name: string): string =>
  say(words.says[effect], 'zh', {
    ...{ number, on: correctedOn, name, text: newText ?? '' },
    grade: newGrade ? findingWords.grade[newGrade].zh : '',
  })

type Old = Pick<CorrectionBefore, 'title' | 'facts' | 'grade'>
/** The wordings by which the old statement is recognised: its title and its facts. */
export const tracesOf = ({ title, facts }: Old): string[] => [title, facts].map((each) => each.trim()).filter((each) => each.length > 3)

const holds = (text: string, traces: readonly string[]) => traces.some((trace) => text.includes(trace))
const textsIn = (values: FieldValues): string[] =>
  Object.values(values).flatMap((value) => (typeof value === 'string' ? [value] : value.flatMap((row) => Object.values(row))))
/** Whether what a paper is filled with quotes the old statement. */
export const quotes = (values: FieldValues, traces: readonly string[]): boolean => textsIn(values).some((text) => holds(text, traces))

type Swap = { effect: ObjectionEffect; old: Old; now: Pick<Stated, 'title' | 'facts' | 'money'>; name: string; newGrade: Grade | null }
function swapText(text: string, { effect, old, now }: Swap): string {
  if (effect === 'regraded' || !text.includes(old.facts)) return text
  return text.replaceAll(old.facts, now.facts)
}
const graded = (text: string, { name, old, newGrade }: Swap): string => {
  if (!old.grade || !newGrade) return text
  return text
    .split(/(?<=[；;。])/)
    .map((part) =>
      part.includes(name) && old.grade && newGrade
        ? part.replaceAll(findingWords.grade[old.grade].zh, findingWords.grade[newGrade].zh)
        : part,
    )
    .join('')
}
const isIt = (row: Record<string, string>, { old }: Swap) => row.title === old.title || row.facts === old.facts

/**
 * A draft's values with the item corrected: a row of the finding leaves with a withdrawn one, takes the new title,
 * facts and money of a reworded one, the new grade of a regraded one; running text that quotes the old facts word for word quotes the new.
 */
export const swapped = (values: FieldValues, swap: Swap): FieldValues =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (typeof value === 'string') return [key, swapText(value, swap)]
      const kept = swap.effect === 'withdrawn' ? value.filter((row) => !isIt(row, swap)) : value
      return [key, kept.map((row) => swapRow(row, swap))]
    }),
  )
const restated = (row: Record<string, string>, { now }: Swap): Record<string, string> => ({
  ...row,
  ...(row.title === undefined ? {} : { title: now.title }),
  ...(row.money === undefined ? {} : { money: moneyText(now.money) }),
})
function swapRow(row: Record<string, string>, swap: Swap): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(row).map(([key, text]) => [key, swapText(text, swap)]))
  if (!isIt(row, swap)) return texts
  if (swap.effect === 'reworded') return restated(texts, swap)
  if (swap.effect !== 'regraded' || texts.responsibility === undefined) return texts
  return { ...texts, responsibility: graded(texts.responsibility, swap) }
}

/** Whether a draft after the swap is right already; if not, a person must look at it. A new grade cannot be seen in running text. */
export const isClean = (values: FieldValues, { effect, old, now }: Pick<Swap, 'effect' | 'old' | 'now'>): boolean => {
  if (effect === 'regraded') return Object.values(values).every((value) => typeof value !== 'string' || !value.includes(old.title))
  if (effect === 'withdrawn') return !quotes(values, tracesOf(old))
  return old.facts === now.facts || !quotes(values, [old.facts])
}

export const openStates = ['flagged', 'noticeDue'] as const
export const isOpen = ({ state }: Pick<CorrectionPlace, 'state'>): boolean => state === 'flagged' || state === 'noticeDue'

/** Why a flagged place may not be settled by a note. */
export function whyNotSettle(place: Pick<CorrectionPlace, 'state'>): No | null {
  if (place.state === 'noticeDue') return refuse('placeNotFlagged')
  return place.state === 'flagged' ? null : refuse('placeDone')
}

type Serving = { place: Pick<CorrectionPlace, 'state'>; on: Day; today: Day; correctedOn: Day; issued: boolean }
/** Why a notice may not be noted as served: none was issued, it is not due here, or the day is out of order. */
export function whyNotServe({ place, on, today, correctedOn, issued }: Serving): No | null {
  if (place.state === 'noticeServed') return refuse('placeDone')
  if (place.state !== 'noticeDue') return refuse('placeNotDue')
  if (!issued) return refuse('noticeNotIssued')
  if (on > today) return refuse('servedInFuture', { on })
  return on < correctedOn ? refuse('servedBeforeCorrection', { on, correctedOn }) : null
}

/** Why a recipient may not acknowledge: it is not addressed to his organ, or was settled. */
export function whyNotAcknowledge(place: Pick<CorrectionPlace, 'state' | 'organ'>, organ: string): No | null {
  if (place.organ !== organ) return refuse('notYourNotice')
  return place.state === 'noticeDue' ? null : refuse('placeDone')
}

/** Why a correction may not be closed: closed already, the places are not known yet, or some are open. */
export function whyNotClose(
  correction: Pick<Correction, 'closedOn' | 'soughtOn'>,
  places: readonly Pick<CorrectionPlace, 'state'>[],
): No | null {
  if (correction.closedOn !== null) return refuse('correctionClosed')
  if (correction.soughtOn === null) return refuse('placesUnsought')
  const open = places.filter(isOpen).length
  return open === 0 ? null : refuse('placesOpen', { count: open })
}
