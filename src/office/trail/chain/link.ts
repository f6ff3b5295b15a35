import type { Algorithm, TrailBatch, TrailLink } from '../model.ts'
import { digest } from './digest.ts'
import { batchSeal, type EntryTexts, merkleRoot, recordText } from './record.ts'

/** The end of a chain: its last batch, or null while it is empty. */
export type End = Pick<TrailBatch, 'number' | 'lastSeq' | 'head' | 'seal'> | null
type Making = { house: string; chain: string; algorithm: Algorithm; at: string }

/** Chains entries, in the order given, after the end of their chain: one link each and one batch over them. */
export function linkUp(making: Making, end: End, entries: readonly EntryTexts[]): { links: TrailLink[]; batch: TrailBatch } {
  const { house, chain, algorithm, at } = making
  const number = (end?.number ?? 0) + 1
  const firstSeq = (end?.lastSeq ?? 0) + 1
  let head = end?.head ?? ''
  const links = entries.map((entry, index): TrailLink => {
    const seq = firstSeq + index
    head = digest(algorithm, recordText({ house, chain, seq, previous: head }, entry))
    return { chain, seq, place: entry.place, batch: number, hash: head }
  })
  const hashes = links.map(({ hash }) => hash)
  const batch = {
    chain,
    number,
    algorithm,
    firstSeq,
    lastSeq: firstSeq + entries.length - 1,
    root: merkleRoot(algorithm, hashes),
    head,
    previous: end?.seal ?? '',
    at,
  }
  return { links, batch: { ...batch, seal: batchSeal(house, batch) } }
}
