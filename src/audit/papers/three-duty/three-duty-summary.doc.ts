import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 三责联审汇总报告: the three reports brought together for the joint meeting. */
export const threeDutySummary = documentType({
  id: 'threeDutySummary',
  name: { zh: '三责联审汇总报告', en: 'Summary of the three-duty review' },
  group: 'threeDuty',
  frame: 'document',
  title: '关于{被审计领导干部}同志三责联审情况的报告',
  fields: {
    ...{ official, post, unit },
    personnel: long('选人用人责任审查情况', 'Personnel choice'),
    staffing: long('机构编制责任审核情况', 'Staffing'),
    audit: long('经济责任审计情况', 'Economic responsibility'),
    overall: long('综合评价', 'Overall'),
    measures: rows('整改任务', 'To put right', {
      problem: line('问题', 'Problem'),
      owner: line('督促单位', 'Pressed by'),
      dueOn: onDay('期限', 'Due on').optional(),
    }),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '市委，市委审计委员会',
  layout: [
    { part: 'text', text: '对{被审计单位}{被审计领导干部}同志任{职务}期间开展了三责联审，现将情况报告如下：' },
    { part: 'heading', level: 1, text: '一、选人用人责任审查情况' },
    { part: 'long', field: 'personnel' },
    { part: 'heading', level: 1, text: '二、机构编制责任审核情况' },
    { part: 'long', field: 'staffing' },
    { part: 'heading', level: 1, text: '三、经济责任审计情况' },
    { part: 'long', field: 'audit' },
    { part: 'heading', level: 1, text: '四、综合评价' },
    { part: 'long', field: 'overall' },
    { part: 'heading', level: 1, text: '五、整改任务' },
    { part: 'table', field: 'measures', widths: [6, 4, 3] },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    personnel: '选拔任用科级干部23人次，2人次动议程序不规范。',
    staffing: '借用下属单位人员7名，需要清理。',
    audit: '发现问题9个，涉及资金2,168.40万元。',
    overall: '较好地履行了三项责任，存在程序不规范和资金管理不到位问题。',
    measures: [{ problem: '混岗使用人员', owner: '市委编办', dueOn: '2026-12-31' }],
  },
})
