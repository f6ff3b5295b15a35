import { grouped } from '../../../kernel/grouped.ts'
import { json, likeText, type Reader, type Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { pageHolding } from '../rules.ts'
import type { Shelf } from '../shelf.ts'
import type { EvidenceFilter, EvidenceView, ProofView } from './contract.ts'
import type { Evidence, EvidenceFile, FindingEvidence, Talk } from './model.ts'

export const evidenceShelf: Shelf<Evidence> = {
  find: (read, id) => read.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, row) =>
    tx
      .insertInto('evidence')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute(),
}
export const talkShelf: Shelf<Talk> = {
  find: (read, id) => read.selectFrom('talk').selectAll().where('id', '=', id).executeTakeFirst(),
  keep: (tx, { auditors, lines, ...plain }) => {
    const row = { ...plain, auditors: json(auditors), lines: json(lines) }
    return tx
      .insertInto('talk')
      .values(row)
      .onConflict((on) => on.column('id').doUpdateSet(row))
      .execute()
  },
}

export const evidenceNumbers = async (read: Reader, project: string): Promise<string[]> =>
  (await read.selectFrom('evidence').select('number').where('project', '=', project).execute()).map(({ number }) => number)
export const talkNumbers = async (read: Reader, project: string): Promise<string[]> =>
  (await read.selectFrom('talk').select('number').where('project', '=', project).execute()).map(({ number }) => number)

export async function addFiles(
  tx: Writer,
  evidence: string,
  files: readonly Pick<EvidenceFile, 'name' | 'sha256' | 'size'>[],
): Promise<void> {
  const rows = files.map(({ name, sha256, size }) => ({ id: newId(), evidence, name, sha256, size }))
  if (rows.length > 0) await tx.insertInto('evidenceFile').values(rows).execute()
}
export const filesOf = (read: Reader, evidence: string): Promise<EvidenceFile[]> =>
  read.selectFrom('evidenceFile').selectAll().where('evidence', '=', evidence).orderBy('id').execute()
export const findEvidenceFile = (read: Reader, id: string) =>
  read
    .selectFrom('evidenceFile')
    .innerJoin('evidence', 'evidence.id', 'evidenceFile.evidence')
    .select(['evidenceFile.name', 'evidenceFile.sha256', 'evidence.project'])
    .where('evidenceFile.id', '=', id)
    .executeTakeFirst()

/** A paper of the library by its id: its name, place and number of pages. */
export const findPaperOfLibrary = (read: Reader, id: string) =>
  read.selectFrom('document').select(['id', 'name', 'pages', 'jurisdiction']).where('id', '=', id).executeTakeFirst()

/** Papers of the library about the audited unit, the latest first; at most two hundred. */
export const libraryOf = (read: Reader, unit: string) =>
  read.selectFrom('document').select(['id', 'name', 'title']).where('unit', '=', unit).orderBy('id', 'desc').limit(200).execute()

const fitting = (read: Reader, { project, q, sign }: EvidenceFilter) => {
  let query = read.selectFrom('evidence').where('project', '=', project)
  if (sign.length > 0) query = query.where('sign', 'in', sign)
  if (!q) return query
  const like = `%${likeText(q)}%`
  return query.where((is) => is.or([is('title', 'like', like), is('number', 'like', like), is('provider', 'like', like)]))
}

async function viewsOf(read: Reader, rows: readonly Evidence[]): Promise<EvidenceView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const files = await read.selectFrom('evidenceFile').selectAll().where('evidence', 'in', ids).orderBy('id').execute()
  const findings = await read
    .selectFrom('findingEvidence')
    .innerJoin('finding', 'finding.id', 'findingEvidence.finding')
    .select(['findingEvidence.id as link', 'finding.id', 'finding.number', 'findingEvidence.page', 'findingEvidence.evidence'])
    .where('findingEvidence.evidence', 'in', ids)
    .orderBy('finding.number')
    .execute()
  const checks = await read
    .selectFrom('checkEvidence')
    .innerJoin('auditCheck', 'auditCheck.id', 'checkEvidence.auditCheck')
    .select(['checkEvidence.id as link', 'auditCheck.id', 'auditCheck.number', 'checkEvidence.evidence'])
    .where('checkEvidence.evidence', 'in', ids)
    .orderBy('auditCheck.number')
    .execute()
  const papers = await namesOfPapers(read, rows)
  return rows.map((row) => ({
    ...row,
    files: files.filter((file) => file.evidence === row.id),
    documentName: papers.get(row.document ?? '') ?? null,
    findings: findings.filter((each) => each.evidence === row.id),
    checks: checks.filter((each) => each.evidence === row.id),
  }))
}

async function namesOfPapers(read: Reader, rows: readonly Evidence[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => (row.document ? [row.document] : []))
  if (ids.length === 0) return new Map()
  const papers = await read.selectFrom('document').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(papers.map((paper) => [paper.id, paper.name]))
}

/** One page of a project's evidence sheets in the order of their numbers: the page that holds `row`, when one is named. */
export async function listEvidence(read: Reader, filter: EvidenceFilter): Promise<{ rows: EvidenceView[]; total: number; offset: number }> {
  const { ids, ...page } = pageHolding(await fitting(read, filter).select('id').orderBy('number').execute(), filter)
  const rows = ids.length === 0 ? [] : await read.selectFrom('evidence').selectAll().where('id', 'in', ids).orderBy('number').execute()
  return { rows: await viewsOf(read, rows), ...page }
}
export const viewOf = async (read: Reader, evidence: Evidence): Promise<EvidenceView | undefined> => (await viewsOf(read, [evidence]))[0]

/** Every finding of a project with what stands behind it. */
export async function proofOf(read: Reader, project: string): Promise<ProofView[]> {
  const findings = await read
    .selectFrom('finding')
    .select(['id', 'number', 'title'])
    .where('project', '=', project)
    .orderBy('number')
    .execute()
  const links = await read
    .selectFrom('findingEvidence')
    .innerJoin('evidence', 'evidence.id', 'findingEvidence.evidence')
    .selectAll('findingEvidence')
    .select(['evidence.number as evidenceNumber', 'evidence.title as evidenceTitle', 'evidence.sign', 'evidence.document'])
    .where('evidence.project', '=', project)
    .orderBy('evidence.number')
    .execute()
  const byFinding = grouped(links, (link) => link.finding)
  return findings.map((finding) => ({ ...finding, behind: byFinding.get(finding.id) ?? [] }))
}

/** Findings of a project that have no evidence: a draft for comment may not go out while there is one. */
export const findingsWithoutEvidence = (read: Reader, project: string): Promise<{ id: string; number: string; title: string }[]> =>
  read
    .selectFrom('finding')
    .select(['id', 'number', 'title'])
    .where('project', '=', project)
    .where((is) =>
      is.not(
        is.exists(is.selectFrom('findingEvidence').select('findingEvidence.id').whereRef('findingEvidence.finding', '=', 'finding.id')),
      ),
    )
    .orderBy('number')
    .execute()

export const findLink = (read: Reader, id: string) =>
  read
    .selectFrom('findingEvidence')
    .innerJoin('evidence', 'evidence.id', 'findingEvidence.evidence')
    .select(['findingEvidence.id', 'evidence.project'])
    .where('findingEvidence.id', '=', id)
    .executeTakeFirst()
export const linkOf = (read: Reader, link: { finding: string; evidence: string }) =>
  read
    .selectFrom('findingEvidence')
    .select('id')
    .where('finding', '=', link.finding)
    .where('evidence', '=', link.evidence)
    .executeTakeFirst()
export const addLink = (tx: Writer, row: FindingEvidence) => tx.insertInto('findingEvidence').values(row).execute()
export const dropLink = (tx: Writer, id: string) => tx.deleteFrom('findingEvidence').where('id', '=', id).execute()

export async function addCheckLink(tx: Writer, link: { auditCheck: string; evidence: string }): Promise<{ id: string }> {
  const row = { id: newId(), ...link }
  await tx
    .insertInto('checkEvidence')
    .values(row)
    .onConflict((on) => on.columns(['auditCheck', 'evidence']).doNothing())
    .execute()
  return { id: row.id }
}

type TalksAsked = { project: string; offset: number; limit: number; row?: string | undefined }
/** One page of a project's talks, the latest first: the page that holds `row`, when one is named. */
export async function talksOf(read: Reader, asked: TalksAsked): Promise<{ rows: Talk[]; total: number; offset: number }> {
  const sorted = read.selectFrom('talk').where('project', '=', asked.project).orderBy('heldOn', 'desc').orderBy('id')
  const { ids, ...page } = pageHolding(await sorted.select('id').execute(), asked)
  return { rows: ids.length === 0 ? [] : await sorted.selectAll().where('id', 'in', ids).execute(), ...page }
}
