import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 诫勉谈话记录: object, talker, recorder, unit, post, time, place, cause, content. */
export const admonishmentTalk = documentType({
  id: 'admonishmentTalk',
  name: { zh: '诫勉谈话记录', en: 'Record of an admonishment talk' },
  group: 'admonishment',
  frame: 'sheet',
  title: '诫勉谈话记录',
  fields: {
    person: line('谈话对象', 'With'),
    position: line('单位及职务', 'Unit and post'),
    talker: line('谈话人', 'By'),
    recorder: line('记录人', 'Recorder'),
    on: onDay('谈话日期', 'Held on'),
    place: line('谈话地点', 'Place'),
    cause: long('谈话原因', 'Cause'),
    content: long('谈话内容', 'Content'),
    answer: long('谈话对象表态', 'Answer'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['person', 'position'],
        ['talker', 'recorder'],
        ['on', 'place'],
        { field: 'cause', lines: 3 },
        { field: 'content', lines: 8 },
        { field: 'answer', lines: 5 },
      ],
    },
    { part: 'sign', lines: ['谈话对象（签名）：', '谈话人（签名）：'] },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局局长',
    talker: '市委组织部 何守拙',
    recorder: '柳如晦',
    on: '2026-08-03',
    place: '市委组织部谈话室',
    cause: '未经集体研究出借资金。',
    content: '指出问题的性质和影响，宣布诫勉决定和影响期，提出改正要求。',
    answer: '诚恳接受，认真反省，立即组织收回资金。',
  },
})
