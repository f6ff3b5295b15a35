import { pattern } from './lexicon.ts'

/** A text without its white space, each remaining character knowing where it stood; an empty line stays as one line break. */
export type Compact = { text: string; at: readonly number[] }

/** Papers break lines anywhere, so citations are read in the text without spaces and single line breaks. */
export function compact(text: string): Compact {
  const kept: string[] = []
  const at: number[] = []
  let breaks = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i)
    if (pattern.space.test(sign)) {
      if (sign === '\n') breaks++
      continue
    }
    if (breaks > 1) {
      kept.push('\n')
      at.push(i - 1)
    }
    breaks = 0
    kept.push(sign)
    at.push(i)
  }
  return { text: kept.join(''), at }
}

/** Where a span of the compact text stands in the original. */
export const spanIn = (whole: Compact, span: { start: number; end: number }) => ({
  start: whole.at[span.start] ?? 0,
  end: (whole.at[span.end - 1] ?? -1) + 1,
})
