import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { ProjectKind } from '../projects/model.ts'
import { words } from './words.ts'

const count = z.number().int()
/** A project as the fieldwork sees it: what is still open in it, each number leading to its rows. */
export const FieldworkLine = z.object({
  id: z.uuid(),
  title: z.string(),
  year: z.number().int(),
  kind: ProjectKind,
  unit: z.uuid(),
  unitName: z.string(),
  members: count,
  checks: count,
  unchecked: count,
  requests: count,
  evidence: count,
  unsigned: count,
  bare: count,
  toReview: count,
})
export type FieldworkLine = z.infer<typeof FieldworkLine>

export const listFieldwork = ask({
  name: 'fieldwork.list',
  title: words.title.list,
  input: Paging.extend({ q: z.string().max(100).optional(), all: z.string().optional(), sort: z.string().max(40).optional() }),
  output: pageOf(FieldworkLine),
})
/** One project's line, for the head of its fieldwork. */
export const getFieldwork = ask({
  name: 'fieldwork.one',
  title: words.title.one,
  input: z.object({ id: z.uuid() }),
  output: FieldworkLine,
})
