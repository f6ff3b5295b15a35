import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official, post, entryOn } = common

/** 进点会记录: who came, what was told, what the official reported. */
export const entryRecord = documentType({
  id: 'entryRecord',
  name: { zh: '进点会议记录', en: 'Record of the entry meeting' },
  group: 'start',
  frame: 'sheet',
  title: '审计进点会议记录',
  fields: {
    ...{ unit, official, post, entryOn },
    place: line('地点', 'Place'),
    chair: line('主持人', 'Chair'),
    recorder: line('记录人', 'Recorder'),
    attendees: long('参加人员', 'Present'),
    proceedings: long('会议内容', 'Proceedings'),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['official', 'post'],
        ['entryOn', 'place'],
        ['chair', 'recorder'],
        { field: 'attendees', lines: 3 },
        { field: 'proceedings', lines: 10 },
      ],
    },
    { part: 'sign', lines: ['审计组（签名）：', '被审计单位（签名）：'] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    post: '局长',
    entryOn: '2026-03-16',
    place: '市交通运输局三楼会议室',
    chair: '沈若谷',
    recorder: '顾清越',
    attendees: '审计组全体成员；市委审计委员会办公室、市纪委监委、市委组织部有关同志；市交通运输局领导班子成员、各科室负责人。',
    proceedings:
      '1. 审计组组长宣读审计通知书，说明审计安排和纪律要求；\n2. 周明远同志作履行经济责任情况述职；\n3. 被审计单位就配合审计工作作表态。',
  },
})
