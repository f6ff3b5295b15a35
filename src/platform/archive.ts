import type { Readable } from 'node:stream'
import yauzl, { type Entry } from 'yauzl'
import { unreadable } from './reading.ts'

/** The parts of an office file that has passed the guard, by name. */
export type Parts = {
  has(name: string): boolean
  names: readonly string[]
  /** Bytes of a part when inflated. */
  size(name: string): number
  stream(name: string): Promise<Readable>
  text(name: string): Promise<string>
  close(): void
}

export async function openParts(path: string): Promise<Parts> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name)
    if (!entry) throw unreadable('damagedArchive')
    return zip.openReadStreamPromise(entry)
  }
  return {
    has: (name) => entries.has(name),
    names: [...entries.keys()],
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    stream,
    text: async (name) => {
      const pieces: Buffer[] = []
      for await (const piece of await stream(name)) pieces.push(Buffer.from(piece))
      return new TextDecoder().decode(Buffer.concat(pieces))
    },
    close: () => zip.close(),
  }
}
