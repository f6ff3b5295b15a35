import type { Day } from '../../../kernel/day.ts'
import type { AnyIntake, Book, Intake, Why } from '../../../office/intake/book.ts'
import type { Given, Sheet } from '../../../office/intake/model.ts'
import type { Writer } from '../../../platform/db.ts'
import { newId } from '../../../platform/id.ts'
import { liesIn } from '../../../registers/places/rules/jurisdiction.ts'
import { headerOf } from '../../projects/audits.sheet.ts'
import type { Project } from '../../projects/model.ts'
import { projectsNumbered } from '../../projects/store.ts'
import { isOnTeam } from '../rules.ts'
import { membersOf } from '../shelf.ts'
import {
  type CheckRow,
  checksSheet,
  type DecisionRow,
  type DutyRow,
  decisionsSheet,
  dutiesSheet,
  type NeedRow,
  needsSheet,
} from './lists.sheet.ts'
import type { AuditCheck, DataNeed, Duty, KeyDecision } from './model.ts'
import { type ListName, whyNotCheck, whyNotDecision, whyNotDuty, whyNotNeed } from './rules.ts'
import * as store from './store.ts'

type Row = { project: string }
type Line = { id: string; number: string }
/** What the rows of one workbook point to: their projects and, in each, the lines that stand already. */
type Around = {
  project(given: string): Project | undefined
  line(project: string, list: ListName | 'findings' | 'evidence', number: string | null): string | null | undefined
  mayWork(project: string): boolean
}

async function linesIn(tx: Writer, project: string): Promise<Record<ListName | 'findings' | 'evidence', Line[]>> {
  return {
    duties: await store.linesOf(tx, 'duties', project),
    decisions: await store.linesOf(tx, 'decisions', project),
    checks: await store.linesOf(tx, 'checks', project),
    needs: [],
    findings: await store.findingsNamed(tx, project),
    evidence: await tx.selectFrom('evidence').select(['id', 'number']).where('project', '=', project).execute(),
  }
}

async function around(tx: Writer, rows: readonly Row[], book: Book): Promise<Around> {
  const projects = await projectsNumbered(tx, [...new Set(rows.map((row) => row.project))])
  const lines = new Map<string, Awaited<ReturnType<typeof linesIn>>>()
  const open = new Set<string>()
  for (const { id, jurisdiction } of projects) {
    lines.set(id, await linesIn(tx, id))
    const members = await membersOf(tx, id)
    const team = members.length === 0 || book.actor.account === 'system' || isOnTeam(members, book.actor.account, book.today)
    if (team && (book.actor.jurisdiction === '*' || liesIn(jurisdiction, book.actor.jurisdiction))) open.add(id)
  }
  return {
    project: (given) => projects.find((each) => each.number === given || each.reportNumber === given),
    line: (project, list, number) => (number === null ? null : lines.get(project)?.[list].find((line) => line.number === number)?.id),
    mayWork: (project) => open.has(project),
  }
}

/** The project a row names, or null after the row was refused. */
function projectOf(sheet: Pick<Sheet<never>, 'columns'>, each: Given<Row>, about: { around: Around; book: Book }): Project | null {
  const { project: given } = each.value
  const project = about.around.project(given)
  const header = headerOf(sheet, 'project')
  if (!project) about.book.reject(each, { header, code: 'listProjectUnknown', facts: { given } })
  else if (!about.around.mayWork(project.id)) about.book.reject(each, { header, code: 'listProjectElsewhere', facts: { given } })
  else return project
  return null
}

type Linked = { key: string; list: ListName | 'findings' | 'evidence'; number: string | null }
const codeOf = { findings: 'listFindingUnknown', evidence: 'listEvidenceUnknown' } as const
/** A link that leads nowhere in the project. */
function whyNotLinked(sheet: Pick<Sheet<never>, 'columns'>, project: string, links: readonly Linked[], known: Around): Why | null {
  const lost = links.find(({ list, number }) => known.line(project, list, number) === undefined)
  if (!lost) return null
  const code = lost.list === 'findings' || lost.list === 'evidence' ? codeOf[lost.list] : 'listLineUnknown'
  return { header: headerOf(sheet, lost.key), code, facts: { given: lost.number ?? '' } }
}

type At = { project: string; to(list: Linked['list'], number: string | null): string | null }
type Asked<R, T> = {
  sheet: Sheet<R>
  whyNot(row: R, today: Day): Why | null
  links(row: R): readonly Linked[]
  record(row: R, at: At): T
}
/** The frame of all four: each row's project, its list's own rule and its links; what fits is made a record, the rest is refused at its cell. */
async function fitting<R extends Row, T>(tx: Writer, given: readonly Given<R>[], { book, ...asked }: Asked<R, T> & { book: Book }) {
  const known = await around(
    tx,
    given.map((each) => each.value),
    book,
  )
  const fit = given.flatMap((each) => {
    const project = projectOf(asked.sheet, each, { around: known, book })?.id
    if (!project) return []
    const no = asked.whyNot(each.value, book.today) ?? whyNotLinked(asked.sheet, project, asked.links(each.value), known)
    if (no) book.reject(each, no)
    const to: At['to'] = (list, number) => known.line(project, list, number) ?? null
    return no ? [] : [{ given: each, project, record: asked.record(each.value, { project, to }) }]
  })
  return { fit, known }
}

const byNumber = { key: ['project', 'number'] } as const
const fresh = () => ({ id: newId(), version: 1 })

const duties: Intake<DutyRow> = {
  sheet: dutiesSheet,
  settle: async (tx, given, book) => {
    const asked = { sheet: dutiesSheet, whyNot: whyNotDuty, links: () => [] }
    const record = (row: DutyRow, { project }: At) => ({ ...row, ...fresh(), project })
    await book.keep(tx, 'duty', (await fitting<DutyRow, Duty>(tx, given, { ...asked, record, book })).fit, byNumber)
  },
}

const decisions: Intake<DecisionRow> = {
  sheet: decisionsSheet,
  settle: async (tx, given, book) => {
    const links = ({ duty }: DecisionRow): Linked[] => [{ key: 'duty', list: 'duties', number: duty }]
    const record = (row: DecisionRow, { project, to }: At) => ({ ...row, ...fresh(), project, duty: to('duties', row.duty) })
    const { fit } = await fitting<DecisionRow, KeyDecision>(tx, given, {
      sheet: decisionsSheet,
      whyNot: whyNotDecision,
      links,
      record,
      book,
    })
    await book.keep(tx, 'keyDecision', fit, byNumber)
  },
}

const linksOfCheck = (row: CheckRow): Linked[] => [
  { key: 'duty', list: 'duties', number: row.duty },
  { key: 'decision', list: 'decisions', number: row.decision },
  { key: 'finding', list: 'findings', number: row.finding },
  ...row.evidence.map((number): Linked => ({ key: 'evidence', list: 'evidence', number })),
]
function checkOf({ evidence: _, ...row }: CheckRow, { project, to }: At) {
  const linked = { duty: to('duties', row.duty), decision: to('decisions', row.decision), finding: to('findings', row.finding) }
  return { ...row, ...fresh(), project, ...linked }
}

const checks: Intake<CheckRow> = {
  sheet: checksSheet,
  settle: async (tx, given, book) => {
    const asked = { sheet: checksSheet, whyNot: whyNotCheck, links: linksOfCheck, record: checkOf, book }
    const { fit, known } = await fitting<CheckRow, AuditCheck>(tx, given, asked)
    const kept = await book.keep(tx, 'auditCheck', fit, byNumber)
    const behind = fit.flatMap(({ given: each, project }) => {
      const auditCheck = kept.find((one) => one.given === each)?.id
      return each.value.evidence.flatMap((number) => {
        const evidence = known.line(project, 'evidence', number)
        return auditCheck && evidence ? [{ given: each, record: { id: newId(), auditCheck, evidence } }] : []
      })
    })
    await book.keep(tx, 'checkEvidence', behind, { key: ['auditCheck', 'evidence'] })
  },
}

const needs: Intake<NeedRow> = {
  sheet: needsSheet,
  settle: async (tx, given, book) => {
    const links = ({ auditCheck }: NeedRow): Linked[] => [{ key: 'auditCheck', list: 'checks', number: auditCheck }]
    const record = (row: NeedRow, { project, to }: At) => ({ ...row, ...fresh(), project, auditCheck: to('checks', row.auditCheck) })
    const { fit } = await fitting<NeedRow, DataNeed>(tx, given, { sheet: needsSheet, whyNot: whyNotNeed, links, record, book })
    await book.keep(tx, 'dataNeed', fit, byNumber)
  },
}

export const listIntakes: readonly AnyIntake[] = [duties, decisions, checks, needs]
