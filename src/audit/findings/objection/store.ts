import { json, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Objection } from '../model.ts'
import type { HigherReview, LateReply, ReviewRoute } from './model.ts'

export const reviewRoutes = (read: Reader): Promise<ReviewRoute[]> =>
  read.selectFrom('reviewRoute').selectAll().orderBy('level').orderBy('validFrom').execute()

/** Everybody who ever took part in an audit, those who left the team included. */
export const everOnTeam = (read: Reader, project: string): Promise<{ account: string }[]> =>
  read.selectFrom('projectMember').select('account').where('project', '=', project).execute()

export const addLate = (tx: Writer, late: Omit<LateReply, 'id' | 'version' | 'answer' | 'answeredBy' | 'answeredOn'>): Promise<LateReply> =>
  tx
    .insertInto('lateReply')
    .values({ id: newId(), version: 1, ...late, evidence: json(late.evidence) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const findLate = (read: Reader, id: string): Promise<LateReply | undefined> =>
  read.selectFrom('lateReply').selectAll().where('id', '=', id).executeTakeFirst()
export const lockLate = (tx: Writer, id: string): Promise<LateReply | undefined> =>
  tx.selectFrom('lateReply').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
type Answered = Pick<LateReply, 'answer' | 'answeredBy' | 'answeredOn'>
export const answerLate = (tx: Writer, { id, version }: LateReply, to: Answered): Promise<LateReply> =>
  tx
    .updateTable('lateReply')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
export const lateRepliesOf = (read: Reader, project: string): Promise<LateReply[]> =>
  read.selectFrom('lateReply').selectAll().where('project', '=', project).orderBy('id').execute()
/** Late words on one finding, and those on the whole draft it stood in. */
export const lateRepliesOn = (read: Reader, about: { finding: string; project: string }): Promise<LateReply[]> =>
  read
    .selectFrom('lateReply')
    .selectAll()
    .where('project', '=', about.project)
    .where((is) => is.or([is('finding', '=', about.finding), is('finding', 'is', null)]))
    .orderBy('id')
    .execute()

export const addHigher = (tx: Writer, row: HigherReview): Promise<HigherReview> =>
  tx
    .insertInto('higherReview')
    .values({ ...row, findings: json(row.findings) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const lockHigher = (tx: Writer, id: string): Promise<HigherReview | undefined> =>
  tx.selectFrom('higherReview').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const moveHigher = (tx: Writer, { id, version }: HigherReview, to: Partial<Omit<HigherReview, 'findings'>>): Promise<HigherReview> =>
  tx
    .updateTable('higherReview')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
export const higherOf = (read: Reader, projects: readonly string[]): Promise<HigherReview[]> =>
  projects.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('higherReview')
        .selectAll()
        .where('project', 'in', [...projects])
        .orderBy('id')
        .execute()

/** Objections of an official to these findings that were settled on a day with an effect. */
export const settledOn = (
  read: Reader,
  of: { official: string; findings: readonly string[]; on: Objection['raisedOn'] },
): Promise<Objection[]> =>
  of.findings.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('objection')
        .selectAll()
        .where('official', '=', of.official)
        .where('finding', 'in', [...of.findings])
        .where('decidedOn', '=', of.on)
        .where('effect', 'is not', null)
        .orderBy('id')
        .execute()

/** Findings the person or unit signed in answers for or is about, the latest audits first. */
export const ownFindings = (read: Reader, whom: { party: 'official' | 'unit'; id: string }) =>
  read
    .selectFrom('finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .select(['finding.id', 'finding.number', 'finding.title', 'finding.facts', 'finding.project', 'project.title as projectTitle'])
    .$if(whom.party === 'unit', (query) => query.where('finding.unit', '=', whom.id))
    .$if(whom.party === 'official', (query) =>
      query.where('finding.id', 'in', (of) => of.selectFrom('responsibility').select('finding').where('official', '=', whom.id)),
    )
    .orderBy('project.year', 'desc')
    .orderBy('finding.number')
    .limit(300)
    .execute()
