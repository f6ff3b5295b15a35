import type { Day } from '../../kernel/day.ts'
import { json, type Reader, type Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { ProjectTermination, Remedy, ReviewCase } from './rules/side-records.ts'
import { endingsAsked, remediesAsked } from './store-parts.ts'

export const endingsOf = (read: Reader, project: string): Promise<ProjectTermination[]> => endingsAsked(read, project).execute()
export const lockEnding = (tx: Writer, id: string): Promise<ProjectTermination | undefined> =>
  tx.selectFrom('projectTermination').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addEnding = (tx: Writer, row: ProjectTermination): Promise<ProjectTermination> =>
  tx
    .insertInto('projectTermination')
    .values({ ...row, consulted: json(row.consulted) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const moveEnding = (tx: Writer, { id, version }: ProjectTermination, to: Partial<ProjectTermination>): Promise<ProjectTermination> =>
  tx
    .updateTable('projectTermination')
    .set({ ...to, ...(to.consulted ? { consulted: json(to.consulted) } : {}), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const reviewsOf = (read: Reader, project: string): Promise<ReviewCase[]> =>
  read.selectFrom('reviewCase').selectAll().where('project', '=', project).orderBy('id').execute()
export const lockReview = (tx: Writer, id: string): Promise<ReviewCase | undefined> =>
  tx.selectFrom('reviewCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addReview = (tx: Writer, row: ReviewCase): Promise<ReviewCase> =>
  tx
    .insertInto('reviewCase')
    .values({ ...row, findings: json(row.findings), reviewers: json(row.reviewers) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const moveReview = (tx: Writer, { id, version }: ReviewCase, to: Partial<Omit<ReviewCase, 'findings'>>): Promise<ReviewCase> =>
  tx
    .updateTable('reviewCase')
    .set({ ...to, ...(to.reviewers ? { reviewers: json(to.reviewers) } : {}), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

export const remediesOf = (read: Reader, project: string): Promise<Remedy[]> => remediesAsked(read, project).execute()
export const lockRemedy = (tx: Writer, id: string): Promise<Remedy | undefined> =>
  tx.selectFrom('remedy').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addRemedy = (tx: Writer, row: Remedy): Promise<Remedy> =>
  tx.insertInto('remedy').values(row).returningAll().executeTakeFirstOrThrow()
export const moveRemedy = (tx: Writer, { id, version }: Remedy, to: Partial<Remedy>): Promise<Remedy> =>
  tx
    .updateTable('remedy')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

type Raised = { official: string; raisedOn: Day; text: string }
const open = {
  outcome: 'pending',
  decidedOn: null,
  decidedBy: null,
  reason: null,
  effect: null,
  correctedText: null,
  correctedGrade: null,
} as const
/** The objection stands beside each finding it is raised against, so that the portrait shows it pending. */
export async function raiseAgainst(tx: Writer, findings: readonly string[], raised: Raised): Promise<void> {
  if (findings.length === 0) return
  await tx
    .insertInto('objection')
    .values(findings.map((finding) => ({ id: newId(), finding, ...raised, ...open })))
    .execute()
}

type Settled = {
  outcome: 'upheld' | 'partly' | 'rejected'
  decidedOn: Day
  decidedBy: string
  reason: string
  effect: 'withdrawn' | 'reworded' | 'regraded' | null
  correctedText: string | null
  correctedGrade: 'direct' | 'leading' | 'supervising' | null
}
/** Settles the pending objections of an official to these findings: the old statement is superseded wherever it is quoted. */
export const settleObjections = async (tx: Writer, review: Pick<ReviewCase, 'official' | 'findings'>, settled: Settled): Promise<void> => {
  if (review.findings.length === 0) return
  await tx
    .updateTable('objection')
    .set(settled)
    .where('official', '=', review.official)
    .where('finding', 'in', review.findings)
    .where('outcome', '=', 'pending')
    .execute()
}

/** How many of these findings belong to the project. */
export const findingsAmong = async (read: Reader, project: string, findings: readonly string[]): Promise<number> =>
  findings.length === 0
    ? 0
    : (
        await read
          .selectFrom('finding')
          .select('id')
          .where('project', '=', project)
          .where('id', 'in', [...findings])
          .execute()
      ).length

/** Names of accounts, for groups and votes. */
export const accountNames = async (read: Reader, accounts: readonly string[]): Promise<{ account: string; name: string }[]> =>
  accounts.length === 0
    ? []
    : read
        .selectFrom('account')
        .select(['account', 'name'])
        .where('account', 'in', [...accounts])
        .execute()
