import { line, long, rows } from '../../office/documents/rules/fields.ts'
import { documentType } from '../../office/documents/rules/type.ts'

/** 主要风险防控清单: risk point, forms, level, prevention, basis, owner. */
export const riskListPaper = documentType({
  id: 'riskPreventionList',
  name: { zh: '风险防控清单', en: 'Risk-prevention list' },
  group: 'report',
  frame: 'document',
  title: '{清单名称}',
  fields: {
    listTitle: line('清单名称', 'Title of the list'),
    unitType: line('适用单位', 'For'),
    years: line('审计年度', 'Audit years'),
    risks: rows('风险清单', 'Risks', {
      point: line('风险点', 'Risk point'),
      forms: long('表现形式', 'Forms'),
      level: line('风险等级', 'Level'),
      measures: long('防控措施', 'Prevention'),
      basis: long('依据条款', 'Basis'),
      owner: line('责任主体', 'Owner'),
    }),
  },
  numbered: true,
  served: false,
  secrecy: 'internal',
  addressee: '{适用单位}各单位',
  layout: [
    { part: 'text', text: '现将根据{审计年度}年度经济责任审计结果整理的{适用单位}主要风险防控清单印发给你们，请对照自查，落实防控措施。' },
    {
      part: 'each',
      field: 'risks',
      parts: [
        { part: 'heading', level: 1, text: '{汉字序号}、{风险点}（风险等级：{风险等级}）' },
        { part: 'text', text: '表现形式：' },
        { part: 'long', field: 'forms' },
        { part: 'text', text: '防控措施：' },
        { part: 'long', field: 'measures' },
        { part: 'text', text: '依据条款：' },
        { part: 'long', field: 'basis' },
        { part: 'text', text: '责任主体：{责任主体}。' },
      ],
    },
  ],
  sample: {
    listTitle: '2025年度党政部门经济责任审计主要风险防控清单',
    unitType: '党政部门',
    years: '2024至2025',
    risks: [
      {
        point: '规避招标、拆分',
        forms: '1. 将同一养护项目分段发包\n2. 以应急名义直接发包',
        level: '高',
        measures: '编制采购和招标计划，预算、项目、标段统一审查，不得化整为零。',
        basis: '《中华人民共和国招标投标法》第四条',
        owner: '单位主要负责人，分管负责人按分工负责',
      },
    ],
  },
})
