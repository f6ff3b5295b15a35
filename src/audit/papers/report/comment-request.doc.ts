import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, unit, contact } = common

/** 审计报告征求意见书: sends the draft and names the last day for an answer; silence counts as no objection. */
export const commentRequest = documentType({
  id: 'commentRequest',
  name: { zh: '审计报告征求意见书', en: 'Request for comment' },
  group: 'report',
  frame: 'letter',
  title: '审计报告征求意见书',
  fields: {
    ...{ official, unit },
    draft: line('征求意见稿名称', 'Draft'),
    days: line('答复期限', 'Time to answer'),
    dueOn: onDay('答复截止日期', 'Answer by').optional(),
    request: long('征求意见事项', 'What is asked'),
    contact,
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{被审计单位}、{被审计领导干部}同志',
  layout: [
    {
      part: 'text',
      text: '根据《中华人民共和国审计法》第四十四条规定，现将《{征求意见稿名称}》送你们征求意见。请自收到之日起{答复期限}内，将书面意见送交审计组；逾期未提出书面意见的，视同无异议。',
    },
    { part: 'when', field: 'dueOn', parts: [{ part: 'text', text: '按送达日期计算，答复截止日期为{答复截止日期}。' }] },
    { part: 'long', field: 'request' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    official: '周明远',
    unit: '澜江市交通运输局',
    draft: '关于周明远同志任澜江市交通运输局局长期间经济责任履行情况的审计报告（征求意见稿）',
    days: '10个工作日',
    dueOn: '2026-05-29',
    request: '请对报告所列事实、定性、责任界定和评价逐项提出意见，有异议的请附证明材料。本稿请勿扩散。',
    contact: '韩素 0990-6612301',
  },
})
