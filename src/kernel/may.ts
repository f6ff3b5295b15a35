import { z } from 'zod'

/** Whether a reader may take an act on the record shown, or why not: what a page needs to enable a button or to say why it is off. */
export const May = z.union([
  z.literal(true),
  z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
])
export type May = z.infer<typeof May>
