import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit, evaluation, advice } = common

/** 经济责任审计情况报告 of a three-duty review: the audit's part, agreed by the three departments. */
export const dutyAuditReport = documentType({
  id: 'dutyAuditReport',
  name: { zh: '三责联审经济责任审计报告', en: 'Audit part of the three-duty review' },
  group: 'threeDuty',
  frame: 'sheet',
  title: '三责联审中{被审计领导干部}同志经济责任审计报告',
  signed: true,
  fields: {
    ...{ official, post, unit },
    situation: long('基本情况', 'Situation'),
    problems: rows('发现问题', 'Problems', {
      title: line('问题标题', 'Title'),
      facts: long('事实', 'Facts'),
      responsibility: line('责任类型', 'Responsibility').optional(),
    }),
    ...{ evaluation, advice },
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '对{被审计单位}{被审计领导干部}同志任{职务}期间经济责任履行情况进行了审计。' },
    { part: 'heading', level: 1, text: '一、基本情况' },
    { part: 'long', field: 'situation' },
    { part: 'heading', level: 1, text: '二、发现的主要问题' },
    {
      part: 'each',
      field: 'problems',
      parts: [
        { part: 'heading', level: 2, text: '（{汉字序号}）{问题标题}' },
        { part: 'long', field: 'facts' },
        { part: 'when', field: 'responsibility', parts: [{ part: 'text', text: '责任界定：{责任类型}。' }] },
      ],
    },
    { part: 'heading', level: 1, text: '三、审计评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '四、审计建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    situation: '2021年至2025年部门预算收入合计17.20亿元，支出合计16.40亿元。',
    problems: [{ title: '专项资金结转未盘活', facts: '结转两年以上资金1,306.00万元。', responsibility: '周明远同志负领导责任' }],
    evaluation: '较好地履行了经济责任。',
    advice: '加快盘活存量资金。',
  },
})
