import { z } from 'zod'
import { Day } from '../../../kernel/day.ts'
import { ClockRow, Regulation, RegulationVersion, Standing, Workday } from '../model.ts'

/** A "yes", or the reason why not. */
export const May = z.union([
  z.literal(true),
  z.object({ code: z.string(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
])

/** A version without its text. `countsFrom` is its day in force, or its adoption when `assumed`. */
export const VersionHead = RegulationVersion.omit({ text: true, folded: true, history: true }).extend({
  /** Last day in force: the one before the next version counts, or before the repeal. */
  until: Day.nullable(),
  standing: Standing,
  countsFrom: Day.nullable(),
  assumed: z.boolean(),
})
export type VersionHead = z.infer<typeof VersionHead>

export const RegulationLine = Regulation.extend({
  place: z.string().nullable(),
  current: VersionHead.nullable(),
  versions: z.number().int(),
})
export type RegulationLine = z.infer<typeof RegulationLine>

const Side = z.object({ article: z.number().int(), suffix: z.number().int(), label: z.string() })
export const ComparedPair = z.object({
  old: Side.nullable(),
  new: Side.nullable(),
  same: z.boolean(),
  parts: z.array(z.object({ op: z.enum(['same', 'gone', 'new']), text: z.string() })),
})
export type ComparedPair = z.infer<typeof ComparedPair>

export const Hit = z.object({
  regulation: z.uuid(),
  title: z.string(),
  version: z.uuid(),
  name: z.string(),
  standing: Standing,
  label: z.string(),
  article: z.number().int().nullable(),
  suffix: z.number().int(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  /** Where the words stand in `text`. */
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type Hit = z.infer<typeof Hit>

export const Citing = z.object({
  regulation: z.uuid(),
  title: z.string(),
  version: z.uuid(),
  standing: Standing,
  adoptedOn: Day.nullable(),
  label: z.string(),
  article: z.number().int().nullable(),
  suffix: z.number().int(),
  words: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  cited: z.object({
    article: z.number().int().nullable(),
    suffix: z.number().int(),
    paragraph: z.number().int().nullable(),
    item: z.number().int().nullable(),
  }),
  /** Set when the citing text is older than the cited one: it meant the version of `on` (null: its day is not known). */
  earlier: z.object({ on: Day.nullable() }).nullable(),
})
export type Citing = z.infer<typeof Citing>

const Phrase = z.object({ zh: z.string(), en: z.string() })
export const ClockLine = ClockRow.extend({
  citation: Phrase,
  event: Phrase,
  /** The regulation and text on file that the row cites, when there is one. */
  regulation: z.uuid().nullable(),
  textVersion: z.uuid().nullable(),
})
export type ClockLine = z.infer<typeof ClockLine>

export const DueAnswer = z.object({
  rule: z.string(),
  title: z.string(),
  from: Day,
  due: Day,
  amount: z.number().int(),
  unit: z.string(),
  steps: z.array(z.string()),
  citation: z.string(),
  region: z.string().nullable(),
  row: z.uuid(),
  verified: z.boolean(),
  provisional: z.boolean(),
})
export type DueAnswer = z.infer<typeof DueAnswer>

export const CalendarDay = Workday.pick({ day: true, working: true, note: true, source: true, version: true })
