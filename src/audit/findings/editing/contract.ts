import { z } from 'zod'
import { act, ask } from '../../../kernel/contract.ts'
import { Day } from '../../../kernel/day.ts'
import { MoneyKind } from '../model.ts'
import { EditionDeed, FindingEdition, FindingPlace, PlaceKind, Said } from './model.ts'
import { words } from './words.ts'

const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null)
/** A finding as it is written down; amounts as they are written, read and checked by the house. */
export const Written = z.object({
  title: z.string().trim().min(4).max(200),
  problemClass: z.string().trim().min(3).max(40),
  standard: maybe(4000),
  facts: z.string().trim().min(4).max(8000),
  cause: maybe(4000),
  consequence: maybe(4000),
  unit: z.uuid(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  actOn: Day.nullable(),
  money: z.array(z.object({ kind: MoneyKind, amount: z.string().trim().min(1).max(60) })).max(20),
  /** Citations that are not pinned to a text of the library. */
  loose: z.array(z.string().trim().min(2).max(300)).max(30).default([]),
})
export type Written = z.infer<typeof Written>

const target = { id: z.uuid(), version: z.number().int() }
const Kept = z.object({ id: z.uuid(), number: z.string(), version: z.number().int() })
const At = z.object({
  document: z.uuid(),
  paragraph: z.number().int().min(1).nullable(),
  start: z.number().int().min(0).nullable(),
  end: z.number().int().min(0).nullable(),
})

export const recordFinding = act({
  name: 'findings.record',
  title: words.action.record,
  input: Written.extend({ project: z.uuid(), at: At.nullish() }),
  output: Kept,
})
export const editFinding = act({ name: 'findings.edit', title: words.action.edit, input: Written.extend(target), output: Kept })
/** From now on it counts and may be quoted. */
export const confirmFinding = act({ name: 'findings.confirm', title: words.action.confirm, input: z.object(target), output: Kept })
export const dropFinding = act({
  name: 'findings.drop',
  title: words.action.drop,
  input: z.object({ ...target, reason: z.string().trim().min(5).max(500) }),
  output: z.object({}),
})
/** After the report: with the reason and the paper that says so. */
export const correctFinding = act({
  name: 'findings.correct',
  title: words.action.correct,
  input: Written.extend({ ...target, reason: z.string().trim().min(5).max(1000), paper: z.string().trim().min(4).max(120) }),
  output: Kept,
})

export const EditionLine = FindingEdition.omit({ said: true, account: true }).extend({
  deed: EditionDeed,
  said: Said,
  changed: z.array(z.string()),
})
export type EditionLine = z.infer<typeof EditionLine>
export const findingHistory = ask({
  name: 'findings.history',
  title: words.title.showHistory,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: z.array(EditionLine),
})

export const addPlace = act({
  name: 'findings.addPlace',
  title: words.action.addPlace,
  input: At.extend({ finding: z.uuid(), kind: PlaceKind }),
  output: FindingPlace,
})
export const dropPlace = act({
  name: 'findings.dropPlace',
  title: words.action.dropPlace,
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
})

/** A place in a report with the paper's name and the words that stand there. */
export const PlaceView = FindingPlace.extend({ name: z.string(), title: z.string(), quote: z.string().nullable() })
export type PlaceView = z.infer<typeof PlaceView>
/** What stands behind a finding: the evidence sheet with page and offsets, and the paper it is in when that is in the library. */
export const EvidenceBehind = z.object({
  id: z.uuid(),
  evidence: z.uuid(),
  number: z.string(),
  title: z.string(),
  document: z.uuid().nullable(),
  page: z.number().int().nullable(),
  paragraph: z.number().int().nullable(),
  startsAt: z.number().int().nullable(),
  endsAt: z.number().int().nullable(),
  note: z.string().nullable(),
})
export type EvidenceBehind = z.infer<typeof EvidenceBehind>
