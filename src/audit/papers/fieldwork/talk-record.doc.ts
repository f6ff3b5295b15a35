import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 谈话笔录: at least two auditors, question and answer, signed page by page. */
export const talkRecord = documentType({
  id: 'talkRecord',
  name: { zh: '审计谈话笔录', en: 'Record of a talk' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '审计谈话笔录',
  fields: {
    project: line('审计项目', 'Project'),
    talkedWith: line('谈话对象', 'Talked with'),
    position: line('单位及职务', 'Unit and post'),
    auditors: line('谈话人', 'Auditors'),
    recorder: line('记录人', 'Recorder'),
    on: onDay('谈话日期', 'Held on'),
    time: line('起止时间', 'From and to'),
    place: line('谈话地点', 'Place'),
    told: long('告知事项', 'What was told first'),
    talk: rows('问答', 'Questions and answers', { question: long('问', 'Question'), answer: long('答', 'Answer') }),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [['project'], ['talkedWith', 'position'], ['auditors', 'recorder'], ['on', 'time'], ['place'], { field: 'told', lines: 3 }],
    },
    {
      part: 'each',
      field: 'talk',
      parts: [
        { part: 'text', text: '问：{问}' },
        { part: 'text', text: '答：{答}' },
      ],
    },
    { part: 'text', text: '以上笔录我已看过（已向我宣读），与我所说的相符。' },
    { part: 'sign', lines: ['谈话对象（签名）：', '谈话人（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    project: '周明远同志任期经济责任审计',
    talkedWith: '赵启平',
    position: '澜江市公路养护中心主任',
    auditors: '林一川、韩素',
    recorder: '韩素',
    on: '2026-04-03',
    time: '9:30至11:10',
    place: '市交通运输局506室',
    told: '已出示工作证件和审计通知书副本，告知如实陈述的义务和申请回避的权利。',
    talk: [
      { question: '养护一期至三期为什么分开签订合同？', answer: '当时要求赶在汛期前完工，局里开会定的。' },
      { question: '会议有没有讨论招标方式？', answer: '没有专门讨论，会后补了一份说明。' },
    ],
  },
})
