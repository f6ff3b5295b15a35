import type { Day } from '../../kernel/day.ts'
import type { Wording } from '../../platform/together.ts'

/** Questions about the parts of one project, in words: asked alone with `.execute()`, or several `together`. */

export const projectAsked = (ask: Wording, project: string) => ask.selectFrom('project').selectAll().where('id', '=', project)

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

export const unitAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('unit')
    .innerJoin('project', 'project.unit', 'unit.id')
    .select(['unit.id', 'unit.number', 'unit.name', 'unit.category'])
    .where('project.id', '=', project)

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

/** Of the clocks, those that bar a step: the first lawful day of entry, and the last day of each party's reply. */
export const guardClocksAsked = (ask: Wording, project: string) =>
  deadlinesAsked(ask, project)
    .clearSelect()
    .select(['rule', 'kind', 'about', 'dueOn'])
    .where('rule', 'in', ['notice.beforeEntry', 'reply.draft'])

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

/** A project's findings by number, each with whether evidence stands behind it. */
export const backedAsked = (ask: Wording, project: string) =>
  ask
    .selectFrom('finding')
    .select(({ exists, selectFrom }) => [
      'number',
      exists(selectFrom('findingEvidence').select('findingEvidence.id').whereRef('findingEvidence.finding', '=', 'finding.id')).as(
        'backed',
      ),
    ])
    .where('project', '=', project)
    .orderBy('number')

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

/** The classes of the archive of which something is filed. */
export const filedClassesAsked = (ask: Wording, project: string) =>
  ask.selectFrom('archiveUnit').select('class').distinct().where('project', '=', project).orderBy('class')

/** Papers of the case that were begun and are neither fixed nor out. */
export const begunPapersAsked = (ask: Wording, project: string) =>
  ask.selectFrom('issuedPaper').select('kind').where('project', '=', project).where('state', '=', 'draft').orderBy('id')

/** Accounts asked about: told, or the team as it stands. */
export type Accounts = readonly string[] | 'team'
const among = (ask: Wording, project: string, accounts: Accounts) =>
  accounts === 'team'
    ? ask.selectFrom('projectMember').select('account').where('project', '=', project).where('leftOn', 'is', null)
    : ask
        .selectFrom('account as asked')
        .select('asked.account')
        .where('asked.account', 'in', ['', ...accounts])

const unitOf = (ask: Wording, project: string) => ask.selectFrom('project').select('unit').where('id', '=', project)

/** Of these accounts, those with a seat in the audited unit. */
export const ownUnitAsked = (ask: Wording, project: string, accounts: Accounts) =>
  ask
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.account')
    .select('account.name')
    .distinct()
    .where('account.account', 'in', among(ask, project, accounts))
    .where('seat.unitId', 'in', unitOf(ask, project))
    .where('seat.endedOn', 'is', null)

/** Those who have declared a ground of recusal themselves. */
export const declaredAsked = (ask: Wording, project: string, accounts: Accounts) =>
  ask
    .selectFrom('recusalDeclaration')
    .innerJoin('account', 'account.account', 'recusalDeclaration.account')
    .select(['account.name', 'recusalDeclaration.ground'])
    .where('recusalDeclaration.project', '=', project)
    .where('recusalDeclaration.account', 'in', among(ask, project, accounts))
    .where('recusalDeclaration.ground', '<>', 'none')

/** Those whom a decided recusal that runs keeps away from the project, its unit or one of its officials. */
export const recusedAsked = (ask: Wording, project: string, about: { accounts: Accounts; today: Day }) =>
  ask
    .selectFrom('recusal')
    .innerJoin('account', 'account.account', 'recusal.account')
    .select(['account.name', 'recusal.ground'])
    .where('recusal.account', 'in', among(ask, project, about.accounts))
    .where((is) => is.or([is('recusal.until', 'is', null), is('recusal.until', '>=', about.today)]))
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('recusal.subject', '=', project),
        eb('recusal.subject', 'in', unitOf(ask, project)),
        eb('recusal.subject', 'in', selectFrom('projectSubject').select('official').where('project', '=', project)),
      ]),
    )
    .orderBy('recusal.id')
