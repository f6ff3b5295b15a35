import { sql } from 'kysely'
import type { Day } from '../kernel/day.ts'
import type { Reader, Writer } from '../platform/db.ts'
import { newId } from '../platform/id.ts'
import { demoCodes } from './place.ts'

export const unitIdsByName = async (read: Reader): Promise<ReadonlyMap<string, string>> => {
  const rows = await read.selectFrom('unit').select(['id', 'name']).where('jurisdiction', 'like', demoCodes).execute()
  return new Map(rows.map((row) => [row.name, row.id]))
}

/** The paragraphs of a paper by its file name: number and text. */
export const paragraphsOf = (read: Reader, file: string) =>
  read
    .selectFrom('paragraph')
    .innerJoin('document', 'document.id', 'paragraph.document')
    .innerJoin('documentText', 'documentText.document', 'document.id')
    .where('document.name', '=', file)
    .where('document.jurisdiction', 'like', demoCodes)
    .select([
      'paragraph.no',
      sql<string>`substr(document_text.text, paragraph.starts_at + 1, paragraph.ends_at - paragraph.starts_at)`.as('text'),
    ])
    .orderBy('paragraph.no')
    .execute()

export const officialIdsByNumber = async (read: Reader): Promise<ReadonlyMap<string, string>> => {
  const rows = await read.selectFrom('official').select(['id', 'number']).where('jurisdiction', 'like', demoCodes).execute()
  return new Map(rows.map((row) => [row.number, row.id]))
}

export const setPaperUnit = (tx: Writer, paper: { file: string; unit: string }) =>
  tx.updateTable('document').set({ unit: paper.unit }).where('name', '=', paper.file).where('jurisdiction', 'like', demoCodes).execute()

/** The newest case of the official of this name. */
export async function latestCaseOf(read: Reader, name: string): Promise<string | null> {
  const found = await read
    .selectFrom('projectSubject')
    .innerJoin('project', 'project.id', 'projectSubject.project')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .where('official.name', '=', name)
    .where('project.jurisdiction', 'like', demoCodes)
    .select('project.id')
    .orderBy('project.year', 'desc')
    .orderBy('project.id', 'desc')
    .executeTakeFirst()
  return found?.id ?? null
}

/** Findings that carry a responsibility of the given grade, oldest number first. */
export const findingsWithGrade = (read: Reader, grade: 'direct' | 'leading') =>
  read
    .selectFrom('responsibility')
    .innerJoin('finding', 'finding.id', 'responsibility.finding')
    .innerJoin('official', 'official.id', 'responsibility.official')
    .where('finding.jurisdiction', 'like', demoCodes)
    .where('responsibility.grade', '=', grade)
    .select([
      'finding.id as finding',
      'finding.number',
      'finding.problemClass',
      'finding.title',
      'finding.jurisdiction',
      'finding.facts',
      'responsibility.official',
      'official.name',
    ])
    .orderBy('finding.number')
    .execute()

/** Findings behind which stands a file of evidence. */
export const findingsWithFiles = async (read: Reader): Promise<ReadonlySet<string>> => {
  const rows = await read
    .selectFrom('findingEvidence')
    .innerJoin('evidenceFile', 'evidenceFile.evidence', 'findingEvidence.evidence')
    .select('findingEvidence.finding')
    .distinct()
    .execute()
  return new Set(rows.map(({ finding }) => finding))
}

export const addTolerance = (tx: Writer, given: { finding: string; official: string; decidedOn: Day; reason: string }) =>
  tx
    .insertInto('tolerance')
    .values({ id: newId(), outcome: 'lighten', ...given })
    .execute()

type DemoObjection = {
  finding: string
  official: string
  raisedOn: Day
  decidedOn: Day
  decidedBy: string
  text: string
  reason: string
  outcome: 'upheld' | 'rejected'
  correctedText: string | null
}
export const addObjection = (tx: Writer, given: DemoObjection) => {
  const upheld = given.outcome === 'upheld'
  const effect = upheld ? ('regraded' as const) : null
  return tx
    .insertInto('objection')
    .values({ id: newId(), ...given, effect, correctedGrade: upheld ? 'leading' : null })
    .execute()
}

/** An official who holds a post in a unit, with that tenure. */
export const officialNamed = (read: Reader, about: { name: string; unit: string }) =>
  read
    .selectFrom('official')
    .innerJoin('tenure', 'tenure.official', 'official.id')
    .select(['official.id', 'tenure.id as tenure'])
    .where('official.name', '=', about.name)
    .where('tenure.unit', '=', about.unit)
    .orderBy('tenure.startsOn', 'desc')
    .executeTakeFirst()

/** The latest audit of a unit that came in with the workbook. */
export const projectOfUnit = async (read: Reader, unit: string): Promise<string | undefined> =>
  (
    await read
      .selectFrom('project')
      .select('id')
      .where('unit', '=', unit)
      .where('reportedOn', 'is not', null)
      .orderBy('year', 'desc')
      .executeTakeFirst()
  )?.id

/** Findings of a project that stand in a paper of the library. */
export const findingsPlaced = (read: Reader, project: string) =>
  read
    .selectFrom('finding')
    .innerJoin('document', 'document.name', 'finding.reportFile')
    .select(['finding.id', 'document.id as document', 'finding.paragraph', 'finding.start', 'finding.end'])
    .where('finding.project', '=', project)
    .orderBy('finding.number')
    .execute()

/** Audits whose report is out, each with its officials, in the order of their numbers. */
export async function reportedProjects(read: Reader) {
  const rows = await read
    .selectFrom('project')
    .select(['id', 'number', 'title', 'jurisdiction'])
    .where('jurisdiction', 'like', demoCodes)
    .where('reportedOn', 'is not', null)
    .orderBy('number')
    .execute()
  const officials = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['projectSubject.project', 'official.id', 'official.name'])
    .orderBy('official.number')
    .execute()
  return rows.map(({ id, number, title, jurisdiction }) => ({
    ...{ id, number, title, jurisdiction },
    label: number ? `${number} ${title}` : title,
    officials: officials.filter(({ project }) => project === id),
  }))
}

const removals = [
  sql`delete from lead where jurisdiction like ${demoCodes}`,
  sql`delete from lead_organ where jurisdiction like ${demoCodes}`,
  sql`delete from share_grant where owner_jurisdiction like ${demoCodes}`,
  sql`delete from recusal where jurisdiction like ${demoCodes}`,
  sql`delete from request_package where jurisdiction like ${demoCodes}`,
  sql`delete from material_request where jurisdiction like ${demoCodes}`,
  sql`delete from account where demo`,
  sql`update compilation set replaces = null where jurisdiction like ${demoCodes}`,
  sql`delete from compilation where jurisdiction like ${demoCodes}`,
  sql`delete from risk_rule where region like ${demoCodes}`,
  sql`delete from service_receipt where paper in (select id from issued_paper where jurisdiction like ${demoCodes})`,
  sql`delete from paper_number where paper in (select id from issued_paper where jurisdiction like ${demoCodes})`,
  sql`delete from issued_paper where jurisdiction like ${demoCodes}`,
  sql`delete from paper_template where jurisdiction like ${demoCodes}`,
  sql`delete from paper_series where jurisdiction like ${demoCodes}`,
  sql`delete from plan where jurisdiction like ${demoCodes}`,
  sql`delete from auditor where jurisdiction like ${demoCodes}`,
  sql`delete from audit_team where jurisdiction like ${demoCodes}`,
  sql`delete from document where jurisdiction like ${demoCodes}`,
  sql`delete from rectification where jurisdiction like ${demoCodes}`,
  sql`delete from finding where jurisdiction like ${demoCodes}`,
  sql`delete from past_audit where official in (select id from official where jurisdiction like ${demoCodes})`,
  sql`delete from project where jurisdiction like ${demoCodes}`,
  sql`delete from tenure where jurisdiction like ${demoCodes}`,
  sql`delete from official where jurisdiction like ${demoCodes}`,
  sql`delete from regulation_version where regulation in (select id from regulation where jurisdiction like ${demoCodes})`,
  sql`delete from regulation where jurisdiction like ${demoCodes}`,
  sql`delete from class_remap where jurisdiction like ${demoCodes}`,
  sql`delete from problem_class where jurisdiction like ${demoCodes}`,
  sql`delete from unit where jurisdiction like ${demoCodes}`,
  sql`delete from batch where jurisdiction like ${demoCodes}`,
  sql`delete from setting where name = 'demonstration'`,
  sql`delete from jurisdiction where code like ${demoCodes}`,
]

/** Removes everything of the fictional city; fails whole when a record of somebody's own stands on it. */
export async function removeAll(tx: Writer): Promise<void> {
  for (const removal of removals) await removal.execute(tx)
}

/** Files that only the demonstration's papers stand on. */
export async function demoPapers(read: Reader): Promise<string[]> {
  const rows = await read.selectFrom('document').select(['sha256', 'jurisdiction']).execute()
  const others = new Set(rows.filter((row) => !row.jurisdiction.startsWith('99')).map((row) => row.sha256))
  return [...new Set(rows.map((row) => row.sha256))].filter((sha256) => !others.has(sha256))
}
