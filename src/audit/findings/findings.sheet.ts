import { z } from 'zod'
import { Day } from '../../kernel/day.ts'
import { Fen, yuan } from '../../kernel/money.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { Read, Sheet } from '../../office/intake/model.ts'
import { code, day, list, money, oneOf, text, whole } from '../../office/intake/rules/cells.ts'
import { readOfficialNumber } from '../projects/audits.sheet.ts'
import { type Finding, Grade, type MoneyKind, type MoneyLine, type Reply, ReplyOutcome } from './model.ts'
import { words } from './words.ts'

/** One row of the findings workbook; several rows of one number name several responsible officials. */
export const FindingRow = z.object({
  number: z.string(),
  project: z.string(),
  title: z.string(),
  problemClass: z.string(),
  facts: z.string(),
  unit: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  breach: Fen.nullable(),
  waste: Fen.nullable(),
  irregular: Fen.nullable(),
  payable: Fen.nullable(),
  returnable: Fen.nullable(),
  adjustable: Fen.nullable(),
  investmentCut: Fen.nullable(),
  gain: Fen.nullable(),
  recovered: Fen.nullable(),
  standard: z.string().nullable(),
  cause: z.string().nullable(),
  consequence: z.string().nullable(),
  actOn: Day.nullable(),
  basis: z.array(z.string()),
  official: z.string().nullable(),
  grade: Grade.nullable(),
  reply: z.string().nullable(),
  outcome: ReplyOutcome.nullable(),
  reportFile: z.string().nullable(),
  paragraph: z.number().int().nullable(),
})
export type FindingRow = z.infer<typeof FindingRow>

const moneyKinds = ['breach', 'waste', 'irregular', 'payable'] as const satisfies readonly MoneyKind[]
/** Kinds whose columns were added at the end of the workbook; books made before do not have them. */
export const addedKinds = ['returnable', 'adjustable', 'investmentCut', 'gain', 'recovered'] as const satisfies readonly MoneyKind[]

/** The amounts of a row, kind by kind; an empty or zero cell gives no line. */
export const moneyLines = (row: FindingRow): MoneyLine[] =>
  [...moneyKinds, ...addedKinds].flatMap((kind) => {
    const amount = row[kind]
    return amount === null || amount === 0 ? [] : [{ kind, fen: amount }]
  })

const amount = (given: string): Read<Fen | null> => {
  const read = money('yuan')(given)
  if ('refusal' in read || read.value === null || read.value >= 0) return read
  return { refusal: refuse('moneyNegative') }
}

const grades = { 直接责任: 'direct', 主管责任: 'supervising', 领导责任: 'leading' } as const
const gradesAlso = { 直接: 'direct', 主管: 'supervising', 领导: 'leading' } as const
const outcomes = { 采纳: 'adopted', 部分采纳: 'partly', 未采纳: 'refused', 待核实: 'pending' } as const
const outcomesAlso = { 全部采纳: 'adopted', 已采纳: 'adopted', 不采纳: 'refused', 未予采纳: 'refused' } as const
const options = (table: object) => Object.keys(table)

export const findingsSheet: Sheet<FindingRow> = {
  what: 'findings',
  title: words.title.findings,
  columns: [
    { header: '问题编号', key: 'number', required: true, read: code(60), example: 'F-25-031' },
    { header: '项目编号', key: 'project', required: true, read: text(120), example: '2025-U012-LJ0001-R' },
    { header: '标题', key: 'title', required: true, read: text(200), example: '养护项目化整为零规避公开招标' },
    { header: '问题类别', key: 'problemClass', required: true, read: text(40), example: 'F07-02' },
    { header: '事实', key: 'facts', required: true, read: text(8000), example: '2023年至2024年，三个养护项目化整为零规避公开招标。' },
    { header: '单位编号', key: 'unit', required: true, read: code(), example: 'U012' },
    { header: '起', key: 'periodFrom', required: false, read: day('first'), example: '2023-01-01' },
    { header: '止', key: 'periodTo', required: false, read: day('last'), example: '2024-12-31' },
    { header: '违规金额(元)', key: 'breach', required: false, read: amount, example: '8624000.00' },
    { header: '损失浪费金额(元)', key: 'waste', required: false, read: amount, example: '' },
    { header: '管理不规范金额(元)', key: 'irregular', required: false, read: amount, example: '' },
    { header: '应上缴(元)', key: 'payable', required: false, read: amount, example: '' },
    { header: '依据', key: 'basis', required: false, read: list(300), example: '《中华人民共和国招标投标法》第四条' },
    { header: '责任人编号', key: 'official', required: false, read: readOfficialNumber, example: 'LJ0001' },
    {
      header: '责任类型',
      key: 'grade',
      required: false,
      read: oneOf<Grade>(grades, gradesAlso),
      options: options(grades),
      example: '直接责任',
    },
    { header: '本人意见', key: 'reply', required: false, read: text(4000), example: '' },
    {
      header: '意见采纳',
      key: 'outcome',
      required: false,
      read: oneOf<ReplyOutcome>(outcomes, outcomesAlso),
      options: options(outcomes),
      example: '',
    },
    { header: '报告文件', key: 'reportFile', required: false, read: text(255), example: '澜审经责报〔2025〕14号.docx' },
    { header: '报告段落', key: 'paragraph', required: false, read: whole({ least: 1, most: 1_000_000 }), example: '12' },
    { header: '应归还原渠道(元)', key: 'returnable', required: false, read: amount, example: '' },
    { header: '应调账(元)', key: 'adjustable', required: false, read: amount, example: '' },
    { header: '核减投资(元)', key: 'investmentCut', required: false, read: amount, example: '' },
    { header: '促进增收节支(元)', key: 'gain', required: false, read: amount, example: '' },
    { header: '挽回损失(元)', key: 'recovered', required: false, read: amount, example: '' },
    { header: '应当标准', key: 'standard', required: false, read: text(4000), example: '达到规模标准的养护工程必须公开招标。' },
    { header: '原因', key: 'cause', required: false, read: text(4000), example: '' },
    { header: '后果', key: 'consequence', required: false, read: text(4000), example: '' },
    { header: '行为日期', key: 'actOn', required: false, read: day('last'), example: '2024-06-30' },
  ],
  row: FindingRow,
}

const yuanText = (lines: readonly MoneyLine[], kind: MoneyKind) => {
  const line = lines.find((each) => each.kind === kind)
  return line ? yuan(line.fen) : ''
}
const textOf = <T extends string>(table: Readonly<Record<string, T>>, value: T | undefined) =>
  Object.entries(table).find(([, each]) => each === value)?.[0] ?? ''

type Exported = { finding: Finding; project: string; unit: string; official?: string; grade?: Grade; reply?: Reply }
/** The row that reads back as this finding and one responsible official. */
export const findingCells = ({ finding, project, unit, official, grade, reply }: Exported): string[] => [
  finding.number,
  project,
  finding.title,
  finding.problemClass,
  finding.facts,
  unit,
  finding.periodFrom ?? '',
  finding.periodTo ?? '',
  ...moneyKinds.map((kind) => yuanText(finding.money, kind)),
  finding.basis.join('；'),
  official ?? '',
  textOf(grades, grade),
  reply?.text ?? '',
  textOf(outcomes, reply?.outcome),
  finding.reportFile ?? '',
  finding.paragraph === null ? '' : String(finding.paragraph),
  ...addedKinds.map((kind) => yuanText(finding.money, kind)),
  finding.standard ?? '',
  finding.cause ?? '',
  finding.consequence ?? '',
  finding.actOn ?? '',
]
