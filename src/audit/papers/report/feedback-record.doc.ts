import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit } = common

/** 结果反馈会记录: the committee office tells the result; those present answer. */
export const feedbackRecord = documentType({
  id: 'feedbackRecord',
  name: { zh: '审计结果反馈会记录', en: 'Record of the feedback meeting' },
  group: 'report',
  frame: 'sheet',
  title: '审计结果反馈会记录',
  fields: {
    ...{ unit, official, post },
    on: onDay('会议日期', 'Held on'),
    place: line('地点', 'Place'),
    chair: line('主持人', 'Chair'),
    recorder: line('记录人', 'Recorder'),
    attendees: long('参加人员', 'Present'),
    told: long('反馈内容', 'What was told'),
    answers: long('表态和意见', 'Answers'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['official', 'post'],
        ['on', 'place'],
        ['chair', 'recorder'],
        { field: 'attendees', lines: 3 },
        { field: 'told', lines: 8 },
        { field: 'answers', lines: 5 },
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    post: '局长',
    on: '2026-07-02',
    place: '市交通运输局三楼会议室',
    chair: '市委审计委员会办公室负责人',
    recorder: '韩素',
    attendees: '市纪委监委、市委组织部、市审计局有关同志，市交通运输局领导班子成员。',
    told: '通报审计结果、责任界定和整改要求。',
    answers: '周明远同志表示接受审计结论，一个月内制定整改方案。',
  },
})
