import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import {
  Algorithm,
  ChainHead,
  Checkpoint,
  SignatureKind,
  TrailBatch,
  TrailCheck,
  TrailCheckpoint,
  TrailKey,
  TrailLink,
  TrailRow,
} from './model.ts'
import { words } from './words.ts'

export const TrailFilter = Paging.extend({
  account: z.string().optional(),
  verb: z.string().optional(),
  subject: z.string().optional(),
  kind: TrailRow.shape.kind.optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type TrailFilter = z.infer<typeof TrailFilter>

/** An entry with its place in a chain; chain, seq and hash are null until the sequencer has come by. */
export const TrailLine = TrailRow.omit({ place: true, seal: true }).extend({
  chain: TrailLink.shape.chain.nullable(),
  seq: TrailLink.shape.seq.nullable(),
  batch: TrailLink.shape.batch.nullable(),
  hash: TrailLink.shape.hash.nullable(),
  /** The name of the account's holder, where there is one. */
  name: z.string().nullable(),
})
export type TrailLine = z.infer<typeof TrailLine>

/** The trail, newest first; `from` and `until` are days in China Standard Time, both included. */
export const listTrail = ask({ name: 'trail.list', title: words.contract.list, input: TrailFilter, output: pageOf(TrailLine) })

const says = words.contract
const Chain = TrailBatch.shape.chain

export const ChainLine = ChainHead.extend({ algorithm: Algorithm, at: z.string(), name: z.string().nullable() })
export type ChainLine = z.infer<typeof ChainLine>
/** How the trail stands: its chains, what waits, what has been chosen, the keys that seal, the last checking. */
export const Standing = z.object({
  house: z.string(),
  algorithm: Algorithm,
  signature: SignatureKind,
  entries: z.number().int(),
  waiting: z.number().int(),
  chains: z.array(ChainLine),
  keys: z.array(TrailKey),
  lastCheck: TrailCheck.nullable(),
  lastCheckpoint: z.object({ id: z.uuid(), at: z.string(), rows: z.number().int() }).nullable(),
})
export type Standing = z.infer<typeof Standing>
export const standing = ask({ name: 'trail.standing', title: says.standing, input: z.object({}), output: Standing })

export const BatchFilter = Paging.extend({ chain: Chain.optional() })
export type BatchFilter = z.infer<typeof BatchFilter>
/** A batch with the name of its chain's city, where the register knows it. */
export const BatchLine = TrailBatch.extend({ name: z.string().nullable() })
export type BatchLine = z.infer<typeof BatchLine>
export const listBatches = ask({ name: 'trail.batches', title: says.batches, input: BatchFilter, output: pageOf(BatchLine) })

/** A checkpoint with the fingerprint of the key that signed it, as it is read out and compared. */
export const CheckpointLine = TrailCheckpoint.omit({ body: true }).extend({ algorithm: SignatureKind, fingerprint: z.string() })
export type CheckpointLine = z.infer<typeof CheckpointLine>
export const listCheckpoints = ask({ name: 'trail.checkpoints', title: says.checkpoints, input: Paging, output: pageOf(CheckpointLine) })
export const getCheckpoint = ask({
  name: 'trail.checkpointOne',
  title: says.checkpointOne,
  input: z.object({ id: z.uuid() }),
  output: CheckpointLine.extend({ body: Checkpoint }),
})
export const checkpointFile = ask({
  name: 'trail.checkpointFile',
  title: says.checkpointFile,
  input: z.object({ id: z.uuid() }),
  output: GivenFile,
  gives: 'file',
  asKept: 'signed',
})
/** Signs how far every chain has come; entries that still wait are in the next one. */
export const makeCheckpointAct = act({ name: 'trail.checkpoint', title: says.checkpoint, input: z.object({}), output: CheckpointLine })

/** Looks at the whole trail; `against` is the text of a checkpoint kept elsewhere. Progress comes as `trail.progress`. */
export const verifyAct = act({
  name: 'trail.verify',
  title: says.verify,
  input: z.object({ against: z.string().max(1_000_000).optional() }),
  output: TrailCheck.extend({ elsewhere: z.number().int() }),
})
export const Progress = z.object({ done: z.number(), total: z.number() })
/** Which hash later batches take, which signature later checkpoints get. */
export const choose = act({
  name: 'trail.choose',
  title: says.choose,
  input: z.object({ algorithm: Algorithm, signature: SignatureKind }),
  output: z.object({ algorithm: Algorithm, signature: SignatureKind }),
})

/** The whole trail, or one chain, as lines of JSON for the stand-alone verifier (docs/trail.md). */
export const exportTrail = ask({
  name: 'trail.export',
  title: says.export,
  input: z.object({ chain: Chain.optional() }),
  output: GivenFile,
  gives: 'file',
})
