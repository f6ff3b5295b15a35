import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, unit, leader } = common

/** 审计组名单: who audits, with skills and days, checked for recusal. */
export const teamList = documentType({
  id: 'teamList',
  name: { zh: '审计组名单', en: 'Audit team' },
  group: 'start',
  frame: 'sheet',
  title: '审计组组成人员名单',
  fields: {
    ...{ unit, official, leader },
    members: rows('组成人员', 'Members', {
      name: line('姓名', 'Name'),
      role: line('组内职务', 'Role'),
      skill: line('专长', 'Skill').optional(),
      days: line('计划工作日', 'Days planned').optional(),
      recusal: line('回避情况', 'Recusal'),
    }),
    approval: long('审批意见', 'Approval').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    { part: 'form', rows: [['unit'], ['official', 'leader']] },
    { part: 'table', field: 'members', widths: [2, 2, 3, 2, 4] },
    { part: 'form', rows: [{ field: 'approval', lines: 5 }] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    leader: '沈若谷',
    members: [
      { name: '沈若谷', role: '组长', skill: '财政财务', days: '45', recusal: '已核查，无需回避' },
      { name: '韩素', role: '主审', skill: '工程投资', days: '60', recusal: '已核查，无需回避' },
      { name: '㐂田禾', role: '成员', skill: '数据分析', days: '60', recusal: '已核查，无需回避' },
    ],
    approval: '同意。',
  },
})
