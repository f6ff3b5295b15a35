import type { Day } from '../../kernel/day.ts'
import { say } from '../../kernel/say.ts'
import { type Fact, recordSource, type Source } from '../../kernel/source.ts'
import { paperDay, paperMonth } from '../../office/documents/rules.ts'
import type { Reader } from '../../platform/db.ts'
import type { Unit } from '../../registers/places/model.ts'
import { nameOn } from '../../registers/places/rules/naming.ts'
import { findUnits } from '../../registers/places/store.ts'
import type { Project, ProjectSubject } from './model.ts'
import { auditDay, auditOrder, knownBy } from './rules.ts'
import { type Paper, type ProjectOfOfficial, papersOf, projectsOfOfficials } from './store.ts'
import { words } from './words.ts'

const zh = 'zh'
const ended = (text: string) => (words.ends.test(text) ? text : `${text}${say(words.says.stop, zh)}`)

/** When the audit took place, as exactly as it is known. */
function whenOf(project: Project): string {
  if (project.heldWhen) return project.heldWhen
  const { startedOn: from, reportedOn: to } = project
  if (from && to && from !== to) return say(words.says.span, zh, { from: paperDay(from), to: paperDay(to) })
  const on = to ?? from
  return on ? paperDay(on) : say(words.says.year, zh, { year: project.year })
}

const periodOf = ({ periodFrom: from, periodTo: to }: Project) =>
  from && to ? say(words.says.period, zh, { from: paperMonth(from), to: paperMonth(to) }) : say(words.says.noPeriod, zh)

/** The post without the unit's name before it, which the sentence gives itself. */
const plainPost = (post: string, unit: string) => (post.startsWith(unit) ? post.slice(unit.length) : post)

function sentence(project: Project, subject: ProjectSubject, unit: string): string {
  const report = project.reportNumber ? say(words.says.report, zh, { number: project.reportNumber }) : ''
  return say(words.says.audit, zh, {
    when: whenOf(project),
    by: project.auditedBy,
    unit,
    post: plainPost(subject.post, unit),
    period: periodOf(project),
    kind: say(words.kind[project.kind], zh),
    report,
  })
}

/** A record of this room, with the report it stands on when that is in the library. */
const sourceOf = (at: { record: string; field: string }, paper: Paper | null): Source => ({
  ...recordSource({ room: 'projects', ...at }),
  ...(paper ? { document: paper.name, documentId: paper.id, sha256: paper.sha256 } : {}),
})

type About = { project: Project; subject: ProjectSubject; unit: string; paper: Paper | null }
function factsOf({ project, subject, unit, paper }: About): Fact[] {
  const { id } = project
  const fact = (part: string, text: string, source: Source): Fact => ({
    id: `project:${id}:${subject.id}:${part}`,
    section: 'audits',
    order: `${auditOrder(project)}/${part}`,
    text,
    state: 'recorded',
    sources: [source],
  })
  const own = (field: string) => sourceOf({ record: `projectSubject:${subject.id}`, field }, paper)
  const conclusion = subject.conclusion ?? project.conclusion
  const { mainProblems } = subject
  return [
    fact('1-audit', sentence(project, subject, unit), sourceOf({ record: `project:${id}`, field: 'title' }, paper)),
    ...(conclusion ? [fact('2-conclusion', ended(say(words.says.conclusion, zh, { text: conclusion })), own('conclusion'))] : []),
    ...(mainProblems ? [fact('3-problems', ended(say(words.says.problems, zh, { text: mainProblems })), own('mainProblems'))] : []),
  ]
}

const unitName = (units: readonly Unit[], project: Project): string => {
  const unit = units.find((each) => each.id === project.unit)
  const on = project.periodTo ?? auditDay(project)
  return unit ? (on ? nameOn(unit, on) : unit.name) : ''
}

/** An audit still under way has found nothing yet that could be told. */
const isTold = ({ state, reportedOn }: Pick<Project, 'state' | 'reportedOn'>) => state === 'archived' || reportedOn !== null

/** What this room can say of an official on a day: his audits, their conclusions and the problems they named. */
export async function facts(read: Reader, about: { official: string; on: Day }): Promise<readonly Fact[]> {
  const audits = (await projectsOfOfficials(read, [about.official])).filter(({ project }) => isTold(project) && knownBy(project, about.on))
  const projects = audits.map(({ project }: ProjectOfOfficial) => project)
  const units = await findUnits(
    read,
    projects.map((project) => project.unit),
  )
  const paperOf = await papersOf(read, projects)
  return audits.flatMap(({ project, subject }) => factsOf({ project, subject, unit: unitName(units, project), paper: paperOf(project) }))
}
