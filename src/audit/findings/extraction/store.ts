import { countOf, json, likeText, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import type { Finding } from '../model.ts'
import type { PaperLine } from './contract.ts'
import type { FindingProposal, ProposalState } from './model.ts'
import type { Passage } from './rules/problems.ts'
import type { Seen } from './rules/propose.ts'

/** A paper as the rules read it: its text and its paragraphs. */
export async function paperText(read: Reader, document: string) {
  const paper = await read
    .selectFrom('document')
    .innerJoin('documentText', 'documentText.document', 'document.id')
    .select(['document.id', 'document.name', 'document.title', 'document.number', 'document.unit', 'document.sha256', 'documentText.text'])
    .where('document.id', '=', document)
    .executeTakeFirst()
  return paper
}
export const passagesOf = (read: Reader, document: string): Promise<Passage[]> =>
  read.selectFrom('paragraph').select(['no', 'startsAt', 'endsAt', 'heading']).where('document', '=', document).orderBy('no').execute()

const fresh = { state: 'open', finding: null, decidedBy: null, decidedOn: null, note: null, version: 1 } as const
/** Keeps what the rules saw; a proposal known already, decided or not, stays as it is. Answers how many are new. */
export async function keepSeen(tx: Writer, of: { document: string; print: string }, seen: readonly Seen[]): Promise<number> {
  const ids = seen.map(() => newId())
  const known = await tx
    .selectFrom('findingProposal')
    .select(['id', 'rule', 'startsAt', 'endsAt'])
    .where('document', '=', of.document)
    .where('print', '=', of.print)
    .execute()
  const keyOf = (each: { rule: string; startsAt: number; endsAt: number }) => `${each.rule}/${each.startsAt}/${each.endsAt}`
  const already = new Map(known.map((each) => [keyOf(each), each.id]))
  const idAt = (at: number) => already.get(keyOf(seen[at] ?? { rule: '', startsAt: 0, endsAt: 0 })) ?? ids[at] ?? null
  const rows = seen.flatMap(({ under, value, ...each }, at) =>
    already.has(keyOf(each))
      ? []
      : [{ ...of, ...each, ...fresh, id: ids[at] ?? newId(), value: json(value), parent: under === null ? null : idAt(under) }],
  )
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('findingProposal')
      .values(rows.slice(from, from + 1000))
      .execute()
  return rows.length
}

export const proposalsOf = (read: Reader, document: string): Promise<FindingProposal[]> =>
  read.selectFrom('findingProposal').selectAll().where('document', '=', document).orderBy('startsAt').orderBy('id').execute()
export const lockProposal = (tx: Writer, id: string): Promise<FindingProposal | undefined> =>
  tx.selectFrom('findingProposal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

type Decision = {
  state: ProposalState
  decidedBy: string
  decidedOn: FindingProposal['decidedOn']
  note: string | null
  finding: string | null
}
export const decide = (tx: Writer, { id, version }: FindingProposal, to: Decision): Promise<FindingProposal> =>
  tx
    .updateTable('findingProposal')
    .set({ ...to, version: version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
/** What stood under a problem goes the way of the problem. */
export const decideUnder = async (tx: Writer, parent: string, to: Decision): Promise<void> => {
  await tx.updateTable('findingProposal').set(to).where('parent', '=', parent).where('state', '=', 'open').execute()
}

export const setPrinted = (tx: Writer, finding: Pick<Finding, 'id'>, reportFile: string) =>
  tx.updateTable('finding').set({ reportFile }).where('id', '=', finding.id).execute()

const papers = (read: Reader, q: string | undefined) => {
  const query = read
    .selectFrom('document')
    .where('document.state', '=', 'read')
    .where('document.kind', 'in', ['auditReport', 'resultReport', 'rectificationReport', 'other'])
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((is) => is.or([is('document.title', 'like', like), is('document.number', 'like', like)]))
}
/** Readable reports, those with open proposals first. */
export async function listPapers(
  read: Reader,
  asked: { q?: string | undefined; offset: number; limit: number },
): Promise<{ rows: PaperLine[]; total: number }> {
  const total = await countOf(papers(read, asked.q).select((of) => of.fn.countAll().as('count')))
  const rows = await papers(read, asked.q)
    .leftJoin('unit', 'unit.id', 'document.unit')
    .leftJoin('findingProposal', (on) =>
      on.onRef('findingProposal.document', '=', 'document.id').on('findingProposal.kind', '=', 'problem'),
    )
    .select(['document.id', 'document.title', 'document.number', 'document.year', 'unit.name as unitName'])
    .select((of) => [
      of.fn.count('findingProposal.id').as('problems'),
      of.fn.count('findingProposal.id').filterWhere('findingProposal.state', '=', 'open').as('open'),
    ])
    .groupBy(['document.id', 'document.title', 'document.number', 'document.year', 'unit.name'])
    .orderBy('open', 'desc')
    .orderBy('document.year', (by) => by.desc().nullsLast())
    .orderBy('document.id')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  return { total, rows: rows.map((row) => ({ ...row, problems: Number(row.problems), open: Number(row.open) })) }
}
