import type { Paging } from '../../kernel/paging.ts'
import { countOf, likeText, type Reader, type Writer } from '../../platform/db.ts'
import type { CorrectionLine } from './contract.ts'
import type { CorrectionRequest } from './model.ts'

type Asked = Paging & { state?: CorrectionRequest['state'] | undefined }
/** `official` narrows to one person's own requests; `place` is '*' for the whole house. */
type Scope = { place: string; official: string | null }

const fitting = (read: Reader, scope: Scope, asked: Asked) => {
  let query = read.selectFrom('correctionRequest as c').innerJoin('official as o', 'o.id', 'c.official')
  if (scope.place !== '*') query = query.where('c.jurisdiction', 'like', `${likeText(scope.place.replace(/(?:00)+$/, ''))}%`)
  if (scope.official !== null) query = query.where('c.official', '=', scope.official)
  return asked.state ? query.where('c.state', '=', asked.state) : query
}

/** Requests to correct a record, those waiting first. */
export async function correctionPage(read: Reader, scope: Scope, asked: Asked): Promise<{ rows: CorrectionLine[]; total: number }> {
  const rows = await fitting(read, scope, asked)
    .selectAll('c')
    .select(['o.name', 'o.number'])
    .orderBy((by) => by('c.state', '<>', 'received'))
    .orderBy('c.madeOn', 'desc')
    .orderBy('c.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows, total: await countOf(fitting(read, scope, asked).select((of) => of.fn.countAll<number>().as('count'))) }
}

export const addCorrection = (tx: Writer, request: CorrectionRequest) =>
  tx.insertInto('correctionRequest').values(request).returningAll().executeTakeFirstOrThrow()
export const lockCorrection = (tx: Writer, id: string) =>
  tx.selectFrom('correctionRequest').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const settleCorrection = (
  tx: Writer,
  request: CorrectionRequest,
  settled: Pick<CorrectionRequest, 'state' | 'answer' | 'answeredBy' | 'answeredOn'>,
) =>
  tx
    .updateTable('correctionRequest')
    .set({ ...settled, version: request.version + 1 })
    .where('id', '=', request.id)
    .returningAll()
    .executeTakeFirstOrThrow()
