import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post } = common

/** 申诉书: the official objects to the report. */
export const appealPetition = documentType({
  id: 'appealPetition',
  name: { zh: '申诉书', en: 'Petition' },
  group: 'appeal',
  frame: 'sheet',
  title: '申诉书',
  fields: {
    ...{ official, post },
    report: line('审计报告文号', 'Report'),
    receivedOn: onDay('收到日期', 'Received on'),
    requests: long('申诉请求', 'What is asked'),
    grounds: long('事实和理由', 'Facts and grounds'),
    evidence: long('证据材料', 'Evidence').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  addressee: '市委审计委员会办公室',
  layout: [
    { part: 'text', text: '申诉人：{被审计领导干部}，任{职务}。本人于{收到日期}收到{审计报告文号}审计报告，对报告有异议，特提出申诉。' },
    { part: 'heading', level: 1, text: '一、申诉请求' },
    { part: 'long', field: 'requests' },
    { part: 'heading', level: 1, text: '二、事实和理由' },
    { part: 'long', field: 'grounds' },
    {
      part: 'when',
      field: 'evidence',
      parts: [
        { part: 'text', text: '附证据材料：' },
        { part: 'long', field: 'evidence' },
      ],
    },
    { part: 'sign', lines: ['申诉人（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    report: '澜审经责报〔2026〕8号',
    receivedOn: '2026-06-20',
    requests: '请求将第4项问题的责任类型由直接责任变更为领导责任。',
    grounds: '2022年8月党组会议曾研究借款事项，本人并非个人决定。',
    evidence: '党组会议记录复印件2页。',
  },
})
