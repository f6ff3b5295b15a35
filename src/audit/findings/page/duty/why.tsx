import type { May } from '../../../../kernel/may.ts'
import { type Phrase, say } from '../../../../kernel/say.ts'
import { words as kernelWords } from '../../../../kernel/words.ts'
import { useTongue } from '../../../../web/tongue.tsx'
import { words as projectWords } from '../../../projects/rules/refusals.words.ts'
import { words as correctionWords } from '../../correction/words.ts'
import { words as dutyWords } from '../../duty/words.ts'
import { words as objectionWords } from '../../objection/words.ts'
import { words as toleranceWords } from '../../tolerance/words.ts'

const sentences: Readonly<Record<string, Phrase>> = {
  ...kernelWords.refusal,
  ...projectWords.refusal,
  ...dutyWords.refusal,
  ...toleranceWords.refusal,
  ...objectionWords.refusal,
  ...correctionWords.refusal,
}

/** Whether somebody may ever take an act: one that is not his is not shown at all. */
export const isEver = (may: May): boolean => may === true || may.code !== 'forbidden'

/** The sentence of a "no", as the answer's `may` has it; null when the way is open. */
export function useWhy(): (may: May) => string | null {
  const tongue = useTongue()
  return (may) => (may === true ? null : say(sentences[may.code] ?? { zh: may.code, en: may.code }, tongue, may.facts ?? {}))
}
