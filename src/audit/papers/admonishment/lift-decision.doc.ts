import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 解除诫勉决定: after the effect period and an inspection. */
export const liftDecision = documentType({
  id: 'liftDecision',
  name: { zh: '解除诫勉决定书', en: 'Decision to lift' },
  group: 'admonishment',
  frame: 'letter',
  title: '解除诫勉决定书',
  fields: {
    person: line('诫勉对象', 'Whom'),
    position: line('单位及职务', 'Unit and post'),
    earlier: line('原诫勉书文号', 'Admonishment'),
    inspected: long('考察情况', 'What the inspection found'),
    liftedOn: onDay('解除日期', 'Lifted on'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{单位及职务}{诫勉对象}同志',
  layout: [
    { part: 'long', field: 'inspected' },
    { part: 'text', text: '经研究，决定自{解除日期}起解除对{诫勉对象}同志的诫勉（{原诫勉书文号}）。' },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局',
    earlier: '澜组诫〔2026〕3号',
    inspected: '影响期内，该同志能够认真改正，出借资金已全部收回，民主测评满意率92%。',
    liftedOn: '2027-02-01',
  },
})
