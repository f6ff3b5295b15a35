import { type Phrase, say, type Tongue } from '../../kernel/say.ts'
import { words as readingWords } from '../../platform/reading.words.ts'
import type { Document } from './model.ts'
import { words } from './words.ts'

const phrases: Readonly<Record<string, Phrase>> = { ...readingWords.refusal, ...words.refusal }

/** Why a file could not be read, in a sentence. */
export function sentenceFor({ reason, reasonFacts }: Pick<Document, 'reason' | 'reasonFacts'>, tongue: Tongue): string {
  const phrase = phrases[reason ?? '']
  return phrase ? say(phrase, tongue, reasonFacts ?? {}) : (reason ?? '')
}
