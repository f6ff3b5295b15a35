import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 整改情况报告: decisions carried out, measures and rules, accountability, what is not finished and why. */
export const rectificationReport = documentType({
  id: 'rectificationReport',
  name: { zh: '审计整改情况报告', en: 'Report on putting right' },
  group: 'rectification',
  frame: 'sheet',
  title: '{被审计单位}关于审计查出问题整改情况的报告',
  signed: true,
  fields: {
    unit,
    overall: long('总体情况', 'Overall'),
    items: rows('逐项整改情况', 'Item by item', {
      title: line('问题', 'Finding'),
      done: line('整改情况', 'What was done'),
      state: line('整改状态', 'State'),
      amount: line('整改金额', 'Amount').optional(),
      evidence: line('佐证材料', 'Evidence').optional(),
    }),
    rules: long('制度建设', 'Rules made').optional(),
    accountability: long('追责问责', 'Accountability').optional(),
    unfinished: long('未完成原因和下一步计划', 'What is unfinished').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  addressee: '澜江市审计局',
  layout: [
    { part: 'long', field: 'overall' },
    { part: 'table', field: 'items', widths: [4, 5, 2, 2.4, 3] },
    {
      part: 'when',
      field: 'rules',
      parts: [
        { part: 'text', text: '制度建设情况：' },
        { part: 'long', field: 'rules' },
      ],
    },
    {
      part: 'when',
      field: 'accountability',
      parts: [
        { part: 'text', text: '追责问责情况：' },
        { part: 'long', field: 'accountability' },
      ],
    },
    {
      part: 'when',
      field: 'unfinished',
      parts: [
        { part: 'text', text: '尚未完成事项的原因和下一步计划：' },
        { part: 'long', field: 'unfinished' },
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    overall: '审计查出的9个问题，已完成整改7个，正在整改2个。',
    items: [
      { title: '专项资金结转未盘活', done: '上缴市财政', state: '已整改', amount: '1,306.00万元', evidence: '缴款书' },
      { title: '养护工程化整为零', done: '修订办法并执行', state: '整改中', amount: '无', evidence: '新办法' },
    ],
    rules: '修订招标采购、专项资金管理等制度3项。',
    accountability: '对2名责任人批评教育，扣减年度绩效。',
    unfinished: '养护工程统一招标需待2027年度计划执行，预计2027年6月底完成。',
  },
})
