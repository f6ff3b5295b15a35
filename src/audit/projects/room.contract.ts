import { z } from 'zod'
import { ask } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import { May } from '../../kernel/may.ts'
import { SubjectView } from './contract.ts'
import {
  Adoption,
  ArchiveUnit,
  BusinessMeeting,
  DraftReply,
  Member,
  Party,
  Project,
  ProjectDraft,
  ProjectService,
  ProjectState,
  ProjectStep,
  Stance,
} from './model.ts'
import { CountCause, Deadline, DeadlineSuspension } from './rules/deadline-records.ts'
import { words } from './rules/room.words.ts'
import { ProjectTermination, Remedy, ReviewCase } from './rules/side-records.ts'

const one = z.object({ id: z.uuid() })

export const PartyView = z.object({ party: Party, id: z.uuid(), name: z.string() })
/** The head of a project's room: where it stands, who is on it, what may be done now by whoever asks. */
export const RoomView = z.object({
  project: Project,
  unit: z.object({ id: z.uuid(), number: z.string(), name: z.string() }),
  subjects: z.array(SubjectView),
  members: z.array(Member),
  parties: z.array(PartyView),
  services: z.array(ProjectService),
  main: z.string().nullable(),
  may: z.array(z.object({ step: z.string(), may: May })),
  findings: z.number().int(),
  ending: ProjectTermination.nullable(),
})
export type RoomView = z.infer<typeof RoomView>

/** A deadline with its reckoning in words: rule, article, every step, every value it has had, every suspension. */
export const DeadlineView = Deadline.omit({ steps: true }).extend({
  title: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  partyName: z.string().nullable(),
  why: z.array(z.string()),
  counts: z.array(z.object({ id: z.uuid(), countedOn: Day, cause: CountCause, dueOn: Day, why: z.array(z.string()) })),
  suspensions: z.array(DeadlineSuspension),
})
export type DeadlineView = z.infer<typeof DeadlineView>

export const RoomFinding = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  evidence: z.number().int(),
  responsible: z.array(z.string()),
  replies: z.array(z.object({ party: Party, stance: Stance, outcome: Adoption.nullable() })),
})
export type RoomFinding = z.infer<typeof RoomFinding>

export const ReplyView = DraftReply.extend({
  findingNumber: z.string().nullable(),
  findingTitle: z.string().nullable(),
  replierName: z.string(),
})
export type ReplyView = z.infer<typeof ReplyView>
export const DraftView = ProjectDraft.extend({ replies: z.array(ReplyView), services: z.array(ProjectService) })
export type DraftView = z.infer<typeof DraftView>

export const SidesView = z.object({
  endings: z.array(ProjectTermination),
  reviews: z.array(
    ReviewCase.extend({
      officialName: z.string(),
      reviewerNames: z.array(z.string()),
      about: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })),
    }),
  ),
  remedies: z.array(Remedy),
  meetings: z.array(BusinessMeeting),
})
export type SidesView = z.infer<typeof SidesView>

const panel = { reads: 'person', input: one } as const
export const getRoom = ask({ ...panel, name: 'projects.room', title: words.ask.room, output: RoomView })
export const roomHistory = ask({ ...panel, name: 'projects.history', title: words.ask.history, output: z.array(ProjectStep) })
export const roomDeadlines = ask({ ...panel, name: 'projects.deadlines', title: words.ask.deadlines, output: z.array(DeadlineView) })
export const roomFindings = ask({ ...panel, name: 'projects.findings', title: words.ask.findings, output: z.array(RoomFinding) })
export const roomDrafts = ask({ ...panel, name: 'projects.drafts', title: words.ask.drafts, output: z.array(DraftView) })
export const roomSides = ask({ ...panel, name: 'projects.sides', title: words.ask.sides, output: SidesView })
export const roomFile = ask({ ...panel, name: 'projects.file', title: words.ask.file, output: z.array(ArchiveUnit) })

/** Accounts that may be put on a team or into a review group. */
export const auditorList = ask({
  name: 'projects.auditors',
  title: words.ask.auditors,
  input: z.object({}),
  output: z.array(z.object({ account: z.string(), name: z.string(), role: z.string() })),
})

/** What reaches a party of its own cases: the draft with each finding and its own word on it, the clock, its rights after the report. */
export const MyCase = z.object({
  id: z.uuid(),
  title: z.string(),
  state: ProjectState,
  party: Party,
  round: z.number().int().nullable(),
  sentOn: Day.nullable(),
  servedOn: Day.nullable(),
  findings: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), facts: z.string(), reply: DraftReply.nullable() })),
  whole: DraftReply.nullable(),
  clocks: z.array(DeadlineView),
  review: ReviewCase.nullable(),
})
export type MyCase = z.infer<typeof MyCase>
export const myCases = ask({ name: 'projects.mine', title: words.ask.mine, reads: 'person', input: z.object({}), output: z.array(MyCase) })
