import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { Paging, pageOf, YesNo } from '../../kernel/paging.ts'
import { ClockRow, HistoryLine, Provision, Regulation, Standing } from './model.ts'
import { CalendarDay, Citing, ClockLine, ComparedPair, DueAnswer, Hit, May, RegulationLine, VersionHead } from './rules/shapes.ts'
import { words } from './words.ts'

export const listRegulations = ask({
  name: 'regulations.list',
  title: words.title.list,
  input: Paging.extend({
    q: z.string().trim().max(100).optional(),
    jurisdiction: z.string().optional(),
    standing: Standing.optional(),
    /** As of this day; today when not given. */
    on: Day.optional(),
  }),
  output: pageOf(RegulationLine),
})

/** One regulation is named by its id or its full title; one text by its id, by a day, or else by what is in force. */
const Which = z.object({ id: z.uuid().optional(), title: z.string().optional(), version: z.uuid().optional(), on: Day.optional() })
export type Which = z.output<typeof Which>

export const oneRegulation = ask({
  name: 'regulations.one',
  title: words.title.one,
  input: Which,
  output: z.object({
    regulation: Regulation,
    versions: z.array(VersionHead),
    version: VersionHead,
    history: z.array(HistoryLine),
    text: z.string(),
    provisions: z.array(Provision),
    /** Titles that this text says it repeals. */
    repeals: z.array(z.string()),
    may: z.object({ repeal: May, dateVersion: May }),
  }),
})

const Where = {
  article: z.coerce.number().int().min(1),
  suffix: z.coerce.number().int().min(0).default(0),
  paragraph: z.coerce.number().int().min(1).optional(),
  item: z.coerce.number().int().min(1).optional(),
}

export const oneProvision = ask({
  name: 'regulations.provision',
  title: words.title.provision,
  input: Which.extend(Where),
  output: z.object({
    regulation: Regulation,
    version: VersionHead,
    /** Chapter and section above, as headings. */
    under: z.array(z.string()),
    citation: z.object({ zh: z.string(), en: z.string() }),
    text: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    provisions: z.array(Provision),
  }),
})

export const compareVersions = ask({
  name: 'regulations.compare',
  title: words.title.compare,
  input: z.object({ from: z.uuid(), to: z.uuid() }),
  output: z.object({
    title: z.string(),
    from: VersionHead,
    to: VersionHead,
    pairs: z.array(ComparedPair),
    counts: z.object({ same: z.number().int(), changed: z.number().int(), gone: z.number().int(), new: z.number().int() }),
  }),
})

export const searchInside = ask({
  name: 'regulations.searchInside',
  title: words.title.searchInside,
  /** Words apart by spaces must all stand in one paragraph or item. Without `regulation`, all texts in force on the day. */
  input: Paging.extend({
    q: z.string().trim().min(1).max(100),
    regulation: z.uuid().optional(),
    version: z.uuid().optional(),
    on: Day.optional(),
  }),
  output: pageOf(Hit),
})

export const citedBy = ask({
  name: 'regulations.citedBy',
  title: words.title.citedBy,
  input: Which.extend({ article: Where.article.optional(), suffix: Where.suffix, own: YesNo.default(false) }),
  output: z.object({ rows: z.array(Citing), total: z.number().int() }),
})

export const listClocks = ask({
  name: 'regulations.clocks',
  title: words.title.clocks,
  input: z.object({
    q: z.string().trim().max(100).optional(),
    rule: z.string().optional(),
    region: z.string().optional(),
    /** Only rows valid on this day. */
    on: Day.optional(),
    verified: YesNo.optional(),
  }),
  output: z.object({ rows: z.array(ClockLine), total: z.number().int() }),
})

export const reckonDue = ask({
  name: 'regulations.due',
  title: words.title.due,
  input: z.object({ rule: z.string(), from: Day, region: z.string().optional(), actDate: Day.optional() }),
  output: DueAnswer,
})

/** `replaces` names the row that ends the day before the new one begins; null adds a row of its own. */
export const saveClock = act({
  name: 'regulations.saveClock',
  title: words.title.saveClock,
  input: ClockRow.omit({ id: true, version: true, validFrom: true }).extend({
    replaces: z.uuid().nullable(),
    version: z.number().int(),
    validFrom: Day,
  }),
  output: ClockRow,
})

/** Somebody compared the row with the official text: records which text, where, and whether it is right. */
export const checkClock = act({
  name: 'regulations.checkClock',
  title: words.title.checkClock,
  input: ClockRow.pick({
    id: true,
    version: true,
    lawTitle: true,
    lawVersion: true,
    article: true,
    paragraph: true,
    item: true,
    verified: true,
    note: true,
  }),
  output: ClockRow,
})

export const calendarOfYear = ask({
  name: 'regulations.calendar',
  title: words.title.calendar,
  input: z.object({ year: z.coerce.number().int().min(1990).max(2200) }),
  output: z.object({
    year: z.number().int(),
    known: z.boolean(),
    source: z.string().nullable(),
    knownYears: z.array(z.number().int()),
    days: z.array(CalendarDay),
    workingDays: z.number().int(),
  }),
})

/** A day as it is to count. A day like its week's habit and without a note is no longer kept as special. */
export const saveDay = act({
  name: 'regulations.saveDay',
  title: words.title.saveDay,
  input: z.object({ day: Day, working: z.boolean(), note: z.string().trim().max(60), version: z.number().int() }),
  output: z.object({ day: Day, working: z.boolean(), note: z.string(), version: z.number().int() }),
})

export const confirmYear = act({
  name: 'regulations.confirmYear',
  title: words.title.confirmYear,
  input: z.object({ year: z.number().int(), source: z.string().trim().min(2).max(200) }),
  output: z.object({ year: z.number().int(), source: z.string() }),
})

export const repealRegulation = act({
  name: 'regulations.repeal',
  title: words.title.repeal,
  input: z.object({ id: z.uuid(), version: z.number().int(), on: Day, basis: z.string().trim().min(4).max(400) }),
  output: Regulation,
})

export const dateVersion = act({
  name: 'regulations.dateVersion',
  title: words.title.dateVersion,
  input: z.object({ id: z.uuid(), version: z.number().int(), effectiveOn: Day, basis: z.string().trim().min(4).max(400) }),
  output: VersionHead,
})
