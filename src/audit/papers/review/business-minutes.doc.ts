import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 审计业务会议纪要: what was decided, with votes and dissent. */
export const businessMinutes = documentType({
  id: 'businessMinutes',
  name: { zh: '审计业务会议纪要', en: 'Minutes of the business meeting' },
  group: 'review',
  frame: 'minutes',
  title: '{会议名称}',
  signed: false,
  fields: {
    meeting: line('会议名称', 'Meeting'),
    on: onDay('会议日期', 'Held on'),
    place: line('地点', 'Place'),
    chair: line('主持人', 'Chair'),
    decisions: rows('审定事项', 'Decisions', {
      matter: line('事项', 'Matter'),
      decision: long('审定意见', 'Decision'),
      votes: line('表决情况', 'Votes'),
      dissent: line('不同意见', 'Dissent').optional(),
    }),
    present: long('出席', 'Present'),
    absent: long('请假', 'Absent').optional(),
    attending: long('列席', 'In attendance').optional(),
  },
  numbered: true,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'text', text: '{会议日期}，{主持人}在{地点}主持召开审计业务会议。纪要如下：' },
    {
      part: 'each',
      field: 'decisions',
      parts: [
        { part: 'heading', level: 1, text: '{汉字序号}、{事项}' },
        { part: 'long', field: 'decision' },
        { part: 'text', text: '表决情况：{表决情况}' },
        { part: 'when', field: 'dissent', parts: [{ part: 'text', text: '不同意见：{不同意见}' }] },
      ],
    },
    { part: 'text', text: '出席：{出席}' },
    { part: 'when', field: 'absent', parts: [{ part: 'text', text: '请假：{请假}' }] },
    { part: 'when', field: 'attending', parts: [{ part: 'text', text: '列席：{列席}' }] },
  ],
  sample: {
    meeting: '2026年第6次审计业务会议纪要',
    on: '2026-06-12',
    place: '局机关第一会议室',
    chair: '局长范仲弘',
    decisions: [
      {
        matter: '周明远同志任期经济责任审计报告',
        decision: '审定审计报告和结果报告，第4项责任类型定为领导责任。',
        votes: '应到7人，实到6人，同意5票',
        dissent: '1人认为第4项应为直接责任',
      },
      { matter: '移送事项', decision: '将1件问题线索移送市纪委监委。', votes: '同意6票', dissent: '无' },
    ],
    present: '范仲弘、沈若谷、白若溪、程既白、韩素、林一川',
    absent: '宋知微（因公出差）',
    attending: '审计组成员',
  },
})
