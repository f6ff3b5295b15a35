import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 选人用人责任审查报告 of a three-duty review. */
export const personnelReport = documentType({
  id: 'personnelReport',
  name: { zh: '选人用人责任审查报告', en: 'Personnel-choice review' },
  group: 'threeDuty',
  frame: 'sheet',
  title: '关于{被审计领导干部}同志选人用人责任的审查报告',
  signed: true,
  fields: {
    ...{ official, post, unit },
    situation: long('基本情况', 'Situation'),
    problems: rows('发现问题', 'Problems', { title: line('问题标题', 'Title'), facts: long('事实', 'Facts') }),
    evaluation: long('审查评价', 'Evaluation'),
    advice: long('审查建议', 'Advice'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '对{被审计单位}{被审计领导干部}同志任{职务}期间选人用人情况进行了审查。' },
    { part: 'heading', level: 1, text: '一、基本情况' },
    { part: 'long', field: 'situation' },
    { part: 'heading', level: 1, text: '二、发现的主要问题' },
    {
      part: 'each',
      field: 'problems',
      parts: [
        { part: 'heading', level: 2, text: '（{汉字序号}）{问题标题}' },
        { part: 'long', field: 'facts' },
      ],
    },
    { part: 'heading', level: 1, text: '三、审查评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '四、审查建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    situation: '任职期间选拔任用科级干部23人次。',
    problems: [{ title: '动议程序不规范', facts: '2人次任用没有动议记录。' }],
    evaluation: '总体执行干部选拔任用规定，程序执行有瑕疵。',
    advice: '完善纪实档案，开展一次业务培训。',
  },
})
