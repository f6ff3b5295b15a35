import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { May } from '../../../kernel/may.ts'
import { Paging, pageOf } from '../../../kernel/paging.ts'
import { Correction, CorrectionBefore, CorrectionPlace } from './model.ts'
import { words } from './words.ts'

const note = z.string().trim().min(2).max(1000)
const target = { id: z.uuid(), version: z.number().int() }

export const CorrectionLine = Correction.extend({
  name: z.string(),
  projectTitle: z.string(),
  open: z.number().int(),
  all: z.number().int(),
})
export type CorrectionLine = z.infer<typeof CorrectionLine>
export const CorrectionFilter = Paging.extend({ show: z.enum(['open', 'all']).default('all'), sort: z.string().max(40).optional() })
export type CorrectionFilter = z.infer<typeof CorrectionFilter>

export const CorrectionView = z.object({
  correction: Correction.extend({ name: z.string(), projectTitle: z.string() }),
  before: CorrectionBefore.nullable(),
  places: z.array(CorrectionPlace.extend({ may: z.object({ settle: May, serve: May }) })),
  may: z.object({ close: May }),
})
export type CorrectionView = z.infer<typeof CorrectionView>

export const listCorrections = ask({
  name: 'findings.corrections',
  title: words.title.list,
  reads: 'person',
  input: CorrectionFilter,
  output: pageOf(CorrectionLine),
})
/** One correction with every place that used the item and everybody who received it. */
export const getCorrection = ask({
  name: 'findings.correction',
  title: words.title.one,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: CorrectionView,
})
/** What another organ received and must no longer use: its own lines only, and nothing of the case. */
export const myNotices = ask({
  name: 'findings.notices',
  title: words.title.askMine,
  input: Paging,
  output: pageOf(CorrectionPlace.pick({ id: true, says: true, label: true, state: true, doneOn: true, version: true })),
})

/** A flagged place was put right by hand. */
export const settlePlace = act({
  name: 'findings.settlePlace',
  title: words.act.settle,
  input: z.object({ ...target, note }),
  output: CorrectionPlace,
})
/** The issued correction notice reached this holder. */
export const servePlace = act({
  name: 'findings.servePlace',
  title: words.act.serve,
  input: z.object({ ...target, note, on: Day.optional() }),
  output: CorrectionPlace,
})
/** The holder himself signs for the notice. */
export const acknowledge = act({
  name: 'findings.acknowledge',
  title: words.act.acknowledge,
  input: z.object(target),
  output: CorrectionPlace.pick({ id: true, state: true, version: true }),
})
export const closeCorrection = act({
  name: 'findings.closeCorrection',
  title: words.act.close,
  input: z.object(target),
  output: Correction,
})
