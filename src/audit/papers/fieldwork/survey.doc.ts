import { line, long, onDay } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { unit } = common

/** 调查了解记录: what the team learned of the unit before the plan. */
export const survey = documentType({
  id: 'survey',
  name: { zh: '调查了解记录', en: 'Pre-audit survey' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '调查了解记录',
  fields: {
    unit,
    nature: long('单位性质与职责', 'Nature and duties'),
    staffing: long('机构与人员编制', 'Structure and staffing'),
    finance: long('财政财务管理体制', 'Finance system'),
    controls: long('内部控制情况', 'Internal controls'),
    systems: long('信息系统情况', 'Information systems'),
    pastAudits: long('以往接受审计监督情况', 'Past audits'),
    risks: long('初步判断的重点和风险', 'Points and risks').optional(),
    recorder: line('调查人', 'Surveyed by'),
    on: onDay('调查日期', 'Surveyed on'),
    reviewer: long('复核意见', 'Reviewer’s opinion').optional(),
  },
  numbered: false,
  served: false,
  secrecy: 'internal',
  layout: [
    {
      part: 'form',
      rows: [
        ['unit'],
        ['recorder', 'on'],
        { field: 'nature', lines: 2 },
        { field: 'staffing', lines: 2 },
        { field: 'finance', lines: 2 },
        { field: 'controls', lines: 2 },
        { field: 'systems', lines: 2 },
        { field: 'pastAudits', lines: 2 },
        { field: 'risks', lines: 2 },
        { field: 'reviewer', lines: 2 },
      ],
    },
  ],
  sample: {
    unit: '澜江市交通运输局',
    nature: '市政府工作部门，主管全市公路、水路运输和交通建设。',
    staffing: '内设科室14个，下属事业单位6个，行政编制62名，实有59人。',
    finance: '一级预算单位，2025年部门预算3.62亿元，其中专项资金2.15亿元。',
    controls: '制定党组议事规则、合同管理办法，采购与验收岗位尚未完全分离。',
    systems: '使用市财政预算管理一体化系统和养护工程管理系统。',
    pastAudits: '2022年预算执行审计发现问题11个，已整改10个。',
    risks: '养护工程招标、专项资金结转、下属企业借款。',
    recorder: '韩素',
    on: '2026-03-05',
    reviewer: '重点把握较准，同意作为编制实施方案的依据。',
  },
})
