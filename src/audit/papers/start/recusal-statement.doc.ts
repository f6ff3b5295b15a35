import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official } = common

/** 回避声明: each member declares interests, or their absence (Audit Law 15; implementing rules 12). */
export const recusalStatement = documentType({
  id: 'recusalStatement',
  name: { zh: '回避声明', en: 'Declaration on recusal' },
  group: 'start',
  frame: 'sheet',
  title: '审计人员回避声明',
  fields: {
    ...{ unit, official },
    auditor: line('声明人', 'Declared by'),
    relation: long('与被审计对象的关系', 'Relation to the audited'),
    statement: long('声明事项', 'Declaration'),
    decision: long('审核决定', 'Decision').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['official', 'auditor'],
        { field: 'relation', lines: 5 },
        { field: 'statement', lines: 8 },
        { field: 'decision', lines: 4 },
      ],
    },
    { part: 'sign', lines: ['声明人（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    auditor: '林一川',
    relation: '与被审计单位负责人和有关主管人员没有夫妻、直系血亲、三代以内旁系血亲或者近姻亲关系。',
    statement: '与被审计单位、审计事项没有直接经济利益关系，也没有其他可能影响公正执行公务的利害关系。',
    decision: '经核查属实，不需回避。',
  },
})
