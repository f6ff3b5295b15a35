import { readFile } from 'node:fs/promises'
import { type Reading, type ReadText, reading, unreadable } from './reading.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const decoded = (bytes: Uint8Array, encoding: TextEncoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function byMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Text of unknown origin: by its mark, else strict UTF-8, else GB18030; verbatim but for the mark. Refuses what is no text. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length === 0) throw unreadable('emptyFile')
  const marked = byMark(bytes)
  if (marked === null && bytes.subarray(0, 65_536).includes(0)) throw unreadable('notText')
  const text = marked ? decoded(bytes, marked) : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'))
  if (text === null) throw unreadable('undecodableText')
  return text
}

/** A .txt or .md, verbatim. */
export const readTextFile = (path: string): Promise<Reading<ReadText>> =>
  reading(async () => ({ text: decodeText(await readFile(path)) }), { code: 'undecodableText' })
