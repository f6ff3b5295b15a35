import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 诫勉书: cause, effects, demands, until when. */
export const admonishmentLetter = documentType({
  id: 'admonishmentLetter',
  name: { zh: '诫勉书', en: 'Admonishment' },
  group: 'admonishment',
  frame: 'letter',
  title: '诫勉书',
  fields: {
    person: line('诫勉对象', 'Whom'),
    position: line('单位及职务', 'Unit and post'),
    cause: long('诫勉事由', 'Cause'),
    basis: long('诫勉依据', 'Basis'),
    demand: long('改正要求', 'What is to change'),
    from: onDay('影响期起', 'Effect from'),
    until: onDay('影响期止', 'Effect until'),
    right: long('权利告知', 'Rights'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{单位及职务}{诫勉对象}同志',
  layout: [
    { part: 'text', text: '经研究，决定对{诫勉对象}同志进行诫勉。' },
    { part: 'heading', level: 1, text: '一、事由' },
    { part: 'long', field: 'cause' },
    { part: 'heading', level: 1, text: '二、依据' },
    { part: 'long', field: 'basis' },
    { part: 'heading', level: 1, text: '三、改正要求' },
    { part: 'long', field: 'demand' },
    { part: 'text', text: '影响期自{影响期起}至{影响期止}。' },
    { part: 'long', field: 'right' },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局',
    cause: '任职期间未经集体研究决定出借资金，至审计时尚未全部收回。',
    basis: '干部管理监督有关规定和审计结果运用办法。',
    demand: '认真反省，提交书面检查；按期收回出借资金；每季度报告改正情况。',
    from: '2026-08-01',
    until: '2027-01-31',
    right: '对本诫勉有不同意见的，可以在规定期限内书面申诉。',
  },
})
