import { z } from 'zod'
import { Day } from '../../kernel/day.ts'

/** In-office (任中) or on leaving (离任). */
export const ProjectKind = z.enum(['inOffice', 'departure'])
export type ProjectKind = z.infer<typeof ProjectKind>

/** One economic-responsibility audit of a unit; whom it was about stands in ProjectSubject. */
export const Project = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  kind: ProjectKind,
  unit: z.uuid(),
  auditedBy: z.string(),
  year: z.number().int(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  startedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  /** The time as the office wrote it, when it names no exact days. */
  heldWhen: z.string().nullable(),
  reportNumber: z.string().nullable(),
  conclusion: z.string().nullable(),
  /** File name of the report as given; `document` follows once that file is in the library. */
  reportFile: z.string().nullable(),
  document: z.uuid().nullable(),
  jurisdiction: z.string(),
  version: z.number().int(),
})
export type Project = z.infer<typeof Project>

/** One official audited in a project, in one post (party and government heads may share a project). */
export const ProjectSubject = z.object({
  id: z.uuid(),
  project: z.uuid(),
  official: z.uuid(),
  tenure: z.uuid().nullable(),
  post: z.string(),
  conclusion: z.string().nullable(),
  mainProblems: z.string().nullable(),
  note: z.string().nullable(),
})
export type ProjectSubject = z.infer<typeof ProjectSubject>
