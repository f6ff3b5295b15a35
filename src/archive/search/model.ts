import { z } from 'zod'

/** What a searchable text is: a kind of paper, or a law. */
export const SearchKind = z.enum(['auditReport', 'resultReport', 'rectificationReport', 'article', 'other', 'regulation'])
export type SearchKind = z.infer<typeof SearchKind>

export const SearchRoom = z.enum(['reports', 'regulations'])
export type SearchRoom = z.infer<typeof SearchRoom>

/** A half-open span of UTF-16 offsets in the document's decoded text. */
export const Mark = z.tuple([z.number().int(), z.number().int()])
export type Mark = z.infer<typeof Mark>

/** One paragraph with what was found in it; a match that runs over the paragraph's end stands with the paragraph it begins in. */
export const Hit = z.object({
  document: z.string(),
  title: z.string(),
  paragraph: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  marks: z.array(Mark),
  id: z.uuid(),
  room: SearchRoom,
  kind: SearchKind,
  year: z.number().int().nullable(),
  /** For a law: which, and the article the paragraph stands in. `id` is then its version's. */
  regulation: z.uuid().nullable(),
  article: z.number().int().nullable(),
  suffix: z.number().int(),
})
export type Hit = z.infer<typeof Hit>

export const Unsearchable = z.object({ document: z.string(), id: z.uuid(), code: z.string(), message: z.string() })
export type Unsearchable = z.infer<typeof Unsearchable>
