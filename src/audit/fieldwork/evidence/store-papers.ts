import type { Reader, Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { pageHolding } from '../rules.ts'
import type { Shelf } from '../shelf.ts'
import type { PaperLine } from './contract.ts'
import type { PaperState, ReviewNote, WorkingPaper } from './model.ts'
import { editedAfterReview } from './rules.ts'

export const paperShelf: Shelf<WorkingPaper> = {
  find: (read, id) => read.selectFrom('workingPaper').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('workingPaper')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const papersNumbered = (read: Reader, project: string) =>
  read.selectFrom('workingPaper').select(['id', 'number']).where('project', '=', project).execute()

const fitting = (read: Reader, asked: { project: string; state: readonly PaperState[] }) => {
  const query = read.selectFrom('workingPaper').where('workingPaper.project', '=', asked.project)
  return asked.state.length > 0 ? query.where('workingPaper.state', 'in', asked.state) : query
}
const lines = (query: ReturnType<typeof fitting>) =>
  query
    .leftJoin('auditCheck', 'auditCheck.id', 'workingPaper.auditCheck')
    .selectAll('workingPaper')
    .select((of) => [
      'auditCheck.number as checkNumber',
      of
        .selectFrom('reviewNote')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('reviewNote.paper', '=', 'workingPaper.id')
        .where('reviewNote.settledOn', 'is', null)
        .as('openNotes'),
    ])
const asLine = (row: WorkingPaper & { openNotes: number | null; checkNumber: string | null }): PaperLine => ({
  ...row,
  openNotes: Number(row.openNotes ?? 0),
  editedAfterReview: editedAfterReview(row),
})

type Asked = { project: string; state: readonly PaperState[]; offset: number; limit: number; row?: string | undefined }
/** One page of a project's working papers in the order of their numbers: the page that holds `row`, when one is named. */
export async function listPapers(read: Reader, asked: Asked): Promise<{ rows: PaperLine[]; total: number; offset: number }> {
  const fit = await fitting(read, asked).select('id').orderBy('number').execute()
  const { ids, ...page } = pageHolding(fit, asked)
  const rows =
    ids.length === 0 ? [] : await lines(fitting(read, asked)).where('workingPaper.id', 'in', ids).orderBy('workingPaper.number').execute()
  return { rows: rows.map(asLine), ...page }
}
export async function paperLine(read: Reader, paper: WorkingPaper): Promise<PaperLine> {
  const row = await lines(fitting(read, { project: paper.project, state: [] }))
    .where('workingPaper.id', '=', paper.id)
    .executeTakeFirstOrThrow()
  return asLine(row)
}

export const evidenceOfPaper = (read: Reader, paper: string) =>
  read
    .selectFrom('paperEvidence')
    .innerJoin('evidence', 'evidence.id', 'paperEvidence.evidence')
    .select(['evidence.id', 'evidence.number', 'evidence.title'])
    .where('paperEvidence.paper', '=', paper)
    .orderBy('evidence.number')
    .execute()
/** Which of these evidence sheets belong to the project; their numbers in order. */
export const evidenceAmong = (read: Reader, project: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('evidence')
        .select(['id', 'number'])
        .where('project', '=', project)
        .where('id', 'in', [...ids])
        .orderBy('number')
        .execute()
export async function setEvidence(tx: Writer, paper: string, evidence: readonly string[]): Promise<void> {
  await tx.deleteFrom('paperEvidence').where('paper', '=', paper).execute()
  const rows = evidence.map((each) => ({ id: newId(), paper, evidence: each }))
  if (rows.length > 0) await tx.insertInto('paperEvidence').values(rows).execute()
}

export const notesOf = (read: Reader, paper: string): Promise<ReviewNote[]> =>
  read.selectFrom('reviewNote').selectAll().where('paper', '=', paper).orderBy('id').execute()
export const findNote = (read: Reader, id: string): Promise<ReviewNote | undefined> =>
  read.selectFrom('reviewNote').selectAll().where('id', '=', id).executeTakeFirst()
export const keepNote = (tx: Writer, row: ReviewNote) =>
  tx
    .insertInto('reviewNote')
    .values(row)
    .onConflict((on) => on.column('id').doUpdateSet(row))
    .execute()
