import { z } from 'zod'
import { act, ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf, severalOf, Years } from '../../kernel/paging.ts'
import { JurisdictionCode, UnitCategory } from '../../registers/places/model.ts'
import { Compilation, CompilationKind, CompilationState, CompilationVersion, Content, Figure, RiskNotice, RiskRule } from './model.ts'
import { Comparison } from './rules/compare.ts'
import { Heat, ToldClass } from './rules/tally.ts'
import { words } from './words.ts'

const { contract: title } = words
const Year = z.coerce.number().int().min(1980).max(2100)

/** Of which audits; without years, of the last five in which there were any. `class` opens a first-level class. */
export const ProblemAsked = z.object({
  year: Years,
  unitType: severalOf(UnitCategory),
  class: z.string().max(8).optional(),
  level: z.enum(['1', '2']).default('1'),
  place: JurisdictionCode.optional(),
  /** Classes told in the scheme of this day; today when none is named. */
  classesOn: Day.optional(),
})
export type ProblemAsked = z.infer<typeof ProblemAsked>

/** The cube from its two sides, with the rules by which it was counted; `years` are all in which there were audits. */
export const ProblemView = z.object({
  years: z.array(z.number().int()),
  asked: ProblemAsked.extend({ classesOn: Day }),
  rules: z.array(RiskRule),
  /** Below so many audits no share is told. */
  least: z.number().int(),
  parent: ToldClass.nullable(),
  byType: Heat,
  byYear: Heat,
  may: z.object({ draftList: May, draftReport: May, saveRule: May }),
})
export type ProblemView = z.infer<typeof ProblemView>
export const getProblems = ask({ name: 'risks.problems', title: title.problems, input: ProblemAsked, output: ProblemView })
export const exportProblems = ask({ name: 'risks.export', title: title.export, gives: 'file', input: ProblemAsked, output: GivenFile })
export const compareUnit = ask({
  name: 'risks.compare',
  title: title.compare,
  input: z.object({ unit: z.uuid(), year: Years, place: JurisdictionCode.optional(), classesOn: Day.optional() }),
  output: z.object({
    unit: z.object({ id: z.uuid(), name: z.string(), category: UnitCategory }),
    years: z.array(z.number().int()),
    audits: z.number().int(),
    rows: z.array(Comparison),
  }),
})

export const saveRule = act({
  name: 'risks.saveRule',
  title: title.saveRule,
  input: RiskRule.omit({ id: true, version: true })
    .extend({ title: z.string().trim().min(2).max(120), citation: z.string().trim().min(2).max(300) })
    .extend({ replaces: z.uuid().optional(), version: z.number().int().optional() }),
  output: RiskRule,
})

export const CompilationFilter = Paging.extend({
  q: z.string().max(100).optional(),
  kind: severalOf(CompilationKind),
  state: severalOf(CompilationState),
  year: Years,
  sort: z.string().max(40).optional(),
})
export type CompilationFilter = z.infer<typeof CompilationFilter>
export const CompilationLine = Compilation.omit({ content: true })
export type CompilationLine = z.infer<typeof CompilationLine>
export const listCompilations = ask({
  name: 'risks.list',
  title: title.list,
  input: CompilationFilter,
  output: pageOf(CompilationLine).extend({ may: z.object({ draftList: May, draftCases: May, draftReport: May }) }),
})

/** Numbers of a report as they would be drawn today; those that differ from what was drawn are marked by the page. */
export const FigureNow = z.object({ tag: z.string(), value: z.number().int() })
export const CompilationView = z.object({
  compilation: Compilation,
  versions: z.array(CompilationVersion.omit({ content: true })),
  /** What the print would still show of registered names and numbers. */
  named: z.array(z.object({ surface: z.string(), where: z.number().int() })),
  figures: z.array(FigureNow),
  /** What the report has to say of leads, for cleared readers; null for everybody else, and while no cleared hand has drawn it. */
  leads: z.array(Figure.extend({ now: z.number().int() })).nullable(),
  /** Those it was drawn from; `fallen` when it was withdrawn since, or is under objection. */
  findings: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), fallen: z.boolean() })),
  renewed: z.object({ id: z.uuid(), edition: z.number().int(), state: CompilationState }).nullable(),
  may: z.object({ save: May, redraw: May, review: May, sendBack: May, issue: May, renew: May }),
})
export type CompilationView = z.infer<typeof CompilationView>
const one = z.object({ id: z.uuid() })
export const getCompilation = ask({ name: 'risks.one', title: title.one, reads: 'person', input: one, output: CompilationView })
export const getVersion = ask({
  name: 'risks.version',
  title: title.version,
  reads: 'person',
  input: one.extend({ no: z.coerce.number().int() }),
  output: CompilationVersion,
})

/** As it would be printed now: a Word file, marked with who took it out. */
export const previewCompilation = ask({
  name: 'risks.preview',
  title: title.preview,
  gives: 'file',
  reads: 'person',
  input: one,
  output: GivenFile,
})

const place = { place: JurisdictionCode.optional() }
const years = z.array(Year).min(1).max(20)
export const draftList = act({
  name: 'risks.draftList',
  title: title.draftList,
  input: z.object({ unitType: UnitCategory, years, ...place }),
  output: Compilation,
})
export const draftCases = act({
  name: 'risks.draftCases',
  title: title.draftCases,
  input: z.object({ title: z.string().trim().min(2).max(120), findings: z.array(z.uuid()).min(1).max(30), ...place }),
  output: Compilation,
})
export const draftReport = act({
  name: 'risks.draftReport',
  title: title.draftReport,
  input: z.object({ year: Year, ...place }),
  output: Compilation,
})

const target = { id: z.uuid(), version: z.number().int() }
/** Keeps what was edited as the next version, finished or not. */
export const saveCompilation = act({
  name: 'risks.save',
  title: title.save,
  input: z.object({ ...target, title: z.string().trim().min(2).max(200), content: Content, note: z.string().trim().max(300).default('') }),
  output: Compilation,
})
/** Draws the numbers of a report anew; its text stays. */
export const redrawReport = act({ name: 'risks.redraw', title: title.redraw, input: z.object(target), output: Compilation })
export const reviewCompilation = act({ name: 'risks.review', title: title.review, input: z.object(target), output: Compilation })
export const sendBackCompilation = act({
  name: 'risks.sendBack',
  title: title.sendBack,
  input: z.object({ ...target, note: z.string().trim().min(2).max(300) }),
  output: Compilation,
})
/** Issues it as a document with a number; a list goes to the units of its type, and takes the place of its former edition. */
export const issueCompilation = act({ name: 'risks.issue', title: title.issue, input: z.object(target), output: Compilation })
/** Begins the next edition of an issued one, as a draft with the same content. */
export const renewCompilation = act({ name: 'risks.renew', title: title.renew, input: z.object(target), output: Compilation })

/** Issued lists: a unit reads those of its type and place, an authority all of its place. */
export const listNotices = ask({
  name: 'risks.notices',
  title: title.notices,
  input: Paging,
  output: pageOf(RiskNotice),
})
