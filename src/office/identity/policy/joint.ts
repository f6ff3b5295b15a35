import type { Sentence } from './sentence.ts'

/** Who may do what in the rooms of the joint meeting. */
export const jointSentences: readonly Sentence[] = []
