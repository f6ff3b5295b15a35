import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { May } from '../../kernel/may.ts'
import { pageOf } from '../../kernel/paging.ts'
import { LinkedPaper } from '../projects/contract.ts'
import { EvidenceBehind, PlaceView } from './editing/contract.ts'
import { FindingFilter } from './filter.ts'
import { Finding, Grade, Objection, ProblemClass, Reply, Responsibility, Tolerance } from './model.ts'
import { words } from './words.ts'

export { FindingFilter } from './filter.ts'

export const ResponsibleView = z.object({ official: z.uuid(), name: z.string(), grade: Grade })
export type ResponsibleView = z.infer<typeof ResponsibleView>

export const FindingLine = Finding.extend({
  unitName: z.string(),
  responsible: z.array(ResponsibleView),
  standing: z.enum(['stands', 'objected', 'withdrawn', 'reworded', 'regraded']),
  /** An upheld objection took the finding back. */
  withdrawn: z.boolean(),
  /** Found before: judged so, or proposed and waiting for a person. */
  repeat: z.enum(['confirmed', 'proposed']).nullable(),
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
  /** In other reports that print it. */
  places: z.array(PlaceView),
  evidence: z.array(EvidenceBehind),
  rectification: z.uuid().nullable(),
  may: z.object({ share: May, edit: May, confirm: May, drop: May, correct: May, place: May }),
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
/** What fits and stands, in the words of a published announcement: class by class, no person named. */
export const exportAnnouncement = ask({
  reads: 'person',
  name: 'findings.announcement',
  title: words.title.announcement,
  gives: 'file',
  input: FindingFilter,
  output: GivenFile,
})
/** What fits, as the very workbook it can be imported from. */
export const exportFindings = ask({
  reads: 'person',
  name: 'findings.export',
  title: words.title.export,
  gives: 'file',
  input: FindingFilter,
  output: GivenFile,
})
