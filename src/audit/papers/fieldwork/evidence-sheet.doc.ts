import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计取证单: matter, summary, evidence; signed by its provider, or the reason why not (implementing rules, article 38). */
export const evidenceSheet = documentType({
  id: 'evidenceSheet',
  name: { zh: '审计取证单', en: 'Evidence sheet' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '审计取证单',
  fields: {
    unit,
    project: line('审计项目', 'Project'),
    sheetNumber: line('取证单编号', 'Sheet number'),
    matter: line('审计事项', 'Matter'),
    summary: long('事实摘要', 'Summary of facts'),
    evidence: long('所附证据', 'Evidence attached'),
    auditors: line('取证人员', 'Taken by'),
    takenOn: onDay('取证日期', 'Taken on'),
    dueOn: onDay('反馈期限', 'Answer due on').optional(),
    opinion: long('提供单位（人）意见', 'Provider’s opinion').optional(),
    refusal: long('未签名盖章原因', 'Why not signed').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['project'],
        ['unit'],
        ['sheetNumber', 'matter'],
        { field: 'summary', lines: 6 },
        { field: 'evidence', lines: 2 },
        ['auditors', 'takenOn'],
        ['dueOn'],
        { field: 'opinion', lines: 3 },
        { field: 'refusal', lines: 1 },
      ],
    },
    { part: 'sign', lines: ['提供单位（盖章）：', '提供人（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    project: '周明远同志任期经济责任审计',
    sheetNumber: '取-07',
    matter: '养护工程招标',
    summary: '2023年6月至2024年9月，将同一路段养护工程分为3个项目，分别与2家单位签订合同，金额合计862.40万元，未公开招标。',
    evidence: '1. 养护工程合同3份；\n2. 局长办公会议纪要〔2023〕14号；\n3. 支付凭证12张。',
    auditors: '林一川、㐂田禾',
    takenOn: '2026-04-02',
    dueOn: '2026-04-09',
    opinion: '情况属实。当时考虑汛期抢修时间紧。',
    refusal: '无',
  },
})
