import { twoCharacterWords } from './dictionary.words.ts'

const words = new Set<number>()
for (const group of twoCharacterWords.trim().split(/\s+/)) {
  const first = group.charCodeAt(0) * 65_536
  for (let i = 1; i < group.length; i += 1) words.add(first + group.charCodeAt(i))
}

/** True when the two units at `at` are a common word. */
export const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at + 1 < text.length && words.has(text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1))

/** True for a two-character name that is also a common word. */
export const isWord = (name: string): boolean => name.length === 2 && isWordAt(name, 0)
