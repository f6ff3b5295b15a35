import { type AuditReportInput, auditReportDocument, type ReportedFinding } from '../../audit/findings/report.doc.ts'
import type { Paper } from '../../office/documents/model.ts'
import type { DemoAudit, DemoFinding } from './audits.ts'
import { standing } from './problems.words.ts'

const reported = (finding: DemoFinding, name: string): ReportedFinding => ({
  title: finding.title,
  facts: finding.facts,
  money: finding.money ? [finding.money] : [],
  basis: [finding.plan.basis],
  responsible: finding.grade ? [{ name, grade: finding.grade }] : [],
})

const half = <T>(list: readonly T[]): [readonly T[], readonly T[]] => [
  list.slice(0, Math.ceil(list.length / 2)),
  list.slice(Math.ceil(list.length / 2)),
]

function inputOf(audit: DemoAudit): AuditReportInput {
  const { tenure, number, kind, periodFrom, periodTo, startedOn, reportedOn } = audit
  const { name } = tenure.person
  const unit = tenure.unit.name
  const [first, second] = half(audit.findings.map((finding) => reported(finding, name)))
  return {
    number,
    kind,
    periodFrom,
    periodTo,
    startedOn,
    reportedOn,
    endedOn: reportedOn,
    unit,
    name,
    post: tenure.post,
    secrecy: null,
    office: standing.office,
    addressee: `${name}同志、${unit}`,
    basis: standing.basis,
    unitFacts: [standing.unitFacts.replace('{unit}', unit).replace('{post}', tenure.post).replace('{name}', name)],
    performance: [standing.performance.replace('{unit}', tenure.unit.short ?? unit), ...audit.asides],
    groups: [
      { title: standing.groups[0], findings: first },
      { title: standing.groups[1], findings: second },
    ],
    evaluation: `审计结果表明，${name}同志任职期间，${audit.conclusion}。`,
    advice: standing.advice,
  }
}

/** 经济责任审计报告 of one audit of the fictional city, through the house's own report. */
export const demoReport = (audit: DemoAudit): Paper => auditReportDocument(inputOf(audit))
