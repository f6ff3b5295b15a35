import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official } = common

/** 审理意见书: legal adjudication, by other people than the review (implementing rules, article 40). */
export const adjudicationOpinion = documentType({
  id: 'adjudicationOpinion',
  name: { zh: '审理意见书', en: 'Adjudication opinion' },
  group: 'review',
  frame: 'sheet',
  title: '审理意见书',
  fields: {
    ...{ unit, official },
    project: line('审计项目', 'Project'),
    facts: long('事实和证据', 'Facts and evidence'),
    law: long('法律适用', 'Law applied'),
    procedure: long('审计程序', 'Procedure'),
    responsibility: long('责任界定和评价', 'Responsibility and evaluation'),
    opinion: long('审理意见', 'Opinion'),
    adjudicator: line('审理人', 'Adjudicator'),
    on: onDay('审理日期', 'Adjudicated on'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['project'],
        ['unit', 'official'],
        { field: 'facts', lines: 4 },
        { field: 'law', lines: 3 },
        { field: 'procedure', lines: 3 },
        { field: 'responsibility', lines: 3 },
        { field: 'opinion', lines: 4 },
        ['adjudicator', 'on'],
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    project: '周明远同志任期经济责任审计',
    facts: '9项问题事实清楚，证据充分；第4项补充会议记录后可以认定。',
    law: '适用法律法规正确，第3项已改用现行条款。',
    procedure: '通知书送达、征求意见、书面答复均符合法定期限。',
    responsibility: '责任界定适当，评价没有超出审计范围。',
    opinion: '同意修改后提交审计业务会议审定。',
    adjudicator: '程既白',
    on: '2026-06-09',
  },
})
