import { sql } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import type { ArchiveUnit, DraftReply, Member, Project, ProjectDraft, ProjectService, ProjectStep, ProjectSubject } from './model.ts'
import type { PartyOf, Situation } from './rules/situation.ts'
import { deadlinesOf } from './store-deadlines.ts'
import { recusedAmong } from './store-recusals.ts'

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

export const stepsTaken = (read: Reader, project: string): Promise<ProjectStep[]> =>
  read.selectFrom('projectStep').selectAll().where('project', '=', project).orderBy('id').execute()

export const noteStep = async (tx: Writer, step: Omit<ProjectStep, 'id'>): Promise<void> => {
  await tx
    .insertInto('projectStep')
    .values({ id: newId(), ...step, facts: json(step.facts) })
    .execute()
}

/** The team as it stands: whoever has left is no member any more. */
export const membersOf = (read: Reader, project: string): Promise<Member[]> =>
  read
    .selectFrom('projectMember')
    .select(['account', 'name', 'role', 'days'])
    .where('project', '=', project)
    .where('leftOn', 'is', null)
    .orderBy('id')
    .execute()

export const servicesOf = (read: Reader, project: string): Promise<ProjectService[]> =>
  read.selectFrom('projectService').selectAll().where('project', '=', project).orderBy('servedOn').orderBy('id').execute()

export const draftsOf = (read: Reader, project: string): Promise<ProjectDraft[]> =>
  read.selectFrom('projectDraft').selectAll().where('project', '=', project).orderBy('round').execute()

export const repliesTo = (read: Reader, draft: string): Promise<DraftReply[]> =>
  read.selectFrom('draftReply').selectAll().where('draft', '=', draft).orderBy('id').execute()

/** Whom the papers go to: each audited official once, then the unit. */
export async function partiesOf(read: Reader, project: Pick<Project, 'id' | 'unit'>): Promise<PartyOf[]> {
  const officials = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['official.id', 'official.name', 'official.number'])
    .where('projectSubject.project', '=', project.id)
    .groupBy(['official.id', 'official.name', 'official.number'])
    .orderBy('official.number')
    .execute()
  const unit = await read.selectFrom('unit').select(['id', 'name']).where('id', '=', project.unit).executeTakeFirstOrThrow()
  const people = officials.map(({ id, name }) => ({ party: 'official' as const, id, name }))
  return [...people, { party: 'unit', id: unit.id, name: unit.name }]
}

/** Numbers of a project's findings behind which no evidence sheet stands. */
export const unprovenFindings = async (read: Reader, project: string): Promise<string[]> => {
  const rows = await read
    .selectFrom('finding')
    .select('number')
    .where('project', '=', project)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('findingEvidence').select('findingEvidence.finding').whereRef('findingEvidence.finding', '=', 'finding.id'))),
    )
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

const lastMeeting = (read: Reader, project: string) =>
  read.selectFrom('businessMeeting').select('carried').where('project', '=', project).orderBy('id', 'desc').limit(1).executeTakeFirst()

const endingOf = async (read: Reader, project: string): Promise<Situation['ending']> => {
  const found = await read
    .selectFrom('projectTermination')
    .select('state')
    .where('project', '=', project)
    .where('state', '<>', 'refused')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return found && found.state !== 'refused' ? found.state : null
}

const archivedClasses = async (read: Reader, project: string) =>
  (await read.selectFrom('archiveUnit').select('class').distinct().where('project', '=', project).execute()).map((row) => row.class)

const isStateFirm = async (read: Reader, unit: string): Promise<boolean> =>
  (await read.selectFrom('unit').select('category').where('id', '=', unit).executeTakeFirst())?.category === 'stateFirm'

/** Whom a hand answers for: staff of the unit for the unit, an audited official for himself. */
const partyIn = (hand: Actor, project: Project, parties: readonly PartyOf[]): string | null => {
  if (hand.role === 'unitStaff') return hand.unitId === project.unit ? project.unit : null
  return hand.role === 'official' ? (parties.find(({ id }) => id === hand.officialId)?.id ?? null) : null
}

/** Everything the rules need to know of a project, for one hand on one day. */
export async function situationOf(read: Reader, project: Project, by: { hand: Actor; today: Situation['today'] }): Promise<Situation> {
  const [taken, members, parties, services, drafts, deadlines] = await Promise.all([
    stepsTaken(read, project.id),
    membersOf(read, project.id),
    partiesOf(read, project),
    servicesOf(read, project.id),
    draftsOf(read, project.id),
    deadlinesOf(read, project.id),
  ])
  const draft = drafts.at(-1) ?? null
  const entries = deadlines.filter(({ rule, kind }) => rule === 'notice.beforeEntry' && kind === 'earliest')
  const round = `draft:${draft?.round ?? 0}:`
  return {
    project,
    taken,
    members,
    parties,
    services,
    draft,
    hand: { account: by.hand.account, role: by.hand.role, party: partyIn(by.hand, project, parties) },
    today: by.today,
    stateFirm: await isStateFirm(read, project.unit),
    recused: await recusedAmong(read, project, { accounts: members.map(({ account }) => account), today: by.today }),
    replies: draft ? await repliesTo(read, draft.id) : [],
    replyClocks: deadlines
      .filter(({ rule, about }) => rule === 'reply.draft' && about.startsWith(round))
      .map(({ about, dueOn }) => ({ recipient: about.slice(round.length), dueOn })),
    unproven: await unprovenFindings(read, project.id),
    earliestEntry:
      entries.length < parties.length
        ? null
        : (entries
            .map(({ dueOn }) => dueOn)
            .sort()
            .at(-1) ?? null),
    carried: (await lastMeeting(read, project.id))?.carried ?? null,
    ending: await endingOf(read, project.id),
    archived: await archivedClasses(read, project.id),
    decision: taken.some(({ step, facts }) => step === 'issue' && typeof facts.decisionNumber === 'string'),
  }
}

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

export const fileUnitsOf = (read: Reader, project: string): Promise<ArchiveUnit[]> =>
  read.selectFrom('archiveUnit').selectAll().where('project', '=', project).orderBy('class').orderBy('position').execute()

export const addFileUnits = async (tx: Writer, units: readonly ArchiveUnit[]): Promise<void> => {
  if (units.length === 0) return
  await tx
    .insertInto('archiveUnit')
    .values([...units])
    .execute()
}
