import { z } from 'zod'
import { Fen } from '../../../kernel/money.ts'
import type { Column, Sheet } from '../../../office/intake/model.ts'
import { code, day, list, money, oneOf, text, whole } from '../../../office/intake/rules/cells.ts'
import { Grade } from '../../findings/model.ts'
import { CheckResult, Confidentiality, DataNeed, DecisionKind, Disposal, Duty, Holding, KeyDecision, Quality } from './model.ts'
import { words } from './words.ts'

/** Each Chinese label of a table with the value it stands for. */
const labels = <V extends string>(values: readonly V[], table: Readonly<Record<V, { zh: string }>>): Record<string, V> =>
  Object.fromEntries(values.map((value) => [table[value].zh, value]))
const choice = <V extends string>(values: readonly V[], table: Readonly<Record<V, { zh: string }>>, also: Record<string, V> = {}) => ({
  read: oneOf(labels(values, table), also),
  options: values.map((value) => table[value].zh),
})

const project: Column = { header: '项目编号', key: 'project', required: true, read: code(60), example: '2026-U012-LJ0001-R' }
const numbered = (header: string, example: string): Column => ({ header, key: 'number', required: true, read: code(40), example })
const link = (header: string, key: string, example: string): Column => ({ header, key, required: false, read: code(40), example })
const words200 = (header: string, key: string, example: string, required = false): Column => ({
  header,
  key,
  required,
  read: text(1000),
  example,
})
const on = (header: string, key: string, example: string): Column => ({ header, key, required: false, read: day('refused'), example })

export const DutyRow = Duty.omit({ id: true, version: true }).extend({ project: z.string() })
export type DutyRow = z.infer<typeof DutyRow>
/** 职责权限清单: what should be done. */
export const dutiesSheet: Sheet<DutyRow> = {
  what: 'duties',
  title: words.title.duties,
  columns: [
    project,
    numbered('职责编号', 'Z01'),
    words200('职责', 'duty', '主持全面工作，负责年度预算编制与执行', true),
    words200('依据文件', 'basis', '市交通运输局职能配置、内设机构和人员编制规定', true),
    words200('依据条款', 'article', '第三条'),
    words200('职务', 'post', '局长', true),
    on('任职期间起', 'periodFrom', '2022-07-01'),
    on('任职期间止', 'periodTo', '2025-12-31'),
    {
      header: '履行方式',
      key: 'holding',
      required: true,
      example: '本人履行',
      ...choice(Holding.options, words.holding, {
        本人: 'own',
        授权: 'delegated',
        委托: 'delegated',
        监督: 'supervised',
        分管: 'delegated',
      }),
    },
    words200('分工文件', 'divisionDocument', '局党组〔2022〕15号'),
    words200('涉及资金', 'relatedFunds', '年度部门预算'),
  ],
  row: DutyRow,
}

export const DecisionRow = KeyDecision.omit({ id: true, version: true, duty: true }).extend({
  project: z.string(),
  duty: z.string().nullable(),
  amount: Fen.nullable(),
})
export type DecisionRow = z.infer<typeof DecisionRow>
const heads = (header: string, key: string, example: string): Column => ({
  header,
  key,
  required: false,
  read: whole({ least: 0, most: 1000 }),
  example,
})
/** 重要决策事项清单: what was done. */
export const decisionsSheet: Sheet<DecisionRow> = {
  what: 'keyDecisions',
  title: words.title.decisions,
  columns: [
    project,
    numbered('事项编号', 'S01'),
    link('职责编号', 'duty', 'Z01'),
    words200('决策事项', 'matter', '审定年度农村公路养护资金分配方案', true),
    {
      header: '三重一大类别',
      key: 'kind',
      required: true,
      example: '大额资金使用',
      ...choice(DecisionKind.options, words.decisionKind, { 大额资金: 'funds', 人事任免: 'personnel', 重大项目: 'project', 其他: 'other' }),
    },
    on('日期', 'decidedOn', '2024-03-18'),
    words200('会议或批准文号', 'meeting', '局长办公会纪要〔2024〕5号'),
    words200('主持人', 'presidedBy', '周明远'),
    heads('出席人数', 'attendance', '7'),
    heads('赞成', 'votesFor', '6'),
    heads('反对', 'votesAgainst', '0'),
    words200('不同意见', 'objection', ''),
    { header: '金额（万元）', key: 'amount', required: false, read: money('wanYuan'), example: '1250.00' },
    words200('结果', 'result', '资金已全部下达'),
    words200('执行单位', 'executingUnit', '市公路中心'),
    words200('资料', 'papers', '会议纪要、资金文件'),
  ],
  row: DecisionRow,
}

export const CheckRow = z.object({
  project: z.string(),
  number: z.string(),
  duty: z.string().nullable(),
  decision: z.string().nullable(),
  step: z.string(),
  method: z.string(),
  auditor: z.string().nullable(),
  evidence: z.array(z.string()),
  result: CheckResult.nullable(),
  reason: z.string().nullable(),
  finding: z.string().nullable(),
  responsibility: Grade.nullable(),
})
export type CheckRow = z.infer<typeof CheckRow>
const gradeNames: Record<string, Grade> = { 直接责任: 'direct', 领导责任: 'leading', 主管责任: 'supervising' }
/** 审计核查及结果清单: how well. */
export const checksSheet: Sheet<CheckRow> = {
  what: 'auditChecks',
  title: words.title.checks,
  columns: [
    project,
    numbered('核查编号', 'H01'),
    link('职责编号', 'duty', 'Z01'),
    link('事项编号', 'decision', 'S01'),
    words200('核查步骤', 'step', '核对资金分配方案与下达文件', true),
    words200('核查方法', 'method', '审阅、重新计算', true),
    words200('审计人员', 'auditor', '陆川'),
    { header: '证据编号', key: 'evidence', required: false, read: list(40), example: 'Q-001；Q-002' },
    {
      header: '核查结果',
      key: 'result',
      required: false,
      example: '发现问题',
      ...choice(CheckResult.options, words.result, { 无问题: 'noProblem', 有问题: 'problem' }),
    },
    words200('未核查原因', 'reason', ''),
    link('问题编号', 'finding', 'F-26-001'),
    {
      header: '责任',
      key: 'responsibility',
      required: false,
      read: oneOf(gradeNames),
      options: Object.keys(gradeNames),
      example: '领导责任',
    },
  ],
  row: CheckRow,
}

export const NeedRow = DataNeed.omit({ id: true, version: true, auditCheck: true }).extend({
  project: z.string(),
  auditCheck: z.string().nullable(),
})
export type NeedRow = z.infer<typeof NeedRow>
/** 数据需求清单: how to audit. */
export const needsSheet: Sheet<NeedRow> = {
  what: 'dataNeeds',
  title: words.title.needs,
  columns: [
    project,
    numbered('需求编号', 'D01'),
    link('核查编号', 'auditCheck', 'H01'),
    words200('数据集', 'dataSet', '预算指标与支付明细', true),
    words200('数据所属单位', 'ownerUnit', '澜江市财政局', true),
    words200('信息系统', 'system', '预算管理一体化系统'),
    words200('字段', 'fields', '指标文号、金额、收款人、支付日期'),
    on('期间起', 'periodFrom', '2022-07-01'),
    on('期间止', 'periodTo', '2025-12-31'),
    words200('格式', 'format', 'CSV'),
    words200('用途', 'purpose', '比对资金分配与支付', true),
    on('提出日期', 'requestedOn', '2026-10-12'),
    on('期限', 'dueOn', '2026-10-19'),
    on('收到日期', 'receivedOn', '2026-10-16'),
    { header: '质量检查', key: 'quality', required: false, example: '合格', ...choice(Quality.options, words.quality) },
    words200('质量说明', 'qualityNote', '总额与决算一致'),
    {
      header: '保密等级',
      key: 'confidentiality',
      required: true,
      example: '内部',
      ...choice(Confidentiality.options, words.confidentiality),
    },
    { header: '归还销毁', key: 'disposal', required: false, example: '', ...choice(Disposal.options, words.disposal) },
    on('处置日期', 'disposedOn', ''),
  ],
  row: NeedRow,
}
