import { z } from 'zod'

/** A list is always asked for by pages; the total is exact. */
export const Paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type Paging = z.infer<typeof Paging>

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.number().int() })

/** A query parameter that may be given once, several times, or with commas. */
export const Several = z.preprocess(
  (given) => (given === undefined || given === '' ? [] : Array.isArray(given) ? given : String(given).split(',')),
  z.array(z.string()),
)
/** A yes/no query parameter: true, 1, false, 0. */
export const YesNo = z.preprocess(
  (given) => (given === 'true' || given === '1' ? true : given === 'false' || given === '0' ? false : given),
  z.boolean(),
)
