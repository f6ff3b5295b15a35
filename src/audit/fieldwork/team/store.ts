import type { Day } from '../../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../../platform/db.ts'
import { inside } from '../../../registers/places/store.ts'
import type { Project } from '../../projects/model.ts'
import type { Shelf } from '../shelf.ts'
import type { FieldTask, ProjectMember, RecusalDeclaration, WorkDay } from './model.ts'

export const memberShelf: Shelf<ProjectMember> = {
  find: (read, id) => read.selectFrom('projectMember').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, member) => {
    const row = { ...member, skills: json(member.skills) }
    return tx
      .insertInto('projectMember')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute()
  },
}
export const taskShelf: Shelf<FieldTask> = {
  find: (read, id) => read.selectFrom('fieldTask').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('fieldTask')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}

/** Who sits in a role of the audit office today and works for a place: at home in it, or everywhere. */
export const auditorsOf = (read: Reader, at: { place: string; on: Day }) =>
  read
    .selectFrom('seat')
    .innerJoin('account', 'account.account', 'seat.account')
    .select(['account.account', 'account.name', 'seat.role'])
    .distinctOn('account.account')
    .where('seat.role', 'in', ['clerk', 'auditor', 'leadAuditor', 'reviewer', 'adjudicator', 'director'])
    .where('account.disabledOn', 'is', null)
    .where('seat.fromOn', '<=', at.on)
    .where('seat.endedOn', 'is', null)
    .where((is) => is.or([is('seat.untilOn', 'is', null), is('seat.untilOn', '>=', at.on)]))
    .where((is) => is.or([is('seat.jurisdiction', '=', '*'), is('seat.jurisdiction', 'like', inside(at.place))]))
    .orderBy('account.account')
    .execute()

export const declarationsOf = (read: Reader, project: string): Promise<RecusalDeclaration[]> =>
  read.selectFrom('recusalDeclaration').selectAll().where('project', '=', project).execute()
export const keepDeclaration = (tx: Writer, row: RecusalDeclaration) =>
  tx
    .insertInto('recusalDeclaration')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()

/** Earlier audits of a unit that these accounts worked on, with the day each ended (its report, else its start). */
export const auditsOfUnit = (read: Reader, about: { unit: string; project: string; accounts: readonly string[] }) =>
  about.accounts.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('projectMember')
        .innerJoin('project', 'project.id', 'projectMember.project')
        .select(['projectMember.account', 'project.title', 'project.reportedOn', 'project.startedOn', 'projectMember.leftOn'])
        .where('project.unit', '=', about.unit)
        .where('project.id', '<>', about.project)
        .where('projectMember.account', 'in', [...about.accounts])
        .execute()

/** Posts that these accounts, where they are in the register of officials, held in a unit. */
export const postsInUnit = (read: Reader, about: { unit: string; accounts: readonly string[] }) =>
  about.accounts.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('account')
        .innerJoin('tenure', 'tenure.official', 'account.officialId')
        .select(['account.account', 'tenure.endsOn'])
        .where('account.account', 'in', [...about.accounts])
        .where('tenure.unit', '=', about.unit)
        .execute()

export const tasksOf = (read: Reader, project: string) =>
  read
    .selectFrom('fieldTask')
    .leftJoin('auditCheck', 'auditCheck.id', 'fieldTask.auditCheck')
    .selectAll('fieldTask')
    .select('auditCheck.number as checkNumber')
    .where('fieldTask.project', '=', project)
    .orderBy('fieldTask.place')
    .orderBy('fieldTask.id')
    .execute()
export const dropTask = (tx: Writer, id: string) => tx.deleteFrom('fieldTask').where('id', '=', id).execute()

export const workDaysOf = (read: Reader, project: string): Promise<WorkDay[]> =>
  read.selectFrom('workDay').selectAll().where('project', '=', project).orderBy('workedOn').orderBy('id').execute()
/** What somebody logged on one day, in whatever project. */
export const loggedOn = (read: Reader, by: { account: string; workedOn: WorkDay['workedOn'] }) =>
  read.selectFrom('workDay').select(['workedOn', 'days']).where('account', '=', by.account).where('workedOn', '=', by.workedOn).execute()
export const addWorkDay = (tx: Writer, row: WorkDay) => tx.insertInto('workDay').values(row).execute()

/** Accounts whose recusal from this project, its unit or one of its officials was decided and still holds. */
export async function recusedAmong(read: Reader, project: Project, on: Day): Promise<ReadonlySet<string>> {
  const subjects = await read.selectFrom('projectSubject').select('official').where('project', '=', project.id).execute()
  const meant = [project.id, project.unit, ...subjects.map(({ official }) => official)]
  const rows = await read
    .selectFrom('recusal')
    .select('account')
    .where('subject', 'in', meant)
    .where((is) => is.or([is('until', 'is', null), is('until', '>=', on)]))
    .execute()
  return new Set(rows.map(({ account }) => account))
}
