import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit, period, advice } = common

/** 经济责任审计结果报告: the short form, to the committee and the organisation department. */
export const resultReport = documentType({
  id: 'resultReport',
  name: { zh: '经济责任审计结果报告', en: 'Result report' },
  group: 'report',
  frame: 'document',
  title: '关于{被审计领导干部}同志任{职务}期间经济责任审计结果的报告',
  fields: {
    ...{ official, post, unit, period },
    deeds: long('主要业绩', 'Main deeds'),
    problems: rows('主要问题', 'Main problems', {
      problem: line('问题', 'Problem'),
      responsibility: line('责任类型', 'Responsibility').optional(),
    }),
    handled: long('处理处罚和整改情况', 'Handled and put right'),
    transferred: long('移送处理情况', 'Transferred').optional(),
    evaluation: long('总体评价', 'Overall'),
    advice,
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '市委审计委员会，市委组织部',
  copyTo: '经济责任审计工作联席会议成员单位',
  layout: [
    {
      part: 'text',
      text: '按照年度审计项目计划，对{被审计单位}{被审计领导干部}同志任{职务}期间（{审计期间}）的经济责任履行情况进行了审计。现将审计结果报告如下：',
    },
    { part: 'heading', level: 1, text: '一、主要业绩' },
    { part: 'long', field: 'deeds' },
    { part: 'heading', level: 1, text: '二、主要问题和责任' },
    { part: 'table', field: 'problems', widths: [8, 3] },
    { part: 'heading', level: 1, text: '三、处理处罚和整改情况' },
    { part: 'long', field: 'handled' },
    { part: 'long', field: 'transferred' },
    { part: 'heading', level: 1, text: '四、总体评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '五、建议' },
    { part: 'long', field: 'advice' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    deeds: '组织完成农村公路改造412公里，建成市域公交一卡通，2025年群众出行满意度居全市前列。',
    problems: [
      { problem: '三个养护项目化整为零规避公开招标，涉及862.40万元', responsibility: '直接责任' },
      { problem: '专项资金结转两年以上未盘活，涉及1,306.00万元', responsibility: '领导责任' },
    ],
    handled: '责令收回结转资金1,306.00万元，已上缴财政1,100.00万元；完善招标采购制度2项。',
    transferred: '1件问题线索移送市纪委监委。',
    evaluation: '任职期间较好履行了经济责任，但在工程招标、资金盘活方面存在违规和管理不到位的问题。',
    advice: '1. 建议市委组织部将审计结果作为干部考核、任免的重要参考；\n2. 建议有关部门加强养护工程招标监管。',
  },
})
