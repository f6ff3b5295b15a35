import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf } from '../../kernel/paging.ts'
import { Portrait } from './model.ts'
import { words } from './words.ts'

export const PortraitFilter = Paging.extend({ q: z.string().max(60).optional(), sort: z.string().max(40).optional() })
export type PortraitFilter = z.infer<typeof PortraitFilter>

export const PortraitLine = z.object({
  id: z.uuid(),
  number: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  audits: z.number().int(),
  findings: z.number().int(),
})
export type PortraitLine = z.infer<typeof PortraitLine>

/** The official by id or number, the day (today when none), and what it is read for, which the trail keeps. */
export const PortraitAsked = z.object({ official: z.string().min(1).max(64), on: Day.optional(), purpose: z.string().max(200).optional() })
export type PortraitAsked = z.infer<typeof PortraitAsked>

/** The portrait, and whether this reader may take it out as a file or ask for a correction of his own. */
export const PortraitAnswer = Portrait.extend({ may: z.object({ word: May, correct: May }) })
export type PortraitAnswer = z.infer<typeof PortraitAnswer>

export const listPortraits = ask({
  name: 'portrait.list',
  title: words.title.list,
  reads: 'person',
  input: PortraitFilter,
  output: pageOf(PortraitLine),
})
export const getPortrait = ask({
  name: 'portrait.one',
  title: words.title.one,
  reads: 'person',
  input: PortraitAsked,
  output: PortraitAnswer,
})
export const portraitWord = ask({
  name: 'portrait.word',
  title: words.title.word,
  reads: 'person',
  gives: 'file',
  input: PortraitAsked,
  output: GivenFile,
})
/** Hashes the kept file anew and compares it with what was recorded when it came in. */
export const checkPaper = ask({
  name: 'portrait.check',
  title: words.title.check,
  input: z.object({ document: z.uuid() }),
  output: z.object({ sha256: z.string(), unchanged: z.boolean() }),
})
