import { z } from 'zod'
import { act } from '../../kernel/contract.ts'
import { Day } from '../../kernel/day.ts'
import type { Phrase } from '../../kernel/say.ts'
import {
  Adoption,
  ArchiveClass,
  ArchiveUnit,
  DraftReply,
  JointMode,
  MemberRole,
  Project,
  ProjectKind,
  ProjectService,
  Retention,
  ServedKind,
  ServiceMethod,
  Stance,
  Track,
  Vote,
} from './model.ts'
import { words as caseWords } from './rules/case.words.ts'
import { words } from './words.ts'

const { step } = caseWords
const target = { id: z.uuid(), version: z.number().int() }
const words2000 = z.string().trim().min(2).max(4000)
/** The day a step is recorded for; today unless told. */
const on = Day.optional()
const number = z.string().trim().min(2).max(80)
const optionalNumber = number.optional()

/**
 * Opens a project from an item of an approved plan, which says unit, kind, year and official, or by hand, where they must be
 * told; it takes its officials' posts from the register. An official with several posts is named once for each, by its tenure.
 */
export const openProject = act({
  name: 'projects.open',
  title: words.act.open,
  input: z.object({
    planItem: z.uuid().optional(),
    number: optionalNumber,
    title: z.string().trim().min(4).max(200).optional(),
    kind: ProjectKind.optional(),
    unit: z.uuid().optional(),
    subjects: z
      .array(z.object({ official: z.uuid(), tenure: z.uuid().optional(), post: z.string().trim().min(1).max(120).optional() }))
      .max(10)
      .default([]),
    year: z.number().int().min(1980).max(2100),
    periodFrom: Day.nullable().default(null),
    periodTo: Day.nullable().default(null),
    track: Track.default('standard'),
    auditedBy: z.string().trim().min(2).max(120),
    jointMode: JointMode.nullable().default(null),
    jointRef: z.string().trim().min(1).max(80).nullable().default(null),
    on,
  }),
  output: Project,
})
export const tellFirm = act({
  name: 'projects.tell',
  title: step.tell,
  input: z.object({ ...target, number: optionalNumber, on, text: words2000 }),
  output: Project,
})
/** Forms the team; whoever stands in the register of recusals for this official, unit or project is refused. */
export const formTeam = act({
  name: 'projects.team',
  title: step.team,
  input: z.object({
    ...target,
    /** None given: the team as it was planned in fieldwork. */
    members: z
      .array(z.object({ account: z.string(), role: MemberRole, days: z.number().min(0).max(999).multipleOf(0.5) }))
      .max(30)
      .default([]),
    declaration: words2000,
    on,
  }),
  output: Project,
})
/** Signs the notice as drafted, its number drawn from the series; a number given means it was made outside the house. */
export const signNotice = act({
  name: 'projects.notice',
  title: step.notice,
  input: z.object({ ...target, number: optionalNumber, on, text: words2000 }),
  output: Project,
})
/**
 * Proof that a paper reached a party; when the last party is reached, the project goes on by itself. A paper issued in the
 * house takes the signed receipt as a file.
 */
export const recordService = act({
  name: 'projects.serve',
  title: words.act.serve,
  takes: 'files',
  input: z.object({
    id: z.uuid(),
    version: z.coerce.number().int(),
    kind: ServedKind,
    recipient: z.uuid(),
    servedOn: Day,
    method: ServiceMethod,
    signer: z.string().trim().min(2).max(40),
  }),
  output: z.object({ project: Project, service: ProjectService }),
})
export const approveUrgent = act({
  name: 'projects.urge',
  title: step.urge,
  input: z.object({ ...target, reason: words2000, approval: number, on }),
  output: Project,
})

const told = (name: string, title: Phrase) =>
  act({ name: `projects.${name}`, title, input: z.object({ ...target, text: words2000, on }), output: Project })
export const approvePlan = told('plan', step.plan)
export const enterUnit = told('enter', step.enter)
export const beginFieldwork = told('begin', step.begin)
export const amendPlan = told('amendPlan', step.amendPlan)
export const hearOpinions = told('hear', step.hear)
export const handInReport = told('report', step.report)
export const reviewProject = told('review', step.review)
export const adjudicateProject = told('adjudicate', step.adjudicate)
export const sendBackProject = told('sendBack', step.sendBack)
export const stateAdoption = told('adopt', step.adopt)
export const holdFeedback = told('brief', step.brief)
export const followUp = told('follow', step.follow)
export const upgradeProject = told('upgrade', step.upgrade)

export const sendDraft = act({
  name: 'projects.sendDraft',
  title: step.sendDraft,
  input: z.object({ ...target, number: optionalNumber, withheld: words2000.optional(), text: words2000, on }),
  output: Project,
})
/** A party's word on one finding (or on the whole draft), with the papers it rests on. */
export const replyToDraft = act({
  name: 'projects.reply',
  title: step.reply,
  takes: 'files',
  input: z.object({ id: z.uuid(), finding: z.uuid().optional(), stance: Stance, text: z.string().trim().max(8000).default('') }),
  output: DraftReply,
})
/** Whether a reply was taken up; a reason when not wholly. */
export const answerReply = act({
  name: 'projects.answerReply',
  title: words.act.answerReply,
  input: z.object({ reply: z.uuid(), outcome: Adoption, reason: z.string().trim().max(2000).optional() }),
  output: DraftReply,
})
export const holdMeeting = act({
  name: 'projects.meet',
  title: step.meet,
  input: z.object({ ...target, chair: z.string().trim().min(2).max(40), votes: z.array(Vote).min(1).max(30), minutes: words2000, on }),
  output: Project,
})
export const issueReport = act({
  name: 'projects.issue',
  title: step.issue,
  input: z.object({
    ...target,
    reportNumber: optionalNumber,
    resultNumber: optionalNumber,
    decisionNumber: optionalNumber,
    transferNumber: optionalNumber,
    conclusion: words2000,
    on,
  }),
  output: Project,
})
/** The file's list, made of every paper the steps have left; what was entered before is not typed again. */
export const gatherFile = act({ name: 'projects.gather', title: words.act.gather, input: z.object(target), output: z.array(ArchiveUnit) })
export const addFileUnit = act({
  name: 'projects.fileUnit',
  title: words.act.fileUnit,
  input: z.object({
    ...target,
    class: ArchiveClass,
    title: z.string().trim().min(2).max(200),
    pages: z.number().int().min(0).max(100_000).nullable(),
  }),
  output: ArchiveUnit,
})
export const archiveProject = act({
  name: 'projects.archive',
  title: step.archive,
  input: z.object({ ...target, retention: Retention, text: words2000, on }),
  output: Project,
})
