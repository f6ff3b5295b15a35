/** A piece of running text; `marks` are numbers of sources, printed as [n] after it. */
export type Run = { text: string; marks?: readonly number[]; strong?: boolean }

/** One entry of the list of sources at the end of a paper. */
export type PaperSource = { number: number; text: string }

/** A block of a paper. Headings carry their own numerals (一、（一）1.（1）) as text, so that what is read is what was written. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'table'; header: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[] }
  | { kind: 'sources'; title: string; sources: readonly PaperSource[] }

/**
 * An official paper before it is typeset: head (number, secrecy label), title (one line an entry, broken by meaning),
 * addressee, blocks, signature; `watermark` names who took it out and when. Pure data: a room makes it, one renderer
 * sets it by GB/T 9704.
 */
export type Paper = {
  number: string | null
  secrecy: string | null
  title: readonly string[]
  addressee: string | null
  blocks: readonly Block[]
  signature: { signer: string; date: string } | null
  watermark: string | null
  /** For the file's properties; nothing personal. */
  subject: string
}
