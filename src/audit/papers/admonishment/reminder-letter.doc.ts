import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 提醒函: reminds, without blame. */
export const reminderLetter = documentType({
  id: 'reminderLetter',
  name: { zh: '提醒函', en: 'Reminder' },
  group: 'admonishment',
  frame: 'letter',
  title: '提醒函',
  fields: {
    person: line('提醒对象', 'Whom'),
    position: line('单位及职务', 'Unit and post'),
    matter: long('提醒事项', 'Of what'),
    demand: long('有关要求', 'What is asked'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{单位及职务}{提醒对象}同志',
  layout: [
    { part: 'long', field: 'matter' },
    { part: 'text', text: '为此，向{提醒对象}同志提出如下要求：' },
    { part: 'long', field: 'demand' },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局',
    matter: '审计发现，你单位近两年专项资金执行进度偏慢，年末结转较多。',
    demand: '请引起重视，分析原因，加快预算执行，避免资金沉淀。',
  },
})
