import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 联席会议纪要: decisions with owner and due day. */
export const meetingMinutes = documentType({
  id: 'meetingMinutes',
  name: { zh: '联席会议纪要', en: 'Minutes of the joint meeting' },
  group: 'meeting',
  frame: 'minutes',
  title: '{会议名称}',
  signed: false,
  fields: {
    meeting: line('会议名称', 'Meeting'),
    on: onDay('会议日期', 'Held on'),
    chair: line('主持人', 'Chair'),
    place: line('会议地点', 'Place'),
    talks: long('会议情况', 'What was said'),
    decisions: rows('议定事项', 'Decisions', {
      decision: line('事项', 'Decision'),
      owner: line('责任单位', 'Owner'),
      dueOn: onDay('完成时限', 'Due on').optional(),
    }),
    present: long('出席', 'Present'),
    absent: long('请假', 'Absent').optional(),
  },
  numbered: true,
  served: false,
  secrecy: 'internal',
  layout: [
    { part: 'text', text: '{会议日期}，{主持人}在{会议地点}主持召开会议。现纪要如下：' },
    { part: 'long', field: 'talks' },
    { part: 'text', text: '会议议定下列事项：' },
    { part: 'table', field: 'decisions', widths: [7, 3, 3] },
    { part: 'text', text: '出席：{出席}' },
    { part: 'when', field: 'absent', parts: [{ part: 'text', text: '请假：{请假}' }] },
  ],
  sample: {
    meeting: '经济责任审计工作联席会议2026年第四次全体会议纪要',
    on: '2026-12-08',
    chair: '市委审计委员会办公室主任范仲弘',
    place: '市委第二会议室',
    talks: '会议听取了2027年度建议名单起草情况和2026年审计结果运用情况的汇报。',
    decisions: [
      { decision: '原则同意2027年度建议名单，修改后报市委审计委员会审定', owner: '市委审计委员会办公室', dueOn: '2026-12-20' },
      { decision: '建立审计结果运用季度反馈制度', owner: '市委组织部', dueOn: '2027-03-31' },
    ],
    present: '市纪委监委、市委组织部、市委编办、市审计局、市财政局、市人社局、市国资委负责同志',
    absent: '市金融工作办公室',
  },
})
