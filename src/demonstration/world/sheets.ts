import { findingsSheet } from '../../audit/findings/findings.sheet.ts'
import type { MoneyKind } from '../../audit/findings/model.ts'
import { auditsSheet } from '../../audit/projects/audits.sheet.ts'
import { projectNumber } from '../../audit/projects/rules.ts'
import { rectificationSheet } from '../../audit/rectification/rectification.sheet.ts'
import { yuan } from '../../kernel/money.ts'
import { officialsSheet } from '../../registers/auditees/officials.sheet.ts'
import { tenuresSheet } from '../../registers/auditees/tenures.sheet.ts'
import { unitsSheet } from '../../registers/places/units.sheet.ts'
import { words as placeWords } from '../../registers/places/words.ts'
import type { DemoAudit, DemoFinding } from './audits.ts'
import { cells } from './cells.words.ts'
import { standing } from './problems.words.ts'
import type { World } from './world.ts'

type Cells = Readonly<Record<string, string>>
type Columns = { columns: readonly { header: string; key: string }[] }

/** A workbook's lines, header first, its columns in the sheet's own order. */
export const book = ({ columns }: Columns, rows: readonly Cells[]): string[][] => [
  columns.map(({ header }) => header),
  ...rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
]

export const projectOf = (audit: DemoAudit): string =>
  projectNumber({
    year: Number(audit.reportedOn.slice(0, 4)),
    unit: audit.tenure.unit.number,
    official: audit.tenure.person.number,
    kind: audit.kind,
  })

export const unitsBook = ({ units }: World): string[][] =>
  book(
    unitsSheet,
    units.map((unit) => ({
      number: unit.number,
      name: unit.name,
      shortNames: unit.short ?? '',
      category: placeWords.category[unit.category].zh,
      rank: `${placeWords.grade.head.zh}${placeWords.level[unit.level].zh}`,
      superior: unit.superior ?? '',
      jurisdiction: unit.jurisdiction,
      formerNames: unit.former ? `${unit.former.name}@~${unit.former.until}` : '',
    })),
  )

export const officialsBook = ({ people }: World): string[][] =>
  book(
    officialsSheet,
    people.map(({ number, name, sex, bornIn }) => ({ number, name, sex: cells.sex[sex], bornIn })),
  )

export const tenuresBook = ({ tenures }: World): string[][] =>
  book(
    tenuresSheet,
    tenures.map((tenure) => ({
      official: tenure.person.number,
      unit: tenure.unit.number,
      post: tenure.post,
      headship: cells.headship[tenure.headship],
      startsOn: tenure.startsOn,
      endsOn: tenure.endsOn ?? '',
      class: tenure.class ?? '',
      basis: tenure.basis,
    })),
  )

export const auditsBook = ({ audits }: World): string[][] =>
  book(
    auditsSheet,
    audits.map((audit) => ({
      year: audit.reportedOn.slice(0, 4),
      name: audit.tenure.person.name,
      official: audit.tenure.person.number,
      post: audit.tenure.post,
      unit: audit.tenure.unit.number,
      auditedBy: standing.office,
      time: `${audit.startedOn}${cells.until}${audit.reportedOn}`,
      kind: cells.kind[audit.kind],
      conclusion: audit.conclusion,
      reportFile: audit.file,
      mainProblems: audit.findings
        .slice(0, 3)
        .map((finding) => finding.title)
        .join('；'),
    })),
  )

const amountOf = (finding: DemoFinding, kind: MoneyKind) => (finding.money?.kind === kind ? yuan(finding.money.fen) : '')

/** `paragraphOf` says in which paragraph of the report the facts stand; empty when they do not. */
export const findingsBook = ({ audits }: World, paragraphOf: (audit: DemoAudit, finding: DemoFinding) => string): string[][] =>
  book(
    findingsSheet,
    audits.flatMap((audit) =>
      audit.findings.map((finding) => ({
        number: finding.number,
        project: projectOf(audit),
        title: finding.title,
        problemClass: finding.plan.code,
        facts: finding.facts,
        unit: audit.tenure.unit.number,
        periodFrom: finding.from,
        periodTo: finding.to,
        basis: finding.plan.basis,
        breach: amountOf(finding, 'breach'),
        waste: amountOf(finding, 'waste'),
        irregular: amountOf(finding, 'irregular'),
        payable: amountOf(finding, 'payable'),
        official: finding.grade ? audit.tenure.person.number : '',
        grade: finding.grade ? cells.grade[finding.grade] : '',
        reply: finding.reply?.text ?? '',
        outcome: finding.reply?.outcome ?? '',
        reportFile: audit.file,
        paragraph: paragraphOf(audit, finding),
      })),
    ),
  )

export const rectificationBook = ({ audits }: World): string[][] =>
  book(
    rectificationSheet,
    audits
      .flatMap((audit) => audit.findings)
      .map(({ number, rectification: item }) => ({
        finding: number,
        pace: item.pace,
        dueOn: item.dueOn,
        measure: item.measure,
        claimed: item.claimed,
        claimedOn: item.claimedOn ?? '',
        recognised: item.recognised,
        recognisedOn: item.recognisedOn ?? '',
        closedOn: item.closedOn ?? '',
      })),
  )
