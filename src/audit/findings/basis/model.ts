import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** What a provision is cited for: what the act is (定性), or what is to be done about it (处理). */
export const BasisUse = z.enum(['qualification', 'handling'])
export type BasisUse = z.infer<typeof BasisUse>

/** A citation pinned to the very text in force on `actOn`, with its words as they stood then. */
export const FindingBasis = z.object({
  id: z.uuid(),
  finding: z.uuid(),
  use: BasisUse,
  citation: z.string(),
  regulation: z.uuid(),
  regulationVersion: z.uuid(),
  article: z.number().int(),
  suffix: z.number().int(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  quote: z.string(),
  actOn: Day,
})
export type FindingBasis = z.infer<typeof FindingBasis>
