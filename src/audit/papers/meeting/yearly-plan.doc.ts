import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 年度经济责任审计项目计划: who is audited this year, as decided by the committee. */
export const yearlyPlan = documentType({
  id: 'yearlyPlan',
  name: { zh: '年度经济责任审计项目计划', en: 'Yearly plan' },
  group: 'meeting',
  frame: 'document',
  title: '关于印发{年度}年度经济责任审计项目计划的通知',
  fields: {
    year: line('年度', 'Year'),
    basis: long('编制依据', 'Basis'),
    items: rows('审计项目', 'Projects', {
      unit: line('单位', 'Unit'),
      official: line('姓名', 'Name'),
      post: line('职务', 'Post'),
      kind: line('审计类型', 'Kind'),
      window: line('时间安排', 'When').optional(),
    }),
    requirements: long('工作要求', 'Requirements'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '各有关单位',
  layout: [
    { part: 'text', text: '经市委审计委员会审定，现将{年度}年度经济责任审计项目计划印发给你们，请遵照执行。' },
    { part: 'long', field: 'basis' },
    { part: 'table', field: 'items', widths: [5, 2, 3, 3, 3] },
    { part: 'long', field: 'requirements' },
  ],
  sample: {
    year: '2027',
    basis: '依据中长期审计规划、干部管理权限和风险评估结果，征求联席会议成员单位意见后编制。',
    items: [
      { unit: '澜江市水利局', official: '贺兰川', post: '局长', kind: '任中审计', window: '第一季度' },
      { unit: '清源区人民政府', official: '尹望舒', post: '区长', kind: '离任审计', window: '第二季度' },
    ],
    requirements: '严格执行计划，确需调整的按程序报批。',
  },
})
