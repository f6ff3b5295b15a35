import { sql } from 'kysely'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import type { Actor } from '../../platform/desk.ts'
import { newId } from '../../platform/id.ts'
import type { DraftReply, Project, ProjectDraft, ProjectMember, ProjectService, ProjectStep } from './model.ts'
import type { PartyOf, Situation } from './rules/situation.ts'
import { deadlinesOf } from './store-deadlines.ts'

export const lockProject = (tx: Writer, id: string): Promise<Project | undefined> =>
  tx.selectFrom('project').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const moveProject = (tx: Writer, { id, version }: Pick<Project, 'id' | 'version'>, to: Partial<Omit<Project, 'id' | 'version'>>): Promise<Project> =>
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

export const membersOf = (read: Reader, project: string): Promise<ProjectMember[]> =>
  read.selectFrom('projectMember').selectAll().where('project', '=', project).orderBy('role').orderBy('id').execute()

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

/** Members of a team who may not take part: they belong to the audited unit. */
export const recusedAmong = async (read: Reader, project: Project, accounts: readonly string[]): Promise<{ name: string; account: string }[]> =>
  accounts.length === 0
    ? []
    : read
        .selectFrom('account')
        .select(['name', 'account'])
        .where('account', 'in', [...accounts])
        .where('unitId', '=', project.unit)
        .execute()

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
    hand: { account: by.hand.account, role: by.hand.role },
    today: by.today,
    stateFirm: await isStateFirm(read, project.unit),
    recused: [],
    replies: draft ? await repliesTo(read, draft.id) : [],
    replyClocks: deadlines
      .filter(({ rule, about }) => rule === 'reply.draft' && about.startsWith(round))
      .map(({ about, dueOn }) => ({ recipient: about.slice(round.length), dueOn })),
    unproven: await unprovenFindings(read, project.id),
    earliestEntry: entries.length < parties.length ? null : (entries.map(({ dueOn }) => dueOn).sort().at(-1) ?? null),
    carried: (await lastMeeting(read, project.id))?.carried ?? null,
    ending: await endingOf(read, project.id),
    archived: await archivedClasses(read, project.id),
    decision: taken.some(({ step, facts }) => step === 'issue' && typeof facts.decisionNumber === 'string'),
  }
}

/** Auditors' accounts by name of account; only those who may sit on a team. */
export const auditorsNamed = async (read: Reader, accounts: readonly string[]): Promise<ReadonlyMap<string, { account: string; name: string }>> => {
  const rows = await read
    .selectFrom('account')
    .select(['account', 'name'])
    .where('account', '=', sql<string>`any(${[...accounts]}::text[])`)
    .where('role', 'in', ['auditor', 'leadAuditor', 'clerk', 'director', 'reviewer', 'adjudicator'])
    .where('disabledOn', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.account, row]))
}

export async function replaceMembers(tx: Writer, project: string, members: readonly Omit<ProjectMember, 'id' | 'project'>[]): Promise<void> {
  await tx.deleteFrom('projectMember').where('project', '=', project).execute()
  await tx
    .insertInto('projectMember')
    .values(members.map((member) => ({ id: newId(), project, ...member })))
    .execute()
}
