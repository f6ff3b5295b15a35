import type { Facts } from '../../kernel/refusal.ts'
import { say } from '../../kernel/say.ts'
import { words } from './words.ts'

export type TroubleCode = keyof typeof words

/** The database cannot be used, and a person can do something about it; said in both tongues because none is chosen yet. */
export class DatabaseTrouble extends Error {
  readonly code: TroubleCode
  readonly facts: Facts
  constructor(code: TroubleCode, facts: Facts) {
    super(`${say(words[code], 'zh', facts)}\n${say(words[code], 'en', facts)}`)
    this.name = 'DatabaseTrouble'
    this.code = code
    this.facts = facts
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
