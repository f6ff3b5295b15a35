import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 函询通知书: asks for a written answer within the time of the rule. */
export const inquiryNotice = documentType({
  id: 'inquiryNotice',
  name: { zh: '函询通知书', en: 'Written inquiry' },
  group: 'admonishment',
  frame: 'letter',
  title: '函询通知书',
  fields: {
    person: line('函询对象', 'Whom'),
    position: line('单位及职务', 'Unit and post'),
    matters: long('函询事项', 'What is asked'),
    days: line('答复期限', 'Time to answer'),
    request: long('答复要求', 'How to answer'),
  },
  numbered: true,
  served: true,
  secrecy: 'workSecret',
  addressee: '{单位及职务}{函询对象}同志',
  layout: [
    { part: 'text', text: '根据干部监督有关规定，现就下列事项向{函询对象}同志函询，请在收到本通知后{答复期限}内作出书面说明：' },
    { part: 'long', field: 'matters' },
    { part: 'long', field: 'request' },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局',
    matters: '关于2022年出借资金1,200.00万元的决策过程和收回情况。',
    days: '15个工作日',
    request: '书面说明由本人签名，经单位主要负责人签署意见后送市委组织部。',
  },
})
