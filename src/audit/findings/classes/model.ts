import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'

/** From `startsOn` an old class is told as a new one; `share` in thousandths, those of one old class make 1000. */
export const ClassRemap = z.object({
  id: z.uuid(),
  jurisdiction: z.string().nullable(),
  oldCode: z.string(),
  newCode: z.string(),
  share: z.number().int().min(1).max(1000),
  startsOn: Day,
  reason: z.string(),
})
export type ClassRemap = z.infer<typeof ClassRemap>
