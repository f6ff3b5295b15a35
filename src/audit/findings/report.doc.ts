import type { Day } from '../../kernel/day.ts'
import { wanYuan } from '../../kernel/money.ts'
import type { Block, Paper } from '../../office/documents/model.ts'
import { headingMark, paperDay, paperMonth } from '../../office/documents/rules.ts'
import type { ProjectKind } from '../projects/model.ts'
import type { Grade, MoneyLine, Tolerance } from './model.ts'
import { toleranceSays } from './tolerance/rules.ts'
import { words as findingWords } from './words.ts'

export type ReportedFinding = {
  title: string
  facts: string
  money: readonly MoneyLine[]
  basis: readonly string[]
  responsible: readonly { name: string; grade: Grade }[]
  /** What was decided under the three distinctions, in the wording agreed; it stands with the problem. */
  tolerances?: readonly Pick<Tolerance, 'wording' | 'outcome'>[]
  /** Put right before the audit ended. */
  corrected?: string
}
export type ReportedGroup = { title: string; findings: readonly ReportedFinding[] }

/** One row of a report as papers of the case are filled with it: what is printed is what the records say. */
export const reportRow = ({ title, facts, money, basis, responsible, tolerances = [] }: ReportedFinding): Record<string, string> => ({
  ...{ title, facts, money: moneyText(money), basis: basis.join('；') },
  responsibility: responsible.map(({ name, grade }) => `${name}同志负${findingWords.grade[grade].zh}`).join('；'),
  tolerance: tolerances.map((each) => inFull(toleranceSays(each))).join(''),
})

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

/** Each kind of money by its name; kinds are never added. */
export const moneyText = (lines: readonly MoneyLine[]): string =>
  lines.map((line) => `${findingWords.money[line.kind].zh}${wanYuan(line.fen)}万元`).join('、')
const inFull = (text: string) => (text === '' || findingWords.ends.test(text) ? text : `${text}。`)
const basisText = (basis: readonly string[]) => (basis.length === 0 ? '' : `上述行为不符合${basis.join('、')}的规定。`)

function findingBlocks(finding: ReportedFinding, number: number): Block[] {
  const answering = finding.responsible.map(({ name, grade }) => `${name}同志对此负${findingWords.grade[grade].zh}。`).join('')
  const tolerated = (finding.tolerances ?? []).map((each) => inFull(toleranceSays(each))).join('')
  const money = finding.money.length > 0 ? `涉及${moneyText(finding.money)}。` : ''
  const after = `${basisText(finding.basis)}${finding.corrected ?? ''}${answering}${tolerated}`
  return [
    { kind: 'heading', level: 3, text: `${headingMark(3, number)}${finding.title}。` },
    paragraph(`${finding.facts}${money}`),
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
