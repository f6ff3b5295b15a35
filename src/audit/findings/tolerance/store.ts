import { json, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Tolerance } from '../model.ts'
import type { ToleranceCase, ToleranceQuestion } from './model.ts'

export const toleranceQuestions = (read: Reader): Promise<ToleranceQuestion[]> =>
  read.selectFrom('toleranceQuestion').selectAll().orderBy('place').execute()
export const claimsOn = (read: Reader, finding: string): Promise<ToleranceCase[]> =>
  read.selectFrom('toleranceCase').selectAll().where('finding', '=', finding).orderBy('id').execute()
export const lockClaim = (tx: Writer, id: string): Promise<ToleranceCase | undefined> =>
  tx.selectFrom('toleranceCase').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const addClaim = (tx: Writer, claim: Omit<ToleranceCase, 'id' | 'version'>): Promise<ToleranceCase> =>
  tx
    .insertInto('toleranceCase')
    .values({ id: newId(), version: 1, ...claim, grounds: json(claim.grounds), answers: json(claim.answers) })
    .returningAll()
    .executeTakeFirstOrThrow()
export const moveClaim = (
  tx: Writer,
  { id, version }: ToleranceCase,
  to: Partial<Omit<ToleranceCase, 'grounds'>>,
): Promise<ToleranceCase> =>
  tx
    .updateTable('toleranceCase')
    .set({ ...to, ...(to.answers ? { answers: json(to.answers) } : {}), version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** The decision as lists, drawer, papers and portrait know it. */
export const keepTolerance = async (tx: Writer, decided: Omit<Tolerance, 'id'>): Promise<void> => {
  const { finding: _, official: __, ...rest } = decided
  await tx
    .insertInto('tolerance')
    .values({ id: newId(), ...decided })
    .onConflict((same) => same.columns(['finding', 'official']).doUpdateSet(rest))
    .execute()
}
/** The decision on one official's part in a finding, if there is one. */
export const toleranceOf = (read: Reader, finding: string, official: string): Promise<Tolerance | undefined> =>
  read.selectFrom('tolerance').selectAll().where('finding', '=', finding).where('official', '=', official).executeTakeFirst()
/** Whether the official answers for anything in the finding. */
export const answersFor = async (read: Reader, finding: string, official: string): Promise<boolean> =>
  (await read
    .selectFrom('responsibility')
    .select('id')
    .where('finding', '=', finding)
    .where('official', '=', official)
    .executeTakeFirst()) !== undefined
