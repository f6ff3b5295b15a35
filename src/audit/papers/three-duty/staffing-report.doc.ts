import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 机构编制责任审核报告 of a three-duty review. */
export const staffingReport = documentType({
  id: 'staffingReport',
  name: { zh: '机构编制责任审核报告', en: 'Staffing review' },
  group: 'threeDuty',
  frame: 'sheet',
  title: '关于{被审计领导干部}同志机构编制责任的审核报告',
  signed: true,
  fields: {
    ...{ official, post, unit },
    situation: long('基本情况', 'Situation'),
    problems: rows('发现问题', 'Problems', { title: line('问题标题', 'Title'), facts: long('事实', 'Facts') }),
    evaluation: long('审核评价', 'Evaluation'),
    advice: long('审核建议', 'Advice'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '对{被审计单位}{被审计领导干部}同志任{职务}期间机构编制管理情况进行了审核。' },
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
    { part: 'heading', level: 1, text: '三、审核评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '四、审核建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    situation: '核定行政编制62名，实有59人；内设科室14个。',
    problems: [{ title: '混岗使用人员', facts: '局机关长期借用下属单位事业人员7名。' }],
    evaluation: '较好执行机构编制规定，混岗问题需要清理。',
    advice: '制定清理方案，年底前清退借用人员。',
  },
})
