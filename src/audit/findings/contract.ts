import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { Paging, pageOf, Several, severalOf, Years } from '../../kernel/paging.ts'
import { UnitCategory } from '../../registers/places/model.ts'
import { LinkedPaper } from '../projects/contract.ts'
import { Counted, Finding, Grade, MoneyKind, Objection, ProblemClass, Reply, Responsibility, Tolerance } from './model.ts'
import { words } from './words.ts'

export const FindingFilter = Paging.extend({
  q: z.string().max(100).optional(),
  class: Several,
  grade: severalOf(Grade),
  year: Years,
  unit: z.uuid().optional(),
  /** The class of the unit audited, which a finding at a unit below it shares. */
  unitType: severalOf(UnitCategory),
  counted: severalOf(Counted),
  project: z.uuid().optional(),
  official: z.uuid().optional(),
  moneyKind: MoneyKind.optional(),
  /** In 万元 (10,000 yuan), of the kind chosen, or of any one kind by itself. */
  moneyFrom: z.coerce.number().min(0).max(1e9).optional(),
  sort: z.string().max(40).optional(),
})
export type FindingFilter = z.infer<typeof FindingFilter>

export const ResponsibleView = z.object({ official: z.uuid(), name: z.string(), grade: Grade })
export type ResponsibleView = z.infer<typeof ResponsibleView>

export const FindingLine = Finding.extend({
  unitName: z.string(),
  year: z.number().int(),
  responsible: z.array(ResponsibleView),
  /** An upheld objection took the finding back. */
  withdrawn: z.boolean(),
})
export type FindingLine = z.infer<typeof FindingLine>

/** Where a finding stands in its report, and the paragraph's words. */
export const Place = z.object({
  paper: LinkedPaper,
  paragraph: z.number().int().nullable(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  quote: z.string().nullable(),
})
export type Place = z.infer<typeof Place>

const person = z.object({ name: z.string(), number: z.string() })
export const FindingView = z.object({
  finding: Finding,
  unit: z.object({ id: z.uuid(), number: z.string(), name: z.string() }),
  project: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string(), year: z.number().int(), reportedOn: Day.nullable() }),
  responsibilities: z.array(Responsibility.extend({ ...person.shape, post: z.string().nullable() })),
  replies: z.array(Reply.extend(person.shape)),
  tolerances: z.array(Tolerance.extend(person.shape)),
  objections: z.array(Objection.extend(person.shape)),
  place: Place.nullable(),
  rectification: z.uuid().nullable(),
  may: z.object({ share: May }),
})
export type FindingView = z.infer<typeof FindingView>

export const listFindings = ask({
  name: 'findings.list',
  title: words.title.list,
  reads: 'person',
  input: FindingFilter,
  output: pageOf(FindingLine),
})
export const getFinding = ask({
  name: 'findings.one',
  title: words.title.one,
  reads: 'person',
  input: z.object({ id: z.uuid() }),
  output: FindingView,
})
export const listClasses = ask({ name: 'findings.classes', title: words.title.classes, input: z.object({}), output: z.array(ProblemClass) })
/** What fits, as the very workbook it can be imported from. */
export const exportFindings = ask({
  reads: 'person',
  name: 'findings.export',
  title: words.title.export,
  gives: 'file',
  input: FindingFilter,
  output: GivenFile,
})
