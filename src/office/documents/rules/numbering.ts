import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { say } from '../../../kernel/say.ts'
import type { PaperSeries } from '../model.ts'
import { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>

/** As it is printed: 澜审经责报〔2026〕12号. No leading zero, no 第 (GB/T 9704-2012, 7.2.5). */
export const numberText = (series: Pick<PaperSeries, 'word'>, at: { year: number; number: number }): string =>
  say(words.numbered, 'zh', { word: series.word, ...at })

/** A number given by hand must be exactly the next one: an earlier one is used, a later one would leave a gap. */
export function whyNotNumber({ asked, next, text }: { asked: number; next: number; text: string }): No | null {
  if (asked < next) return refuse('numberUsed', { number: text, next })
  return asked > next ? refuse('numberLeavesGap', { number: text, next }) : null
}

type Change = { before: PaperSeries; after: Pick<PaperSeries, 'word' | 'firstNumber'>; used: number }
/** Once numbers are out, the word and the first number stand; close the series and begin another instead. */
export function whyNotChangeSeries({ before, after, used }: Change): No | null {
  const moved = before.word !== after.word || before.firstNumber !== after.firstNumber
  return used > 0 && moved ? refuse('seriesInUse', { word: before.word, count: used }) : null
}

/** A closed series gives no numbers. */
export const whyNotTake = (series: PaperSeries): No | null =>
  series.closedOn === null ? null : refuse('seriesClosed', { word: series.word, on: series.closedOn })
