import { day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { AnyIntake, Book, Intake, Why } from '../../office/intake/book.ts'
import type { Given } from '../../office/intake/model.ts'
import type { Writer } from '../../platform/db.ts'
import { newId } from '../../platform/id.ts'
import type { Official, Tenure } from '../../registers/auditees/model.ts'
import { findOfficialsByNumbers, tenuresOf } from '../../registers/auditees/store.ts'
import type { Unit } from '../../registers/places/model.ts'
import { findUnitsByNumbers } from '../../registers/places/store.ts'
import { headerOf } from '../projects/audits.sheet.ts'
import type { Project } from '../projects/model.ts'
import { auditDay, tenureMeant } from '../projects/rules.ts'
import { type Paper, papersNamed, projectsNumbered } from '../projects/store.ts'
import type { Correction } from './correction/model.ts'
import { correctionsNumbered } from './correction/store.ts'
import { isIssued } from './editing/rules.ts'
import { addedKinds, type FindingRow, findingsSheet, moneyLines } from './findings.sheet.ts'
import type { Finding, GradeRule, MoneyLine, ProblemClass, Reply, Responsibility } from './model.ts'
import { classMeant, ruledOver, whyNotGrade } from './rules.ts'
import { allClasses, findingsNumbered, gradeRules } from './store.ts'
import { words } from './words.ts'

type Around = {
  projects: readonly Project[]
  units: ReadonlyMap<string, Unit>
  officials: ReadonlyMap<string, Official>
  tenures: readonly Tenure[]
  classes: readonly ProblemClass[]
  rules: readonly GradeRule[]
  papers: ReadonlyMap<string, Paper>
  stored: ReadonlyMap<string, Finding>
  corrections: readonly Correction[]
}
const some = (values: readonly (string | null)[]): string[] => [...new Set(values.flatMap((value) => (value === null ? [] : [value])))]

async function around(tx: Writer, rows: readonly FindingRow[]): Promise<Around> {
  const officials = await findOfficialsByNumbers(tx, some(rows.map((row) => row.official)))
  return {
    projects: await projectsNumbered(tx, some(rows.map((row) => row.project))),
    units: await findUnitsByNumbers(tx, some(rows.map((row) => row.unit))),
    tenures: await tenuresOf(
      tx,
      [...officials.values()].map((official) => official.id),
    ),
    papers: await papersNamed(tx, some(rows.map((row) => row.reportFile))),
    stored: await findingsNumbered(tx, some(rows.map((row) => row.number))),
    corrections: await correctionsNumbered(tx, some(rows.map((row) => row.number))),
    officials,
    classes: await allClasses(tx),
    rules: await gradeRules(tx),
  }
}

/** What an upheld objection corrected does not come back by a workbook. */
function whyNotBack({ row, official }: Meant, { stored, corrections }: Around): Why | null {
  const kept = stored.get(row.number)
  const own = corrections.filter(({ number }) => number === row.number)
  const reverts = own.some(({ effect, newGrade, official: whose }) =>
    effect === 'regraded' ? official?.id === whose && row.grade !== newGrade : kept?.title !== row.title || kept.facts !== row.facts,
  )
  return reverts ? at('number', refuse('findingCorrected', { number: row.number })) : null
}

/** What the product itself reported is changed by a correction, not by a workbook. */
function whyNotOver({ row, project, code }: Meant, { stored }: Around): Why | null {
  const kept = stored.get(row.number)
  if (!kept || project.openedOn === null || !isIssued(project)) return null
  const same = kept.title === row.title && kept.facts === row.facts && kept.problemClass === code
  return same ? null : at('number', refuse('findingIssued', { number: project.reportNumber ?? project.number ?? '' }))
}

const at = (key: keyof FindingRow & string, why: Why): Why => ({ ...why, header: headerOf(findingsSheet, key) })

/** What does not fit inside the row itself. */
function whyNotWhole(row: FindingRow): Why | null {
  if (row.periodFrom && row.periodTo && row.periodTo < row.periodFrom) return at('periodTo', { code: 'findingPeriodBackward' })
  if (row.grade && !row.official) return at('grade', { code: 'gradeWithoutOfficial' })
  if (row.official && !row.grade) return at('official', { code: 'officialWithoutGrade' })
  if (row.reply && !row.official) return at('reply', { code: 'replyWithoutOfficial' })
  return row.paragraph && !row.reportFile ? at('paragraph', { code: 'paragraphWithoutReport' }) : null
}

/** A paragraph that the report, if it is in the library, does not have. */
function whyNotParagraph(row: FindingRow, { papers }: Around): Why | null {
  const paper = row.reportFile ? papers.get(row.reportFile) : undefined
  if (!paper || row.paragraph === null || row.paragraph <= paper.paragraphs) return null
  return at('paragraph', { code: 'paragraphAbsent', facts: { file: paper.name, count: paper.paragraphs, no: row.paragraph } })
}

type Meant = { row: FindingRow; project: Project; unit: Unit; official: Official | null; code: string }
function meant(row: FindingRow, known: Around): { meant: Meant } | { why: Why } {
  const project =
    known.projects.find((each) => each.number === row.project) ?? known.projects.find((each) => each.reportNumber === row.project)
  const unit = known.units.get(row.unit)
  const official = row.official ? known.officials.get(row.official) : null
  const found = classMeant(row.problemClass, known.classes)
  if (!project) return { why: at('project', { code: 'findingProjectUnknown', facts: { given: row.project } }) }
  if (!unit) return { why: at('unit', { code: 'findingUnitUnknown', facts: { given: row.unit } }) }
  if (official === undefined) return { why: at('official', { code: 'findingOfficialUnknown', facts: { given: row.official ?? '' } }) }
  if ('refusal' in found) return { why: at('problemClass', found.refusal) }
  return { meant: { row, project, unit, official, code: found.code } }
}

function whyNotGraded({ row, project }: Meant, { rules }: Around): Why | null {
  if (!row.grade) return null
  const span = ruledOver({ day: auditDay(project), year: project.year }, day)
  const no = whyNotGrade({ grade: row.grade, year: project.year, said: words.grade[row.grade].zh }, span, rules)
  return no ? at('grade', no) : null
}

/** An empty cell of a column that was added to the workbook later changes nothing of what is kept. */
const moneyOf = (row: FindingRow, stored: Finding | undefined): MoneyLine[] => [
  ...moneyLines(row),
  ...(stored?.money ?? []).filter((line) => addedKinds.some((kind) => kind === line.kind && row[kind] === null)),
]

const findingOf = ({ row, project, unit, code }: Meant, stored: Finding | undefined): Finding => ({
  id: newId(),
  number: row.number,
  project: project.id,
  title: row.title,
  problemClass: code,
  standard: row.standard ?? stored?.standard ?? null,
  facts: row.facts,
  cause: row.cause ?? stored?.cause ?? null,
  consequence: row.consequence ?? stored?.consequence ?? null,
  actOn: row.actOn ?? stored?.actOn ?? null,
  established: 'confirmed',
  year: project.year,
  unit: unit.id,
  periodFrom: row.periodFrom,
  periodTo: row.periodTo,
  money: moneyOf(row, stored),
  basis: row.basis,
  reportFile: row.reportFile,
  document: null,
  paragraph: row.paragraph,
  start: null,
  end: null,
  jurisdiction: unit.jurisdiction,
  version: 1,
})

function responsibilityOf({ row, project, official }: Meant, finding: string, tenures: readonly Tenure[]): Responsibility[] {
  if (!official || !row.grade) return []
  const from = row.periodFrom ?? day(`${project.year}-01-01`)
  const to = row.periodTo ?? auditDay(project) ?? day(`${project.year}-12-31`)
  const held = tenures.filter((tenure) => tenure.official === official.id)
  const tenure = tenureMeant(held, { unit: project.unit, post: '', from, to: to < from ? from : to })
  return [{ id: newId(), finding, official: official.id, tenure: tenure?.id ?? null, grade: row.grade }]
}

const replyOf = ({ row, official }: Meant, finding: string): Reply[] =>
  official && row.reply
    ? [{ id: newId(), finding, official: official.id, givenOn: null, text: row.reply, outcome: row.outcome ?? 'pending', reason: null }]
    : []

type Entry = { given: Given<FindingRow>; meant: Meant }
function checked(given: readonly Given<FindingRow>[], book: Book, known: Around): Entry[] {
  return given.flatMap((each) => {
    const found = meant(each.value, known)
    const why = whyNotWhole(each.value) ?? ('why' in found ? found.why : null)
    const no =
      why ??
      ('meant' in found
        ? (whyNotBack(found.meant, known) ??
          whyNotOver(found.meant, known) ??
          whyNotGraded(found.meant, known) ??
          whyNotParagraph(each.value, known))
        : null)
    if (no) book.reject(each, no)
    return no || 'why' in found ? [] : [{ given: each, meant: found.meant }]
  })
}

async function settle(tx: Writer, given: readonly Given<FindingRow>[], book: Book): Promise<void> {
  const known = await around(
    tx,
    given.map((each) => each.value),
  )
  const entries = checked(given, book, known)
  const rows = entries.map((entry) => ({ given: entry.given, record: findingOf(entry.meant, known.stored.get(entry.meant.row.number)) }))
  const kept = await book.keep(tx, 'finding', rows, { key: ['number'], leave: ['document', 'start', 'end', 'established', 'year'] })
  const whole = new Set<Given>(kept.map((each) => each.given))
  const stored = await findingsNumbered(tx, some(entries.map((entry) => entry.meant.row.number)))
  const parts = entries.flatMap((entry) => {
    const finding = stored.get(entry.meant.row.number)
    return finding && whole.has(entry.given) ? [{ ...entry, id: finding.id }] : []
  })
  const answering = parts.flatMap((each) =>
    responsibilityOf(each.meant, each.id, known.tenures).map((record) => ({ given: each.given, record })),
  )
  await book.keep(tx, 'responsibility', answering, { key: ['finding', 'official'] })
  const replies = parts.flatMap((each) => replyOf(each.meant, each.id).map((record) => ({ given: each.given, record })))
  await book.keep(tx, 'reply', replies, { key: ['finding', 'official'], leave: ['givenOn', 'reason'] })
}

const findings: Intake<FindingRow> = { sheet: findingsSheet, settle }
export const findingIntakes: readonly AnyIntake[] = [findings]
