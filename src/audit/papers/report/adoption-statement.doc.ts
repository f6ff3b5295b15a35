import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official } = common

/** 意见采纳情况说明: which comments were adopted and why (implementing rules, article 39). */
export const adoptionStatement = documentType({
  id: 'adoptionStatement',
  name: { zh: '意见采纳情况说明', en: 'Statement on comments' },
  group: 'report',
  frame: 'sheet',
  title: '关于征求意见采纳情况的说明',
  signed: true,
  fields: {
    ...{ unit, official },
    received: long('意见收到情况', 'What came in'),
    items: rows('采纳情况', 'Item by item', {
      item: line('意见事项', 'Item'),
      adopted: line('是否采纳', 'Adopted'),
      why: line('理由', 'Why'),
    }),
    changes: long('报告修改情况', 'Changes made').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '审计组就{被审计单位}和{被审计领导干部}同志提出的意见进行了核实，说明如下：' },
    { part: 'long', field: 'received' },
    { part: 'table', field: 'items', widths: [4, 2, 6] },
    { part: 'long', field: 'changes' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    received: '5月28日收到被审计单位和被审计领导干部书面意见各1份，共2项意见。',
    items: [
      { item: '出借资金已经集体研究', adopted: '部分采纳', why: '会议研究了借款事项但未研究金额和期限，已在报告中写明' },
      { item: '整改情况', adopted: '采纳', why: '已核实，补充写入审计期间整改情况' },
    ],
    changes: '责任类型由直接责任调整为领导责任，其余未作修改。',
  },
})
