import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, contact } = common

/** 调阅清单: what the unit is asked to hand over, with what was answered and given back. */
export const requestList = documentType({
  id: 'requestList',
  name: { zh: '资料调阅清单', en: 'List of materials asked for' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '资料调阅清单',
  fields: {
    unit,
    project: line('审计项目', 'Project'),
    requests: rows('调阅资料', 'Materials', {
      number: line('编号', 'Number'),
      name: line('资料名称', 'Material'),
      period: line('所属期间', 'Period').optional(),
      askedOn: line('调阅日期', 'Asked on').optional(),
      dueOn: line('提供期限', 'Due on').optional(),
      state: line('办理情况', 'State').optional(),
    }),
    demands: long('提供要求', 'How to hand over').optional(),
    contact: contact.optional(),
    on: onDay('制表日期', 'Drawn up on').optional(),
    giver: line('提供人', 'Handed over by').optional(),
    taker: line('接收人', 'Received by').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    { part: 'form', rows: [['project'], ['unit', 'on']] },
    { part: 'table', field: 'requests', widths: [2, 6, 3, 2.4, 2.4, 2] },
    { part: 'when', field: 'demands', parts: [{ part: 'long', field: 'demands' }] },
    { part: 'form', rows: [['giver', 'taker'], ['contact']] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    project: '周明远同志任期经济责任审计',
    requests: [
      { number: 'DY-001', name: '党组会议记录', period: '2023年至2025年', askedOn: '2026-10-13', dueOn: '2026-10-18', state: '已核收' },
      { number: 'DY-002', name: '工程合同台账', period: '2024年', askedOn: '2026-10-14', dueOn: '2026-10-19', state: '待提供' },
    ],
    demands: '请按清单逐项提供原件或者加盖公章的复印件，电子数据注明来源系统。',
    contact: '张敏 0990-6612308',
    on: '2026-10-14',
    giver: '何整',
    taker: '张敏',
  },
})
