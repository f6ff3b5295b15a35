import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { type Paper, papersOf } from '../projects/store.ts'
import type { Place } from './contract.ts'
import type { Finding, GradeRule, Objection, ProblemClass, Reply, Responsibility, Tolerance } from './model.ts'
import { bearingOn } from './standing.ts'

export const findFinding = (read: Reader, id: string): Promise<Finding | undefined> =>
  read.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst()

export const findFindings = (read: Reader, ids: readonly string[]): Promise<Finding[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('finding')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .orderBy('number')
        .execute()

export async function findingsNumbered(read: Reader, numbers: readonly string[]): Promise<ReadonlyMap<string, Finding>> {
  if (numbers.length === 0) return new Map()
  const rows = await read
    .selectFrom('finding')
    .selectAll()
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  return new Map(rows.map((finding) => [finding.number, finding]))
}

export const allClasses = (read: Reader): Promise<ProblemClass[]> =>
  read.selectFrom('problemClass').selectAll().orderBy('code').orderBy('validFrom').execute()

export const gradeRules = (read: Reader): Promise<GradeRule[]> => read.selectFrom('gradeRule').selectAll().orderBy('validFrom').execute()

/** What hangs on findings: who answers for them, what they said, what was decided. */
export type Parts = { responsibilities: Responsibility[]; replies: Reply[]; tolerances: Tolerance[]; objections: Objection[] }
const nothing: Parts = { responsibilities: [], replies: [], tolerances: [], objections: [] }

export async function partsOf(read: Reader, findings: readonly string[]): Promise<Parts> {
  if (findings.length === 0) return nothing
  const ids = [...findings]
  return {
    responsibilities: await read
      .selectFrom('responsibility')
      .selectAll()
      .where('finding', 'in', ids)
      .orderBy('grade')
      .orderBy('id')
      .execute(),
    replies: await read.selectFrom('reply').selectAll().where('finding', 'in', ids).orderBy('id').execute(),
    tolerances: await read.selectFrom('tolerance').selectAll().where('finding', 'in', ids).orderBy('id').execute(),
    objections: await read.selectFrom('objection').selectAll().where('finding', 'in', ids).orderBy('raisedOn').orderBy('id').execute(),
  }
}

export type FindingOfOfficial = {
  finding: Finding
  responsibility: Responsibility
  reply: Reply | null
  tolerance: Tolerance | null
  objections: Objection[]
}
/** Every confirmed finding an official answers for, with his own words and the decisions on them. */
export async function findingsOfOfficial(read: Reader, official: string): Promise<FindingOfOfficial[]> {
  const responsibilities = await read.selectFrom('responsibility').selectAll().where('official', '=', official).execute()
  const all = await findFindings(
    read,
    responsibilities.map((each) => each.finding),
  )
  const findings = all.filter(({ established }) => established === 'confirmed')
  const parts = await partsOf(
    read,
    findings.map((finding) => finding.id),
  )
  const own = <P extends { finding: string; official: string }>(rows: readonly P[], finding: string) =>
    rows.filter((row) => row.finding === finding && row.official === official)
  return findings.flatMap((finding) =>
    own(responsibilities, finding.id).map((responsibility) => ({
      finding,
      responsibility,
      objections: bearingOn(
        parts.objections.filter((each) => each.finding === finding.id),
        responsibility.official,
      ),
      reply: own(parts.replies, finding.id)[0] ?? null,
      tolerance: own(parts.tolerances, finding.id)[0] ?? null,
    })),
  )
}

type Placed = Pick<Finding, 'id' | 'document' | 'reportFile' | 'paragraph' | 'start' | 'end'>
type Cut = { document: string; no: number; startsAt: number; endsAt: number }

async function paragraphsCited(read: Reader, cited: readonly { paper: string; no: number }[]): Promise<Cut[]> {
  if (cited.length === 0) return []
  return read
    .selectFrom('paragraph')
    .select(['document', 'no', 'startsAt', 'endsAt'])
    .where(
      'document',
      'in',
      cited.map((each) => each.paper),
    )
    .where(
      'no',
      'in',
      cited.map((each) => each.no),
    )
    .execute()
}

async function textsOf(read: Reader, papers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (papers.length === 0) return new Map()
  const rows = await read
    .selectFrom('documentText')
    .select(['document', 'text'])
    .where('document', 'in', [...new Set(papers)])
    .execute()
  return new Map(rows.map((row) => [row.document, row.text]))
}

function placeIn(finding: Placed, paper: Paper, cuts: readonly Cut[], text: string | undefined): Place {
  const cut = cuts.find((each) => each.document === paper.id && each.no === finding.paragraph)
  const start = finding.start ?? cut?.startsAt ?? null
  const end = finding.end ?? cut?.endsAt ?? null
  const quote = text !== undefined && start !== null && end !== null ? text.slice(start, end) : null
  return { paper, paragraph: finding.paragraph, start, end, quote }
}

/** Where each finding stands in its report, as far as the report is in the library; offsets are UTF-16 in its text. */
export async function placesOf(read: Reader, findings: readonly Placed[]): Promise<ReadonlyMap<string, Place>> {
  const paperOf = await papersOf(read, findings)
  const standing = findings.flatMap((finding) => {
    const paper = paperOf(finding)
    return paper ? [{ finding, paper }] : []
  })
  const cuts = await paragraphsCited(
    read,
    standing.flatMap(({ finding, paper }) => (finding.paragraph ? [{ paper: paper.id, no: finding.paragraph }] : [])),
  )
  const texts = await textsOf(
    read,
    standing.map(({ paper }) => paper.id),
  )
  return new Map(standing.map(({ finding, paper }) => [finding.id, placeIn(finding, paper, cuts, texts.get(paper.id))]))
}

/** Findings of projects, by project. */
export async function findingsByProject(read: Reader, projects: readonly string[]): Promise<ReadonlyMap<string, Finding[]>> {
  if (projects.length === 0) return new Map()
  const rows = await read
    .selectFrom('finding')
    .selectAll()
    .where('project', 'in', [...new Set(projects)])
    .orderBy('number')
    .execute()
  return grouped(rows, (row) => row.project)
}
