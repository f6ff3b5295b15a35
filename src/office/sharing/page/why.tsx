import type { May } from '../../../kernel/may.ts'
import { type Phrase, say } from '../../../kernel/say.ts'
import { words as kernelWords } from '../../../kernel/words.ts'
import { useTongue } from '../../../web/tongue.tsx'
import { words } from '../words.ts'

const sentences: Readonly<Record<string, Phrase>> = { ...kernelWords.refusal, ...words.refusal }

/** Why a button is shut, in words; null when it is open. */
export function useWhyNot(): (may: May) => string | null {
  const tongue = useTongue()
  return (may) => (may === true ? null : say(sentences[may.code] ?? { zh: may.code, en: may.code }, tongue, may.facts ?? {}))
}
