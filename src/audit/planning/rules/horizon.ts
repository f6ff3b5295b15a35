import { z } from 'zod'
import { Said } from './shapes.ts'

const YearCount = z.object({ year: z.number().int(), planned: z.number(), due: z.number(), share: z.number() })
/** The plan over its years: by class, district and year, the long unaudited, terms that end, days against days needed. */
export const HorizonView = z.object({
  years: z.array(z.number().int()),
  subjects: z.number().int(),
  byYear: z.array(YearCount),
  byClass: z.array(z.object({ class: z.string(), subjects: z.number(), counts: z.array(z.number()), covered: z.number() })),
  byDistrict: z.array(
    z.object({ district: z.string(), name: z.string(), subjects: z.number(), counts: z.array(z.number()), covered: z.number() }),
  ),
  unaudited: z.array(
    z.object({
      official: z.string(),
      name: z.string(),
      unitName: z.string(),
      class: z.string(),
      years: z.number(),
      planned: z.number().nullable(),
    }),
  ),
  /** How many of all, while `unaudited` names the first hundred. */
  unauditedFor: z.object({ three: z.number().int(), five: z.number().int() }),
  terms: z.array(z.object({ year: z.number(), count: z.number() })),
  capacity: z.array(z.object({ year: z.number(), have: z.number(), need: z.number(), planned: z.number() })),
  left: z.array(z.object({ name: z.string(), unitName: z.string(), because: Said })),
  missed: z.object({ mandatory: z.number(), deadline: z.number() }),
})
export type HorizonView = z.infer<typeof HorizonView>
