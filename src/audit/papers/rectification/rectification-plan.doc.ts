import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 整改方案: the unit's own plan, finding by finding. */
export const rectificationPlan = documentType({
  id: 'rectificationPlan',
  name: { zh: '审计整改方案', en: 'Plan to put right' },
  group: 'rectification',
  frame: 'sheet',
  title: '{被审计单位}审计整改方案',
  signed: true,
  fields: {
    unit,
    organisation: long('组织领导', 'Who leads'),
    items: rows('整改任务', 'Tasks', {
      title: line('问题', 'Finding'),
      measure: line('整改措施', 'Measure'),
      owner: line('责任部门和责任人', 'Owner'),
      dueOn: onDay('完成时限', 'Due on'),
    }),
    safeguards: long('保障措施', 'Safeguards'),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    { part: 'heading', level: 1, text: '一、组织领导' },
    { part: 'long', field: 'organisation' },
    { part: 'heading', level: 1, text: '二、整改任务分解' },
    { part: 'table', field: 'items', widths: [4, 6, 3, 3] },
    { part: 'heading', level: 1, text: '三、保障措施' },
    { part: 'long', field: 'safeguards' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    organisation: '成立审计整改工作领导小组，局党组书记任组长，每月听取一次整改情况汇报。',
    items: [
      { title: '养护工程化整为零规避公开招标', measure: '修订管理办法，同一路段统一招标', owner: '建设科 李向川', dueOn: '2026-12-31' },
      { title: '专项资金结转未盘活', measure: '上缴财政1,306.00万元', owner: '财务科 何采薇', dueOn: '2026-09-30' },
    ],
    safeguards: '整改情况纳入年度考核；整改结果在单位内部公开。',
  },
})
