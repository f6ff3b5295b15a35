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

const duties: Intake<DutyRow> = {
  sheet: dutiesSheet,
  settle: async (tx, given, book) => {
    const known = await around(
      tx,
      given.map((each) => each.value),
      book,
    )
    const rows = given.flatMap((each) => {
      const project = projectOf(dutiesSheet, each, { around: known, book })
      const no = whyNotDuty(each.value)
      if (project && no) book.reject(each, no)
      return project && !no ? [{ given: each, record: { ...each.value, id: newId(), project: project.id, version: 1 } }] : []
    })
    await book.keep(tx, 'duty', rows, { key: ['project', 'number'] })
  },
}

const decisions: Intake<DecisionRow> = {
  sheet: decisionsSheet,
  settle: async (tx, given, book) => {
    const known = await around(
      tx,
      given.map((each) => each.value),
      book,
    )
    const rows = given.flatMap((each) => {
      const project = projectOf(decisionsSheet, each, { around: known, book })
      if (!project) return []
      const links: Linked[] = [{ key: 'duty', list: 'duties', number: each.value.duty }]
      const no = whyNotDecision(each.value, book.today) ?? whyNotLinked(decisionsSheet, project.id, links, known)
      if (no) book.reject(each, no)
      const duty = known.line(project.id, 'duties', each.value.duty) ?? null
      return no ? [] : [{ given: each, record: { ...each.value, id: newId(), project: project.id, duty, version: 1 } }]
    })
    await book.keep(tx, 'keyDecision', rows, { key: ['project', 'number'] })
  },
}

function linksOfCheck(row: CheckRow): Linked[] {
  return [
    { key: 'duty', list: 'duties', number: row.duty },
    { key: 'decision', list: 'decisions', number: row.decision },
    { key: 'finding', list: 'findings', number: row.finding },
    ...row.evidence.map((number): Linked => ({ key: 'evidence', list: 'evidence', number })),
  ]
}
function checkOf(row: CheckRow, project: string, known: Around) {
  const { evidence, ...plain } = row
  const to = (list: Linked['list'], number: string | null) => known.line(project, list, number) ?? null
  return {
    ...plain,
    id: newId(),
    project,
    duty: to('duties', row.duty),
    decision: to('decisions', row.decision),
    finding: to('findings', row.finding),
    version: 1,
  }
}

const checks: Intake<CheckRow> = {
  sheet: checksSheet,
  settle: async (tx, given, book) => {
    const known = await around(
      tx,
      given.map((each) => each.value),
      book,
    )
    const fit = given.flatMap((each) => {
      const project = projectOf(checksSheet, each, { around: known, book })
      if (!project) return []
      const no = whyNotCheck({ ...each.value }) ?? whyNotLinked(checksSheet, project.id, linksOfCheck(each.value), known)
      if (no) book.reject(each, no)
      return no ? [] : [{ given: each, project: project.id, record: checkOf(each.value, project.id, known) }]
    })
    const kept = await book.keep(tx, 'auditCheck', fit, { key: ['project', 'number'] })
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
    const known = await around(
      tx,
      given.map((each) => each.value),
      book,
    )
    const rows = given.flatMap((each) => {
      const project = projectOf(needsSheet, each, { around: known, book })
      if (!project) return []
      const links: Linked[] = [{ key: 'auditCheck', list: 'checks', number: each.value.auditCheck }]
      const no = whyNotNeed(each.value, book.today) ?? whyNotLinked(needsSheet, project.id, links, known)
      if (no) book.reject(each, no)
      const auditCheck = known.line(project.id, 'checks', each.value.auditCheck) ?? null
      return no ? [] : [{ given: each, record: { ...each.value, id: newId(), project: project.id, auditCheck, version: 1 } }]
    })
    await book.keep(tx, 'dataNeed', rows, { key: ['project', 'number'] })
  },
}

export const listIntakes: readonly AnyIntake[] = [duties, decisions, checks, needs]
