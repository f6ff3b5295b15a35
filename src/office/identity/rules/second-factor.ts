import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { words } from '../words.ts'

type No = Refusal<keyof typeof words.refusal>

/** A code of this step was given; `drift` is how many steps of 30 seconds it is ahead (+) or behind (-) of the clock here. */
export type CodeFound = { step: number; drift: number }

/** Null when a code found this far from its time may open: within the window, and later than any used before. */
export function whyNotCode(found: CodeFound | null, { lastStep, skew }: { lastStep: number | null; skew: number }): No | null {
  if (!found) return refuse('wrongCode')
  if (Math.abs(found.drift) > skew) return refuse('clockSkew', { seconds: Math.abs(found.drift) * 30 })
  return lastStep !== null && found.step <= lastStep ? refuse('codeUsed') : null
}
