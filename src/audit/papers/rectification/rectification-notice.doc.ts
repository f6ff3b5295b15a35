import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 审计整改通知书: the list of findings with class and term. */
export const rectificationNotice = documentType({
  id: 'rectificationNotice',
  name: { zh: '审计整改通知书', en: 'Notice to put right' },
  group: 'rectification',
  frame: 'document',
  title: '关于做好审计查出问题整改工作的通知',
  fields: {
    unit,
    report: line('审计报告', 'Report'),
    list: rows('整改清单', 'To put right', {
      title: line('问题', 'Finding'),
      pace: line('整改类型', 'Class'),
      dueOn: onDay('整改期限', 'Due on').optional(),
      measure: line('整改要求', 'What is asked').optional(),
    }),
    requirements: long('工作要求', 'Requirements'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  layout: [
    { part: 'text', text: '根据《中华人民共和国审计法》第五十二条规定，请你单位对{审计报告}所列问题进行整改。整改清单如下：' },
    { part: 'table', field: 'list', widths: [5, 2, 3, 5] },
    { part: 'long', field: 'requirements' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    report: '《经济责任审计报告》（澜审经责报〔2026〕8号）',
    list: [
      { title: '养护工程化整为零规避公开招标', pace: '分阶段整改', dueOn: '2027-06-30', measure: '修订招标采购管理办法，追究责任' },
      { title: '专项资金结转两年以上未盘活', pace: '立行立改', dueOn: '2026-09-30', measure: '上缴财政，调整账目' },
    ],
    requirements: '被审计单位主要负责人是整改第一责任人。请按期报送整改方案和整改情况报告，并附佐证材料。',
    contact: '韩素 0990-6612301',
  },
})
