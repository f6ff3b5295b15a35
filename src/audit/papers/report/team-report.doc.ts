import { long } from '../../../office/documents/rules/fields.ts'
import { documentType } from '../../../office/documents/rules/type.ts'
import { common, findingParts, someReport } from '../common.doc.ts'

const { official, post, unit, period, basis, conduct, background, performance, corrected, evaluation, advice, findings } = common

/** 审计组审计报告: the team's own report to its office (Audit Law, article 44). */
export const teamReport = documentType({
  id: 'teamReport',
  name: { zh: '审计组审计报告', en: 'Team’s report' },
  group: 'report',
  frame: 'sheet',
  title: '审计组关于{被审计领导干部}同志任{职务}期间经济责任履行情况的审计报告',
  fields: {
    ...{ official, post, unit, period, basis, conduct, background, performance },
    pastDecisions: long('以往审计决定执行情况', 'Past decisions carried out').optional(),
    ...{ findings, corrected: corrected.optional(), evaluation, advice },
  },
  numbered: false,
  served: false,
  secrecy: 'workSecret',
  addressee: '派出审计机关',
  layout: [
    { part: 'long', field: 'basis' },
    { part: 'long', field: 'conduct' },
    { part: 'text', text: '被审计单位：{被审计单位}；审计期间：{审计期间}。' },
    { part: 'heading', level: 1, text: '一、基本情况' },
    { part: 'long', field: 'background' },
    { part: 'heading', level: 1, text: '二、履行经济责任的主要情况' },
    { part: 'long', field: 'performance' },
    { part: 'long', field: 'pastDecisions' },
    { part: 'heading', level: 1, text: '三、审计发现的主要问题' },
    ...findingParts,
    { part: 'heading', level: 1, text: '四、审计评价' },
    { part: 'long', field: 'evaluation' },
    { part: 'heading', level: 1, text: '五、审计建议' },
    { part: 'long', field: 'advice' },
    { part: 'sign', lines: ['审计组组长（签名）：', '日期：　　　年　　月　　日'] },
  ],
  sample: {
    ...someReport,
    pastDecisions: '2022年审计决定要求上缴的非税收入36.20万元已全部上缴。',
  },
})
