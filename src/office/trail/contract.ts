import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { TrailRow } from './model.ts'
import { words } from './words.ts'

export const TrailFilter = Paging.extend({
  account: z.string().optional(),
  verb: z.string().optional(),
  subject: z.string().optional(),
  kind: TrailRow.shape.kind.optional(),
  from: Day.optional(),
  until: Day.optional(),
})
export type TrailFilter = z.infer<typeof TrailFilter>

/** The trail, newest first; `from` and `until` are days in China Standard Time, both included. */
export const listTrail = ask({ name: 'trail.list', title: words.contract.list, input: TrailFilter, output: pageOf(TrailRow) })
