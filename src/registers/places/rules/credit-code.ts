import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character (18th) of the first 17 characters: weights 3^(i-1) mod 31 (GB 32100). */
export function checkLetter(first17: string): string {
  let weight = 1
  let sum = 0
  for (const letter of first17) {
    sum += letters.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return letters.charAt((31 - (sum % 31)) % 31)
}

/** Null when the 18 characters are a possible unified social credit code. */
export function whyNotCreditCode(code: string): No | null {
  if (code.length !== 18) return refuse('creditCodeLength', { length: code.length })
  const wrong = [...code].findIndex((letter) => !letters.includes(letter))
  if (wrong >= 0) return refuse('creditCodeLetter', { place: wrong + 1, letter: code.charAt(wrong) })
  const right = checkLetter(code.slice(0, 17))
  return code.endsWith(right) ? null : refuse('creditCodeCheck', { right })
}
