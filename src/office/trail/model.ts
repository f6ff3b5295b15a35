import { z } from 'zod'
import { EntryKind } from '../../kernel/entry.ts'

/** One entry of the trail as it stands in the database; what its `detail` holds depends on its kind (kernel/entry.ts). */
export const TrailRow = z.object({
  id: z.uuid(),
  at: z.string(),
  account: z.string(),
  role: z.string(),
  jurisdiction: z.string(),
  verb: z.string(),
  subject: z.string(),
  kind: EntryKind,
  detail: z.unknown(),
  /** Given by the database in the order of writing; gaps are changes that were rolled back. */
  place: z.number().int(),
  /** Made with the data folder's key: see platform/seal.ts. Empty in entries older than the seal. */
  seal: z.string(),
})
export type TrailRow = z.infer<typeof TrailRow>

export const Algorithm = z.enum(['sha256', 'sm3'])
export type Algorithm = z.infer<typeof Algorithm>

/** The place of one entry in its chain: `hash` holds the hash before it and every field of the entry. */
export const TrailLink = z.object({
  chain: z.string(),
  seq: z.number().int(),
  place: z.number().int(),
  batch: z.number().int(),
  hash: z.string(),
})
export type TrailLink = z.infer<typeof TrailLink>

/** Links made at one time: `root` of their Merkle tree, `head` the last of them, `seal` over all that and the batch before. */
export const TrailBatch = z.object({
  chain: z.string(),
  number: z.number().int(),
  algorithm: Algorithm,
  firstSeq: z.number().int(),
  lastSeq: z.number().int(),
  root: z.string(),
  head: z.string(),
  previous: z.string(),
  at: z.string(),
  seal: z.string(),
})
export type TrailBatch = z.infer<typeof TrailBatch>

export const SignatureKind = z.enum(['ed25519', 'sm2'])
export type SignatureKind = z.infer<typeof SignatureKind>

/** How far one chain had come. */
export const ChainHead = z.object({
  chain: z.string(),
  rows: z.number().int().positive(),
  head: z.string(),
  batches: z.number().int().positive(),
  seal: z.string(),
})
export type ChainHead = z.infer<typeof ChainHead>

/** A signed statement of how far every chain of a house had come; kept outside the house it convicts whoever shortens the trail. */
export const Checkpoint = z.object({
  format: z.literal('guantong-checkpoint-1'),
  house: z.string(),
  at: z.string(),
  rows: z.number().int().nonnegative(),
  chains: z.array(ChainHead),
  signature: z.object({ algorithm: SignatureKind, publicKey: z.string(), value: z.string() }),
})
export type Checkpoint = z.infer<typeof Checkpoint>

export const TrailCheckpoint = z.object({ id: z.uuid(), at: z.string(), account: z.string(), rows: z.number().int(), body: Checkpoint })
export type TrailCheckpoint = z.infer<typeof TrailCheckpoint>

/** Where the trail first fails, and how. */
export const Fault = z.object({ chain: z.string(), seq: z.number().int().nullable(), entry: z.string().nullable(), code: z.string() })
export type Fault = z.infer<typeof Fault>

export const TrailCheck = z.object({
  id: z.uuid(),
  at: z.string(),
  account: z.string(),
  rows: z.number().int(),
  unchained: z.number().int(),
  ok: z.boolean(),
  firstBad: Fault.nullable(),
  against: z.string().nullable(),
})
export type TrailCheck = z.infer<typeof TrailCheck>

/** A key that has sealed entries of this house: the first 8 digits of its sha256; empty for entries older than the seal. */
export const TrailKey = z.object({ name: z.string(), since: z.string() })
export type TrailKey = z.infer<typeof TrailKey>

/** What the house has chosen: its number, the hash of batches to come, the signature of checkpoints to come. */
export const TrailSetting = z.object({ house: z.string(), algorithm: Algorithm, signature: SignatureKind })
export type TrailSetting = z.infer<typeof TrailSetting>
