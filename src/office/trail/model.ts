import { z } from 'zod'

/** One entry of the trail. seq, previous, hash and algorithm are null until the sequencer has chained the row. */
export const TrailRow = z.object({
  id: z.uuid(),
  at: z.string(),
  account: z.string(),
  role: z.string(),
  jurisdiction: z.string(),
  verb: z.string(),
  subject: z.string(),
  kind: z.enum(['act', 'read']),
  detail: z.unknown(),
  digest: z.string(),
  seq: z.number().int().nullable(),
  previous: z.string().nullable(),
  hash: z.string().nullable(),
  algorithm: z.enum(['sha256', 'sm3']).nullable(),
})
export type TrailRow = z.infer<typeof TrailRow>
