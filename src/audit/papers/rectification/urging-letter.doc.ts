import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 督促告知函: presses a unit whose items are late. */
export const urgingLetter = documentType({
  id: 'urgingLetter',
  name: { zh: '审计整改督促告知函', en: 'Urging letter' },
  group: 'rectification',
  frame: 'letter',
  title: '审计整改督促告知函',
  fields: {
    unit,
    late: rows('逾期事项', 'Late items', {
      title: line('问题', 'Finding'),
      dueOn: onDay('整改期限', 'Due on'),
      state: line('当前状态', 'State'),
    }),
    demand: long('督促要求', 'Demand'),
    consequence: long('逾期后果', 'What follows'),
    answerBy: onDay('反馈日期', 'Answer by'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  copyTo: '市纪委监委，市委组织部',
  layout: [
    { part: 'text', text: '经核对审计整改台账，你单位下列事项已超过规定期限尚未完成整改：' },
    { part: 'table', field: 'late', widths: [6, 3, 3] },
    { part: 'long', field: 'demand' },
    { part: 'text', text: '请于{反馈日期}前书面反馈。' },
    { part: 'long', field: 'consequence' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    late: [{ title: '出借资金未收回', dueOn: '2026-09-30', state: '整改中' }],
    demand: '请主要负责人亲自研究，明确措施和完成时限，加快整改。',
    consequence: '仍未按期整改且无正当理由的，将按规定约谈，并建议有关机关追究责任。',
    answerBy: '2026-10-31',
  },
})
