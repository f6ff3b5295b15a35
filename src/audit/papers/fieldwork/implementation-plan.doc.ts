import { line, long, rows } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common } from '../common.doc.ts'

const { official, post, unit, period, leader, basis } = common

/** 审计实施方案: aim, scope, matters with steps and division, schedule; approved by the director's meeting. */
export const implementationPlan = documentType({
  id: 'implementationPlan',
  name: { zh: '审计实施方案', en: 'Implementation plan' },
  group: 'fieldwork',
  frame: 'sheet',
  title: '{被审计领导干部}同志任{职务}期间经济责任审计实施方案',
  signed: true,
  fields: {
    ...{ official, post, unit, period, leader, basis },
    aim: long('审计目标', 'Aim'),
    scope: long('审计范围', 'Scope'),
    matters: rows('审计事项', 'Matters', {
      matter: line('事项', 'Matter'),
      steps: line('步骤与方法', 'Steps and methods'),
      by: line('分工', 'Division'),
      days: line('工作日', 'Days').optional(),
    }),
    duties: rows('职责权限清单', 'Duties', { duty: line('职责', 'Duty'), source: line('依据', 'Basis') }).optional(),
    decisions: rows('重要决策事项清单', 'Decisions', {
      decision: line('决策事项', 'Decision'),
      amount: line('金额', 'Amount').optional(),
    }).optional(),
    checks: rows('审计核查及结果清单', 'Checks', {
      check: line('核查内容', 'Check'),
      result: line('结果', 'Result').optional(),
    }).optional(),
    data: rows('数据需求清单', 'Data', {
      set: line('数据', 'Data set'),
      owner: line('提供单位', 'Owner'),
      purpose: line('用途', 'Purpose'),
    }).optional(),
    schedule: long('时间安排', 'Schedule'),
    requirements: long('工作要求', 'Requirements'),
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  layout: [
    { part: 'heading', level: 1, text: '一、编制依据' },
    { part: 'long', field: 'basis' },
    { part: 'heading', level: 1, text: '二、审计目标' },
    { part: 'long', field: 'aim' },
    { part: 'heading', level: 1, text: '三、审计对象和范围' },
    { part: 'text', text: '审计对象：{职务}{被审计领导干部}同志；被审计单位：{被审计单位}；审计期间：{审计期间}。' },
    { part: 'long', field: 'scope' },
    { part: 'heading', level: 1, text: '四、审计事项、步骤和分工' },
    { part: 'text', text: '审计组组长：{审计组组长}' },
    { part: 'table', field: 'matters', widths: [4, 6, 2, 1.4] },
    {
      part: 'when',
      field: 'duties',
      parts: [
        { part: 'heading', level: 1, text: '附表一：职责权限清单' },
        { part: 'table', field: 'duties', widths: [6, 5] },
      ],
    },
    {
      part: 'when',
      field: 'decisions',
      parts: [
        { part: 'heading', level: 1, text: '附表二：重要决策事项清单' },
        { part: 'table', field: 'decisions', widths: [7, 3] },
      ],
    },
    {
      part: 'when',
      field: 'checks',
      parts: [
        { part: 'heading', level: 1, text: '附表三：审计核查及结果清单' },
        { part: 'table', field: 'checks', widths: [7, 4] },
      ],
    },
    {
      part: 'when',
      field: 'data',
      parts: [
        { part: 'heading', level: 1, text: '附表四：数据需求清单' },
        { part: 'table', field: 'data', widths: [4, 4, 4] },
      ],
    },
    { part: 'heading', level: 1, text: '五、时间安排' },
    { part: 'long', field: 'schedule' },
    { part: 'heading', level: 1, text: '六、工作要求' },
    { part: 'long', field: 'requirements' },
  ],
  sample: {
    official: '周明远',
    post: '澜江市交通运输局局长',
    unit: '澜江市交通运输局',
    period: '2021年3月至2025年12月',
    leader: '沈若谷',
    basis: '《中华人民共和国审计法》及其实施条例、《党政主要领导干部和国有企事业单位主要领导人员经济责任审计规定》、2026年度审计项目计划。',
    aim: '查清任职期间经济责任履行情况，依法界定责任，促进规范用权。',
    scope: '局机关及所属公路养护中心、港航中心，重大事项追溯至2020年。',
    matters: [
      { matter: '重大经济事项决策', steps: '调阅会议纪要，核对决策程序和执行结果', by: '韩素', days: '12' },
      { matter: '养护工程招标投标', steps: '比对项目清单、合同和支付数据', by: '㐂田禾', days: '15' },
    ],
    duties: [{ duty: '主持局全面工作，分管财务、审计', source: '局党组分工文件〔2021〕3号' }],
    decisions: [{ decision: '出借资金给下属航运公司', amount: '1,200.00万元' }],
    checks: [{ check: '出借资金是否经集体研究', result: '未见会议记录' }],
    data: [{ set: '养护工程支付明细', owner: '市公路养护中心', purpose: '核对拆分招标' }],
    schedule: '3月16日进点，4月24日完成现场审计，5月15日前提交审计组审计报告。',
    requirements: '每周召开一次审计组会议；重要取证须两人以上；严格遵守保密和廉政纪律。',
  },
})
