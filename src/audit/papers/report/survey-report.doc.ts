import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, basis, advice } = common

/** 专项审计调查报告: one matter across several units. */
export const surveyReport = documentType({
  id: 'surveyReport',
  name: { zh: '专项审计调查报告', en: 'Special survey report' },
  group: 'report',
  frame: 'document',
  title: '关于{调查事项}的专项审计调查报告',
  fields: {
    ...{ unit, basis },
    matter: line('调查事项', 'Matter'),
    situation: long('基本情况', 'Situation'),
    problems: rows('调查发现问题', 'Problems', { title: line('问题标题', 'Title'), facts: long('事实', 'Facts') }),
    causes: long('原因分析', 'Causes'),
    advice,
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '市人民政府',
  layout: [
    { part: 'long', field: 'basis' },
    { part: 'text', text: '本次调查涉及{被审计单位}。' },
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
    { part: 'heading', level: 1, text: '三、原因分析' },
    { part: 'long', field: 'causes' },
    { part: 'heading', level: 1, text: '四、审计建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    unit: '市交通运输局、各区县交通运输主管部门',
    basis: '根据年度审计项目计划，于2026年3月至5月对农村公路养护资金管理使用情况进行了专项审计调查。',
    matter: '农村公路养护资金管理使用情况',
    situation: '2023年至2025年，全市共安排农村公路养护资金2.46亿元，支出1.98亿元。',
    problems: [
      { title: '资金滞留', facts: '2个县滞留养护资金3,120.00万元超过一年。' },
      { title: '重复立项', facts: '5个项目以不同名称重复申报，涉及资金186.00万元。' },
    ],
    causes: '项目储备不足，资金分配与工程进度脱节。',
    advice: '建立项目储备库，按进度拨付资金，逾期收回统筹使用。',
  },
})
