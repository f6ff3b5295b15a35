import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { GivenFile } from '../../kernel/given.ts'
import { Paging, pageOf, severalOf, Years, YesNo } from '../../kernel/paging.ts'
import { JurisdictionCode, UnitCategory } from '../../registers/places/model.ts'
import { Project, ProjectKind, ProjectState, ProjectSubject } from './model.ts'
import { words } from './words.ts'

export const ProjectFilter = Paging.extend({
  q: z.string().max(100).optional(),
  year: Years,
  kind: severalOf(ProjectKind),
  unit: z.uuid().optional(),
  /** Only cases of this place and of the places inside it. */
  place: JurisdictionCode.optional(),
  unitType: severalOf(UnitCategory),
  /** Only audits whose report is out, or only those whose is not: what statistics count, or do not count yet. */
  reported: YesNo.optional(),
  state: severalOf(ProjectState),
  /** Only projects still running, or only those over. */
  running: YesNo.optional(),
  sort: z.string().max(40).optional(),
})
export type ProjectFilter = z.infer<typeof ProjectFilter>

export const ProjectLine = Project.extend({
  unitName: z.string(),
  officials: z.array(z.object({ id: z.uuid(), name: z.string() })),
  findings: z.number().int(),
})
export type ProjectLine = z.infer<typeof ProjectLine>

/** A paper that a record stands on, as the page links it. */
export const LinkedPaper = z.object({
  id: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  paragraphs: z.number().int(),
})
export type LinkedPaper = z.infer<typeof LinkedPaper>

export const SubjectView = ProjectSubject.extend({ name: z.string(), number: z.string(), heldFrom: Day.nullable(), heldTo: Day.nullable() })
export type SubjectView = z.infer<typeof SubjectView>

export const ProjectView = z.object({
  project: Project,
  unit: z.object({ id: z.uuid(), number: z.string(), name: z.string() }),
  subjects: z.array(SubjectView),
  paper: LinkedPaper.nullable(),
  findings: z.number().int(),
})
export type ProjectView = z.infer<typeof ProjectView>

export const listProjects = ask({
  name: 'projects.list',
  title: words.title.list,
  reads: 'person',
  input: ProjectFilter,
  output: pageOf(ProjectLine),
})
export const getProject = ask({
  reads: 'person',
  name: 'projects.one',
  title: words.title.one,
  input: z.object({ id: z.uuid() }),
  output: ProjectView,
})
/** What fits, as the very workbook it can be imported from. */
export const exportProjects = ask({
  reads: 'person',
  name: 'projects.export',
  title: words.title.export,
  gives: 'file',
  input: ProjectFilter,
  output: GivenFile,
})
