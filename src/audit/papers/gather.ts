import type { Day } from '../../kernel/day.ts'
import { grouped } from '../../kernel/grouped.ts'
import { say } from '../../kernel/say.ts'
import type { FieldValues } from '../../office/documents/model.ts'
import type { Gatherer } from '../../office/documents/registry.ts'
import { paperMonth } from '../../office/documents/rules.ts'
import type { Reader } from '../../platform/db.ts'
import { reportRow } from './findings.doc.ts'
import { isNotWithdrawn } from './withdrawn.ts'
import { words } from './words.ts'

const says = (zh: string, facts: Record<string, string>) => say({ zh, en: zh }, 'zh', facts)

const subjectsOf = (read: Reader, project: string) =>
  read
    .selectFrom('projectSubject')
    .innerJoin('official', 'official.id', 'projectSubject.official')
    .where('projectSubject.project', '=', project)
    .select(['official.id', 'official.name', 'projectSubject.post'])
    .orderBy('projectSubject.id')
    .execute()

const caseOf = (read: Reader, id: string) =>
  read
    .selectFrom('project')
    .innerJoin('unit', 'unit.id', 'project.unit')
    .where('project.id', '=', id)
    .select([
      'project.title',
      'project.kind',
      'project.year',
      'project.periodFrom',
      'project.periodTo',
      'project.conclusion',
      'unit.name as unitName',
    ])
    .executeTakeFirst()

const spanOf = (from: Day | null, to: Day | null): string =>
  from && to ? says(words.period, { from: paperMonth(from), to: paperMonth(to) }) : ''

const postIn = (unit: string, post: string): string => (post.startsWith(unit) ? post : `${unit}${post}`)

/** Who audits: leader, deputies and the others, by name, those who left the team left out. */
async function teamOf(read: Reader, project: string): Promise<FieldValues> {
  const members = await read
    .selectFrom('projectMember')
    .where('project', '=', project)
    .where('leftOn', 'is', null)
    .select(['name', 'role'])
    .orderBy('id')
    .execute()
  const named = (...roles: readonly string[]) =>
    members
      .filter(({ role }) => roles.includes(role))
      .map(({ name }) => name)
      .join(words.and)
  return { leader: named('leader'), deputies: named('deputy'), members: named('lead', 'member', 'expert') }
}

const parts = (read: Reader, findings: readonly string[]) =>
  Promise.all([
    read
      .selectFrom('responsibility')
      .innerJoin('official', 'official.id', 'responsibility.official')
      .where('responsibility.finding', 'in', [...findings])
      .select(['responsibility.finding', 'responsibility.grade', 'official.name'])
      .orderBy('responsibility.id')
      .execute(),
    read
      .selectFrom('tolerance')
      .where('finding', 'in', [...findings])
      .select(['finding', 'outcome', 'wording'])
      .orderBy('id')
      .execute(),
  ])

/** The findings of a case, each with its money, who bears which responsibility, and what was decided on tolerance; withdrawn ones not. */
async function findingsOf(read: Reader, project: string): Promise<Record<string, string>[]> {
  const findings = await read
    .selectFrom('finding')
    .where('project', '=', project)
    .where(isNotWithdrawn)
    .select(['id', 'title', 'facts', 'money', 'basis'])
    .orderBy('number')
    .execute()
  if (findings.length === 0) return []
  const ids = findings.map(({ id }) => id)
  const [borne, tolerated] = await parts(read, ids)
  const [bearing, decided] = [grouped(borne, ({ finding }) => finding), grouped(tolerated, ({ finding }) => finding)]
  return findings.map(({ id, ...finding }) =>
    reportRow({ ...finding, responsible: bearing.get(id) ?? [], tolerances: decided.get(id) ?? [] }),
  )
}

async function gather(read: Reader, id: string): Promise<FieldValues> {
  const known = await caseOf(read, id)
  if (!known) return {}
  const subjects = await subjectsOf(read, id)
  const { unitName: unit, periodFrom, periodTo, kind, title, year } = known
  const posts = [...new Set(subjects.map(({ post }) => postIn(unit, post)))]
  return {
    ...{ unit, project: title, year: String(year), auditKind: words.kind[kind], period: spanOf(periodFrom, periodTo) },
    ...{ official: subjects.map(({ name }) => name).join(words.and), post: posts.join(words.and) },
    ...(await teamOf(read, id)),
    findings: await findingsOf(read, id),
  }
}

/** What the case itself knows for its papers: unit, officials, period, team, findings with responsibility. */
export const projectGatherer: Gatherer = { subject: 'project', gather }
