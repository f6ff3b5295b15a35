import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Several } from '../../kernel/paging.ts'
import { Hit, SearchKind, Unsearchable } from './model.ts'
import { words } from './words.ts'

export const Found = z.object({
  query: z.string(),
  /** Matching documents, exactly. */
  total: z.number().int(),
  /** Paragraph hits in all of them, exactly. */
  paragraphs: z.number().int(),
  /** False when some file (or some of its pages) could not be searched, or names are asked for that are still being read. */
  complete: z.boolean(),
  /** Papers whose names and citations are still to be read, when the query asks for person: or law:. */
  waiting: z.number().int(),
  unsearchable: z.array(Unsearchable),
  hits: z.array(Hit),
  /** Matching documents by kind and by year. */
  kinds: z.array(z.object({ kind: SearchKind, count: z.number().int() })),
  years: z.array(z.object({ year: z.number().int().nullable(), count: z.number().int() })),
})
export type Found = z.infer<typeof Found>

/**
 * Matching is on the folded text of whole documents; hits are paragraphs, `limit` and `offset` count them. `kind`, `year`
 * and `unit` narrow the query. `marks` are absolute offsets in the document's decoded text.
 */
export const find = ask({
  name: 'search.find',
  title: words.contract.find,
  input: z.object({
    q: z.string(),
    limit: z.coerce.number().int().min(0).max(500).default(20),
    offset: z.coerce.number().int().min(0).default(0),
    kind: Several.pipe(z.array(SearchKind)),
    year: z.coerce.number().int().optional(),
    unit: z.uuid().optional(),
  }),
  output: Found,
})
