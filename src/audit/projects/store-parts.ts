import type { Day } from '../../kernel/day.ts'
import type { Wording } from '../../platform/together.ts'
import type { Project } from './model.ts'

/** Questions about the parts of one project, in words: asked alone with `.execute()`, or several `together`. */

export const stepsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('projectStep').selectAll().where('project', '=', project).orderBy('id')

/** The team as it stands: whoever has left is no member any more. */
export const membersAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('projectMember')
    .select(['account', 'name', 'role', 'days'])
    .where('project', '=', project)
    .where('leftOn', 'is', null)
    .orderBy('id')

/** The audited officials with the posts in which they are audited, and when they held them; by number. */
export const subjectsAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .leftJoin('tenure', 'tenure.id', 'projectSubject.tenure')
    .selectAll('projectSubject')
    .select(['official.name', 'official.number', 'tenure.startsOn as heldFrom', 'tenure.endsOn as heldTo'])
    .where('projectSubject.project', '=', project)
    .orderBy('official.number')
    .orderBy('projectSubject.id')

export const unitAsked = (ask: Wording, { unit }: Pick<Project, 'unit'>) =>
  ask.selectFrom('unit').select(['id', 'number', 'name', 'category']).where('id', '=', unit)

export const servicesAsked = (ask: Wording, project: string) =>
  ask.selectFrom('projectService').selectAll().where('project', '=', project).orderBy('servedOn').orderBy('id')

export const draftsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('projectDraft').selectAll().where('project', '=', project).orderBy('round')

export const repliesAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('draftReply')
    .innerJoin('projectDraft', 'projectDraft.id', 'draftReply.draft')
    .selectAll('draftReply')
    .where('projectDraft.project', '=', project)
    .orderBy('draftReply.id')

export const deadlinesAsked = (ask: Wording, project: string) =>
  ask.selectFrom('deadline').selectAll().where('project', '=', project).orderBy('dueOn').orderBy('id')

export const countsAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('deadlineCount')
    .innerJoin('deadline', 'deadline.id', 'deadlineCount.deadline')
    .selectAll('deadlineCount')
    .where('deadline.project', '=', project)
    .orderBy('deadlineCount.id')
export const suspensionsAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('deadlineSuspension')
    .innerJoin('deadline', 'deadline.id', 'deadlineSuspension.deadline')
    .selectAll('deadlineSuspension')
    .where('deadline.project', '=', project)
    .orderBy('deadlineSuspension.fromOn')

export const findingsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('finding').select(['id', 'number', 'title']).where('project', '=', project).orderBy('number')

/** Of a project's findings, those behind which evidence stands, with how much. */
export const provenAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('findingEvidence')
    .innerJoin('finding', 'finding.id', 'findingEvidence.finding')
    .select((of) => ['findingEvidence.finding', of.fn.countAll<number>().as('count')])
    .where('finding.project', '=', project)
    .groupBy('findingEvidence.finding')

/** Who answers for each finding. */
export const gradesAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('responsibility')
    .innerJoin('finding', 'finding.id', 'responsibility.finding')
    .innerJoin('official', 'official.id', 'responsibility.official')
    .select(['responsibility.finding', 'official.name'])
    .where('finding.project', '=', project)
    .orderBy('official.number')

export const meetingsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('businessMeeting').selectAll().where('project', '=', project).orderBy('id')
export const endingsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('projectTermination').selectAll().where('project', '=', project).orderBy('id')
export const reviewsAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('reviewCase')
    .innerJoin('official', 'official.id', 'reviewCase.official')
    .selectAll('reviewCase')
    .select('official.name as officialName')
    .where('reviewCase.project', '=', project)
    .orderBy('reviewCase.id')
export const remediesAsked = (ask: Wording, project: string) =>
  ask.selectFrom('remedy').selectAll().where('project', '=', project).orderBy('id')
export const fileUnitsAsked = (ask: Wording, project: string) =>
  ask.selectFrom('archiveUnit').selectAll().where('project', '=', project).orderBy('class').orderBy('position')

type Of = Pick<Project, 'id' | 'unit'>
/** Accounts asked about: told, or the team as it stands. */
export type Accounts = readonly string[] | 'team'
const among = (ask: Wording, { id }: Of, accounts: Accounts) =>
  accounts === 'team'
    ? ask.selectFrom('projectMember').select('account').where('project', '=', id).where('leftOn', 'is', null)
    : ask
        .selectFrom('account as asked')
        .select('asked.account')
        .where('asked.account', 'in', ['', ...accounts])

/** Of these accounts, those with a seat in the audited unit. */
export const ownUnitAsked = (ask: Wording, project: Of, accounts: Accounts) =>
  ask
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.account')
    .select('account.name')
    .distinct()
    .where('account.account', 'in', among(ask, project, accounts))
    .where('seat.unitId', '=', project.unit)
    .where('seat.endedOn', 'is', null)

/** Those who have declared a ground of recusal themselves. */
export const declaredAsked = (ask: Wording, project: Of, accounts: Accounts) =>
  ask
    .selectFrom('recusalDeclaration')
    .innerJoin('account', 'account.account', 'recusalDeclaration.account')
    .select(['account.name', 'recusalDeclaration.ground'])
    .where('recusalDeclaration.project', '=', project.id)
    .where('recusalDeclaration.account', 'in', among(ask, project, accounts))
    .where('recusalDeclaration.ground', '<>', 'none')

/** Those whom a decided recusal that runs keeps away from the project, its unit or one of its officials. */
export const recusedAsked = (ask: Wording, project: Of, about: { accounts: Accounts; today: Day }) =>
  ask
    .selectFrom('recusal')
    .innerJoin('account', 'account.account', 'recusal.account')
    .select(['account.name', 'recusal.ground'])
    .where('recusal.account', 'in', among(ask, project, about.accounts))
    .where((is) => is.or([is('recusal.until', 'is', null), is('recusal.until', '>=', about.today)]))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('recusal.subject', 'in', [project.id, project.unit]),
        eb('recusal.subject', 'in', selectFrom('projectSubject').select('official').where('project', '=', project.id)),
      ]),
    )
    .orderBy('recusal.id')
