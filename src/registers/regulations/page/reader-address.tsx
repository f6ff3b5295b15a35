import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import type { oneRegulation } from '../contract.ts'

const number = z.coerce.number().int().min(1).optional().catch(undefined)
/** What the reader's address may say: which text, which place in it, what is sought, what it is compared with. */
export const Address = z.object({
  version: z.uuid().optional().catch(undefined),
  on: Day.optional().catch(undefined),
  article: number,
  suffix: z.coerce.number().int().min(0).catch(0).default(0),
  paragraph: number,
  item: number,
  q: z.string().optional().catch(undefined),
  compare: z.uuid().optional().catch(undefined),
})
export type ReaderAddress = z.output<typeof Address>
export type Opened = z.output<typeof oneRegulation.output>
