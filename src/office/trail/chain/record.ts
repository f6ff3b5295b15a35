import { netstrings } from '../../../platform/netstring.ts'
import type { Algorithm, TrailBatch } from '../model.ts'
import { digest } from './digest.ts'

/** An entry as texts, exactly as they are hashed: `at` in UTC with six decimals, `detail` as it is stored. */
export type EntryTexts = {
  place: number
  id: string
  at: string
  account: string
  role: string
  jurisdiction: string
  verb: string
  subject: string
  kind: string
  detail: string
  seal: string
}
export type Standing = { house: string; chain: string; seq: number; previous: string }

/** The text whose hash is the entry's link: where it stands, the hash before it, and every field (docs/trail.md). */
export const recordText = ({ house, chain, seq, previous }: Standing, entry: EntryTexts): string =>
  netstrings([
    'guantong-trail-1',
    house,
    chain,
    String(seq),
    previous,
    String(entry.place),
    entry.id,
    entry.at,
    entry.account,
    entry.role,
    entry.jurisdiction,
    entry.verb,
    entry.subject,
    entry.kind,
    entry.detail,
    entry.seal,
  ])

/** Root of the Merkle tree over hashes in their order: two neighbours make a node, one left over rises as it is. */
export function merkleRoot(algorithm: Algorithm, hashes: readonly string[]): string {
  if (hashes.length <= 1) return hashes[0] ?? ''
  const above: string[] = []
  for (let at = 0; at < hashes.length; at += 2) {
    const [left = '', right] = hashes.slice(at, at + 2)
    above.push(right === undefined ? left : digest(algorithm, netstrings(['guantong-node-1', left, right])))
  }
  return merkleRoot(algorithm, above)
}

/** The seal of a batch: all its fields and the seal of the batch before. */
export const batchSeal = (house: string, batch: Omit<TrailBatch, 'seal'>): string =>
  digest(
    batch.algorithm,
    netstrings([
      'guantong-batch-1',
      house,
      batch.chain,
      String(batch.number),
      batch.algorithm,
      String(batch.firstSeq),
      String(batch.lastSeq),
      batch.previous,
      batch.root,
      batch.head,
      batch.at,
    ]),
  )
