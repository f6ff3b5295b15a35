import { z } from 'zod'

/** A list is always asked for by pages; the total is exact. */
export const Paging = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type Paging = z.infer<typeof Paging>

export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), total: z.number().int() })

const split = (given: unknown): unknown =>
  given === undefined || given === '' ? [] : Array.isArray(given) ? given : String(given).split(',')

/** A query parameter that may be given once, several times, or with commas; anything else than `each` is refused. */
export const severalOf = <T extends z.ZodType>(each: T) => z.preprocess(split, z.array(each))
export const Several = severalOf(z.string())
export const Years = severalOf(z.coerce.number().int().min(1949).max(2200))
/** A yes/no query parameter: true, 1, false, 0. */
export const YesNo = z.preprocess(
  (given) => (given === 'true' || given === '1' ? true : given === 'false' || given === '0' ? false : given),
  z.boolean(),
)
