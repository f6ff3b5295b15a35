import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official } = common

/** 复查决定书: approved by the committee; final. */
export const reviewDecision = documentType({
  id: 'reviewDecision',
  name: { zh: '复查决定书', en: 'Decision on a petition' },
  group: 'appeal',
  frame: 'document',
  title: '关于{被审计领导干部}同志申诉的复查决定',
  fields: {
    official,
    report: line('审计报告文号', 'Report'),
    facts: long('复查查明的事实', 'Facts'),
    reasons: long('复查理由', 'Reasons'),
    decision: long('复查决定', 'Decision'),
    approval: line('批准机关及日期', 'Approved by, on'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{被审计领导干部}同志',
  copyTo: '市委组织部，市审计局',
  layout: [
    { part: 'text', text: '你对{审计报告文号}审计报告提出的申诉，经复查并报{批准机关及日期}批准，现决定如下：' },
    { part: 'heading', level: 1, text: '一、复查查明的事实' },
    { part: 'long', field: 'facts' },
    { part: 'heading', level: 1, text: '二、理由' },
    { part: 'long', field: 'reasons' },
    { part: 'heading', level: 1, text: '三、决定' },
    { part: 'long', field: 'decision' },
    { part: 'text', text: '本复查决定为最终决定。' },
  ],
  sample: {
    official: '周明远',
    report: '澜审经责报〔2026〕8号',
    facts: '2022年8月党组会议研究过借款事项，但未明确金额、期限和担保。',
    reasons: '属于集体决策程序不完备，不符合直接责任的情形。',
    decision: '变更第4项责任类型为领导责任，其余维持原审计报告。',
    approval: '市委审计委员会2026年9月28日',
  },
})
