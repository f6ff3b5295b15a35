import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official } = common

/** 复查意见: what the review group found, item by item. */
export const reviewFinding = documentType({
  id: 'reviewFinding',
  name: { zh: '复查意见书', en: 'Findings of the review' },
  group: 'appeal',
  frame: 'sheet',
  title: '复查意见书',
  signed: true,
  fields: {
    official,
    report: line('审计报告文号', 'Report'),
    members: line('复查组成员', 'Who reviewed'),
    process: long('复查过程', 'Process'),
    items: rows('复查事项', 'Items', {
      item: line('申诉事项', 'Item'),
      facts: line('复查查明', 'Found'),
      opinion: line('复查意见', 'Opinion'),
    }),
    conclusion: long('复查结论', 'Conclusion'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '对{被审计领导干部}同志就{审计报告文号}审计报告提出的申诉进行了复查。复查组成员：{复查组成员}。' },
    { part: 'long', field: 'process' },
    { part: 'table', field: 'items', widths: [4, 5, 4] },
    { part: 'long', field: 'conclusion' },
  ],
  sample: {
    official: '周明远',
    report: '澜审经责报〔2026〕8号',
    members: '程既白、宋知微、柳如晦',
    process: '调阅会议记录，与6名参会人员谈话。',
    items: [{ item: '第4项责任类型', facts: '党组会研究了借款事项但未定金额', opinion: '调整为领导责任' }],
    conclusion: '申诉部分成立，建议变更第4项责任类型，其余维持。',
  },
})
