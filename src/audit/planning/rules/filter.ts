import { z } from 'zod'

/** Cards of each column that are sent at first; a year with no more than these is sent whole. */
export const fewFirst = 200
/** Which items of the year: part of a name, a class, a team, those that clash with a patrol. */
export const PlanFilter = z.object({
  q: z.string().max(80).optional(),
  class: z.enum(['A', 'B', 'C', 'D']).optional(),
  team: z.uuid().optional(),
  only: z.enum(['clash']).optional(),
})
export type PlanFilter = z.infer<typeof PlanFilter>
