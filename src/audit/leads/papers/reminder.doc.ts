import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 线索办理催办函: which of the four effects is overdue since when, and what is asked. */
export const leadReminder = documentType({
  id: 'leadReminder',
  name: { zh: '线索办理催办函', en: 'Reminder about a lead' },
  group: 'decision',
  frame: 'letter',
  title: '关于移送事项办理情况的催办函',
  apart: true,
  fields: {
    letterNumber: line('移送处理书文号', 'Transfer letter'),
    matter: line('移送事项', 'Matter'),
    sentOn: onDay('移送日期', 'Sent on'),
    overdue: rows('逾期事项', 'Overdue', { effect: line('环节', 'Stage'), dueOn: onDay('期限', 'Due on') }),
    asked: long('请你单位办理', 'What is asked'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '{移送日期}以{移送处理书文号}移送的“{移送事项}”，下列环节已逾期：' },
    { part: 'table', field: 'overdue', widths: [6, 5] },
    { part: 'long', field: 'asked' },
  ],
  sample: {
    letterNumber: '澜审移〔2026〕3号',
    matter: '材料退款转入个人账户',
    sentOn: '2026-03-10',
    overdue: [{ effect: '有效反馈', dueOn: '2026-06-08' }],
    asked: '请于收到本函后10个工作日内将办理情况书面告知。',
  },
})
