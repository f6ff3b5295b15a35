import type { Day } from '../../kernel/day.ts'
import type { Block, Paper } from '../../office/documents/model.ts'
import { headingMark, paperDay, paperMonth } from '../../office/documents/rules.ts'
import { moneySays, type Reported, toleranceSays } from '../papers/findings.doc.ts'
import type { ProjectKind } from '../projects/model.ts'
import { words as findingWords } from './words.ts'

export type ReportedFinding = Reported & {
  /** Put right before the audit ended. */
  corrected?: string
}
export type ReportedGroup = { title: string; findings: readonly ReportedFinding[] }

/** What an economic-responsibility audit report says (D14 art. 34): basis, conduct, unit, performance, findings, evaluation, advice. */
export type AuditReportInput = {
  number: string
  secrecy: string | null
  office: string
  addressee: string
  unit: string
  post: string
  name: string
  kind: ProjectKind
  periodFrom: Day
  periodTo: Day
  startedOn: Day
  endedOn: Day
  reportedOn: Day
  basis: string
  unitFacts: readonly string[]
  performance: readonly string[]
  groups: readonly ReportedGroup[]
  evaluation: string
  advice: readonly string[]
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
const chapter = (number: number, title: string): Block => ({ kind: 'heading', level: 1, text: `${headingMark(1, number)}${title}` })
const kinds = { inOffice: '任中', departure: '离任' } as const

const basisText = (basis: readonly string[]) => (basis.length === 0 ? '' : `上述行为不符合${basis.join('、')}的规定。`)

function findingBlocks(finding: ReportedFinding, number: number): Block[] {
  const answering = finding.responsible.map(({ name, grade }) => `${name}同志对此负${findingWords.grade[grade].zh}。`).join('')
  const tolerated = (finding.tolerances ?? []).map(toleranceSays).join('')
  const after = `${basisText(finding.basis)}${finding.corrected ?? ''}${answering}${tolerated}`
  return [
    { kind: 'heading', level: 3, text: `${headingMark(3, number)}${finding.title}。` },
    paragraph(`${finding.facts}${moneySays(finding.money)}`),
    ...(after ? [paragraph(after)] : []),
  ]
}

const groupBlocks = ({ title, findings }: ReportedGroup, at: number): Block[] => [
  { kind: 'heading', level: 2, text: `${headingMark(2, at + 1)}${title}` },
  ...findings.flatMap((finding, index) => findingBlocks(finding, index + 1)),
]

const conduct = (input: AuditReportInput) =>
  `根据${input.basis}，${input.office}派出审计组，自${paperDay(input.startedOn)}至${paperDay(input.endedOn)}，对${input.name}同志任${input.unit}${input.post}期间（${paperMonth(input.periodFrom)}至${paperMonth(input.periodTo)}）履行经济责任情况进行了${kinds[input.kind]}审计。${input.unit}和${input.name}同志对其提供的财务会计资料以及其他相关资料的真实性和完整性负责，并作出了书面承诺。现将审计结果报告如下：`

/** 经济责任审计报告 in the usual order; findings are numbered 一、（一）1. and responsibility stands in its own sentence. */
export function auditReportDocument(input: AuditReportInput): Paper {
  return {
    number: input.number,
    secrecy: input.secrecy,
    addressee: input.addressee,
    watermark: null,
    subject: '经济责任审计报告',
    title: [`关于${input.name}同志任${input.unit}${input.post}期间`, '经济责任履行情况的审计报告'],
    blocks: [
      paragraph(conduct(input)),
      chapter(1, '基本情况'),
      ...input.unitFacts.map(paragraph),
      chapter(2, '履行经济责任的主要情况'),
      ...input.performance.map(paragraph),
      chapter(3, '审计发现的主要问题和责任认定'),
      ...input.groups.flatMap(groupBlocks),
      chapter(4, '总体评价'),
      paragraph(input.evaluation),
      chapter(5, '审计建议'),
      ...input.advice.map((advice, at) => paragraph(`${headingMark(2, at + 1)}${advice}`)),
    ],
    signature: { signer: input.office, date: paperDay(input.reportedOn) },
  }
}
