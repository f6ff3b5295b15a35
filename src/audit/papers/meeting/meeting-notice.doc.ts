import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 联席会议通知: topics, papers, who attends. */
export const meetingNotice = documentType({
  id: 'meetingNotice',
  name: { zh: '联席会议通知', en: 'Notice of the joint meeting' },
  group: 'meeting',
  frame: 'letter',
  title: '关于召开经济责任审计工作联席会议的通知',
  fields: {
    on: onDay('会议日期', 'On'),
    time: line('会议时间', 'At'),
    place: line('会议地点', 'Place'),
    kind: line('会议类型', 'Kind'),
    topics: rows('会议议题', 'Topics', { topic: line('议题', 'Topic'), reporter: line('汇报单位', 'Reported by') }),
    attendees: long('参会人员', 'Who attends'),
    requirements: long('有关要求', 'Requirements'),
  },
  numbered: true,
  served: true,
  secrecy: 'internal',
  addressee: '经济责任审计工作联席会议各成员单位',
  layout: [
    { part: 'text', text: '定于{会议日期}{会议时间}在{会议地点}召开{会议类型}。现将有关事项通知如下：' },
    { part: 'heading', level: 1, text: '一、会议议题' },
    { part: 'table', field: 'topics', widths: [8, 4] },
    { part: 'heading', level: 1, text: '二、参会人员' },
    { part: 'long', field: 'attendees' },
    { part: 'heading', level: 1, text: '三、有关要求' },
    { part: 'long', field: 'requirements' },
  ],
  sample: {
    on: '2026-12-08',
    time: '下午3时',
    place: '市委第二会议室',
    kind: '2026年第四次全体会议',
    topics: [
      { topic: '研究2027年度经济责任审计建议名单', reporter: '市委审计委员会办公室' },
      { topic: '通报2026年审计结果运用情况', reporter: '市委组织部' },
    ],
    attendees: '各成员单位负责同志、联络员。',
    requirements: '请提前10分钟入场；因故不能参加的，请书面请假。',
  },
})
