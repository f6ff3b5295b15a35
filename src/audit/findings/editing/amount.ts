import { type Fen, fenFrom } from '../../../kernel/money.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { amountsIn } from '../extraction/rules/amounts.ts'
import type { words } from './words.ts'

type No = Refusal<keyof typeof words.refusal>

/**
 * An amount as somebody writes it into a record: plain yuan, or digits or numerals with their unit (862.40万元). Refused
 * unless it says one exact sum: a damaged figure, an estimate, a range, a percentage or another currency is none.
 */
export function amountSaid(given: string): { value: Fen } | { refusal: No } {
  const text = given.trim()
  const plain = fenFrom(text, 'yuan')
  if (plain !== null && plain >= 0) return { value: plain }
  const { amounts, doubts } = amountsIn(text)
  const [only, ...others] = amounts
  const whole = only && others.length === 0 && doubts.length === 0 && only.start === 0 && only.end === text.length
  if (!whole || only.approximate) return { refusal: refuse('amountUnread', { given: text }) }
  return { value: only.fen }
}
