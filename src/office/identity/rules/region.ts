import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'

/** The digits that the codes of a city, a province and everywhere begin with are no more than these. */
const cityDigits = 4

/**
 * Whether a rule of that region may be made or revised from the place whose codes begin with `prefix`. A county's organs keep the
 * rules of their own place and what lies in it; a rule for everywhere (`null`) is kept by the city's organs or those above.
 */
export function whyNotRegion(region: string | null, prefix: string): Refusal<keyof typeof words.refusal> | null {
  const isOurs = region === null ? prefix.length <= cityDigits && prefix !== '-' : region.startsWith(prefix)
  return isOurs ? null : refuse('ruleElsewhere')
}
