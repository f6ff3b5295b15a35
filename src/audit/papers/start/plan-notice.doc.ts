import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 审计项目计划告知书: tells a controlled firm that it stands in the plan (implementing rules, article 34). */
export const planNotice = documentType({
  id: 'planNotice',
  name: { zh: '审计项目计划告知书', en: 'Notice of the plan' },
  group: 'start',
  frame: 'letter',
  title: '审计项目计划告知书',
  fields: {
    ...{ unit, official, post },
    year: line('计划年度', 'Year'),
    project: line('项目名称', 'Project'),
    reason: long('告知事项', 'What is told'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  layout: [
    {
      part: 'text',
      text: '经批准，{项目名称}已列入{计划年度}年度审计项目计划，审计对象为{职务}{被审计领导干部}同志，被审计单位为{被审计单位}。',
    },
    { part: 'long', field: 'reason' },
    { part: 'text', text: '特此告知。' },
  ],
  sample: {
    unit: '澜江水务集团有限公司',
    official: '陶景行',
    post: '党委书记、董事长',
    year: '2026',
    project: '澜江水务集团有限公司主要领导人员任期经济责任审计',
    reason: '审计机关将按照法定程序另行送达审计通知书。请提前整理有关财务、业务和电子数据资料。',
  },
})
