import { line, long, onDay, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'

/** 民主测评表: counted ballots only, no voter. */
export const appraisalForm = documentType({
  id: 'appraisalForm',
  name: { zh: '民主测评汇总表', en: 'Democratic appraisal' },
  group: 'assessment',
  frame: 'sheet',
  title: '民主测评汇总表',
  fields: {
    person: line('测评对象', 'Whom'),
    position: line('单位及职务', 'Unit and post'),
    on: onDay('测评日期', 'On'),
    ballots: line('发出、收回、有效票', 'Ballots'),
    results: rows('测评结果', 'Results', {
      item: line('项目', 'Item'),
      excellent: line('优秀', 'Excellent'),
      competent: line('称职', 'Competent'),
      basic: line('基本称职', 'Basically competent'),
      unfit: line('不称职', 'Not competent'),
    }),
    counters: line('计票人、监票人', 'Counted by'),
    note: long('说明', 'Note').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'form', rows: [['person', 'position'], ['on'], ['ballots']] },
    { part: 'table', field: 'results', widths: [3, 2, 2, 2, 2] },
    { part: 'form', rows: [['counters'], { field: 'note', lines: 3 }] },
  ],
  sample: {
    person: '周明远',
    position: '澜江市交通运输局局长',
    on: '2026-12-20',
    ballots: '发出62张，收回60张，有效60张',
    results: [
      { item: '总体评价', excellent: '31', competent: '25', basic: '3', unfit: '1' },
      { item: '廉', excellent: '28', competent: '28', basic: '3', unfit: '1' },
    ],
    counters: '柳如晦、何守拙',
    note: '有效票不足规定数的分组不单列结果。',
  },
})
