import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 约谈通知: person, cause, what to bring, when and where. */
export const summonsNotice = documentType({
  id: 'summonsNotice',
  name: { zh: '审计整改约谈通知书', en: 'Summons to a talk' },
  group: 'rectification',
  frame: 'letter',
  title: '审计整改约谈通知书',
  fields: {
    unit,
    person: line('约谈对象', 'Who is summoned'),
    on: onDay('约谈日期', 'On'),
    time: line('约谈时间', 'At'),
    place: line('约谈地点', 'Place'),
    cause: long('约谈事由', 'Cause'),
    demands: long('准备事项', 'What to prepare'),
    contact: line('联系人及电话', 'Contact'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '{被审计单位}',
  layout: [
    { part: 'text', text: '定于{约谈日期}{约谈时间}在{约谈地点}对{约谈对象}进行审计整改约谈。' },
    { part: 'heading', level: 1, text: '一、约谈事由' },
    { part: 'long', field: 'cause' },
    { part: 'heading', level: 1, text: '二、准备事项' },
    { part: 'long', field: 'demands' },
    { part: 'text', text: '联系人及电话：{联系人及电话}' },
  ],
  sample: {
    unit: '澜江市交通运输局',
    person: '局长周明远同志',
    on: '2026-11-12',
    time: '上午9时',
    place: '市审计局第一会议室',
    cause: '2项问题超过整改期限，经督促告知后仍未完成。',
    demands: '请准备整改进展、未完成原因、责任人和完成时限的书面材料。',
    contact: '韩素 0990-6612301',
  },
})
