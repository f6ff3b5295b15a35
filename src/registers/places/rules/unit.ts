import { type Facts, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Unit } from '../model.ts'
import type { words } from '../words.ts'
import { whyNotCreditCode } from './credit-code.ts'
import { liesIn } from './jurisdiction.ts'
import { whyNotFormerNames } from './naming.ts'

type No = Refusal<keyof typeof words.refusal>

/** Where records stand whose place nobody has named yet: anyone may name it. */
export const nowhere = '000000'

/** Null when someone who works for `place` may register or change what lies in `code`. */
export const whyNotHere = (code: string, place: string): No | null =>
  code === nowhere || liesIn(code, place) ? null : refuse('outsidePlace', { code })

/** What can be judged from the unit alone. */
export const whyNotUnit = (unit: Pick<Unit, 'creditCode' | 'formerNames'>): No | null =>
  (unit.creditCode === null ? null : whyNotCreditCode(unit.creditCode)) ?? whyNotFormerNames(unit.formerNames)

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''))

/** For `changedMeanwhile`: every field that differs, once as given and once as kept. */
export function bothValues<T extends object>(given: T, kept: T): Facts {
  const facts: Facts = {}
  for (const [key, mine] of Object.entries(given)) {
    const theirs = Object.entries(kept).find(([name]) => name === key)?.[1]
    if (key === 'version' || asText(mine) === asText(theirs)) continue
    facts[`${key}.given`] = asText(mine)
    facts[`${key}.kept`] = asText(theirs)
  }
  return facts
}
