import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { TrailLink, TrailRow } from './model.ts'
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
