import { type Day, day } from '../../kernel/day.ts'
import { grouped } from '../../kernel/grouped.ts'
import type { AnyIntake, Book, Intake, Why } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Official, Tenure } from '../../registers/auditees/model.ts'
import { findOfficialsByNumbers, forgetPastAudits, recordPastAudit, tenuresOf } from '../../registers/auditees/store.ts'
import type { Unit } from '../../registers/places/model.ts'
import { allUnits } from '../../registers/places/store.ts'
import { type AuditRow, auditsSheet, headerOf } from './audits.sheet.ts'
import type { Project, ProjectSubject } from './model.ts'
import { auditDay, projectNumber, projectTitle, tenureMeant, unitMeant } from './rules.ts'
import { type Paper, type ProjectOfOfficial, papersNamed, projectsAddedBy, projectsOfOfficials, projectsWithReports } from './store.ts'

/** What one import has read and written so far: the register of units once, and which audit each row stands for. */
type Session = { units: readonly Unit[]; written: Map<string, Project> }
const sessions = new WeakMap<Book, Promise<Session>>()
const sessionOf = (tx: Writer, book: Book): Promise<Session> => {
  const before = sessions.get(book)
  if (before) return before
  const now = allUnits(tx).then((units) => ({ units, written: new Map<string, Project>() }))
  sessions.set(book, now)
  return now
}

type About = { given: Given<AuditRow>; row: AuditRow; official: Official; unit: Unit }

function meant(given: Given<AuditRow>, officials: ReadonlyMap<string, Official>, units: readonly Unit[]): { about: About } | { why: Why } {
  const row = given.value
  const official = officials.get(row.official)
  if (!official)
    return { why: { header: headerOf(auditsSheet, 'official'), code: 'auditOfficialUnknown', facts: { number: row.official } } }
  const name = row.name.replace(/\s/g, '')
  if (official.name !== name && !official.formerNames.includes(name)) {
    const facts = { number: row.official, known: official.name, given: name }
    return { why: { header: headerOf(auditsSheet, 'name'), code: 'auditNameDiffers', facts } }
  }
  const found = unitMeant(row.unit, units)
  if ('refusal' in found) return { why: { header: headerOf(auditsSheet, 'unit'), ...found.refusal } }
  return { about: { given, row, official, unit: found.unit } }
}

/** Whom and what unit each row means; rows that mean nobody, or somebody else than they say, are refused. */
async function settled(tx: Writer, given: readonly Given<AuditRow>[], book: Book): Promise<About[]> {
  const { units } = await sessionOf(tx, book)
  const numbers = given.map((each) => each.value.official)
  const officials = await findOfficialsByNumbers(tx, numbers)
  return given.flatMap((each) => {
    const found = meant(each, officials, units)
    if ('about' in found) return [found.about]
    book.reject(each, found.why)
    return []
  })
}

type Around = {
  before: readonly ProjectOfOfficial[]
  shared: readonly Project[]
  papers: ReadonlyMap<string, Paper>
  tenures: readonly Tenure[]
}

async function around(tx: Writer, rows: readonly About[]): Promise<Around> {
  const officials = rows.map((each) => each.official.id)
  const files = rows.flatMap(({ row }) => (row.reportFile ? [row.reportFile] : []))
  return {
    before: await projectsOfOfficials(tx, officials),
    shared: await projectsWithReports(tx, files),
    papers: await papersNamed(tx, files),
    tenures: await tenuresOf(tx, officials),
  }
}

/** Several officials audited together share the project: same year, unit, kind, auditor, time and report file. */
const sharedKey = (project: Pick<Project, 'year' | 'unit' | 'kind' | 'auditedBy' | 'startedOn' | 'reportedOn' | 'reportFile'>) =>
  [project.year, project.unit, project.kind, project.auditedBy, project.startedOn, project.reportedOn, project.reportFile].join('|')

const timeOf = (row: AuditRow) => row.time ?? { startedOn: null, reportedOn: null, heldWhen: null }

/** What the workbook does not tell: an audit known by its result stands in the archive. */
const onRecord = {
  planItem: null,
  state: 'archived',
  track: 'standard',
  openedOn: null,
  endedOn: null,
  jointMode: null,
  jointRef: null,
  retention: null,
} as const
const ownToCase = ['planItem', 'state', 'track', 'openedOn', 'endedOn', 'jointMode', 'jointRef', 'retention'] as const

function freshProject({ row, official, unit }: About, papers: ReadonlyMap<string, Paper>): Project {
  const about = { year: row.year, unit: unit.number, official: official.number, kind: row.kind }
  const paper = row.reportFile ? papers.get(row.reportFile) : undefined
  return {
    id: newId(),
    number: projectNumber(about),
    kind: row.kind,
    unit: unit.id,
    auditedBy: row.auditedBy,
    year: row.year,
    title: projectTitle({ unit: unit.name, post: row.post, name: official.name, kind: row.kind }),
    ...timeOf(row),
    periodFrom: null,
    periodTo: null,
    reportNumber: paper?.number ?? null,
    conclusion: null,
    reportFile: row.reportFile,
    document: null,
    jurisdiction: unit.jurisdiction,
    version: 1,
    ...onRecord,
  }
}

/** The project a row stands for: this official's own of that year, unit and kind; else one he shares; else a new one. */
function projectFor(about: About, { before, shared, papers }: Around, written: ReadonlyMap<string, Project>): Project {
  const { row, official, unit } = about
  const made = freshProject(about, papers)
  const own = before.find(
    ({ project, subject }) =>
      subject.official === official.id && project.year === row.year && project.unit === unit.id && project.kind === row.kind,
  )
  const joined = row.reportFile ? [...written.values(), ...shared].find((project) => sharedKey(project) === sharedKey(made)) : undefined
  const known = own?.project ?? joined
  if (!known) return made
  const { id, number, title, periodFrom, periodTo, reportNumber, conclusion, version } = known
  return { ...made, id, number, title, periodFrom, periodTo, conclusion, version, reportNumber: reportNumber ?? made.reportNumber }
}

const spanOf = (project: Project): { from: Day; to: Day } => ({
  from: project.periodFrom ?? project.startedOn ?? day(`${project.year}-01-01`),
  to: project.periodTo ?? auditDay(project) ?? day(`${project.year}-12-31`),
})

function subjectFor({ row, official, unit }: About, project: Project, tenures: readonly Tenure[]): ProjectSubject {
  const held = tenures.filter((tenure) => tenure.official === official.id)
  const tenure = tenureMeant(held, { unit: unit.id, post: row.post, ...spanOf(project) })
  return {
    id: newId(),
    project: project.id,
    official: official.id,
    tenure: tenure?.id ?? null,
    post: row.post,
    conclusion: row.conclusion,
    mainProblems: row.mainProblems,
    note: row.note,
  }
}

const tell = (tx: Writer, project: Project, subject: ProjectSubject) =>
  recordPastAudit(tx, {
    official: subject.official,
    tenure: subject.tenure,
    unit: project.unit,
    kind: project.kind,
    on: auditDay(project) ?? day(`${project.year}-12-31`),
    source: `project:${project.id}`,
  })

type Entry = { about: About; project: Project }
/** The first row of a project writes it; rows that share it only add their official. */
const projectRows = (entries: readonly Entry[], written: Map<string, Project>) =>
  entries.flatMap(({ about, project }) => {
    if (written.has(project.id)) return []
    written.set(project.id, project)
    return [{ given: about.given, record: project }]
  })

async function settle(tx: Writer, given: readonly Given<AuditRow>[], book: Book): Promise<void> {
  const session = await sessionOf(tx, book)
  const rows = await settled(tx, given, book)
  const known = await around(tx, rows)
  const planned = new Map(session.written)
  const entries = rows.map((about) => {
    const project = projectFor(about, known, planned)
    planned.set(project.id, project)
    return { about, project }
  })
  await book.keep(tx, 'project', projectRows(entries, session.written), { key: ['number'], leave: ['document', ...ownToCase] })
  const subjects = entries.map(({ about, project }) => ({ given: about.given, record: subjectFor(about, project, known.tenures) }))
  const kept = await book.keep(tx, 'projectSubject', subjects, { key: ['project', 'official', 'post'] })
  const touched = grouped(kept, (each) => each.given)
  for (const { given: row, record } of subjects) {
    const project = entries.find(({ about }) => about.given === row)?.project
    if (project && touched.has(row)) await tell(tx, project, record)
  }
}

const audits: Intake<AuditRow> = {
  sheet: auditsSheet,
  settle,
  beforeUndo: async (tx, batch) => {
    for (const { record } of await projectsAddedBy(tx, batch)) await forgetPastAudits(tx, `project:${record}`)
    return null
  },
}
export const projectIntakes: readonly AnyIntake[] = [audits]
