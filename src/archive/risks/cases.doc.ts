import { line, long, rows } from '../../office/documents/rules/fields.ts'
import { documentType } from '../../office/documents/rules/type.ts'

/** 典型案例汇编: facts, analysis and lesson of each, nobody named. */
export const typicalCasesPaper = documentType({
  id: 'typicalCases',
  name: { zh: '典型案例汇编', en: 'Typical cases' },
  group: 'report',
  frame: 'document',
  title: '{汇编名称}',
  fields: {
    collection: line('汇编名称', 'Title'),
    preface: long('编写说明', 'Preface').optional(),
    cases: rows('案例', 'Cases', {
      title: line('案例名称', 'Case'),
      facts: long('案情', 'Facts'),
      analysis: long('成因剖析', 'Analysis'),
      lesson: long('警示与建议', 'Lesson'),
      basis: long('定性依据', 'Basis').optional(),
    }),
  },
  numbered: true,
  served: false,
  secrecy: 'internal',
  addressee: '各有关单位',
  layout: [
    { part: 'when', field: 'preface', parts: [{ part: 'long', field: 'preface' }] },
    {
      part: 'each',
      field: 'cases',
      parts: [
        { part: 'heading', level: 1, text: '案例{汉字序号}　{案例名称}' },
        { part: 'heading', level: 2, text: '（一）案情' },
        { part: 'long', field: 'facts' },
        { part: 'heading', level: 2, text: '（二）成因剖析' },
        { part: 'long', field: 'analysis' },
        { part: 'heading', level: 2, text: '（三）警示与建议' },
        { part: 'long', field: 'lesson' },
        { part: 'text', text: '定性依据：' },
        { part: 'long', field: 'basis' },
      ],
    },
  ],
  sample: {
    collection: '2025年度经济责任审计典型案例',
    preface: '为发挥审计警示作用，选取典型问题汇编如下，供各单位对照自查。',
    cases: [
      {
        title: '养护项目化整为零规避公开招标',
        facts: '2023年至2024年，某部门将路段相连的三个养护项目分别发包给同一企业，合同金额合计862.40万元，均未公开招标。',
        analysis: '标段划分无人审查，项目负责人以工期紧为由自行决定。',
        lesson: '标段划分应集体审查，达到限额的必须招标。',
        basis: '《中华人民共和国招标投标法》第四条',
      },
    ],
  },
})
