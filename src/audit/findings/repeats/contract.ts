import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { May } from '../../../kernel/may.ts'
import { Paging, pageOf, severalOf } from '../../../kernel/paging.ts'
import { FindingRepeat, RepeatVerdict } from './model.ts'
import { words } from './words.ts'

export const RepeatFilter = Paging.extend({
  q: z.string().max(100).optional(),
  verdict: severalOf(RepeatVerdict),
  unit: z.uuid().optional(),
  finding: z.uuid().optional(),
})
export type RepeatFilter = z.infer<typeof RepeatFilter>
const Side = z.object({ id: z.uuid(), number: z.string(), title: z.string(), year: z.number().int(), projectTitle: z.string() })
/** A pair with both findings, as far as the reader knows both. */
export const RepeatLine = FindingRepeat.extend({ unitName: z.string(), problemClass: z.string(), later: Side, before: Side, judge: May })
export type RepeatLine = z.infer<typeof RepeatLine>

export const listRepeats = ask({
  name: 'findings.repeats',
  title: words.title.list,
  reads: 'person',
  input: RepeatFilter,
  output: pageOf(RepeatLine),
})
/** A person says whether it is the same problem again; nothing is said of anybody. */
export const judgeRepeat = act({
  name: 'findings.judgeRepeat',
  title: words.action.judge,
  input: z.object({
    id: z.uuid(),
    version: z.number().int(),
    verdict: z.enum(['confirmed', 'rejected']),
    note: z.string().trim().min(4).max(500),
  }),
  output: FindingRepeat,
})
/** Sets the comparison to work now instead of tonight. */
export const seekRepeats = act({ name: 'findings.seekRepeats', title: words.action.seek, input: z.object({}), output: z.object({}) })
