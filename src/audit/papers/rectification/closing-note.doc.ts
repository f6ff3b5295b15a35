import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 销号单: a third hand takes the finding off the list. */
export const closingNote = documentType({
  id: 'closingNote',
  name: { zh: '审计整改销号单', en: 'Closing note' },
  group: 'rectification',
  frame: 'sheet',
  title: '审计整改销号单',
  fields: {
    unit,
    findingNumber: line('问题编号', 'Finding number'),
    finding: line('问题', 'Finding'),
    recognised: line('认定结论及日期', 'Recognised as, on'),
    ground: long('销号理由', 'Ground for closing'),
    closer: line('销号人', 'Closed by'),
    on: onDay('销号日期', 'Closed on'),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    {
      part: 'form',
      rows: [['unit'], ['findingNumber', 'recognised'], { field: 'finding', lines: 2 }, { field: 'ground', lines: 8 }, ['closer', 'on']],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    findingNumber: 'F-26-0801',
    finding: '专项资金结转两年以上未盘活',
    recognised: '已整改，2026年9月26日',
    ground: '资金已全额上缴，账务已调整，制度已修订并执行，同意销号。',
    closer: '白若溪',
    on: '2026-09-30',
  },
})
