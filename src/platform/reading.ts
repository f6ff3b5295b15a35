import type { Refusal } from '../kernel/refusal.ts'
import { refuse } from '../kernel/refusal.ts'
import type { words } from './reading.words.ts'

export type ReadingCode = keyof typeof words.refusal
export type ReadingRefusal = Refusal<ReadingCode>

/** A paper's text, paragraphs ended by line feeds. Offsets are UTF-16 code units in `text`. */
export type ReadText = {
  text: string
  pages?: readonly PageStart[]
  /** Pages of a PDF that hold no text (pictures only): their content is not in `text`. */
  silent?: readonly number[]
}
export type PageStart = { start: number; page: number }
/** Either what was wanted, or why not. */
export type Reading<T> = { value: T } | { refusal: ReadingRefusal }

/** Says no from deep inside a reader; `reading` turns it into an answer. */
export class Unreadable extends Error {
  readonly refusal: ReadingRefusal
  constructor(refusal: ReadingRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
export const unreadable = (code: ReadingCode, facts?: Refusal['facts']): Unreadable => new Unreadable(refuse(code, facts))

/** Runs a reader; its own no becomes the answer, anything else that fails becomes `otherwise`. */
export async function reading<T>(read: () => Promise<T>, otherwise: ReadingRefusal): Promise<Reading<T>> {
  try {
    return { value: await read() }
  } catch (error) {
    return { refusal: error instanceof Unreadable ? error.refusal : otherwise }
  }
}
