import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 书面意见: the official's or the unit's answer, finding by finding. */
export const writtenOpinion = documentType({
  id: 'writtenOpinion',
  name: { zh: '对审计报告征求意见稿的书面意见', en: 'Written opinion on the draft' },
  group: 'report',
  frame: 'sheet',
  title: '对审计报告征求意见稿的书面意见',
  fields: {
    unit,
    draft: line('征求意见稿名称', 'Draft'),
    receivedOn: onDay('收到日期', 'Received on'),
    overall: long('总体意见', 'Overall'),
    items: rows('逐项意见', 'Item by item', {
      item: line('事项', 'Item'),
      stand: line('同意或异议', 'Agreed or not'),
      reason: line('理由', 'Reason').optional(),
      evidence: line('证明材料', 'Evidence').optional(),
    }),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '{被审计单位}于{收到日期}收到《{征求意见稿名称}》，经研究提出如下意见：' },
    { part: 'long', field: 'overall' },
    { part: 'table', field: 'items', widths: [4, 2, 5, 3] },
    { part: 'sign', lines: ['提出意见单位（盖章）：', '被审计领导干部（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    draft: '关于周明远同志任澜江市交通运输局局长期间经济责任履行情况的审计报告（征求意见稿）',
    receivedOn: '2026-05-15',
    overall: '总体认可审计报告，对其中一项责任界定有不同意见。',
    items: [
      { item: '养护工程化整为零', stand: '同意', reason: '正在整改', evidence: '整改方案' },
      { item: '出借资金未经集体研究', stand: '异议', reason: '2022年8月党组会议有研究记录', evidence: '党组会议记录复印件' },
    ],
  },
})
