import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

const Says = z.object({ zh: z.string(), en: z.string() })

/** One thing waiting for one person or role. It is derived from the rooms' records each time and stored nowhere. */
export const Todo = z.object({
  /** Stable for the same matter: '<table>:<id>'. */
  id: z.string(),
  room: z.string(),
  /** What is to be done; its {placeholders} are filled from facts. */
  says: Says,
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** What it is about: a finding's title, a paper's name. */
  about: z.string(),
  dueOn: Day.nullable(),
  /** The page where it is done. */
  to: z.string(),
})
export type Todo = z.infer<typeof Todo>

/** How much of a register is there; the first steps of a new office are read from it. */
export const Stock = z.object({ what: z.enum(['units', 'officials', 'tenures', 'reports']), count: z.number().int() })
export type Stock = z.infer<typeof Stock>

/** An import that was done lately, by its headline. */
export const RecentImport = z.object({
  id: z.uuid(),
  what: z.string(),
  state: z.string(),
  startedAt: z.string(),
  startedBy: z.string(),
  accepted: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
})
export type RecentImport = z.infer<typeof RecentImport>

export const Workbench = z.object({ todos: z.array(Todo), stocks: z.array(Stock), imports: z.array(RecentImport) })
export type Workbench = z.infer<typeof Workbench>
