import { line, long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 年度考核登记表: self report, opinions, grade. */
export const assessmentForm = documentType({
  id: 'assessmentForm',
  name: { zh: '考核登记表', en: 'Assessment form' },
  group: 'assessment',
  frame: 'sheet',
  title: '领导干部考核登记表',
  fields: {
    person: line('姓名', 'Name'),
    position: line('单位及职务', 'Unit and post'),
    year: line('考核年度', 'Year'),
    kind: line('考核类型', 'Kind'),
    selfReport: long('个人总结', 'Self report'),
    audit: long('审计结果运用情况', 'Use of audit results').optional(),
    opinion: long('主管领导意见', 'Superior’s opinion'),
    grade: line('考核等次', 'Grade'),
    reason: long('等次理由', 'Reason'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    {
      part: 'form',
      rows: [
        ['person', 'position'],
        ['year', 'kind'],
        { field: 'selfReport', lines: 6 },
        { field: 'audit', lines: 3 },
        { field: 'opinion', lines: 3 },
        ['grade'],
        { field: 'reason', lines: 2 },
      ],
    },
    { part: 'sign', lines: ['本人（签名）：', '考核机关（盖章）：'] },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局局长',
    year: '2026',
    kind: '年度考核',
    selfReport: '一年来，组织完成交通投资18.60亿元，推动审计整改9项。',
    audit: '经济责任审计发现问题9个，已整改7个；因诫勉，本年度不评为优秀等次。',
    opinion: '工作尽责，整改有力。',
    grade: '称职',
    reason: '民主测评和实绩情况较好，诫勉影响期内不得评优。',
  },
})
