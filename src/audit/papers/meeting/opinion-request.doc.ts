import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 征求意见函: asks members for their opinion on a plan or a matter. */
export const opinionRequest = documentType({
  id: 'opinionRequest',
  name: { zh: '征求意见函', en: 'Request for opinions' },
  group: 'meeting',
  frame: 'letter',
  title: '关于征求对{征求事项}意见的函',
  fields: {
    matter: line('征求事项', 'Matter'),
    content: long('征求内容', 'Content'),
    answerBy: onDay('反馈日期', 'Answer by'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '经济责任审计工作联席会议各成员单位',
  layout: [
    { part: 'text', text: '现就{征求事项}征求你们意见，请于{反馈日期}前书面反馈；无意见的也请反馈。' },
    { part: 'long', field: 'content' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    matter: '2027年度经济责任审计建议名单',
    content: '建议名单共24人，请对审计对象、审计类型和时间安排提出意见。',
    answerBy: '2026-11-30',
    contact: '宋知微 0990-6612355',
  },
})
