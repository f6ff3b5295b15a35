import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf, severalOf, Years } from '../../kernel/paging.ts'
import { JurisdictionCode } from '../../registers/places/model.ts'
import { Counted } from '../findings/model.ts'
import { Claimed, Pace, Recognised, Rectification, RectificationState, RectificationStep } from './model.ts'
import { words } from './words.ts'

export const ItemFilter = Paging.extend({
  q: z.string().max(100).optional(),
  standing: z.enum(['overdue', 'dueSoon', 'open', 'undated', 'closed']).optional(),
  state: severalOf(RectificationState),
  pace: severalOf(Pace),
  unit: z.uuid().optional(),
  /** Only cases of this place and of the places inside it. */
  place: JurisdictionCode.optional(),
  /** Year of the audit that found it. */
  year: Years,
  counted: severalOf(Counted),
  sort: z.string().max(40).optional(),
})
export type ItemFilter = z.infer<typeof ItemFilter>

export const ItemLine = Rectification.extend({
  findingNumber: z.string(),
  title: z.string(),
  unit: z.uuid(),
  unitName: z.string(),
})
export type ItemLine = z.infer<typeof ItemLine>

export const ItemView = z.object({
  item: ItemLine,
  facts: z.string(),
  history: z.array(RectificationStep),
  may: z.object({ claim: May, recognise: May, close: May, extend: May, reopen: May }),
})
export type ItemView = z.infer<typeof ItemView>

export const listItems = ask({ name: 'rectification.list', title: words.title.list, input: ItemFilter, output: pageOf(ItemLine) })
export const getItem = ask({ name: 'rectification.one', title: words.title.one, input: z.object({ id: z.uuid() }), output: ItemView })

const target = { id: z.uuid(), version: z.number().int() }
const note = z.string().trim().min(5).max(2000)

/** The unit reports its work. */
export const claimItem = act({
  name: 'rectification.claim',
  title: words.action.claim,
  input: z.object({ ...target, claimed: Claimed, text: note }),
  output: Rectification,
})
/** The audit office recognises the work, as done or not: with an unfinished outcome the item goes back. */
export const recogniseItem = act({
  name: 'rectification.recognise',
  title: words.action.recognise,
  input: z.object({ ...target, recognised: Recognised, text: note }),
  output: Rectification,
})
/** Another hand takes the item off the list. */
export const closeItem = act({
  name: 'rectification.close',
  title: words.action.close,
  input: z.object({ ...target, text: note }),
  output: Rectification,
})
/** More time, with reason and plan. */
export const extendItem = act({
  name: 'rectification.extend',
  title: words.action.extend,
  input: z.object({ ...target, dueOn: Day, reason: note, plan: note }),
  output: Rectification,
})
/** A recognised or closed item is taken up again, with the reason. */
export const reopenItem = act({
  name: 'rectification.reopen',
  title: words.action.reopen,
  input: z.object({ ...target, text: note }),
  output: Rectification,
})
/** What fits, as the very workbook it can be imported from. */
export const exportItems = ask({
  name: 'rectification.export',
  title: words.title.export,
  gives: 'file',
  input: ItemFilter,
  output: GivenFile,
})
