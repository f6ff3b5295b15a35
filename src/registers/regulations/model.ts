import { z } from 'zod'
import { ClockUnit, Roll } from '../../kernel/clock-rule.ts'
import { Day } from '../../kernel/day.ts'

/** A regulation under one title, whatever its versions; jurisdiction 000000 is the whole country. */
export const Regulation = z.object({
  id: z.uuid(),
  title: z.string().min(2).max(200),
  aliases: z.array(z.string()),
  jurisdiction: z.string(),
  repealedOn: Day.nullable(),
  repealBasis: z.string().nullable(),
  version: z.number().int(),
})
export type Regulation = z.infer<typeof Regulation>

/** What a line of the head of a text tells: adopted, amended, approved, published, in force from a day. */
export const HistoryKind = z.enum(['adopted', 'amended', 'approved', 'published', 'commenced', 'other'])
export const HistoryLine = z.object({ on: Day.nullable(), kind: HistoryKind, text: z.string() })
export type HistoryLine = z.infer<typeof HistoryLine>

/** How a version stands on a day. */
export const Standing = z.enum(['notYet', 'inForce', 'superseded', 'repealed'])
export type Standing = z.infer<typeof Standing>

/**
 * One text of a regulation. `adoptedOn` is its adoption or last amendment; `effectiveOn` is null when the text does not
 * say from when this version is in force (an amended law repeats the first version's day: that one is `commencedOn`).
 * Its last day in force is not kept: it follows from the other versions and the repeal (rules/versions). Offsets of
 * provisions are UTF-16 code units in `text`.
 */
export const RegulationVersion = z.object({
  id: z.uuid(),
  regulation: z.uuid(),
  name: z.string(),
  adoptedOn: Day.nullable(),
  effectiveOn: Day.nullable(),
  effectiveBasis: z.string().nullable(),
  commencedOn: Day.nullable(),
  history: z.array(HistoryLine),
  articles: z.number().int(),
  sha256: z.string(),
  text: z.string(),
  folded: z.string(),
  version: z.number().int(),
})
export type RegulationVersion = z.infer<typeof RegulationVersion>

export const ProvisionKind = z.enum([
  'title',
  'history',
  'contents',
  'preamble',
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'item',
  'subitem',
  'annex',
])
export type ProvisionKind = z.infer<typeof ProvisionKind>

/**
 * One piece of a text. `position` orders them, `parent` is the position of the piece that holds it. An article is
 * numbered by `article` and `suffix` (1 for "…-1"); paragraph, item and subitem count inside it. `textAt` is where the
 * words after the label begin. Together the pieces hold every visible character of the text.
 */
export const Provision = z.object({
  id: z.uuid(),
  regulationVersion: z.uuid(),
  position: z.number().int(),
  parent: z.number().int().nullable(),
  kind: ProvisionKind,
  label: z.string(),
  article: z.number().int().nullable(),
  suffix: z.number().int(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  subitem: z.number().int().nullable(),
  startsAt: z.number().int(),
  textAt: z.number().int(),
  endsAt: z.number().int(),
})
export type Provision = z.infer<typeof Provision>

/** A statutory clock as a dated, regional row: see kernel/clock-rule. `region` null is the whole country. */
export const ClockRow = z.object({
  id: z.uuid(),
  rule: z.string().regex(/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$/),
  title: z.object({ zh: z.string(), en: z.string() }),
  region: z.string().nullable(),
  amount: z.number().int().min(0),
  unit: ClockUnit,
  roll: Roll,
  direction: z.enum(['after', 'before']),
  startEvent: z.string(),
  startOffset: z.number().int(),
  validFrom: Day.nullable(),
  validUntil: Day.nullable(),
  selectedBy: z.enum(['start', 'act']),
  lawTitle: z.string(),
  lawVersion: Day.nullable(),
  article: z.number().int().nullable(),
  paragraph: z.number().int().nullable(),
  item: z.number().int().nullable(),
  verified: z.boolean(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type ClockRow = z.infer<typeof ClockRow>

/** One day that differs from the week's habit, or that a notice confirms. */
export const Workday = z.object({
  id: z.uuid(),
  day: Day,
  working: z.boolean(),
  note: z.string(),
  source: z.string(),
  version: z.number().int(),
})
export type Workday = z.infer<typeof Workday>

/** Years for which the public-holiday notice is on file; beyond them a due day is provisional. */
export const CalendarYear = z.object({ id: z.uuid(), year: z.number().int(), source: z.string(), version: z.number().int() })
export type CalendarYear = z.infer<typeof CalendarYear>
