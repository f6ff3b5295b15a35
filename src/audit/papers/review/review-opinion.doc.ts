import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit, official } = common

/** 复核意见书: the business unit's, or the extra responsibility-audit review's, opinion. */
export const reviewOpinion = documentType({
  id: 'reviewOpinion',
  name: { zh: '复核意见书', en: 'Review opinion' },
  group: 'review',
  frame: 'sheet',
  title: '复核意见书',
  fields: {
    ...{ unit, official },
    project: line('审计项目', 'Project'),
    papers: long('送审资料', 'Papers submitted'),
    items: rows('复核内容', 'Points reviewed', {
      point: line('复核事项', 'Point'),
      opinion: line('复核意见', 'Opinion'),
      answer: line('审计组说明', 'Team’s answer').optional(),
    }),
    conclusion: long('复核结论', 'Conclusion'),
    reviewer: line('复核人', 'Reviewer'),
    on: onDay('复核日期', 'Reviewed on'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'form', rows: [['project'], ['unit', 'official'], { field: 'papers', lines: 4 }] },
    { part: 'table', field: 'items', widths: [4, 5, 5] },
    { part: 'form', rows: [{ field: 'conclusion', lines: 5 }, ['reviewer', 'on']] },
  ],
  sample: {
    unit: '澜江市交通运输局',
    official: '周明远',
    project: '周明远同志任期经济责任审计',
    papers: '审计组审计报告、取证单12份、工作底稿15份、书面意见2份。',
    items: [
      { point: '问题定性', opinion: '第3项引用条款应更新为现行版本', answer: '已更正' },
      { point: '责任界定', opinion: '证据能够支持', answer: '无' },
    ],
    conclusion: '事实基本清楚，修改后提交审理。',
    reviewer: '白若溪',
    on: '2026-06-05',
  },
})
