import type { Paging } from '../../kernel/paging.ts'
import { countOf, type Reader, type Writer } from '../../platform/db.ts'
import type { CorrectionLine } from './contract.ts'
import type { CorrectionRequest } from './model.ts'

type Asked = Paging & { state?: CorrectionRequest['state'] | undefined }

const fitting = (read: Reader, asked: Asked) => {
  const query = read.selectFrom('correctionRequest as c').innerJoin('official as o', 'o.id', 'c.official')
  return asked.state ? query.where('c.state', '=', asked.state) : query
}

/** Requests to correct a record that this reader may know (his place's, or his own), those waiting first. */
export async function correctionPage(read: Reader, asked: Asked): Promise<{ rows: CorrectionLine[]; total: number }> {
  const rows = await fitting(read, asked)
    .selectAll('c')
    .select(['o.name', 'o.number'])
    .orderBy((by) => by('c.state', '<>', 'received'))
    .orderBy('c.madeOn', 'desc')
    .orderBy('c.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { rows, total: await countOf(fitting(read, asked).select((of) => of.fn.countAll<number>().as('count'))) }
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
