import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 延期整改申请: the reason, the plan and the new day. */
export const extensionRequest = documentType({
  id: 'extensionRequest',
  name: { zh: '延期整改申请', en: 'Request for more time' },
  group: 'rectification',
  frame: 'sheet',
  title: '延期整改申请',
  fields: {
    unit,
    findingNumber: line('问题编号', 'Finding number'),
    finding: line('问题', 'Finding'),
    dueOn: onDay('原整改期限', 'Due on'),
    newDueOn: onDay('申请延期至', 'Until'),
    reason: long('延期理由', 'Reason'),
    plan: long('后续计划', 'Plan'),
    approval: long('审批意见', 'Approval').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  addressee: '澜江市审计局',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['findingNumber'],
        { field: 'finding', lines: 2 },
        ['dueOn', 'newDueOn'],
        { field: 'reason', lines: 4 },
        { field: 'plan', lines: 4 },
        { field: 'approval', lines: 3 },
      ],
    },
    { part: 'sign', lines: ['申请单位（盖章）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    findingNumber: 'F-26-0803',
    finding: '3处办公用房产权不清',
    dueOn: '2026-12-31',
    newDueOn: '2027-06-30',
    reason: '历史划拨用地资料缺失，需自然资源部门补办手续。',
    plan: '每季度推进一次，2027年3月底前完成测绘，6月底前办结不动产登记。',
    approval: '同意延期。',
  },
})
