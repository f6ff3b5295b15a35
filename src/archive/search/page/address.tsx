import { z } from 'zod'
import { SearchKind } from '../model.ts'

const several = z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(SearchKind)).catch([])
/** Every state of the search is a link. */
export const Address = z.object({
  q: z.string().default(''),
  kind: several,
  year: z.coerce.number().int().optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).catch(1).default(1),
})
export type SearchAddress = z.output<typeof Address>
