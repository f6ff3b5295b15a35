import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import { found } from '../../platform/stop.ts'
import { type Answers, together, wording } from '../../platform/together.ts'
import { auditPapers } from '../papers/types.ts'
import type { ArchiveUnit, DraftReply, Member, Project, ProjectDraft, ProjectService, ProjectStep, ProjectSubject } from './model.ts'
import type { PartyOf, Situation } from './rules/situation.ts'
import * as parts from './store-parts.ts'
import { recusalsAsked, recusedIn } from './store-recusals.ts'

export const lockProject = (tx: Writer, id: string): Promise<Project | undefined> =>
  tx.selectFrom('project').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const moveProject = (
  tx: Writer,
  { id, version }: Pick<Project, 'id' | 'version'>,
  to: Partial<Omit<Project, 'id' | 'version'>>,
): Promise<Project> =>
  tx
    .updateTable('project')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const stepsTaken = (read: Reader, project: string): Promise<ProjectStep[]> => parts.stepsAsked(read, project).execute()

export const noteStep = async (tx: Writer, step: Omit<ProjectStep, 'id'>): Promise<void> => {
  await tx
    .insertInto('projectStep')
    .values({ id: newId(), ...step, facts: json(step.facts) })
    .execute()
}

/** The team as it stands: whoever has left is no member any more. */
export const membersOf = (read: Reader, project: string): Promise<Member[]> => parts.membersAsked(read, project).execute()
export const servicesOf = (read: Reader, project: string): Promise<ProjectService[]> => parts.servicesAsked(read, project).execute()
export const draftsOf = (read: Reader, project: string): Promise<ProjectDraft[]> => parts.draftsAsked(read, project).execute()

export const repliesTo = (read: Reader, draft: string): Promise<DraftReply[]> =>
  read.selectFrom('draftReply').selectAll().where('draft', '=', draft).orderBy('id').execute()

type Audited = { official: string; name: string }
type Unit = { id: string; name: string }
/** Whom the papers go to: each audited official once, then the unit. */
export function partiesAmong(subjects: readonly Audited[], unit: Unit): PartyOf[] {
  const people = [...new Map(subjects.map(({ official, name }) => [official, { party: 'official' as const, id: official, name }])).values()]
  return [...people, { party: 'unit', id: unit.id, name: unit.name }]
}
export async function partiesOf(read: Reader, project: Pick<Project, 'id'>): Promise<PartyOf[]> {
  const { subjects, unit } = await together(read, {
    subjects: parts.subjectsAsked(wording, project.id),
    unit: parts.unitAsked(wording, project.id),
  })
  return partiesAmong(subjects, found(unit[0]))
}

/** Whom a hand answers for: staff of the unit for the unit, an audited official for himself. */
const partyIn = (hand: Actor, project: Project, parties: readonly PartyOf[]): string | null => {
  if (hand.role === 'unitStaff') return hand.unitId === project.unit ? project.unit : null
  return hand.role === 'official' ? (parties.find(({ id }) => id === hand.officialId)?.id ?? null) : null
}

/** The questions behind a situation, no wider than the rules need; a room asks them with its own in one statement. */
export const situationAsked = (project: string, today: Day) => ({
  taken: parts.stepsAsked(wording, project).clearSelect().select(['step', 'account', 'takenOn', 'facts']),
  members: parts.membersAsked(wording, project),
  subjects: parts.subjectsAsked(wording, project),
  unit: parts.unitAsked(wording, project),
  services: parts.servicesAsked(wording, project),
  drafts: parts.draftsAsked(wording, project),
  replies: parts.repliesAsked(wording, project),
  clocks: parts.guardClocksAsked(wording, project),
  findings: parts.backedAsked(wording, project),
  meetings: parts.meetingsAsked(wording, project).clearSelect().select('carried'),
  endings: parts.endingsAsked(wording, project),
  filed: parts.filedClassesAsked(wording, project),
  begun: parts.begunPapersAsked(wording, project),
  ...recusalsAsked(project, { accounts: 'team', today }),
})
const paperNames = new Map(auditPapers.map(({ id, name }) => [id, name.zh]))
type Told = Answers<ReturnType<typeof situationAsked>>
type By = { hand: Actor; today: Day }

const lastDay = (days: readonly Day[]): Day | null => days.toSorted().at(-1) ?? null

/** Of the clocks, what the rules ask: each party's reply to this draft, and the first lawful day of entry. */
function clocksIn({ clocks }: Told, round: number, parties: readonly PartyOf[]): Pick<Situation, 'replyClocks' | 'earliestEntry'> {
  const entries = clocks.filter(({ rule, kind }) => rule === 'notice.beforeEntry' && kind === 'earliest')
  const about = `draft:${round}:`
  const replies = clocks.filter((each) => each.rule === 'reply.draft' && each.about.startsWith(about))
  return {
    replyClocks: replies.map((each) => ({ recipient: each.about.slice(about.length), dueOn: each.dueOn })),
    earliestEntry: entries.length < parties.length ? null : lastDay(entries.map(({ dueOn }) => dueOn)),
  }
}

/** The situation that these answers tell, for one hand on one day. */
export function situationIn(project: Project, told: Told, by: By): Situation {
  const unit = found(told.unit[0])
  const parties = partiesAmong(told.subjects, unit)
  const draft = told.drafts.at(-1) ?? null
  const ending = told.endings.findLast(({ state }) => state !== 'refused')?.state
  return {
    ...{ project, parties, draft, today: by.today, taken: told.taken, members: told.members, services: told.services },
    ...clocksIn(told, draft?.round ?? 0, parties),
    hand: { account: by.hand.account, role: by.hand.role, party: partyIn(by.hand, project, parties) },
    stateFirm: unit.category === 'stateFirm',
    recused: recusedIn(told),
    replies: told.replies.filter((reply) => reply.draft === draft?.id),
    unproven: told.findings.filter(({ backed }) => !backed).map(({ number }) => number),
    carried: told.meetings.at(-1)?.carried ?? null,
    ending: ending && ending !== 'refused' ? ending : null,
    archived: told.filed.map((each) => each.class),
    begun: told.begun.map(({ kind }) => paperNames.get(kind) ?? kind),
    decision: told.taken.some(({ step, facts }) => step === 'issue' && typeof facts.decisionNumber === 'string'),
  }
}

/** Everything the rules need to know of a project, for one hand on one day; read in one statement. */
export const situationOf = async (read: Reader, project: Project, by: By): Promise<Situation> =>
  situationIn(project, await together(read, situationAsked(project.id, by.today)), by)

/** Auditors' accounts by name of account; only those who may sit on a team. */
export const auditorsNamed = async (
  read: Reader,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, { account: string; name: string }>> => {
  const rows = await read
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.account')
    .select(['account.account', 'account.name'])
    .distinct()
    .where('account.account', '=', sql<string>`any(${[...accounts]}::text[])`)
    .where('seat.role', 'in', ['auditor', 'leadAuditor', 'clerk', 'director', 'reviewer', 'adjudicator'])
    .where('seat.endedOn', 'is', null)
    .where('account.disabledOn', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.account, row]))
}

/** Takes the team as told; who was on it before and is told again keeps skills and the day of joining. */
export async function replaceMembers(tx: Writer, project: string, members: readonly Member[], today: Day): Promise<void> {
  const accounts = members.map(({ account }) => account)
  await tx
    .updateTable('projectMember')
    .set({ leftOn: today })
    .where('project', '=', project)
    .where('account', 'not in', accounts)
    .where('leftOn', 'is', null)
    .execute()
  for (const { account, name, role, days } of members)
    await tx
      .insertInto('projectMember')
      .values({ id: newId(), project, account, name, role, days, skills: json([]), joinedOn: today, leftOn: null, version: 1 })
      .onConflict((same) => same.columns(['project', 'account']).doUpdateSet({ name, role, days, leftOn: null }))
      .execute()
}

export const addProject = (tx: Writer, project: Project): Promise<Project> =>
  tx.insertInto('project').values(project).returningAll().executeTakeFirstOrThrow()

export const addSubjects = (tx: Writer, subjects: readonly ProjectSubject[]) =>
  tx
    .insertInto('projectSubject')
    .values([...subjects])
    .execute()

/** An audit that an approved plan has issued, with the post it is about; absent while it is only proposed. */
export const issuedItem = (read: Reader, item: string) =>
  read
    .selectFrom('planItem')
    .innerJoin('plan', 'plan.id', 'planItem.plan')
    .innerJoin('tenure', 'tenure.id', 'planItem.tenure')
    .select(['planItem.official', 'planItem.unit', 'planItem.kind', 'planItem.year', 'tenure.post'])
    .where('planItem.id', '=', item)
    .where('planItem.stage', '=', 'issued')
    .where('planItem.change', '=', 'add')
    .where('plan.state', '=', 'approved')
    .executeTakeFirst()

/** The project a plan item has become, unless that one was terminated. */
export const projectOfPlanItem = (read: Reader, item: string): Promise<Project | undefined> =>
  read.selectFrom('project').selectAll().where('planItem', '=', item).where('state', '<>', 'terminated').executeTakeFirst()

export const addService = (tx: Writer, service: ProjectService) => tx.insertInto('projectService').values(service).execute()

/** What an issued report says is written for everybody who may know of it: its findings are drafts no more. */
export const confirmFindings = (tx: Writer, project: string) =>
  tx.updateTable('finding').set({ established: 'confirmed' }).where('project', '=', project).where('established', '=', 'draft').execute()

export const fileUnitsOf = (read: Reader, project: string): Promise<ArchiveUnit[]> => parts.fileUnitsAsked(read, project).execute()

export const addFileUnits = async (tx: Writer, units: readonly ArchiveUnit[]): Promise<void> => {
  if (units.length === 0) return
  await tx
    .insertInto('archiveUnit')
    .values([...units])
    .execute()
}
