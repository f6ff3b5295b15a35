import { sql } from 'kysely'
import { grouped } from '../../kernel/grouped.ts'
import type { Reader } from '../../platform/db.ts'
import { countOf, likeText } from '../../platform/db.ts'
import type { Tenure } from '../../registers/auditees/model.ts'
import { inside } from '../../registers/places/store.ts'
import type { ProjectFilter, ProjectLine } from './contract.ts'
import type { Project, ProjectSubject } from './model.ts'

export const findProject = (read: Reader, id: string): Promise<Project | undefined> =>
  read.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()

export const findProjects = (read: Reader, ids: readonly string[]): Promise<Project[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('project')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .execute()

/** Projects by their own number or their report's number. */
export const projectsNumbered = (read: Reader, numbers: readonly string[]): Promise<Project[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('project')
        .selectAll()
        .where((where) => where.or([where('number', 'in', [...numbers]), where('reportNumber', 'in', [...numbers])]))
        .orderBy('id')
        .execute()

export const subjectsOf = (read: Reader, projects: readonly string[]): Promise<ProjectSubject[]> =>
  projects.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('projectSubject')
        .selectAll()
        .where('project', 'in', [...projects])
        .orderBy('id')
        .execute()

type NamedOfficial = { id: string; number: string; name: string }
export async function officialsById(read: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, NamedOfficial>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('official')
    .select(['id', 'number', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((official) => [official.id, official]))
}

/** The tenures that records name, by id. */
export async function tenuresNamed(read: Reader, records: readonly { tenure: string | null }[]): Promise<ReadonlyMap<string, Tenure>> {
  const ids = [...new Set(records.flatMap((record) => (record.tenure ? [record.tenure] : [])))]
  if (ids.length === 0) return new Map()
  const rows = await read.selectFrom('tenure').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((tenure) => [tenure.id, tenure]))
}

export type ProjectOfOfficial = { project: Project; subject: ProjectSubject }
/** Every audit of these officials, with the post in which each was audited. */
export async function projectsOfOfficials(read: Reader, officials: readonly string[]): Promise<ProjectOfOfficial[]> {
  if (officials.length === 0) return []
  const rows = await read
    .selectFrom('projectSubject')
    .selectAll()
    .where('official', 'in', [...new Set(officials)])
    .orderBy('id')
    .execute()
  const projects = new Map(
    (
      await findProjects(
        read,
        rows.map((row) => row.project),
      )
    ).map((project) => [project.id, project]),
  )
  return rows.flatMap((subject) => {
    const project = projects.get(subject.project)
    return project ? [{ project, subject }] : []
  })
}

export type Paper = { id: string; name: string; sha256: string; title: string; number: string | null; paragraphs: number }
const paperColumns = ['id', 'name', 'sha256', 'title', 'number', 'paragraphs'] as const

/** The papers of the library that bear these file names; of several with one name, the one imported last. */
export async function papersNamed(read: Reader, names: readonly string[]): Promise<ReadonlyMap<string, Paper>> {
  if (names.length === 0) return new Map()
  const rows = await read
    .selectFrom('document')
    .select(paperColumns)
    .where('name', 'in', [...new Set(names)])
    .orderBy('id')
    .execute()
  return new Map(rows.map((paper) => [paper.name, paper]))
}

type Linked = { document: string | null; reportFile: string | null }
/** The paper each record stands on: the one linked, else the one that bears the file name given, whenever it came in. */
export async function papersOf<L extends Linked>(read: Reader, records: readonly L[]): Promise<(record: L) => Paper | null> {
  const ids = [...new Set(records.flatMap((record) => (record.document ? [record.document] : [])))]
  const linked = ids.length === 0 ? [] : await read.selectFrom('document').select(paperColumns).where('id', 'in', ids).execute()
  const byId = new Map(linked.map((paper) => [paper.id, paper]))
  const byName = await papersNamed(
    read,
    records.flatMap((record) => (record.reportFile ? [record.reportFile] : [])),
  )
  return ({ document, reportFile }) => byId.get(document ?? '') ?? byName.get(reportFile ?? '') ?? null
}

/** The projects a paper reports on: what a reader of the paper may take as its audited unit and period. */
export const projectsOfPaper = (read: Reader, paper: { id: string; name: string }): Promise<Project[]> =>
  read
    .selectFrom('project')
    .selectAll()
    .where((where) =>
      where.or([where('document', '=', paper.id), where.and([where('document', 'is', null), where('reportFile', '=', paper.name)])]),
    )
    .orderBy('id')
    .execute()

/** The audit's report is out (`knownBy`, without a day) and the audit was not broken off: what statistics count. */
export const isReported = sql<boolean>`((project.opened_on is null or project.reported_on is not null) and project.state <> 'terminated')`

const listed = (read: Reader, filter: ProjectFilter) => {
  let query = read.selectFrom('project').innerJoin('unit', 'unit.id', 'project.unit')
  if (filter.year.length > 0) query = query.where('project.year', 'in', filter.year)
  if (filter.kind.length > 0) query = query.where('project.kind', 'in', filter.kind)
  if (filter.unit) query = query.where('project.unit', '=', filter.unit)
  if (filter.unitType.length > 0) query = query.where('unit.category', 'in', filter.unitType)
  if (filter.reported !== undefined) query = query.where(filter.reported ? isReported : sql<boolean>`not ${isReported}`)
  if (filter.place) query = query.where('project.jurisdiction', 'like', inside(filter.place))
  if (filter.state.length > 0) query = query.where('project.state', 'in', filter.state)
  if (filter.running !== undefined) query = query.where('project.state', filter.running ? 'not in' : 'in', ['archived', 'terminated'])
  if (filter.q) {
    const like = `%${likeText(filter.q)}%`
    query = query.where((where) =>
      where.or([
        where('project.title', 'like', like),
        where('project.number', 'like', like),
        where('project.reportNumber', 'like', like),
        where('unit.name', 'like', like),
      ]),
    )
  }
  return query
}
const sorts = { year: 'project.year', unit: 'unit.name', number: 'project.number', reportedOn: 'project.reportedOn' } as const
type Sort = keyof typeof sorts
const isSort = (text: string): text is Sort => text in sorts

/** One page of projects, newest first unless sorted otherwise; the total is exact. */
export async function listProjects(read: Reader, filter: ProjectFilter): Promise<{ rows: ProjectLine[]; total: number }> {
  const total = await countOf(listed(read, filter).select((of) => of.fn.countAll().as('count')))
  const key = (filter.sort ?? '-year').replace(/^-/, '')
  const downward = (filter.sort ?? '-year').startsWith('-')
  const rows = await listed(read, filter)
    .selectAll('project')
    .select('unit.name as unitName')
    .orderBy(isSort(key) ? sorts[key] : 'project.year', (order) => (downward ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('project.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  const subjects = await namesOfSubjects(
    read,
    rows.map((row) => row.id),
  )
  const findings = await countFindings(
    read,
    rows.map((row) => row.id),
  )
  return { total, rows: rows.map((row) => ({ ...row, officials: subjects.get(row.id) ?? [], findings: findings.get(row.id) ?? 0 })) }
}

async function namesOfSubjects(read: Reader, projects: readonly string[]): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
  if (projects.length === 0) return new Map()
  const rows = await read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .select(['projectSubject.project', 'official.id', 'official.name'])
    .where('projectSubject.project', 'in', [...projects])
    .orderBy('official.number')
    .execute()
  return grouped(rows, (row) => row.project)
}

export async function countFindings(read: Reader, projects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (projects.length === 0) return new Map()
  const rows = await read
    .selectFrom('finding')
    .select(['project', (of) => of.fn.countAll().as('count')])
    .where('project', 'in', [...projects])
    .groupBy('project')
    .execute()
  return new Map(rows.map((row) => [row.project, Number(row.count)]))
}

/** Projects that an import added: what its undo takes back. */
export const projectsAddedBy = (read: Reader, batch: string): Promise<{ record: string }[]> =>
  read
    .selectFrom('batchChange')
    .select('record')
    .where('batch', '=', batch)
    .where('relation', '=', 'project')
    .where('deed', '=', 'added')
    .execute()

/** Projects whose report has one of these file names: several officials may share one. */
export const projectsWithReports = (read: Reader, files: readonly string[]): Promise<Project[]> =>
  files.length === 0
    ? Promise.resolve([])
    : read
        .selectFrom('project')
        .selectAll()
        .where('reportFile', 'in', [...new Set(files)])
        .orderBy('id')
        .execute()
